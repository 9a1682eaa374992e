/**
 * Goes before the page's worker: tells with every frame when it was sent, what building it
 * took, how long the engine has been busy, and its memory.
 */
{
  const spent = { picture: 0, all: 0 };
  let built = 0;
  let engine;
  let memory;
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    memory = instance.exports.mem;
    return instance;
  };
  Object.defineProperty(self, "engine", {
    get: () => engine,
    set(object) {
      engine = object;
      for (const name of ["picture", "tick", "status", "command"]) {
        const call = object[name];
        object[name] = (argument) => {
          const began = performance.now();
          const value = call(argument);
          const took = performance.now() - began;
          spent.all += took;
          if (name === "picture") spent.picture += built = took;
          return value;
        };
      }
    },
  });
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message, transfer) {
    if (message?.kind === "frame") {
      message.probe = { built, ...spent, memory: memory.buffer.byteLength, sent: performance.timeOrigin + performance.now() };
    }
    return post.call(this, message, transfer);
  };
}
