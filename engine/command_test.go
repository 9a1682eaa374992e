package engine

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"driftlab/engine/wire"
)

// What can't be read is answered in words, to the one who asked.
func TestMalformedCommands(t *testing.T) {
	for text, want := range map[string]string{
		`{"kind":"step","id":7,"n":"10"}`:           "n: string is not what it takes",
		`{"kind":"step","n":"10","id":7}`:           "n: string is not what it takes",
		`{"kind":"step","id":7,"n":1.5}`:            "n: number 1.5 is not what it takes",
		`{"kind":"step","id":7,"n":1e+21}`:          "n: number 1e+21 is not what it takes",
		`{"kind":"step","id":7,"n":[]}`:             "n: array is not what it takes",
		`{"kind":"set","id":7,"values":"x"}`:        "values: string is not what it takes",
		`{"kind":"set","id":7,"values":{"rate":1}}`: "number is not what it takes",
		`{"kind":"poke","id":7,"x":1e99}`:           "x: number 1e99 is not what it takes",
		`{"kind":"draw","ink":"AID-","id":7}`:       "ink: string is not what it takes",
		`{"kind":"draw","id":7,"ink":"A"}`:          "ink: string is not what it takes",
		`{"kind":"draw","id":7,"ink":5}`:            "ink: number is not what it takes",
		`{"kind":5,"id":7}`:                         "kind: number is not what it takes",
	} {
		c, err := ParseCommand([]byte(text))
		if err == nil || !strings.Contains(err.Error(), want) || c.ID != 7 {
			t.Errorf("%s: id %d, %v; want %q", text, c.ID, err, want)
		}
	}
	for _, text := range []string{``, `{`, `[]`, `5`, `"step"`, `{"kind":"step","id":"seven"}`} {
		if _, err := ParseCommand([]byte(text)); err == nil || strings.Contains(err.Error(), "json") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestStepsOutOfRange(t *testing.T) {
	s := opened("scene=valley")
	s.Do(wire.Command{Kind: "play"})
	for _, n := range []int{0, -1, -1 << 62, 10001, 1 << 62} {
		r := do(t, s, wire.Command{Kind: "step", ID: 4, N: n})
		if !strings.HasPrefix(r.Error, "step: ") || !strings.HasSuffix(r.Error, " is outside [1, 10,000]") {
			t.Errorf("%d steps: %q", n, r.Error)
		}
	}
	if s.Sim().Steps() != 0 || !s.Playing() {
		t.Errorf("at step %d, playing %v", s.Sim().Steps(), s.Playing())
	}
}

func TestCheck(t *testing.T) {
	for address, want := range map[string]string{
		"scene=track": "",
		"#scene=valley&preset=crowd&noise=0.5&tempo=max&speed=9&seed=3": "",
		"v=1&scene=track&units=64":                                      "",
		"":                                                              `scene: there is no exhibit ""; there are ` + strings.Join(Names(), ", "),
		"scene=5":                                                       `scene: there is no exhibit "5"; there are ` + strings.Join(Names(), ", "),
		"scene=track&preset=nope":                                       `preset: there is no preset "nope"`,
		"scene=track&noise=7&wings=2":                                   `"wings": there is no such dial; noise: 7 is outside [0, 1]`,
		"scene=valley&tempo=warp":                                       `tempo: "warp" is not one of story, max, fixed`,
		"scene=valley&embed=1":                                          `"embed": there is no such dial`,
		"scene=valley&x0=%zz":                                           "the address is not well formed",
		"scene=valley&x0=" + "1" + "e9":                                 "x0: 1e9 is outside [-3, 3]",
	} {
		got := ""
		if err := Check(address); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

// A table ends where the run is, and says before its columns what run that is.
func TestTheTableSaysWhatItIs(t *testing.T) {
	for _, address := range []string{"scene=track&preset=tiny&seed=5&rate=0.05", "scene=valley&walkers=7&preset=label"} {
		s := opened(address)
		for _, n := range []int{1, 700, 333} {
			do(t, s, wire.Command{Kind: "step", N: n})
			text := do(t, s, wire.Command{Kind: "csv", Version: "9.9", Address: "https://x.test/lab/"}).Text
			head, table := map[string]string{}, ""
			for line := range strings.Lines(text) {
				if name, fact, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ": "); ok && table == "" {
					head[name] = fact
				} else {
					table += line
				}
			}
			rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			st, step := s.Status(), strconv.FormatInt(s.Sim().Steps(), 10)
			if last := rows[len(rows)-1]; last[0] != step || len(rows) > 2 && rows[len(rows)-2][0] == step {
				t.Errorf("%s: at step %s the table ends %v", address, step, rows[len(rows)-2:])
			}
			for name, want := range map[string]string{
				"# driftlab": "9.9", "# address": "https://x.test/lab/#" + st.Link, "# exhibit": st.Exhibit, "# step": step,
				"# seed": st.Params["seed"], "# preset": st.Params["preset"], "# caption": st.Caption, "# hash": Hash(s.Sim()),
			} {
				if head[name] != want {
					t.Errorf("%s: %s is %q, want %q", address, name, head[name], want)
				}
			}
			if !strings.Contains(head["# command"], "-steps "+step) {
				t.Errorf("%s: command %q", address, head["# command"])
			}
		}
		do(t, s, wire.Command{Kind: "set", Values: map[string]string{"noise": "0.011"}})
		facts := fmt.Sprint(s.Facts("", ""))
		if !strings.Contains(facts, "noise 0.011") || !strings.Contains(facts, "turned") {
			t.Errorf("%s: %s", address, facts)
		}
	}
}
