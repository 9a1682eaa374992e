package main

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
)

// writeOffline adds driftlab.html, which runs from file://. There fetch fails; so programs and
// data stand in the page as gzip in base64.
func writeOffline(s *site, p *page, text scripts) error {
	offline := *p
	offline.Policy = offlinePolicy(text.style, text.shell, text.view)
	offline.Head = template.HTML("<style>" + string(text.style) + "</style><script>" + string(text.shell) + "</script>")
	offline.Dist.Offline = true
	offline.Data = inside(p.Dist.Programs, p.Dist.Assets)
	html, err := offline.render()
	if err != nil {
		return err
	}
	if err := within("driftlab.html", len(html), budget{9_000_000, 200_000}); err != nil {
		return err
	}
	return s.add("driftlab.html", html)
}

// addData adds a data block: an element that browsers keep but never run.
func addData(b *strings.Builder, id string, content []byte) {
	fmt.Fprintf(b, `<script type="application/base64" id="%s">%s</script>`+"\n",
		id, base64.StdEncoding.EncodeToString(content))
}
