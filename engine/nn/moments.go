package nn

import "driftlab/engine/num"

// The settings of Adam and RMSprop.
const (
	beta1, beta2, alpha, epsilon = 0.9, 0.999, 0.99, 1e-8

	logBeta1, logBeta2 = -0.10536051565782628, -0.0010005003335835335
)

// Moments are what Adam and RMSprop remember of the gradients. They belong to one rule: another
// begins with nothing.
type Moments struct {
	Rule Rule      // whose they are; empty: there are none
	Time int64     // steps since they were zero
	M    []float32 // as Theta: running mean; none of RMSprop
	V    []float32 // as Theta: running mean of the squares
}

// belong makes the moments those of a rule, for so many parameters.
func (m *Moments) belong(rule Rule, parameters int) {
	switch {
	case rule == m.Rule:
	case rule == Adam:
		*m = Moments{Rule: rule, M: make([]float32, parameters), V: make([]float32, parameters)}
	case rule == RMSprop:
		*m = Moments{Rule: rule, V: make([]float32, parameters)}
	default:
		*m = Moments{}
	}
}

// Fit reports whether they are moments that a net of so many parameters could have come to.
func (m *Moments) Fit(parameters int) bool {
	first, second := 0, 0
	switch m.Rule {
	case "":
		return m.Time == 0 && len(m.M) == 0 && len(m.V) == 0
	case Adam:
		first, second = parameters, parameters
	case RMSprop:
		second = parameters
	default:
		return false
	}
	return m.Time >= 0 && len(m.M) == first && len(m.V) == second
}

// step moves theta along grad.
func (m *Moments) step(theta, grad []float32, rate float32) {
	m.Time++
	if m.Rule == RMSprop {
		r := num.RMSprop{Rate: rate, Alpha: alpha, Epsilon: epsilon}
		r.Step(theta, grad, m.V)
		return
	}
	t := float64(m.Time)
	a := num.Adam{
		Rate: rate, Beta1: beta1, Beta2: beta2, Epsilon: epsilon,
		Correction1: float32(1 - num.Exp(t*logBeta1)), Correction2: float32(1 - num.Exp(t*logBeta2)),
	}
	a.Step(theta, grad, m.M, m.V)
}
