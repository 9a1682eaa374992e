package main

import (
	"context"
	"math"
	"testing"
	"time"
)

// The probes get into the page's view and worker, wherever the page has their scripts from.
func TestProbesSeePictures(t *testing.T) {
	b, err := open("../../../dist")
	if err != nil {
		t.Fatal(err)
	}
	defer b.close()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	if err := b.visit(ctx, "scene=valley&walkers=3&play=1"); err != nil {
		t.Fatal(err)
	}
	sights, err := b.watch(2)
	if err != nil {
		t.Fatal(err)
	}
	if len(sights) < 2 {
		t.Fatalf("%d pictures were seen", len(sights))
	}
	s, was := sights[1], sights[0]
	if !(s.Built > 0 && s.Draw > 0 && s.Bytes > 0 && s.Picture > was.Picture && s.All > s.Picture) || math.Abs(s.Transfer) > 1e4 {
		t.Errorf("of a picture is noted %+v, of that before %+v", s, was)
	}
	if _, _, err := b.press(ctx); err != nil {
		t.Error("pressing keys:", err)
	}
	var m Memory
	if err := b.hold(ctx, &m); err != nil {
		t.Fatal(err)
	}
	if m.Engine < 1 || m.View < 1 || m.Page <= 0 {
		t.Errorf("the page holds %+v", m)
	}
}
