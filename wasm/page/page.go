package main

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"os"
	"strings"

	"driftlab/engine"
	"driftlab/engine/param"
)

// A page is what the template index.html shows.
type page struct {
	Policy   string
	Icon     template.URL
	Head     template.HTML // style and script: by name, or inline
	Dist     dist
	Data     template.HTML // what the offline file carries
	Version  string
	Tempos   []string
	Exhibits []exhibit
	Groups   []group
}

// dist tells the shell what was built. It stands in the page as JSON. The texts of the
// worker and of the view's document stand in it whole, since each new run needs both: the
// page, once loaded, asks the network for nothing, and a worker by name would not start
// from a file or in a sandbox.
type dist struct {
	Offline  bool    `json:"offline"`
	Version  string  `json:"version"`
	Programs parcels `json:"programs"`
	Assets   parcels `json:"assets"` // by the names that exhibits know
	Worker   string  `json:"worker"` // its script
	View     string  `json:"view"`   // its document
}

// A group is one part of the menu.
type group struct {
	Name     string
	Exhibits []exhibit
}

// An exhibit is one entry of the menu: its presets, its dials, the words beside it.
type exhibit struct {
	engine.Exhibit
	Presets []param.Preset
	Canvas  int    // the side of a visitor's drawing, pixels; 0 where there is no canvas
	Main    []dial // in the order the words name them
	Groups  []dialGroup
	More    []dial
	Words   words
}

func newPage(all, data parcels, text scripts) (*page, error) {
	icon, err := os.ReadFile("assets/icon.svg")
	if err != nil {
		return nil, err
	}
	p := &page{
		Icon:    template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(icon)),
		Version: engine.Version(),
		Tempos:  tempos(),
	}
	p.Dist = dist{Version: p.Version, Programs: all, Assets: data, Worker: string(text.worker), View: viewDocument(text.view)}
	for _, e := range engine.Exhibits {
		w, err := readWords(e.Name)
		if err != nil {
			return nil, err
		}
		sim := e.New()
		set := sim.Dials()
		x := exhibit{Exhibit: e, Presets: set.Presets, Words: w}
		if _, ok := sim.(engine.Canvas); ok {
			x.Canvas = engine.CanvasSide
		}
		if x.Main, x.Groups, x.More, err = sortDials(e.Name, set, w.Dials); err != nil {
			return nil, err
		}
		p.Exhibits = append(p.Exhibits, x)
	}
	p.Groups = grouped(p.Exhibits)
	return p, nil
}

// grouped sorts the exhibits into the groups that have any.
func grouped(all []exhibit) (groups []group) {
	for _, name := range engine.Groups {
		g := group{Name: name}
		for _, x := range all {
			if x.Group == name {
				g.Exhibits = append(g.Exhibits, x)
			}
		}
		if len(g.Exhibits) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// tempos are the ways in which steps may follow each other, the first the default.
func tempos() []string {
	tempo, speed := engine.TempoStory, 1.0
	return engine.TempoDials(&tempo, &speed).Lookup("tempo").Choices
}

// render fills the template in.
func (p *page) render() ([]byte, error) {
	t, err := template.New("index.html").Funcs(template.FuncMap{"capital": capital, "join": strings.Join}).ParseFiles("index.html")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, p)
	return b.Bytes(), err
}

// viewDocument is the empty document that the view draws in. It inherits the page's policy.
func viewDocument(script []byte) string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>picture</title></head><body><script>` +
		string(script) + `</script></body></html>`
}

// capital begins a label with a capital letter.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
