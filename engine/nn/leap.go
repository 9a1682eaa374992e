package nn

import (
	"math"
	"math/bits"
	"slices"

	"driftlab/engine/num"
	"driftlab/engine/rng"
)

// A hidden unit that is off for every sample gets no gradient: under update noise of gradient
// descent all of its parameters, those of its input and of its output, only walk at random, by
// eta s_u N(0, 1) a step. k steps of that walk are one Gaussian step, sqrt(k) times as large. So
// such a unit leaps: it stays where it is for k steps and then takes them at once, and in between
// costs nothing. That is exact in distribution as long as the unit cannot wake in between.
//
// Its input in sample t, which is -slack below zero at first, walks too, by eta s_u |x~_t| N(0, 1)
// a step, x~_t being the sample's input with the 1 of the bias. The steps S are independent and
// symmetric, so that by Levy's inequality
//
//	P(max_{i <= k} S_i > slack) <= 2 P(S_k > slack) = 2 Q(slack / (eta s_u |x~_t| sqrt(k)))
//
// with Q the normal's upper tail, and the chance that the unit wakes for any sample is at most the
// sum of that over the samples. k is the largest power of two for which T times the largest term,
// which is no less than that sum, is below Chance. As Q is at most e^(-z^2/2) / (z sqrt(2 pi)), one
// distance z does for all units: T e^(-z^2/2) 2 / (z sqrt(2 pi)) = Chance.
//
// A leap that is begun at step n ends at the next multiple of k, so that it has k steps at most.
// There the unit is looked at again: it leaps on, or goes on foot. When it ends follows from the
// parameters and the step alone, however often the run is looked at, saved or begun again. Until
// then the unit's parameters are those at its last leap's end; what a silent unit's are touches
// neither outputs nor loss nor maps.
//
// The noise of a leap is that of its last step and its unit, in a stream of its own. Until units leap a
// run has the bits that it has without leaps.
//
// Units of other activations are never silent. Other rules remember gradients or try directions;
// without update noise silent units stand still. There everything is as without leaps.

// Chance is the most that the chance may be that a unit would have woken in a leap.
const Chance = 1e-9

const (
	leastPower = 2  // of a leap worth its while: 4 steps
	mostPower  = 40 // more steps than a run has
	candidates = 16 // one in so many of those on foot is looked at in a step
	onFoot     = -1
)

// A Leap is one that is under way.
type Leap struct {
	Unit  int
	From  int64 // the step of its parameters
	Power int   // it ends at the next multiple of 2^Power
}

// Leaps are those that are under way in a net, and the noise of their walk.
type Leaps struct {
	Rate, Noise float32
	Under       []Leap // by unit
}

// A leaper knows who leaps.
type leaper struct {
	sounder
	net     *Net
	pass    *Pass
	descent *Descent
	stream  uint32 // of the leaps' noise

	rate, noise float32   // of the walk; noise 0: nobody leaps
	far         float64   // z
	inverse     []float32 // T: 1/|x~_t|
	foot        []int32   // units on foot, ascending
	from        []int64   // H
	power       []int8    // H: onFoot if the unit is
	first       [mostPower + 1]int32
	next        []int32 // H: those that end together, one after the other; -1 ends
	busy        uint64  // bit p: somebody leaps with power p
	down        []int32 // room for those that land
	changed     bool    // foot has changed since the pass was told
}

func newLeaper(of *Learner, stream uint32, chance float64) *leaper {
	n, b := of.net, of.batch
	l := &leaper{
		sounder: newSounder(n, b), net: n, pass: of.pass, descent: &of.descent, stream: stream, far: farther(chance / (2 * float64(b.T))),
		from: make([]int64, n.H), power: make([]int8, n.H), next: make([]int32, n.H), foot: make([]int32, 0, n.H), down: make([]int32, 0, n.H),
	}
	l.visit(b)
	for t := range num.Tiles(b.T) {
		l.one.Append(0, t)
	}
	for s := range b.T {
		square := 0.0
		for r := range b.X.Rows {
			x := float64(b.X.At(r, s))
			square += float64(x * x)
		}
		l.inverse = append(l.inverse, float32(1/math.Sqrt(square))) // of 1 at least
	}
	l.stand()
	return l
}

// farther is a distance beyond which a normal is with less than a chance.
func farther(chance float64) float64 {
	near, far := 0.1, 40.0
	for range 60 {
		z := (near + far) / 2
		if num.Exp(-float64(z*z)/2)/float64(z*math.Sqrt(2*math.Pi)) > chance {
			near = z
		} else {
			far = z
		}
	}
	return far
}

// stand has all units go on foot from where they are.
func (l *leaper) stand() {
	l.foot = l.foot[:0]
	for j := range l.power {
		l.power[j] = onFoot
		l.foot = append(l.foot, int32(j))
	}
	l.busy, l.noise = 0, 0
	l.tell()
}

// tell has passes compute the units on foot alone.
func (l *leaper) tell() {
	l.pass.only(l.foot)
	l.changed = false
}

// follow is called before a step is taken from step on. When another walk begins, leaps end where
// they are, after the steps of the last.
func (l *leaper) follow(m Method, key rng.Key, step uint64) {
	noise := m.Noise
	if m.Rule != GD && m.Rule != "" || m.Kind != UpdateNoise {
		noise = 0
	}
	if noise == l.noise && (noise == 0 || m.Rate == l.rate) {
		return
	}
	for j, power := range l.power {
		if power != onFoot && l.from[j] < int64(step) {
			l.leap(int32(j), stride{l.rate, l.noise, key, step - 1})
		}
	}
	l.stand()
	l.rate, l.noise = m.Rate, noise
}

// leap takes the steps since unit j was last moved, up to the end of the one that s describes.
func (l *leaper) leap(j int32, s stride) {
	steps := float64(int64(s.step) + 1 - l.from[j])
	s.noise, s.key.Stream = float32(float64(s.noise)*math.Sqrt(steps)), l.stream
	l.descent.unit(l.net, l.pass.Grad, int(j), s)
}

// step moves those on foot along grad, ends the leaps that end with the step, and begins others.
func (l *leaper) step(grad []float32, s stride) {
	l.descent.units(l.net, grad, l.foot, s)
	at := s.step + 1
	if due := l.busy & (at ^ (at - 1)); due != 0 {
		for _, j := range l.landed(due) {
			l.leap(j, s)
			if !l.begin(j, int64(at)) {
				l.power[j] = onFoot
				i, _ := slices.BinarySearch(l.foot, j)
				l.foot = slices.Insert(l.foot, i, j)
				l.changed = true
			}
		}
	}
	l.look(int64(at))
	if l.changed {
		l.tell()
	}
}

// landed are those who leap with these powers, no more from now on.
func (l *leaper) landed(due uint64) []int32 {
	l.down = l.down[:0]
	l.busy &^= due
	for ; due != 0; due &= due - 1 {
		for j := l.first[bits.TrailingZeros64(due)]; j >= 0; j = l.next[j] {
			l.down = append(l.down, j)
		}
	}
	return l.down
}

// look looks at some of the units on foot that were silent in the last Forward.
func (l *leaper) look(at int64) {
	turn := int(at % candidates)
	last := (len(l.foot) - 1 - turn) / candidates * candidates
	for i := turn + last; i >= 0 && i < len(l.foot); i -= candidates {
		j := l.foot[i]
		if len(l.pass.on.Of(int(j))) == 0 && l.begin(j, at) {
			l.foot = slices.Delete(l.foot, i, i+1)
			l.pass.silence(l.net, int(j))
			l.changed = true
		}
	}
}

// begin has unit j leap from a step on, and reports whether it does.
func (l *leaper) begin(j int32, at int64) bool {
	p := l.farthest(l.net.In(int(j)))
	if p < leastPower {
		return false
	}
	l.put(j, at, p)
	return true
}

func (l *leaper) put(j int32, at int64, p int) {
	l.from[j], l.power[j], l.next[j] = at, int8(p), -1
	if l.busy>>p&1 != 0 {
		l.next[j] = l.first[p]
	}
	l.first[p] = j
	l.busy |= 1 << p
}

// farthest is the largest power of two that a unit with input weights m can leap, onFoot if none.
func (l *leaper) farthest(m []float32) int {
	off := l.sound(m)
	near := float32(math.Inf(1))
	for t, inverse := range l.inverse {
		slack := l.low.Data[t] - off
		if !(slack > 0) {
			return onFoot
		}
		near = min(near, float32(slack*inverse))
	}
	root := float64(near) / (float64(float64(l.rate)*float64(l.noise)) * l.far)
	if _, p := math.Frexp(float64(root * root)); p > 0 {
		return min(p-1, mostPower)
	}
	return onFoot
}

// Leap has silent units leap from now on, where that is exact, with noise of this stream.
func (l *Learner) Leap(stream uint32) {
	if l.net.Activation.Sparse() {
		l.leaper = newLeaper(l, stream, Chance)
	}
}

// Stand ends all leaps where they are: the parameters have become others.
func (l *Learner) Stand() {
	if l.leaper != nil {
		l.leaper.stand()
	}
}

// EachLeap calls do for each leap that is under way, by unit, and returns what they are of.
func (l *Learner) EachLeap(do func(Leap)) (rate, noise float32) {
	e := l.leaper
	if e == nil || e.busy == 0 {
		return 0, 0
	}
	for j, p := range e.power {
		if p != onFoot {
			do(Leap{Unit: j, From: e.from[j], Power: int(p)})
		}
	}
	return e.rate, e.noise
}

// LeapOn goes on with leaps that fit, after Stand.
func (l *Learner) LeapOn(leaps Leaps) {
	e := l.leaper
	if e == nil || len(leaps.Under) == 0 {
		return
	}
	e.rate, e.noise = leaps.Rate, leaps.Noise
	for _, u := range leaps.Under {
		e.put(int32(u.Unit), u.From, u.Power)
		e.pass.silence(e.net, u.Unit)
	}
	e.foot = slices.DeleteFunc(e.foot, func(j int32) bool { return e.power[j] != onFoot })
	e.tell()
}

// Fit reports whether these can be under way at a step, in a net of so many units.
func (s *Leaps) Fit(units int, step int64) bool {
	if len(s.Under) > 0 && !(s.Rate > 0 && s.Noise > 0 && num.Finite(s.Rate) && num.Finite(s.Noise)) {
		return false
	}
	last := -1
	for _, u := range s.Under {
		if u.Unit <= last || u.Unit >= units || u.Power < leastPower || u.Power > mostPower ||
			u.From < 0 || u.From > step || u.From>>u.Power != step>>u.Power {
			return false
		}
		last = u.Unit
	}
	return true
}
