package engine

import (
	"slices"
	"strings"
	"testing"
)

// What others put into an address is passed over in silence.
func TestForeignKeys(t *testing.T) {
	for _, key := range []string{
		"utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id", "fbclid", "gclid", "gbraid",
		"wbraid", "gad_source", "dclid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "igshid", "mc_cid", "mc_eid",
		"_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "vero_id", "oly_enc_id", "spm", "trk", "ref", "ref_src", "source",
		"from", "via", "id", "page", "p", "q", "s", "t", "si", "lang", "hl", "share", "amp", "print-pdf", "print", "date",
		"time", "state", "code", "token", "session", "sid", "cb", "ts", "order_id", "playlist", "list", "index", "start",
		"walrus", "/3", "section-2", "", "size", "width", "height", "view", "mode", "type", "name", "title", "user", "x", "y",
	} {
		if notices := opened("noise=0.1&" + key + "=1").Status().Notices; len(notices) > 0 {
			t.Errorf("%s: %q", key, notices)
		}
	}
	for _, pair := range []string{"utm_term=50%", "fbclid=%zz", "a;b=c", "=", "&&", "page;noise=3"} {
		if notices := opened(pair).Status().Notices; len(notices) > 0 {
			t.Errorf("%s: %q", pair, notices)
		}
	}
}

// What is meant for us and not understood is said, with what it may have been.
func TestSlips(t *testing.T) {
	for key, want := range map[string]string{
		"Noise": `did you mean "noise"`, "niose": `did you mean "noise"`, "nosie": `did you mean "noise"`,
		"walker": `"walkers"`, "sample": `"samples"`, "samp": `"samples"`, "unit": `"units"`, "turn_jitter": `"turn-jitter"`,
		"speedjitter": `"speed-jitter"`, "presett": `"preset"`, "embeded": `"embed"`, "smothe": `"smooth"`, "Scene": `"scene"`, "scen": `"scene"`,
		"sead": `"seed"`, "pause": `"paused"`, "X0": `"x0"`, "walkers": "the exhibit track has no such dial",
		"sed": "the exhibit track has no such dial", // sweep has
		"x0":  "the exhibit track has no such dial",
	} {
		notices := opened("scene=track&" + key + "=1").Status().Notices
		if len(notices) != 1 || !strings.Contains(notices[0], want) {
			t.Errorf("%s: %q, want %s", key, notices, want)
		}
	}
	if got := opened("noise=%zz").Status().Notices; !slices.Equal(got, []string{"noise: its value is not well formed"}) {
		t.Errorf("%q", got)
	}
}

func TestChanges(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"noise", "noise", 0}, {"nosie", "noise", 1}, {"rat", "rate", 1}, {"walrus", "walkers", 3}} {
		if got := changes(c.a, c.b); got != c.want || changes(c.b, c.a) != got {
			t.Errorf("%q, %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
