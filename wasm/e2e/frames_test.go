package e2e

import (
	"fmt"
	"testing"
)

// At a slow tempo the engine sends no picture that shows nothing new.
func TestNoPictureWithoutAStep(t *testing.T) {
	t.Parallel()
	site := serve(t)
	p := newTab(t)
	// The view gives credit once for every picture.
	p.before(`{
		top.pictures ??= 0;
		const post = MessagePort.prototype.postMessage;
		MessagePort.prototype.postMessage = function (message, ...rest) {
			if (message?.kind === "credit") top.pictures++;
			return post.call(this, message, ...rest);
		};
	}`)
	p.visit(site + "#v=1&scene=valley&walkers=3&tempo=fixed&speed=2")
	p.ready()
	p.wait(`driftlab.state().step > 3`)
	pictures, step := p.number(`top.pictures`), p.number(`driftlab.state().step`)
	p.wait(fmt.Sprintf(`driftlab.state().step >= %v`, step+8))
	pictures, step = p.number(`top.pictures`)-pictures, p.number(`driftlab.state().step`)-step
	const underWay = 3 // at the beginning and the end
	if pictures == 0 || pictures > step+underWay {
		t.Errorf("%v pictures for %v steps", pictures, step)
	}
}
