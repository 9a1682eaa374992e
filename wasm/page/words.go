package main

import (
	"bytes"
	"html/template"
	"path/filepath"
	"strings"
)

// words is what is said beside an exhibit: the blocks of assets/words/NAME.html.
type words struct {
	Question  template.HTML // why it matters, in a sentence
	Dials     []string      // the dials that come first
	Actions   template.HTML // what can be done beside turning dials; may be empty
	See       template.HTML // what the picture shows
	Try       template.HTML // things to try
	Equations template.HTML // MathML
	Source    template.HTML // where it comes from
}

func readWords(exhibit string) (words, error) {
	var w words
	t, err := template.ParseFiles(filepath.Join("assets", "words", exhibit+".html"))
	if err != nil {
		return w, err
	}
	var names template.HTML
	for name, to := range map[string]*template.HTML{
		"question": &w.Question, "dials": &names, "actions": &w.Actions, "see": &w.See,
		"try": &w.Try, "equations": &w.Equations, "source": &w.Source,
	} {
		var b bytes.Buffer
		if err := t.ExecuteTemplate(&b, name, nil); err != nil {
			return w, err
		}
		*to = template.HTML(strings.TrimSpace(b.String()))
	}
	w.Dials = strings.Fields(string(names))
	return w, nil
}
