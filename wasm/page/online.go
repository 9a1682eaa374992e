package main

import (
	"fmt"
	"html/template"
	"slices"
)

// writeOnline adds index.html and what it loads.
func writeOnline(s *site, p *page, text scripts) error {
	shell, err := s.hashed("shell.js", text.shell)
	if err != nil {
		return err
	}
	style, err := s.hashed("style.css", text.style)
	if err != nil {
		return err
	}
	online := *p
	online.Policy = onlinePolicy(text.view)
	online.Head = template.HTML(fmt.Sprintf(`<link rel="stylesheet" href="%s"><script src="%s"></script>`, style, shell))
	index, err := online.render()
	if err != nil {
		return err
	}
	if err := s.add("index.html", index); err != nil {
		return err
	}
	return shellBudget(index, text)
}

// shellBudget weighs what a visitor loads before any program.
func shellBudget(index []byte, text scripts) error {
	packed, err := pack("", slices.Concat(index, text.shell, text.style))
	if err != nil {
		return err
	}
	return within("the shell, packed,", len(packed), budget{80_000, 0})
}
