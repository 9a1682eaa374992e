package main

import (
	"bytes"
	"math"
	"reflect"
	"strconv"
	"strings"

	"codeberg.org/sbinet/npyio/npz"
	"github.com/parquet-go/parquet-go"

	"driftlab/engine/sweep"
)

// A runRow is a run of a sweep as tables have it, and by its tags the columns of all of them. Numbers are NaN where there is
// none, which a CSV leaves empty.
type runRow struct {
	Run     int64   `parquet:"run"`
	Seed    int64   `parquet:"run_seed"`
	Rule    string  `parquet:"rule,dict"`
	Kind    string  `parquet:"noise_kind,dict"`
	Noise   float64 `parquet:"update_noise"`
	Label   float64 `parquet:"label_noise"`
	Task    string  `parquet:"task,dict"`
	Init    string  `parquet:"init,dict"`
	Samples int64   `parquet:"samples"`
	Inputs  int64   `parquet:"inputs"`
	Outputs int64   `parquet:"outputs"`

	Outcome   string  `parquet:"outcome,dict"`
	Ended     int64   `parquet:"ended"`
	Loss      float32 `parquet:"loss"`
	Fraction  float32 `parquet:"active_fraction"`
	Units     float32 `parquet:"active_units"`
	SI        float32 `parquet:"mean_si"`
	Corr      float32 `parquet:"corr_start"`
	Timescale float64 `parquet:"timescale"`
	HalfLife  float64 `parquet:"half_life"`
	Directed  float64 `parquet:"directed_from"`
	Null      float64 `parquet:"null_from"`

	// The time course.
	CourseStep     []float32 `parquet:"course_step,list"`
	CourseLoss     []float32 `parquet:"course_loss,list"`
	CourseFraction []float32 `parquet:"course_active_fraction,list"`
	CourseUnits    []float32 `parquet:"course_active_units,list"`
	CourseSI       []float32 `parquet:"course_mean_si,list"`
	CourseCorr     []float32 `parquet:"course_corr_start,list"`
}

// columns are the names of all, and where the time course begins among them.
var columns, ofCourse = func() (names []string, first int) {
	t := reflect.TypeFor[runRow]()
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("parquet"), ",")
		if names = append(names, name); t.Field(i).Type.Kind() != reflect.Slice {
			first = len(names)
		}
	}
	return names, first
}()

// row is a run.
func row(k *sweep.Kept, d *sweep.Draw, looks []int64) *runRow {
	r, f := &k.Result, k.Result.Final()
	out := &runRow{
		Run: int64(k.Run), Seed: int64(d.Seed), Rule: sweep.Rules[d.Rule], Kind: sweep.Kinds[d.Kind], Noise: math.NaN(), Label: math.NaN(),
		Task: sweep.Tasks[d.Task], Init: sweep.Inits[d.Init], Samples: int64(d.Samples), Inputs: int64(d.Inputs), Outputs: int64(d.Outputs),
		Outcome: sweep.Outcomes[r.Outcome], Ended: r.Step,
		Loss: float32(f.Loss), Fraction: float32(f.Fraction), Units: float32(f.Units), SI: float32(f.SI), Corr: float32(f.Corr),
		Timescale: r.Tau, HalfLife: r.Half, Directed: r.Directed, Null: r.Null,
		CourseLoss: r.Loss, CourseFraction: r.Fraction, CourseUnits: r.Units, CourseSI: r.SI, CourseCorr: r.Corr,
	}
	switch d.Kind {
	case sweep.UpdateNoise:
		out.Noise = d.Noise
	case sweep.LabelNoise:
		out.Label = d.Label
	}
	for _, step := range looks[:len(r.Loss)] {
		out.CourseStep = append(out.CourseStep, float32(step))
	}
	return out
}

// fields are the values of a run without its time course, or those of a point of that.
func (r *runRow) fields() []string { return texts(reflect.ValueOf(r).Elem(), 0, ofCourse, 0) }

func (r *runRow) point(k int) []string {
	return append([]string{strconv.FormatInt(r.Run, 10)}, texts(reflect.ValueOf(r).Elem(), ofCourse, len(columns), k)...)
}

// texts are some of the values, and of lists one.
func texts(r reflect.Value, from, to, at int) (all []string) {
	for i := from; i < to; i++ {
		v := r.Field(i)
		if v.Kind() == reflect.Slice {
			v = v.Index(at)
		}
		text := v.String()
		switch v.Kind() {
		case reflect.Int64:
			text = strconv.FormatInt(v.Int(), 10)
		case reflect.Float32, reflect.Float64:
			if text = ""; !math.IsNaN(v.Float()) {
				text = strconv.FormatFloat(v.Float(), 'g', -1, v.Type().Bits())
			}
		}
		all = append(all, text)
	}
	return all
}

// csv is a row for each run, or for each point of their time courses.
func (m *merger) csv() ([]byte, error) {
	var b bytes.Buffer
	line := func(fields []string) { b.WriteString(strings.Join(fields, ",") + "\n") }
	if m.courses {
		line(append([]string{columns[0]}, columns[ofCourse:]...))
	} else {
		line(columns[:ofCourse])
	}
	for _, r := range m.rows() {
		if !m.courses {
			line(r.fields())
			continue
		}
		for k := range r.CourseStep {
			line(r.point(k))
		}
	}
	return b.Bytes(), nil
}

// parquet has a row for each run, with its time course in lists, and what the sweep is in its metadata.
func (m *merger) parquet() ([]byte, error) {
	var b bytes.Buffer
	w := parquet.NewGenericWriter[runRow](&b, parquet.Compression(&parquet.Snappy), parquet.KeyValueMetadata("driftlab", m.session.Link()))
	for _, r := range m.rows() {
		if _, err := w.Write([]runRow{*r}); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

// npz has an array for each column: of time courses one of runs and points, NaN from where a run diverged.
func (m *merger) npz() ([]byte, error) {
	var b bytes.Buffer
	rows, points := m.rows(), len(m.all.Looks())
	w := npz.NewWriter(&b)
	for i, name := range columns {
		if err := w.Write(name+".npy", array(rows, i, points)); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

// array is a column.
func array(rows []*runRow, i, points int) any {
	var column reflect.Value
	for _, r := range rows {
		v := reflect.ValueOf(r).Elem().Field(i)
		if course, ok := v.Interface().([]float32); ok {
			course = append([]float32(nil), course...)
			for len(course) < points {
				course = append(course, float32(math.NaN()))
			}
			v = reflect.ValueOf(course)
		}
		if !column.IsValid() {
			column = reflect.MakeSlice(reflect.SliceOf(v.Type()), 0, len(rows))
		}
		column = reflect.Append(column, v)
	}
	return column.Interface()
}
