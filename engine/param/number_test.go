package param

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

func TestNumbersAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]float64{
		"0.05": .05, "0,05": .05, " 0.05 ": .05, "0.05\t": .05, "\u00a00.05\u202f": .05, ".05": .05, ",05": .05,
		"5e-2": .05, "5E-2": .05, "5e\u22122": .05, "0,5e-1": .05, "5.e-2": .05,
		"\u22123": -3, "\u20133": -3, "-0,5": -.5, "+3": 3, "\u2212 3": -3, "-0": 0,
		"40 280": 40280, "40\u00a0280": 40280, "40\u2009280": 40280, "40\u202f280,5": 40280.5,
		"1'000": 1000, "1_000_000": 1e6, "1\u2019000.5": 1000.5,
		"1,000,000": 1e6, "1.000.000": 1e6, "1,000.5": 1000.5, "1.000,5": 1000.5, "12,345.678": 12345.678,
		"1.000": 1, "1,5": 1.5, "1,50": 1.5, "1,0000": 1, "1000,000": 1000, "0,005": .005, "-0,125": -.125, "0,000": 0,
		"1 000,500": 1000.5, "5.": 5, "5,": 5, "007": 7,
		"\uff10\uff0e\uff10\uff15": .05, "\uff0d\uff13": -3, "\uff11\uff0c\uff15": 1.5,
		"\u0663\u066b\u0665": 3.5, "\u0661\u066c\u0660\u0660\u0660": 1000, "\u06f3": 3, "\u096b": 5,
		"\u200e7\u200f": 7, "\ufeff7": 7, "7\u200b": 7,
		"Inf": math.Inf(1), "-1e999": math.Inf(-1),
	} {
		if got, err := Number(text); err != nil || got != want {
			t.Errorf("%+q is %v (%v), want %v", text, got, err, want)
		}
	}
}

func TestWhatIsNoNumber(t *testing.T) {
	for _, text := range []string{
		"", " ", "\u00a0", "fast", "NaN", "12px", "5%", "1 2", "1 0000", "1,2,3", "1.2.3", "1,00,000", "0'200", "0,200,000", "'200", ",000,1", "1,000.5,5",
		"1 000'000", "--3", "3-", "-", ".", ",", "e5", "5e", "5e,2", "1 e5 3", "0.5.", "½", "5·10⁻²", "1\n2", "1_0", "0x", "\x00", "\xff",
	} {
		if v, err := Number(text); err == nil {
			t.Errorf("%+q was taken for %v", text, v)
		} else if want := strconv.Quote(text) + " is not a number"; err.Error() != want && strings.ToValidUTF8(text, "") == text {
			t.Errorf("%+q: %q, want %q", text, err, want)
		}
	}
}

// What may mean two numbers is refused with both.
func TestAmbiguousNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"1,000":        `"1,000" may mean 1000 or 1.000: write the one that you mean`,
		"\u221212,345": `"−12,345" may mean -12345 or -12.345: write the one that you mean`,
		" 100,000 ":    `" 100,000 " may mean 100000 or 100.000: write the one that you mean`,
		"1,000e3":      `"1,000e3" may mean 1000e3 or 1.000e3: write the one that you mean`,
	} {
		if v, err := Number(text); err == nil || err.Error() != want {
			t.Errorf("%q: %v, %v, want %s", text, v, err, want)
		}
	}
}

// Every number that the dials print reads as itself.
func FuzzNumber(f *testing.F) {
	for _, text := range []string{"0,05", "1,000", "1.000,5", "\u22123", "40 280", "\u0663\u066b\u0665", "5e-2", "--", "\uff11"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := Number(text)
		if err != nil {
			if msg := err.Error(); len([]rune(msg)) > 600 || strings.ContainsAny(msg, "\n\x00") {
				t.Errorf("the message is %q", msg)
			}
			return
		}
		if again, err := Number(number(v)); err != nil || again != v {
			t.Errorf("%q is %v, printed as %q, which is %v (%v)", text, v, number(v), again, err)
		}
	})
}
