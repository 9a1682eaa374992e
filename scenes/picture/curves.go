package picture

import (
	"strings"

	"driftlab/engine/wire"
	"driftlab/render"
	"driftlab/render/plot"
)

// Curves are an exhibit's charts as line plots over its axis, their lines in these inks.
func Curves(axis string, log bool, charts []wire.Chart, inks ...plot.Ink) render.Curves {
	k := render.Curves{XName: axis, LogX: log}
	for _, c := range charts {
		p := render.LinePlot{Titles: []string{c.Title}, Unit: subscripts.Replace(c.Unit), Lo: c.Lo, Hi: c.Hi, Least: c.Least}
		if c.Short != "" {
			p.Titles = append(p.Titles, c.Short)
		}
		for _, l := range c.Lines {
			name, second := halves(l.Name)
			p.Series = append(p.Series, render.Series{Name: name, Second: second, Ink: inks[0], Dashed: l.Dashed})
			inks = inks[1:]
		}
		k.Plots = append(k.Plots, p)
	}
	return k
}

// subscripts writes as the picture does what other texts have characters for.
var subscripts = strings.NewReplacer("₁₀", "_{10}")

// halves breaks a name into the two lines that stand at the end of a curve.
func halves(name string) (first, second string) {
	words := strings.Fields(name)
	n := (len(words) + 1) / 2
	return strings.Join(words[:n], " "), strings.Join(words[n:], " ")
}

// Follow gives the curves what a frame brings.
func Follow(k *render.Curves, h *wire.Head) {
	k.X = h.Steps
	at := 0
	for i := range k.Plots {
		for j := range k.Plots[i].Series {
			k.Plots[i].Series[j].Y = h.Curves[at]
			at++
		}
	}
	k.Bands = k.Bands[:0]
	for _, b := range h.Bands {
		k.Bands = append(k.Bands, render.Band{From: float64(b.From), Name: b.Name, Phase: b.Phase})
	}
}
