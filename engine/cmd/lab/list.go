package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"driftlab/engine"
	"driftlab/engine/param"
)

// list prints the exhibits with their presets, columns and dials, or tables of one for the docs.
func list(args []string, w io.Writer) error {
	if len(args) > 0 {
		if strings.TrimLeft(args[0], "-") != "markdown" || len(args) > 2 {
			return misused("lab list takes nothing but -markdown EXHIBIT")
		}
		e, err := exhibit(args[1:])
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, tables(e))
		return err
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, e := range engine.Exhibits {
		if i > 0 {
			fmt.Fprintln(t)
		}
		listExhibit(t, e)
	}
	return t.Flush()
}

func listExhibit(w io.Writer, e engine.Exhibit) {
	sim := e.New()
	dials := sim.Dials()
	fmt.Fprintf(w, "%s: %s\n\npresets\n", e.Name, e.Brief)
	for _, p := range dials.Presets {
		fmt.Fprintf(w, "  %s\t%s\n", p.Name, values(p))
	}
	fmt.Fprintln(w, "\ncolumns")
	for _, c := range sim.Report().Columns {
		fmt.Fprintf(w, "  %s\t%s\n", c.Name, c.Help)
	}
	fmt.Fprintln(w, "\ndials")
	for _, d := range dials.All() {
		name := "-" + d.Name
		if d.View {
			name = d.Name + " (page only)"
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", name, d.Default, d.Range(), words(d))
	}
}

// values is what a preset sets, as flags.
func values(p param.Preset) string {
	if len(p.Values) == 0 {
		return "the defaults"
	}
	var b strings.Builder
	for _, v := range p.Values {
		fmt.Fprintf(&b, "-%s %s ", v.Name, v.Value)
	}
	return strings.TrimSpace(b.String())
}

// words are a dial's label, symbol and unit.
func words(d *param.Dial) string {
	s := d.Label
	if d.Symbol != "" {
		s += " " + d.Symbol
	}
	if d.Unit != "" {
		s += ", " + d.Unit
	}
	return s
}

// tables are an exhibit's columns and dials for the docs.
func tables(e engine.Exhibit) string {
	sim := e.New()
	var b strings.Builder
	b.WriteString("| column | meaning |\n|---|---|\n")
	for _, c := range sim.Report().Columns {
		fmt.Fprintf(&b, "| `%s` | %s |\n", c.Name, strings.ReplaceAll(cmp.Or(c.Help, c.Label), "|", "\\|"))
	}
	b.WriteString("\n" + markdown(sim.Dials()))
	return b.String()
}

// markdown is the table of the dials for the docs.
func markdown(dials *param.Set) string {
	var b strings.Builder
	b.WriteString("| dial | default | values | meaning |\n|---|---|---|---|\n")
	for _, d := range dials.All() {
		meaning := words(d)
		if d.Help != "" {
			meaning += ". " + d.Help
		}
		if d.Fresh {
			meaning += " (restarts)"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", d.Name, d.Default, strings.ReplaceAll(d.Range(), "|", ", "), meaning)
	}
	return b.String()
}
