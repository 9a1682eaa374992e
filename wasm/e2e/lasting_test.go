package e2e

import (
	"fmt"
	"testing"
)

// lastingRun is a run of whole jobs, some of which take a second.
const lastingRun = "v=1&scene=trial&preset=tiny&seed=7&tempo=max"

// keptHere has the page know what the browser has kept: resolves with each run's key, step and bytes.
const keptHere = `window.keptHere = (change) => new Promise((resolve, reject) => {
	const request = indexedDB.open("driftlab");
	request.onerror = () => reject(request.error);
	request.onsuccess = () => {
		const store = request.result.transaction("runs", "readwrite").objectStore("runs");
		const all = store.getAll();
		all.onsuccess = () => {
			if (change) for (const run of all.result) store.put(change(run));
		};
		store.transaction.oncomplete = () => {
			request.result.close();
			resolve(all.result);
		};
	};
})`

const keptStep = `keptHere().then((runs) => runs[0]?.step ?? 0)`

// A run of whole jobs goes on after a reload from what was done, and begins anew where that is wished.
func TestLasting(t *testing.T) {
	t.Parallel()
	code := trialEngine(t)
	lasting := func(t *testing.T, before string) *tab {
		t.Helper()
		site := serve(t, late(`/view\.`), replacing(`/engine\.`, code))
		p := newTab(t)
		p.before(keptHere)
		p.before(before)
		p.visitEarly(site + "#" + lastingRun)
		return p
	}
	reload := func(p *tab, hash string) {
		t.Helper()
		p.run(fmt.Sprintf(`(history.replaceState(null, "", %s), location.reload())`, quote("#"+hash)))
		p.wait(`performance.now() < 60_000 && window.driftlab?.state().scene === "trial"`)
	}
	const leave = `(Object.defineProperty(document, "hidden", {get: () => true, configurable: true}), document.dispatchEvent(new Event("visibilitychange")), delete document.hidden)`

	t.Run("goes on", func(t *testing.T) {
		p := lasting(t, "")
		p.wait(step + ` > 5`)
		p.wait(keptStep + `.then((n) => n > 0)`)
		p.run(`driftlab.pause()`)
		p.run(leave) // keeps what has come since
		p.wait(keptStep + `.then((n) => n === ` + step + `)`)
		before, hash := p.number(step), p.text(trialHash)

		// Other words for the same run, paused, with another tempo.
		reload(p, "scene=trial&seed=7&preset=tiny&tempo=fixed&speed=100&freeze=true&paused=1")
		p.says("#notice", fmt.Sprintf("Went on with what was computed here before: %v of 120.", before))
		p.is(fmt.Sprintf(`%s === %v && !driftlab.state().playing`, step, before))
		p.is(param("tempo") + ` === "fixed" && ` + param("speed") + ` === "100" && ` + param("freeze") + ` === "true"`)
		p.is(trialHash + `.then((h) => h === ` + quote(hash) + `)`)

		// Another seed is another run; back at the first it goes on, and plays as it was to play.
		p.run(`driftlab.set({seed: 8})`)
		p.is(step + ` === 0`)
		p.run(`driftlab.set({seed: 7})`)
		p.is(fmt.Sprintf(`%s === %v`, step, before))
		reload(p, lastingRun)
		p.wait(fmt.Sprintf(`%s > %v && driftlab.state().playing`, step, before+1))
		p.says("#notice", "Went on with")
		p.run(`driftlab.pause()`)

		// Begun anew it is forgotten, and yet there to come back to.
		was := p.number(step)
		p.click("Begin anew")
		p.wait(step + ` === 0 && !document.querySelector("#notice").checkVisibility()`)
		p.wait(keptStep + `.then((n) => n === 0)`)
		p.run(`history.back()`)
		p.wait(fmt.Sprintf(`%s === %v`, step, was))
		p.run(leave)
		p.wait(fmt.Sprintf(`%s.then((n) => n === %v)`, keptStep, was))
		p.press("r")
		p.wait(keptStep + `.then((n) => n === 0)`)
		reload(p, lastingRun+"&paused=1")
		p.is(step + ` === 0`)
		p.quiet()
	})

	t.Run("never back", func(t *testing.T) {
		p := lasting(t, "")
		p.wait(keptStep + `.then((n) => n > 0)`)
		p.run(`driftlab.pause()`)
		p.run(`keptHere((run) => ({...run, step: 1000}))`) // as another tab might
		p.run(`driftlab.step(1)`)
		p.run(leave)
		p.run(`driftlab.open("valley")`) // which keeps it, too
		p.is(keptStep + `.then((n) => n === 1000)`)
	})

	t.Run("only so many", func(t *testing.T) {
		p := lasting(t, "")
		p.run(`driftlab.pause()`)
		for seed := range 22 {
			p.run(fmt.Sprintf(`driftlab.set({seed: %d})`, 100+seed))
			p.run(`driftlab.step(1)`)
			p.run(leave)
			p.wait(fmt.Sprintf(`keptHere().then((runs) => runs.some((run) => run.key.includes("seed=%d")))`, 100+seed))
		}
		p.is(`keptHere().then((runs) => runs.length === 20 && !runs.some((run) => run.key.includes("seed=100")))`)
	})

	t.Run("damaged", func(t *testing.T) {
		p := lasting(t, "")
		p.wait(keptStep + `.then((n) => n > 0)`)
		p.run(`driftlab.pause()`)
		p.run(`keptHere((run) => (run.bytes[run.bytes.length >> 1] ^= 1, run))`)
		reload(p, lastingRun)
		p.says("#notice", "What was computed here before is of no use: The saved run is cut short or damaged. The run begins anew.")
		p.wait(step + ` > 1 && driftlab.state().playing`)
		p.says("#notice", "is of no use")
		p.wait(keptStep + `.then((n) => n > 0)`)
	})

	t.Run("another run", func(t *testing.T) {
		p := lasting(t, "")
		p.wait(keptStep + `.then((n) => n > 0)`)
		p.run(`driftlab.pause()`)
		p.run(`keptHere((run) => ({...run, key: run.key.replace("seed=7", "seed=9")}))`)
		reload(p, "v=1&scene=trial&preset=tiny&seed=9&paused=1")
		p.says("#notice", "It is of another run. The run begins anew.")
		p.is(step + ` === 0 && ` + param("seed") + ` === "9"`)
	})

	const nothing = "This browser keeps nothing: what is computed is lost with the page. Save the run to a file instead."
	for name, c := range map[string]struct{ before, says string }{
		"refused": {`indexedDB.open = () => { throw new DOMException("no", "SecurityError"); }`, nothing},
		"missing": {`Object.defineProperty(window, "indexedDB", {value: undefined})`, nothing},
		"failing": {
			`IDBObjectStore.prototype.put = () => { throw new DOMException("the disk is gone", "UnknownError"); }`,
			"The browser could not keep this run (the disk is gone). It is tried again: until then what is computed is lost with the page.",
		},
		"full": {
			`IDBObjectStore.prototype.put = () => { throw new DOMException("no", "QuotaExceededError"); }`,
			"This browser has no room left to keep the run in: what is computed is lost with the page. Save the run to a file instead.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := lasting(t, c.before)
			p.says("#notice", c.says)
			at := p.number(step)
			p.wait(fmt.Sprintf(`%s > %v && driftlab.state().playing && driftlab.state().error === ""`, step, at+1))
			p.click("Dismiss")
			p.run(`driftlab.set({seed: 8})`) // it is said once
			p.wait(step + ` > 3`)
			p.run(leave)
			p.quiet()
		})
	}

	// A database that the browser has closed, as some do after a sleep, is opened again.
	t.Run("closed", func(t *testing.T) {
		p := lasting(t, `{
			const { open } = indexedDB;
			indexedDB.open = (...of) => {
				const request = open.apply(indexedDB, of);
				if (request && !window.first) request.addEventListener("success", () => (window.first = request.result));
				return request;
			};
		}`)
		p.wait(keptStep + `.then((n) => n > 0)`)
		p.run(`first.close()`)
		at := p.number(keptStep)
		p.run(`driftlab.step(1)`)
		p.run(leave)
		p.wait(fmt.Sprintf(keptStep+`.then((n) => n > %v)`, at))
		p.quiet()
	})

	// One that cannot be opened again at first is tried again.
	t.Run("closed and refused once", func(t *testing.T) {
		p := lasting(t, `{
			const { open } = indexedDB;
			window.refuse = 0;
			indexedDB.open = (...of) => {
				if (refuse-- > 0) throw new DOMException("busy", "UnknownError");
				const request = open.apply(indexedDB, of);
				if (!window.first) request.addEventListener("success", () => (window.first = request.result));
				return request;
			};
		}`)
		p.wait(keptStep + `.then((n) => n > 0)`)
		p.run(`driftlab.pause()`)
		p.run(`(first.close(), refuse = 1, 0)`)
		p.run(`driftlab.step(1)`)
		p.run(leave)
		p.says("#notice", "The browser could not keep this run (busy). It is tried again")
		p.click("Dismiss")
		p.run(`driftlab.step(1)`)
		p.run(leave)
		p.wait(keptStep + `.then((n) => n === ` + step + `)`)
		p.quiet()
	})

	// A database that never answers holds nothing up, and that is said.
	t.Run("stuck", func(t *testing.T) {
		p := lasting(t, `indexedDB.open = () => ({})`)
		p.wait(step + ` > 3`)
		p.says("#notice", "The browser did not tell in time whether it has kept something of this run")
	})
}
