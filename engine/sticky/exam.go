package sticky

// atOnce is how many test digits are asked about at once, at least.
const atOnce = 50

// An exam asks a network about the test digits of the tasks so far, task by task.
type exam struct {
	of, at int // the task and the digit that come next

	right  []float64 // of each task that was asked about
	count  int       // of those right in the present one
	loss   float64   // sum over the digits of the present task
	active int
}

// task is which task is learned up to a step, from 1 on.
func (l *lesson) task(step int64) int {
	per := l.per()
	return int(max(1, (step+per-1)/per))
}

// ask asks the present network about some test digits more, and reports whether it has been asked about all.
func (l *lesson) ask() bool {
	if l.Asked {
		return true
	}
	e, d := &l.exam, &l.data.test
	now := l.task(l.Step)
	many := min(atOnce, d.count()-e.at)
	p := l.lay(d, nil, e.at, many, e.of)
	p.Lose(&l.net, l.targets)
	e.count, e.loss, e.active = e.count+p.Right, e.loss+p.Loss, e.active+p.Active()
	if e.at += many; e.at < d.count() {
		return false
	}
	n := float64(d.count())
	e.right = append(e.right, float64(e.count)/n)
	if e.of+1 == now {
		l.Loss, l.Active = e.loss/n, float64(e.active)/(n*float64(l.p.Units))
		l.Right = append(l.Right[:0], e.right...)
		l.Asked = true
		*e = exam{right: e.right[:0]}
		return true
	}
	e.of, e.at, e.count, e.loss, e.active = e.of+1, 0, 0, 0, 0
	return false
}
