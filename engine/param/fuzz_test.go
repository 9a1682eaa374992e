package param

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever comes out of an address: a value that is accepted prints as text that is
// accepted again and means the same; one that is refused is refused in one short line.
func FuzzDials(f *testing.F) {
	for _, text := range []string{"", "0.1", "1e-4", "1e999", "-0", "0x1p-2", "1_0", " 7 ", "NaN", "random", "TRUE", "off", "10.0", "\n\x00"} {
		f.Add(text)
	}
	f.Add(strings.Repeat("7", 1000))
	f.Fuzz(func(t *testing.T, text string) {
		var k knobs
		for _, d := range k.dials().All() {
			before := k
			value, err := d.Parse(text)
			if k != before {
				t.Fatalf("%s: parsing %q turned a dial", d.Name, text)
			}
			if err != nil {
				if msg := err.Error(); strings.Contains(msg, "\n") || utf8.RuneCountInString(msg) > 400 || !utf8.ValidString(msg) {
					t.Errorf("%s: the message is %q", d.Name, msg)
				}
				continue
			}
			d.set(value)
			if got := d.Value(); got != value {
				t.Errorf("%s: %q was set and is %q", d.Name, value, got)
			}
			if again, err := d.Parse(value); err != nil || again != value {
				t.Errorf("%s: %q prints as %q, which reads as %q, %v", d.Name, text, value, again, err)
			}
		}
	})
}
