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
	Exhibits []exhibit
}

// dist tells the shell what was built. It stands in the page as JSON.
type dist struct {
	Offline  bool     `json:"offline"`
	Version  string   `json:"version"`
	Programs programs `json:"programs"`
	Worker   string   `json:"worker"` // URL; empty offline
	View     string   `json:"view"`   // URL; empty offline
}

// An exhibit is one tab: its presets, its dials, the words beside it.
type exhibit struct {
	engine.Exhibit
	Presets []param.Preset
	Main    []dial // in the order the words name them
	More    []dial
	Words   words
}

func newPage(all programs) (*page, error) {
	icon, err := os.ReadFile("assets/icon.svg")
	if err != nil {
		return nil, err
	}
	p := &page{
		Icon:    template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(icon)),
		Version: version(),
	}
	p.Dist = dist{Version: p.Version, Programs: all}
	for _, e := range engine.Exhibits {
		w, err := readWords(e.Name)
		if err != nil {
			return nil, err
		}
		set := e.New().Dials()
		x := exhibit{Exhibit: e, Presets: set.Presets, Words: w}
		if x.Main, x.More, err = sortDials(e.Name, set, w.Dials); err != nil {
			return nil, err
		}
		p.Exhibits = append(p.Exhibits, x)
	}
	return p, nil
}

// render fills the template in.
func (p *page) render() ([]byte, error) {
	t, err := template.New("index.html").Funcs(template.FuncMap{"capital": capital}).ParseFiles("index.html")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, p)
	return b.Bytes(), err
}

// capital begins a label with a capital letter.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
