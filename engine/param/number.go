package param

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Number reads a number as people write it: "0.05", "0,05", "5e-2", " .05 ", "−3" with a
// typesetter's minus, "40 280" and "1'000'000" with thousands set apart, and the digits of
// any script. A point or a comma is decimal, or sets thousands apart where only that makes
// sense: "1,000.5", "1.000,5", "1,000,000". One comma before three digits may be either, as
// in "1,000": that is refused, not guessed, unless a zero leads, as in "0,005". One point
// is always decimal. The error is a sentence without a beginning: "12px" is not a number.
func Number(text string) (float64, error) {
	body, exponent := ascii(text), ""
	if i := strings.IndexAny(body, "eE"); i > 0 {
		body, exponent = body[:i], body[i:]
	}
	sign := body[:len(body)-len(strings.TrimLeft(body, "+-"))]
	whole, mark, fraction := split(strings.TrimSpace(body[len(sign):]))
	if mark == "," && len(fraction) == 3 && len(whole) <= 3 && digits(whole+fraction) && whole != "" && whole[0] != '0' {
		either, or := sign+whole+fraction+exponent, sign+whole+"."+fraction+exponent
		return 0, fmt.Errorf("%s may mean %s or %s: write the one that you mean", quote(text), either, or)
	}
	if mark != "" {
		mark = "."
	}
	v, err := strconv.ParseFloat(sign+join(whole)+mark+fraction+exponent, 64)
	if err != nil && !math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, fmt.Errorf("%s is not a number", quote(text))
	}
	return v, nil
}

// split cuts a number at its decimal mark: the last point or comma, if it is the only one
// of its kind.
func split(number string) (whole, mark, fraction string) {
	i := strings.LastIndexAny(number, ".,")
	if i < 0 || strings.Count(number, number[i:i+1]) > 1 {
		return number, "", ""
	}
	return number[:i], number[i : i+1], number[i+1:]
}

// join takes out what sets thousands apart: one kind of mark, before every three digits.
func join(whole string) string {
	i := strings.IndexAny(whole, " ',.")
	if i < 0 {
		return whole
	}
	parts := strings.Split(whole, whole[i:i+1])
	for k, part := range parts {
		if first := k == 0; !digits(part) || len(part) > 3 || !first && len(part) < 3 || first && strings.Trim(part, "0") == "" {
			return whole // no number
		}
	}
	return strings.Join(parts, "")
}

func digits(text string) bool { return strings.Trim(text, "0123456789") == "" }

// ascii writes a number with plain digits, signs and spaces, whatever it was typed with.
func ascii(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r): // joiners, marks of direction
			return -1
		case unicode.IsSpace(r):
			return ' '
		case r >= '！' && r <= '～': // the wide forms
			return r - '！' + '!'
		case unicode.IsDigit(r):
			zero := r
			for unicode.IsDigit(zero - 1) {
				zero--
			}
			return '0' + (r-zero)%10
		case strings.ContainsRune("−–‐‑‒﹣", r):
			return '-'
		case strings.ContainsRune("’ʼ٬_", r):
			return '\''
		case r == '٫':
			return '.'
		}
		return r
	}, text))
}
