// When Ebitengine gets its turns. It asks for one with every frame of the browser, and in
// each it puts the picture on the screen, drawn anew or not. Where the graphics card is
// software, that takes the processors from the engine. So there are at most 32 turns a
// second, and while the engine could use the processors, the card is busy with them for
// a third of the time at most.

const SHORTEST = 1000 / 32; // ms from one turn to the next
const SHARE = 1 / 3; // of the time for the card
const REST = 17; // ms between two turns: sooner, Ebitengine sleeps in its turn and can't take one at once
const LOOK = 3; // ms between two looks whether the card is done
const LEAD = 20; // ms before a turn the engine is asked for its newest frame, not one of the last turn

/**
 * Puts itself between Ebitengine and the browser.
 * @param {() => boolean} sparing whether the engine could use the processors
 * @param {() => void} ask asks the engine for a frame
 * @returns {() => void} gives Ebitengine a turn at once, if it waits for one
 */
export function paceTurns(sparing, ask) {
	const request = requestAnimationFrame.bind(globalThis);
	/** @type {FrameRequestCallback | null} */
	let wanted = null;
	let pending = false; // a turn is under way or on its way
	let due = 0; // when the next turn may come
	let rested = 0; // when Ebitengine can take one

	const take = (/** @type {number} */ time) => {
		const turn = wanted;
		wanted = null;
		turn?.(time);
		rested = performance.now() + REST;
	};

	const schedule = () => {
		pending = true;
		const rest = Math.max(0, due - performance.now(), rested - performance.now());
		setTimeout(ask, Math.max(0, rest - LEAD));
		setTimeout(request, rest, run);
	};
	const run = async (/** @type {number} */ time) => {
		const began = performance.now();
		if (began < rested) return schedule(); // it has taken one at once meanwhile
		take(time);
		if (sparing()) await cardDone();
		due = began + Math.max(SHORTEST, (performance.now() - began) / (sparing() ? SHARE : 1));
		pending = false;
		if (wanted) schedule();
	};
	globalThis.requestAnimationFrame = (turn) => {
		wanted = turn;
		if (!pending) schedule();
		return 0;
	};
	return () => take(performance.now());
}

/** Resolves when the graphics card has done all that it was told. */
async function cardDone() {
	const gl = document.querySelector("canvas")?.getContext("webgl2"); // Ebitengine's
	const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
	if (!gl || !fence) return;
	gl.flush();
	do {
		await new Promise((done) => setTimeout(done, LOOK));
	} while (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED);
	gl.deleteSync(fence);
}
