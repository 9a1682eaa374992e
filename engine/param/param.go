// Package param declares the dials of an exhibit.
//
// A dial is declared once, beside the variable it turns. From that declaration come
// the page's controls, the address, the command line's flags, the table in the docs
// and the check of bad values.
package param

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Kind says what values a dial takes.
type Kind string

// The kinds of dial.
const (
	Float  Kind = "float"
	Int    Kind = "int"
	Choice Kind = "choice"
	Bool   Kind = "bool"
)

// A Dial is one setting of an exhibit: its name in addresses and flags, the words
// around it, the values it takes, and the variable behind it.
type Dial struct {
	Name    string // in the address and on the command line: "speed-jitter"
	Former  string // its name in older addresses, which still turns it; may be empty
	Label   string // in words: "learning rate"
	Symbol  string // the paper's symbol: "η"; may be empty
	Unit    string // "bits", "steps"; may be empty
	Help    string // one sentence; may be empty
	Kind    Kind
	Min     float64  // Float and Int: the smallest value
	Max     float64  // Float and Int: the largest value
	Choices []string // Choice: the values
	Log     bool     // the control is logarithmic
	Least   float64  // Log: where its scale begins; below it the control knows Min only
	Fresh   bool     // a change needs a new network: the run starts again
	View    bool     // concerns the picture only, never the numbers
	Group   Group    // of the page's controls that it stands in; may be none
	Default string   // the value it had when it was declared

	get func() string
	set func(string)
}

// A Group is a part of the page's controls with a heading of its own.
type Group struct {
	Name string // "Network B"
	When string // the dials for which it is there, as in the words' data-when: "nets=3,4"; empty: always
}

// An Option adds to a declaration.
type Option func(*Dial)

// Symbol names the dial's symbol in the paper.
func Symbol(s string) Option { return func(d *Dial) { d.Symbol = s } }

// Unit names the dial's unit.
func Unit(s string) Option { return func(d *Dial) { d.Unit = s } }

// Help explains the dial in one sentence.
func Help(s string) Option { return func(d *Dial) { d.Help = s } }

// Formerly says what the dial was called: that name still turns it.
func Formerly(name string) Option { return func(d *Dial) { d.Former = name } }

// Log makes the dial's control logarithmic, from the smallest value on.
func Log(d *Dial) { d.Log, d.Least = true, d.Min }

// LogFrom makes the dial's control logarithmic from a least positive value on; its left end
// is the dial's smallest value, such as 0.
func LogFrom(least float64) Option { return func(d *Dial) { d.Log, d.Least = true, least } }

// Fresh says that a change of the dial needs a new network.
func Fresh(d *Dial) { d.Fresh = true }

// View says that the dial concerns the picture only.
func View(d *Dial) { d.View = true }

// Value is the dial's value as text. Parsing it gives the same value again.
func (d *Dial) Value() string { return d.get() }

// Changed reports whether the dial differs from its declaration.
func (d *Dial) Changed() bool { return d.get() != d.Default }

// Parse checks text against the dial and returns it as the dial would print it.
// The error is a sentence for the visitor, such as "noise: 7 is outside [0, 1]".
func (d *Dial) Parse(text string) (string, error) {
	text = strings.TrimSpace(text)
	switch d.Kind {
	case Float, Int:
		return d.parseNumber(text)
	case Choice:
		if !slices.Contains(d.Choices, text) {
			return "", fmt.Errorf("%s: %s is not one of %s", d.Name, quote(text), strings.Join(d.Choices, ", "))
		}
		return text, nil
	default:
		switch strings.ToLower(text) {
		case "true", "1", "on", "yes":
			return "true", nil
		case "false", "0", "off", "no":
			return "false", nil
		}
		return "", fmt.Errorf("%s: %s is not true or false", d.Name, quote(text))
	}
}

func (d *Dial) parseNumber(text string) (string, error) {
	v, err := Number(text)
	if err != nil {
		return "", fmt.Errorf("%s: %w", d.Name, err)
	}
	text = cut(ascii(text))
	if v < d.Min || v > d.Max {
		return "", fmt.Errorf("%s: %s is outside %s", d.Name, text, d.Range())
	}
	if d.Kind == Int && v != math.Trunc(v) {
		return "", fmt.Errorf("%s: %s is not a whole number", d.Name, text)
	}
	if v == 0 {
		v = 0 // not -0
	}
	return number(v), nil
}

// Range is the dial's range in words: "[0, 1]", or its choices.
func (d *Dial) Range() string {
	switch d.Kind {
	case Float, Int:
		return "[" + number(d.Min) + ", " + number(d.Max) + "]"
	case Choice:
		return strings.Join(d.Choices, "|")
	default:
		return "true|false"
	}
}

// number prints the shortest text that parses to v again, without an exponent
// for everyday sizes.
func number(v float64) string {
	if a := math.Abs(v); a >= 1e-6 && a < 1e15 {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// quote shows a stranger's text, cut to a length that fits a sentence.
func quote(text string) string { return strconv.Quote(cut(text)) }

func cut(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
