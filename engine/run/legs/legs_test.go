package legs

import (
	"encoding/binary"
	"slices"
	"testing"

	"driftlab/engine/run"
)

// A sum is a network that adds up its steps' numbers, weighted by a dial, and may stay at one.
type sum struct{ step, total, stay int64 }

func (s *sum) At() (int64, bool) { return s.step, s.step == s.stay }

type adder struct {
	sum
	weight int64
	taken  int
}

func (a *adder) Empty() State { return new(sum) }

func (*adder) Append(b []byte, s State) []byte {
	n := s.(*sum)
	for _, v := range []int64{n.step, n.total, n.stay} {
		b = binary.LittleEndian.AppendUint64(b, uint64(v))
	}
	return b
}

func (*adder) Read(b []byte) State {
	if len(b) != 24 {
		return nil
	}
	s := &sum{}
	for i, p := range []*int64{&s.step, &s.total, &s.stay} {
		*p = int64(binary.LittleEndian.Uint64(b[8*i:]))
	}
	return s
}

func (a *adder) Resume(from State) { a.sum = *from.(*sum) }
func (a *adder) Save(dst State)    { *dst.(*sum) = a.sum }
func (a *adder) Towards(stop int64) bool {
	if _, stays := a.At(); !stays && a.step < stop {
		a.step++
		a.taken++
		a.total += a.weight * a.step
	}
	_, stays := a.At()
	return stays || a.step == stop
}

// every is an agenda of the multiples of a number.
type every int64

func (e every) Next(after int64) int64 { return (after/int64(e) + 1) * int64(e) }
func (every) Pass(int64)               {}

// set is a course of three networks, the last of which stays at step 25.
func set() (*Course, []*adder) {
	c := &Course{}
	var start []State
	var all []*adder
	var trainers []Trainer
	for i := range int64(3) {
		stay := int64(-1)
		if i == 2 {
			stay = 25
		}
		start = append(start, &sum{stay: stay})
		all = append(all, &adder{weight: i + 1})
		trainers = append(trainers, all[i])
	}
	c.Begin(0, 20, start, trainers, func() Agenda { return every(7) })
	return c, all
}

// walk goes to a step, with what the visitor of each turn does, and notes where it stops.
func walk(t *testing.T, c *Course, to int64, turn func()) (stops []int64) {
	t.Helper()
	for at := int64(0); at < to; {
		turn()
		if c.Step() != run.Stepped {
			continue
		}
		for net := range 3 {
			stop, end := c.Here(net)
			got := end.(*sum)
			want := stop
			if at = stop; net == 2 {
				want = min(stop, 25)
			}
			if got.step != want || got.total != int64(net+1)*want*(want+1)/2 {
				t.Fatalf("at %d network %d has come to %+v", stop, net, *got)
			}
		}
		stops = append(stops, at)
		c.Pass()
	}
	return stops
}

// Alone and with helpers, who bring what they do late or never, networks stop at the same steps with the
// same sums.
func TestLegs(t *testing.T) {
	alone, adders := set()
	want := walk(t, alone, 300, func() {})
	if !slices.Equal(want[:5], []int64{7, 14, 20, 21, 28}) {
		t.Errorf("stops at %v", want[:5])
	}
	if adders[0].taken < 300 || adders[0].taken > 300+ahead*20 {
		t.Errorf("alone the first network took %d steps", adders[0].taken)
	}
	helped, own := set()
	helper, _ := set()
	type job struct {
		i     int
		bytes []byte
	}
	var out []job
	turns := 0
	got := walk(t, helped, 300, func() {
		if turns++; turns%3 != 0 {
			return
		}
		for len(out) < 4 && helped.Wants() {
			i, input := helped.Give(nil)
			b, err := helper.Work(i, input, nil)
			if err != nil {
				t.Fatal(err)
			}
			if turns%5 != 0 { // some are lost
				out = append(out, job{i, b})
			}
		}
		if len(out) > 1 {
			if err := helped.Take(out[1].i, out[1].bytes); err != nil {
				t.Fatal(err)
			}
			out = append(out[:1], out[2:]...)
		}
		if turns%50 == 0 {
			helped.Recall()
		}
	})
	if !slices.Equal(got, want) {
		t.Errorf("with helpers it stops at %v, alone at %v", got, want)
	}
	if taken := own[0].taken + own[1].taken + own[2].taken; taken > 500 {
		t.Errorf("helped, it took %d steps itself", taken)
	}
	if n := len(helped.spare); n > ahead*mostStops*3 {
		t.Errorf("%d states are kept for nothing", n)
	}
}

// What is no leg is refused, and one that ends elsewhere, and both change nothing.
func TestWrongLegs(t *testing.T) {
	c, _ := set()
	helper, _ := set()
	if !c.Wants() {
		t.Fatal("there is nothing to do")
	}
	i, input := c.Give(nil)
	b, err := helper.Work(i, input, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := helper.Work(i, input[:len(input)-1], nil); err == nil {
		t.Error("half an input was worked at")
	}
	if c.Take(i, b[:len(b)-1]) == nil || c.Take(-1, b) == nil {
		t.Error("half a result was taken")
	}
	elsewhere, _ := set()
	elsewhere.Within(5)
	elsewhere.Wants()
	j, input := elsewhere.Give(nil)
	short, err := helper.Work(j, input, nil)
	if err != nil {
		t.Fatal(err)
	}
	if c.Take(i, short) == nil {
		t.Error("a leg that ends elsewhere was taken")
	}
	if err := c.Take(i, b); err != nil {
		t.Error(err)
	}
	if err := c.Take(i, b); err != nil {
		t.Error("a second result counts for nothing, and is no error:", err)
	}
	walk(t, c, 100, func() {})
}

// Rounds beyond an end are not to be, and one that is half past it has to begin anew.
func TestWithin(t *testing.T) {
	c, _ := set()
	c.Wants()
	if !c.Within(30) {
		t.Error("a round that has not begun can't be given up")
	}
	if stops := walk(t, c, 28, func() {}); !slices.Equal(stops, []int64{7, 14, 20, 21, 28}) {
		t.Errorf("stops at %v", stops)
	}
	if c.Within(29) {
		t.Error("a round that goes to 30 ends at 29")
	}
}
