package main

import (
	"fmt"
	"html/template"
	"slices"
)

// writeOnline adds index.html, view.html and what they load.
func writeOnline(s *site, p *page, text scripts) error {
	names := map[string][]byte{
		"shell.js": text.shell, "worker.js": text.worker, "view.js": text.view, "style.css": text.style,
	}
	hashed := map[string]string{}
	for name, content := range names {
		var err error
		if hashed[name], err = s.hashed(name, content); err != nil {
			return err
		}
	}
	online := *p
	online.Policy = onlinePolicy
	online.Head = template.HTML(fmt.Sprintf(`<link rel="stylesheet" href="%s"><script src="%s"></script>`,
		hashed["style.css"], hashed["shell.js"]))
	online.Dist.Worker = hashed["worker.js"]
	online.Dist.View = "view.html"
	index, err := online.render()
	if err != nil {
		return err
	}
	if err := s.add("index.html", index); err != nil {
		return err
	}
	if err := shellBudget(index, text); err != nil {
		return err
	}
	policy := `<meta http-equiv="Content-Security-Policy" content="` + viewPolicy + `">`
	return s.add("view.html", viewDocument(policy, `<script src="`+hashed["view.js"]+`"></script>`))
}

// shellBudget weighs what a visitor loads before any program.
func shellBudget(index []byte, text scripts) error {
	all := slices.Concat(index, text.shell, text.worker, text.view, text.style)
	packed, err := pack("", all)
	if err != nil {
		return err
	}
	return within("the shell, packed,", len(packed), 80_000)
}

// viewDocument is the empty document that the view draws in.
func viewDocument(policy, script string) []byte {
	return []byte(`<!doctype html><html lang="en"><head><meta charset="utf-8">` + policy +
		`<title>picture</title></head><body>` + script + `</body></html>`)
}
