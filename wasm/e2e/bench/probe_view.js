/** Goes before the scripts of every document: notes each frame that the view gets and draws, and every status. */
{
  const frames = [];
  let credit = false;
  globalThis.seen = frames;
  globalThis.heard = () => {}; // of a status, when the page has taken it
  /** Calls before and after with each message that something of this kind hears. */
  const tap = (kind, before, after) => {
    const own = Object.getOwnPropertyDescriptor(kind.prototype, "onmessage");
    Object.defineProperty(kind.prototype, "onmessage", {
      ...own,
      set(hear) {
        own.set.call(this, (event) => {
          before(event.data);
          hear.call(this, event);
          after(event.data);
        });
      },
    });
  };
  const note = ({ kind, probe, length }) => {
    const now = performance.timeOrigin + performance.now();
    if (kind === "frame") frames.push({ ...probe, bytes: length, transfer: now - probe.sent });
  };
  tap(MessagePort, note, () => {});
  tap(Worker, () => {}, ({ kind, json }) => kind === "status" && heard(JSON.parse(json)));
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message, transfer) {
    if (message?.kind === "credit") credit = true;
    return post.call(this, message, transfer);
  };
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    globalThis.memory = instance.exports.mem; // of the view's program
    return instance;
  };
  const request = requestAnimationFrame;
  globalThis.requestAnimationFrame = (draw) =>
    request((time) => {
      const began = performance.now();
      credit = false;
      draw(time);
      if (!credit) return;
      frames.at(-1).draw = performance.now() - began;
      performance.mark("drawn"); // in the trace, it lies within this animation frame
      performance.clearMarks();
    });
}
