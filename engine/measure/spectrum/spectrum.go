// Package spectrum computes the eigenvalues of the loss's Hessian: how steep the valley is in
// which a network with one hidden layer drifts.
//
//	y_t = n f(m x_t + b)     L = (1/M) sum_t |y_t - target_t|^2     M = T*O
//
// Reported is the Gauss-Newton part of the Hessian, (2/M) J'J with J = dy/dtheta. At an error
// of zero it is all of it. With relu its trace is the whole Hessian's at any error, for what is
// left out has nothing on its diagonal; with a smooth f it has, the errors times f's second
// derivative.
//
// The P x P matrix is never made: the kernel (2/M) J J' has the same eigenvalues but for zeros,
// and so has (2/M) J'J over the parameters of the active units. The smaller of the two is
// reduced to a tridiagonal matrix by Householder's reflections, and that to its eigenvalues by
// the QL algorithm (Golub, Van Loan, Matrix Computations, 8.3). If both have more than Largest
// rows, the eigenvalues are sampled by stochastic Lanczos quadrature (Ubaru, Chen, Saad, SIAM
// J. Matrix Anal. Appl. 38, 2017).
//
// All is in float64, and gives the same bits on every machine: that is why the work is not
// gonum's, which sums in another order on amd64. Gonum is what the tests compare it with.
package spectrum

// Threshold is how large an eigenvalue is, as a share of the largest, if it counts as non-zero.
//
// The spectra of large nets have no gap where it could stand (preset fig2 of the track at step
// 500,000: 325 eigenvalues above 1e-5, 442 above 1e-6, 632 above 1e-7, and so on down to 1e-15),
// and so it says what is flat for a run: at the edge of stability, lambda_max = 2/eta, gradient
// descent forgets a displacement along an eigenvector in 1/(eta lambda) steps, which below the
// threshold is more than half a million. Rounding is far below it: that of float64 at some
// 1e-15, that of the float32 activities at its square in J'J, 1e-14.
const Threshold = 1e-6

// Largest is how many rows a matrix may have whose eigenvalues are computed, all of them; it
// then takes 36 MB.
const Largest = 3000

// How larger ones are sampled. So few steps do not tell apart the smallest of the eigenvalues
// above the threshold: in the track's fig2 at steps 0, 10,000 and 500,000 the rank comes out
// within 6 % and the sum of logarithms within 9 % of the exact one, which is more than their
// standard errors of 2 %; and the lowest bins of the histogram are lumps.
const (
	Probes = 10  // random vectors
	Depth  = 200 // steps of Lanczos's recurrence with each, fewer if M is beyond 40,000
)

// The histogram's bins.
const (
	Lowest = -8 // log10 of where the first begins
	Decade = 4  // bins in a decade
	Bins   = 44 // the last begins a quarter of a decade below 1e3
)

// A Spectrum is what is known of the eigenvalues lambda of a Hessian.
type Spectrum struct {
	P        int     // how many there are: the parameters, H(D+1+O)
	ZeroRows int     // of the Hessian: D+1+O for each unit that is silent for every sample
	Sum      float64 // of all lambda: the trace, always exact
	Max      float64 // the largest: exact, or to 1e-6 of it if Sampled

	Rank   float64 // how many are above Threshold*Max
	SumLog float64 // the sum of the natural logarithms of these; 0 of none

	// Histogram is how many are in each bin: bin i begins at 10^(Lowest + i/Decade), and the last
	// takes what lies beyond it. Below is how many lie before the first, zeros and all.
	Histogram [Bins]float64
	Below     float64

	// Sampled says that Rank, SumLog and the histogram are means over Probes random vectors; the
	// errors are the standard errors of the means. They are 0 of what is exact.
	Sampled                bool
	RankError, SumLogError float64
}

// A Snapshot is what the spectrum follows from: the data, and a forward pass over them. Nothing
// of it is kept.
type Snapshot struct {
	T, D, O int
	Inputs  []float32   // T x D, sample after sample
	Hidden  [][]float32 // H rows of at least T: the hidden units' activity h
	Slope   [][]float32 // the same of f'(a); nil for relu, where it is 1 if h > 0, else 0
	Out     [][]float32 // H rows of O: the output weights n
}
