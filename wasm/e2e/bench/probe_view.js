/**
 * Goes before the scripts of every document: notes each frame that the view gets and draws, and every status.
 * Puts workerProbe, a text, before the script of every worker.
 */
{
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) =>
    createObjectURL(blob.type === "text/javascript" ? new Blob([workerProbe, blob], { type: blob.type }) : blob);
  const frames = [];
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
      const frame = frames.at(-1);
      draw(time);
      if (!frame || frame.draw !== undefined) return;
      frame.draw = performance.now() - began;
      performance.mark("drawn"); // in the trace, it lies within this animation frame
      performance.clearMarks();
    });
}
