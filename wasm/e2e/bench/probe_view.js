/** Goes before the scripts of every document: notes each frame that the view gets and draws. */
{
  const frames = [];
  let credit = false;
  globalThis.seen = frames;
  const port = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  Object.defineProperty(MessagePort.prototype, "onmessage", {
    ...port,
    set(hear) {
      port.set.call(this, (event) => {
        const { kind, probe, length } = event.data;
        const now = performance.timeOrigin + performance.now();
        if (kind === "frame") frames.push({ ...probe, bytes: length, transfer: now - probe.sent });
        hear.call(this, event);
      });
    },
  });
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message, transfer) {
    if (message?.kind === "credit") credit = true;
    return post.call(this, message, transfer);
  };
  const request = requestAnimationFrame;
  globalThis.requestAnimationFrame = (draw) =>
    request((time) => {
      const began = performance.now();
      credit = false;
      draw(time);
      if (credit) frames.at(-1).draw = performance.now() - began;
    });
}
