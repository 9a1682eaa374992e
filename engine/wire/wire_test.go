package wire

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"
)

// numbers makes n floats, among them the odd ones.
func numbers(n int) Floats {
	odd := []float32{0, float32(math.Copysign(0, -1)), 1, -2.5, math.MaxFloat32, math.SmallestNonzeroFloat32, float32(math.Inf(1)), float32(math.NaN())}
	f := make(Floats, n)
	for i := range f {
		f[i] = odd[i%len(odd)] * float32(1+i/len(odd))
	}
	return f
}

// sameBits compares bit by bit: NaN equals itself, and -0 is not 0.
func sameBits(a, b Floats) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Float32bits(a[i]) != math.Float32bits(b[i]) {
			return false
		}
	}
	return true
}

// The lengths are those around which the header changes.
func TestFloatsRoundTrip(t *testing.T) {
	for _, n := range []int{0, 1, 8, 63, 64, 16383, 16384, 100000} {
		in := numbers(n)
		b, err := in.MarshalMsg([]byte("before"))
		if err != nil || len(b)-6 > in.Msgsize() || !bytes.HasPrefix(b, []byte("before")) {
			t.Fatalf("%d floats: %d bytes, at most %d, %v", n, len(b)-6, in.Msgsize(), err)
		}
		out := make(Floats, 3)
		rest, err := out.UnmarshalMsg(append(b[6:], "after"...))
		if err != nil || string(rest) != "after" || !sameBits(in, out) {
			t.Errorf("%d floats: %d came back, rest %q, %v", n, len(out), rest, err)
		}
	}
}

func TestFloatsReuseMemory(t *testing.T) {
	in := numbers(1000)
	b, _ := in.MarshalMsg(nil)
	out := make(Floats, 0, 2000)
	if n := testing.AllocsPerRun(10, func() { b, _ = in.MarshalMsg(b[:0]); _, _ = out.UnmarshalMsg(b) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestFloatsRefuseOtherBytes(t *testing.T) {
	for name, b := range map[string][]byte{
		"nothing":         {},
		"no bin":          {0x93, 1, 2, 3},
		"cut short":       {0xc4, 8, 1, 2, 3},
		"a huge length":   {0xc6, 0xff, 0xff, 0xff, 0xfc, 1, 2, 3, 4},
		"not whole":       {0xc4, 3, 1, 2, 3},
		"only the header": {0xc6},
	} {
		f := Floats{7}
		if _, err := f.UnmarshalMsg(b); err == nil {
			t.Errorf("%s: read as %v", name, f)
		}
	}
}

func FuzzFloats(f *testing.F) {
	for _, n := range []int{0, 1, 8, 100} {
		b, _ := numbers(n).MarshalMsg(nil)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var in, out Floats
		rest, err := in.UnmarshalMsg(b)
		if err != nil {
			return
		}
		again, err := in.MarshalMsg(nil)
		if err != nil || len(again) > len(b)-len(rest) {
			t.Fatalf("%d bytes became %d, %v", len(b)-len(rest), len(again), err)
		}
		if left, err := out.UnmarshalMsg(again); err != nil || len(left) > 0 || !sameBits(in, out) {
			t.Errorf("%v came back as %v, %v", in, out, err)
		}
	})
}

// What JavaScript reads and writes: these names are the protocol.
func TestJSON(t *testing.T) {
	for _, c := range []struct {
		value any
		text  string
	}{
		{Command{Kind: "poke", X: 0.5, Y: -2}, `{"kind":"poke","x":0.5,"y":-2}`},
		{Command{Kind: "set", ID: 7, Values: map[string]string{"rate": "0.1"}}, `{"kind":"set","id":7,"values":{"rate":"0.1"}}`},
		{Command{Kind: "open", Address: "v=1"}, `{"kind":"open","address":"v=1"}`},
		{Command{Kind: "draw", Ink: []byte{0, 128, 255}}, `{"kind":"draw","ink":"AID/"}`},
		{Command{Kind: "step", N: 10}, `{"kind":"step","n":10}`},
		{Reply{ID: 7}, `{"id":7}`},
		{Reply{ID: 7, Error: "no", Text: "step"}, `{"id":7,"error":"no","text":"step"}`},
	} {
		b, err := json.Marshal(c.value)
		if err != nil || string(b) != c.text {
			t.Errorf("%s, want %s, %v", b, c.text, err)
		}
		back := reflect.New(reflect.TypeOf(c.value))
		if err := json.Unmarshal(b, back.Interface()); err != nil || !reflect.DeepEqual(back.Elem().Interface(), c.value) {
			t.Errorf("%s came back as %+v, %v", b, back.Elem(), err)
		}
	}
	b, err := json.Marshal(Status{})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"exhibit", "playing", "step", "rate", "phase", "caption", "measures", "params", "link", "notices", "trouble", "advice"} {
		if !strings.Contains(string(b), `"`+name+`":`) {
			t.Errorf("a status says nothing of %q: %s", name, b)
		}
	}
}
