package scenes

import (
	"testing"

	"driftlab/engine"
)

func TestEveryExhibitHasAScene(t *testing.T) {
	for _, e := range engine.Exhibits {
		if New(e.Name) == nil {
			t.Errorf("%s has none", e.Name)
		}
	}
	if len(scenes) != len(engine.Exhibits) {
		t.Errorf("%d scenes for %d exhibits", len(scenes), len(engine.Exhibits))
	}
	if New("cellar") != nil {
		t.Error("there is a scene of no exhibit")
	}
}
