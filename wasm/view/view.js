// The script of the view's document: an empty body, wasm_exec.js, and this. It listens
// before Ebitengine does, so that keys, wheel and touch stay the page's, starts the program
// that the page posts, and passes messages. wasm/PROTOCOL.md lists them.
import { paceTurns } from "./turns.js";

(() => {
	const sheet = new CSSStyleSheet();
	document.adoptedStyleSheets = [sheet];

	/** What the program shares with this script. It sets all but post and background. */
	const view = {
		/** @type {any} */
		init: null,
		/** @type {((message: any) => void) | null} */
		message: null,
		/** @type {((kind: string, x: number, y: number, finger: boolean) => void) | null} */
		pointer: null,
		/** @type {(() => void) | null} */
		ask: null,
		/**
		 * Draws the picture at once, as "pixels" does in its time, and returns the answer.
		 * @type {(request: object) => any}
		 */
		snap: () => undefined,
		/** The engine could use more of the processor than it gets. */
		busy: false,

		/**
		 * Sends a message to the page; a buffer goes without a copy.
		 * @param {{kind: string, buffer?: ArrayBuffer, [field: string]: unknown}} message
		 */
		post(message) {
			parent.postMessage(message, "*", message.buffer ? [message.buffer] : []);
		},

		/**
		 * Paints the document in the palette's colour; Ebitengine would have it black.
		 * @param {number} r
		 * @param {number} g
		 * @param {number} b
		 */
		background(r, g, b) {
			sheet.replaceSync(`html, body { background: rgb(${r} ${g} ${b}) !important; overflow: hidden; }
				canvas { touch-action: pan-y pinch-zoom; user-select: none; -webkit-touch-callout: none; }`);
		},
	};
	/** @type {any} */ (globalThis).driftview = view;
	view.background(15, 20, 23);

	const stopped = (/** @type {unknown} */ why) => view.post({ kind: "error", error: String(why) });

	/** @param {{module: WebAssembly.Module | Blob}} init a stranger's page sends bytes */
	async function start(init) {
		view.init = init;
		const go = new Go();
		try {
			const bytes = init.module instanceof Blob && (await init.module.arrayBuffer());
			const module = bytes ? await WebAssembly.compile(bytes) : init.module;
			const instance = await WebAssembly.instantiate(/** @type {WebAssembly.Module} */ (module), go.importObject);
			await go.run(instance);
			stopped("the picture's program has ended");
		} catch (error) {
			stopped(error);
		}
	}

	addEventListener("message", (event) => {
		const message = event.data;
		if (event.source !== parent || !message || typeof message.kind !== "string") return;
		if (view.message) view.message(message);
		else if (message.kind === "init" && !view.init) start(message);
		else if (message.kind === "look" && view.init) Object.assign(view.init, message, { kind: "init" });
	});

	// Marks are smooth already and the picture is opaque: to sample it several times over and to
	// blend it with the page, as WebGL would, takes a software card a quarter longer.
	const getContext = HTMLCanvasElement.prototype.getContext;
	HTMLCanvasElement.prototype.getContext = /** @type {any} */ (function (/** @type {string} */ kind, /** @type {object} */ wish) {
		return /** @type {any} */ (getContext).call(this, kind, { ...wish, antialias: false, alpha: false });
	});

	// A lost context would make Ebitengine reload the document, in vain: the page replaces it.
	document.addEventListener("webglcontextlost", (event) => {
		event.stopImmediatePropagation();
		event.preventDefault();
		view.post({ kind: "lost" });
	}, true);

	// The picture uses no keys. The browser keeps its own; the page gets the rest.
	const browsers = (/** @type {KeyboardEvent} */ event) => event.key === "Tab" || /^F\d+$/.test(event.key) ||
		event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
	addEventListener("keydown", (event) => {
		event.stopImmediatePropagation();
		if (browsers(event)) return;
		if (event.key !== "Escape") event.preventDefault();
		const { key, code, shiftKey: shift, repeat } = event;
		view.post({ kind: "key", key, code, shift, repeat });
	}, true);

	// Ebitengine would swallow these: the page scrolls by wheel and touch, and a press does
	// not take the keyboard away from it.
	for (const kind of ["keyup", "mousedown", "mouseup", "mousemove", "touchstart", "touchmove", "touchend", "wheel"]) {
		addEventListener(kind, (event) => {
			event.stopImmediatePropagation();
			if (kind === "mousedown") event.preventDefault();
		}, { capture: true, passive: kind !== "mousedown" });
	}

	// A file that is dragged over the picture is the page's: it shows where to drop it.
	for (const kind of ["dragenter", "dragover", "drop"]) {
		addEventListener(kind, (event) => {
			const data = /** @type {DragEvent} */ (event).dataTransfer;
			if (!data?.types.includes("Files")) return;
			event.stopImmediatePropagation();
			event.preventDefault();
			data.dropEffect = "copy";
			view.post(kind === "drop" ? { kind, file: data.files[0] } : { kind: "drag" });
		}, true);
	}

	// A finger that rests is no request for a menu.
	addEventListener("contextmenu", (event) => {
		if (/** @type {PointerEvent} */ (event).pointerType === "touch") event.preventDefault();
	}, true);

	const kinds = {
		pointermove: "move", pointerdown: "down", pointerup: "up",
		pointercancel: "leave", pointerleave: "leave",
	};
	for (const [event, kind] of Object.entries(kinds)) {
		document.documentElement.addEventListener(event, (/** @type {any} */ e) => {
			if (!view.pointer || !e.isPrimary || (kind === "down" && e.button !== 0)) return;
			if (kind === "down" && e.pointerType !== "touch") e.target.setPointerCapture(e.pointerId);
			view.pointer(kind, e.clientX, e.clientY, e.pointerType !== "mouse"); // not every pen can point before it touches
		});
	}

	const turnNow = paceTurns(() => view.busy, () => view.ask?.());
	view.snap = (request) => {
		/** @type {any} */
		let answer;
		const { post } = view;
		view.post = (message) => message.id === 0 ? (answer = message) : post(message);
		view.message?.({ kind: "pixels", id: 0, ...request });
		turnNow();
		view.post = post;
		return answer;
	};
	view.post({ kind: "hello" });
})();
