package whole

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"

	"driftlab/engine/run"
)

// sums are runs each of which is the sum of its number and the results of all runs up to five before it.
type sums struct {
	results []uint64
	began   int
}

const apart = 5

func (s *sums) Ready(i int) bool { return len(s.results) >= i-apart+1 }

func (s *sums) Input(i int, dst []byte) []byte {
	var sum uint64
	for k := 0; k <= i-apart; k++ {
		sum += s.results[k]
	}
	return binary.LittleEndian.AppendUint64(dst, sum)
}

func (s *sums) Check(_ int, result []byte) bool { return len(result) == 8 }

func (s *sums) Keep(i int, result []byte) {
	if i != len(s.results) {
		panic("out of turn")
	}
	s.results = append(s.results, binary.LittleEndian.Uint64(result))
}

// adder takes four pieces for a run.
type adder struct {
	sum   uint64
	piece int
	began *int
}

func (a *adder) Begin(i int, input []byte) error {
	*a.began++
	a.sum, a.piece = uint64(i)+binary.LittleEndian.Uint64(input), 0
	return nil
}

func (a *adder) Piece() bool { a.piece++; return a.piece == 4 }

func (a *adder) Result(dst []byte) []byte { return binary.LittleEndian.AppendUint64(dst, a.sum) }

func newSums(many int) (*Runs, *sums) {
	s, r := &sums{}, &Runs{}
	r.Begin(many, s, &adder{began: &s.began}, func() Runner { return &adder{began: &s.began} })
	return r, s
}

// alone does all runs here.
func alone(t *testing.T, many int) []uint64 {
	r, s := newSums(many)
	kept := 0
	for {
		got := r.Step()
		if got == run.Over {
			break
		}
		if got == run.Stepped {
			kept++
		}
		if r.Kept() != kept || got == run.Waiting {
			t.Fatalf("%d kept, %d steps, outcome %v", r.Kept(), kept, got)
		}
	}
	if s.began != many || len(s.results) != many {
		t.Fatalf("%d begun, %d kept", s.began, len(s.results))
	}
	return s.results
}

// Helpers that are late, in another order, lose what they have or bring it twice change nothing.
func TestHelpers(t *testing.T) {
	const many = 60
	want := alone(t, many)
	for seed := range uint64(20) {
		chance := rand.New(rand.NewPCG(seed, 1))
		r, s := newSums(many)
		other, _ := newSums(many)
		type result struct {
			i     int
			bytes []byte
		}
		var away []result
		for r.Step() != run.Over {
			if r.Wants() && chance.IntN(3) > 0 {
				i, input := r.Give(nil)
				bytes, err := other.Work(i, input, nil)
				if err != nil {
					t.Fatal(err)
				}
				if chance.IntN(10) == 0 {
					r.Recall()
				} else {
					away = append(away, result{i, bytes})
				}
			}
			if n := len(away); n > 0 && chance.IntN(4) == 0 {
				k := chance.IntN(n)
				for range 2 {
					if err := r.Take(away[k].i, away[k].bytes); err != nil {
						t.Fatal(err)
					}
				}
				away = slices.Delete(away, k, k+1)
			}
		}
		if !slices.Equal(s.results, want) {
			t.Errorf("seed %d: helpers come to other results", seed)
		}
	}
}

// A helper that is never heard of again is not waited for for ever, and what is no result is refused.
func TestLost(t *testing.T) {
	const many = 8
	r, s := newSums(many)
	for r.Wants() {
		r.Give(nil)
	}
	waited := false
	for range 100 * patience {
		got := r.Step()
		waited = waited || got == run.Waiting
		if got == run.Over {
			break
		}
	}
	if !waited || !slices.Equal(s.results, alone(t, many)) {
		t.Errorf("waited: %v; results %v", waited, s.results)
	}
	for _, bad := range []struct {
		i     int
		bytes []byte
	}{{-1, make([]byte, 8)}, {many, make([]byte, 8)}, {0, nil}} {
		if r.Take(bad.i, bad.bytes) == nil {
			t.Errorf("%v was taken", bad)
		}
	}
	if _, err := r.Work(many, nil, nil); err == nil {
		t.Error("a run that there is not was done")
	}
}

// A run that is lost among many is done again before all others are.
func TestLostAmongMany(t *testing.T) {
	const many = 200
	r, _ := newFree(many)
	other, _ := newFree(many)
	r.Give(nil) // and nobody ever hears of it
	for r.Kept() < 2 {
		if r.Step(); !r.Wants() {
			continue
		}
		i, input := r.Give(nil)
		bytes, err := other.Work(i, input, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Take(i, bytes); err != nil {
			t.Fatal(err)
		}
	}
	ahead := 0
	for _, result := range r.results {
		if result != nil {
			ahead++
		}
	}
	if ahead > 2*most {
		t.Errorf("%d later runs were done before the one that was lost", ahead)
	}
}

// newFree are sums all of which can begin at once.
func newFree(many int) (*Runs, *sums) {
	s, r := &sums{}, &Runs{}
	r.Begin(many, free{s}, &adder{began: &s.began}, func() Runner { return &adder{began: &s.began} })
	return r, s
}

type free struct{ *sums }

func (free) Ready(int) bool { return true }

func (free) Input(_ int, dst []byte) []byte { return binary.LittleEndian.AppendUint64(dst, 0) }

// No run is begun beyond what is wanted, and results of an earlier visit are not computed again.
func TestWithin(t *testing.T) {
	r, s := newSums(20)
	r.Within(2)
	for r.Kept() < 2 {
		r.Step()
	}
	if s.began != 2 || r.Wants() {
		t.Errorf("%d runs were begun for two; wants %v", s.began, r.Wants())
	}
	again, t2 := newSums(20)
	for _, v := range s.results {
		if !again.Restore(binary.LittleEndian.AppendUint64(nil, v)) {
			t.Fatal("a result is not taken back")
		}
	}
	for again.Step() != run.Over {
	}
	if t2.began != 18 || !slices.Equal(t2.results, alone(t, 20)) || again.Restore(make([]byte, 8)) {
		t.Errorf("%d runs were begun", t2.began)
	}
}

// lasting are free sums some runs of which kill whoever does them.
type lasting struct {
	free
	deadly map[int]int // how often they do
}

const failed = 1 << 40

func (lasting) Fail(i int, dst []byte) []byte {
	return binary.LittleEndian.AppendUint64(dst, failed+uint64(i))
}

// mortal is an adder that dies of them.
type mortal struct {
	adder
	of lasting
	i  int
}

func (m *mortal) Begin(i int, input []byte) error { m.i = i; return m.adder.Begin(i, input) }

func (m *mortal) Piece() bool {
	if m.piece == 2 && m.of.deadly[m.i] > 0 {
		m.of.deadly[m.i]--
		panic("the ground gave way")
	}
	return m.adder.Piece()
}

func newLasting(many int, deadly map[int]int) (*Runs, *sums) {
	s, r := &sums{}, &Runs{}
	plan := lasting{free{s}, deadly}
	runner := func() Runner { return &mortal{adder: adder{began: &s.began}, of: plan} }
	r.Begin(many, plan, runner(), runner)
	return r, s
}

// A run that kills whoever does it is tried once more, and has then failed: here, with a helper, and first with one and then here.
// It ends nothing else. A helper's death does not count against a run that only waited with it.
func TestFailed(t *testing.T) {
	const many, once, always, waits = 9, 2, 5, 7
	want := []uint64{0, 1, once, 3, 4, failed + always, 6, waits, 8}
	deadly := func() map[int]int { return map[int]int{once: 1, always: 9} }
	for _, helps := range []bool{false, true} {
		r, s := newLasting(many, deadly())
		other, _ := newLasting(many, deadly())
		gone := map[int]int{}
		for r.Step() != run.Over {
			if !helps || !r.Wants() {
				continue
			}
			i, input := r.Give(nil)
			bytes, dead := workOrDie(t, other, i, input)
			switch {
			case i == waits && gone[i] < 3:
				gone[i]++
				r.Lose(i, false)
			case dead:
				gone[i]++
				r.Lose(i, true)
				r.Lose(many+1, true) // there is none
			default:
				if err := r.Take(i, bytes); err != nil {
					t.Fatal(err)
				}
				r.Lose(i, true) // which is done
			}
		}
		if !slices.Equal(s.results, want) {
			t.Errorf("helper %v: %v, want %v", helps, s.results, want)
		}
		if helps && gone[always] == 0 {
			t.Error("no helper has died")
		}
	}
}

// workOrDie has a helper do a run.
func workOrDie(t *testing.T, helper *Runs, i int, input []byte) (bytes []byte, dead bool) {
	t.Helper()
	defer func() {
		if recover() != nil {
			dead = true
		}
	}()
	bytes, err := helper.Work(i, input, nil)
	if err != nil {
		t.Fatal(err)
	}
	return bytes, false
}

// A plan that has no result for that is told of what its runs die of.
func TestDeathIsToldWherePlansKnowNoFailure(t *testing.T) {
	s, r := &sums{}, &Runs{}
	deadly := lasting{free{s}, map[int]int{0: 1}}
	r.Begin(3, free{s}, &mortal{adder: adder{began: &s.began}, of: deadly}, nil)
	defer func() {
		if recover() == nil {
			t.Error("nobody has heard of it")
		}
	}()
	for range 10 {
		r.Step()
	}
}
