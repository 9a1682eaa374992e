package stability

import (
	"math"
	"slices"

	"driftlab/engine/nn/rnn"
	"driftlab/engine/num"
	"driftlab/engine/task"
	"driftlab/engine/task/digits"
	"driftlab/engine/wire"
)

// picture is a frame used again for each picture.
type picture struct {
	frame Frame
	desk  *desk // for the digit that is followed
	pass  *rnn.Pass
	shown [2]shown
	heard [2]heard
	r     []float32 // room for activities and probabilities
	says  []float32
}

// shown is what the parts of a learner's picture are of that change with the tasks only.
type shown struct {
	kept, probe int
	permute     string
}

// heard is what the answers of a learner's networks are to.
type heard struct {
	kept, probe, digit, drawings int
}

// AppendFrame appends the newest picture. While the run plays, its words and curves are those of the last
// report: to ask about all tasks so far costs as much as some ten iterations.
func (s *Sim) AppendFrame(b []byte, playing bool) ([]byte, error) {
	if playing {
		s.newest()
	} else {
		s.Measure()
	}
	f := &s.pic.frame
	f.Head.Run, f.Step, f.Playing = s.runs, s.steps, playing
	f.Trouble, _ = s.trouble()
	s.draw(&f.Head)
	s.settings(f)
	s.follow(f)
	for i, c := range s.courses {
		l := &f.Learners[i]
		s.digit(c, l)
		if now := (heard{len(c.scores), s.probe(), s.params.Digit, s.drawings}); now != s.pic.heard[i] {
			s.pic.heard[i] = now
			s.each(c, l)
		}
		if now := (shown{len(c.scores), s.probe(), s.params.Permute}); now != s.pic.shown[i] {
			s.pic.shown[i] = now
			c.scoreboard(l)
			c.ways(l, s.probe())
			c.permuted(l, s.params.Permute)
		}
	}
	return f.MarshalMsg(b)
}

// probe is which of the probes is shown.
func (s *Sim) probe() int {
	return slices.IndexFunc(probes[:], func(of int) bool { return Tasks[of].Name == s.params.Probe })
}

// settings fills in what is the same for both learners.
func (s *Sim) settings(f *Frame) {
	p := &s.params
	f.Task, f.Probe, f.Units, f.Points = p.task(s.steps)-1, probes[s.probe()], p.Units, points
	f.Permute = p.Permute
	if len(f.Learners) == len(s.courses) {
		return
	}
	for i := range p.Tasks {
		f.Tasks = append(f.Tasks, Tasks[i].Name)
	}
	f.Probes = append(f.Probes, probes[:]...)
	f.Learners = make([]Learner, len(s.courses))
	for i, c := range s.courses {
		f.Learners[i].Name = string(c.name)
		s.pic.shown[i].kept = -1
	}
}

// followed is the digit that is followed: the visitor's, or a test digit of the probe.
func (s *Sim) followed(probe int) (set *digits.Set, which int32) {
	if d := s.drawn(); d != nil {
		return &d.set, 0
	}
	i := s.params.Digit % s.params.Probes
	return &s.data.Test, s.data.Test.Of(Tasks[probe].Labels[i%2])[i/2]
}

// present puts the digit that is followed before the networks, as one of the probe.
func (s *Sim) present(probe int) {
	if s.pic.desk == nil {
		s.pic.desk = newDesk(1, s.courses[0].most, s.params.Pen)
		s.pic.pass = rnn.NewPass(s.courses[0].net, s.pic.desk.batch)
	}
	set, which := s.followed(probe)
	s.pic.desk.trials = append(s.pic.desk.trials[:0], trial{which, probe, 1})
	s.pic.desk.lay(set, s.params.key(task.StreamPen), fixedNumber|uint64(probe))
}

// follow fills in the digit that is followed, and the right answers to the probe's.
func (s *Sim) follow(f *Frame) {
	of := &Tasks[f.Probe]
	test := &s.data.Test
	set, which := s.followed(f.Probe)
	rows := set.Rows(int(which))
	d := &f.Digit
	d.Label, d.Steps = int(set.Labels[which]), length(rows)
	if set != test {
		d.Label = -1
	}
	d.X, d.Y, d.Lifts = d.X[:0], d.Y[:0], d.Lifts[:0]
	x, y := 0, 0
	for _, r := range rows {
		x, y = x+int(r.DX), y+int(r.DY)
		lift := byte(0)
		if r.EOS {
			lift = 1
		}
		d.X, d.Y, d.Lifts = append(d.X, byte(x)), append(d.Y, byte(y)), append(d.Lifts, lift)
	}
	s.present(f.Probe)
	e := s.courses[0].exam
	e.desk.trials = s.courses[0].test(f.Probe, e.desk.trials[:0])
	e.desk.sort(test)
	f.Answers = f.Answers[:0]
	for _, t := range e.desk.trials {
		answer := byte(0)
		if int(test.Labels[t.digit]) == of.Labels[1] {
			answer = 1
		}
		f.Answers = append(f.Answers, answer)
	}
}

// digit fills in what a learner does with the digit that is followed, now and then.
func (s *Sim) digit(c *course, l *Learner) {
	c.load(c.theta)
	l.Now, l.Says = s.watch(c, l.Now[:0], l.Says[:0])
	l.Then, l.Said = l.Then[:0], l.Said[:0]
	if of := probes[s.probe()]; len(c.kept) > of {
		copy(c.net.Theta, c.kept[of])
		l.Then, l.Said = s.watch(c, l.Then, l.Said)
	}
}

// each fills in what the networks kept answer to the digit that is followed.
func (s *Sim) each(c *course, l *Learner) {
	l.Each = l.Each[:0]
	for k := range c.scores {
		copy(c.net.Theta, c.kept[k])
		s.pic.r, s.pic.says = s.watch(c, s.pic.r[:0], s.pic.says[:0])
		l.Each = append(l.Each, s.pic.says[len(s.pic.says)-1])
	}
}

// watch appends the activities of the course's network in the digit, and the probability of answer 1.
func (s *Sim) watch(c *course, r, says []float32) (activities, probability []float32) {
	pass, b := s.pic.pass, s.pic.desk.batch
	pass.Forward(c.net, b, c.p.key(task.StreamNoise), fixedNumber|uint64(probes[s.probe()]))
	w := c.net.C()
	for t := range int(b.Steps[0]) {
		var y float64
		r = pass.AppendR(r, c.net, t, 0)
		for j, v := range r[len(r)-c.net.H:] {
			y += float64(float64(v) * float64(w[2*j+1]-w[2*j]))
		}
		says = append(says, float32(1/(1+num.Exp(-y))))
	}
	return r, says
}

// scoreboard fills in the shares right of the networks kept.
func (c *course) scoreboard(l *Learner) {
	l.Kept, l.Scores = len(c.scores), l.Scores[:0]
	for _, row := range c.scores {
		for i := range c.p.Tasks {
			v := float32(math.NaN())
			if i < len(row) {
				v = float32(row[i])
			}
			l.Scores = append(l.Scores, v)
		}
	}
}

// ways fills in the dynamics of a probe, and how alike they are in all.
func (c *course) ways(l *Learner, probe int) {
	l.R2 = make([]wire.Floats, len(probes))
	for i := range c.views {
		if len(c.views[i].r2) < l.Kept {
			continue // its task is not among those that were reviewed
		}
		for _, r := range c.views[i].r2[:l.Kept] {
			l.R2[i] = append(l.R2[i], float32(r))
		}
	}
	v, own := &c.views[probe], probes[probe]
	l.Paths, l.Lo, l.Hi = l.Paths[:0], 0, 0
	if len(v.paths) < l.Kept || l.Kept <= own {
		return
	}
	l.Lo, l.Hi = v.extent(own)
	for _, path := range v.paths[:l.Kept] {
		for _, z := range path {
			l.Paths = append(l.Paths, shade(z, l.Lo, l.Hi))
		}
	}
}

// shade is [lo, hi] as [0, 255]; what is beyond is at the border, and what is no number at 0.
func shade(v, lo, hi float32) byte {
	if share := (v - lo) / (hi - lo); share > 0 {
		return byte(float32(255 * min(share, 1)))
	}
	return 0
}
