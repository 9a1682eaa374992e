// Command sums computes with fields and arrays of all kinds and prints the bits, so that a
// program which loads or stores anything in the wrong place prints something else.
package main

import (
	"fmt"
	"math"
	"simd/archsimd"
)

type all struct {
	b    bool
	i8   int8
	u8   uint8
	i16  int16
	u16  uint16
	i32  int32
	u32  uint32
	i64  int64
	f32  float32
	f64  float64
	row  [16]float32
	wide [16]float64
	next *all
	far  [2000]float32 // beyond the zero page
	last float32
}

//go:noinline
func (a *all) step(x float64) {
	a.b = !a.b
	a.i8, a.u8, a.i16, a.u16 = a.i8*3+1, a.u8+200, a.i16*5-7, a.u16+40000
	a.i32, a.u32, a.i64 = a.i32*7-1, a.u32+0xdeadbeef, a.i64*11+int64(a.i8)
	a.f32, a.f64 = a.f32*0.5+float32(x), math.Sqrt(a.f64)+x
	a.row[3], a.row[4], a.row[15] = a.f32, a.row[3]+1, float32(a.f64)
	a.wide[2], a.wide[15] = a.f64, a.wide[2]/3
	a.far[1999], a.far[7], a.last = a.f32, a.far[1999], a.row[4]
	a.next.f32 += a.row[15]
	a.next.wide[9] = float64(a.next.row[5])
	a.next.row[5] = 2.5
}

type pair struct{ a, b [4]float32 }

//go:noinline
func vectors(to []pair, x, y *[16]float32) {
	s := row(x, 4).Mul(row(y, 8)).Add(row(x, 12)).Sub(archsimd.BroadcastFloat32x4(y[15]))
	for i := range to {
		s = s.Add(row(y, 4))
		s.StoreArray(&to[i].a)
		s.StoreArray(&to[i].b)
	}
}

func row(x *[16]float32, i int) archsimd.Float32x4 {
	return archsimd.LoadFloat32x4Array((*[4]float32)(x[i:]))
}

var table [64]float32

// after fills the table with an index that begins below zero.
//
//go:noinline
func after(from, to int) (sum float32) {
	for i := from; i < to; i++ {
		table[i+1] = float32(i) * 0.75
		sum = sum*0.9 + table[i+1]
	}
	return sum
}

//go:noinline
func fieldOfNil(a *all) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	return fmt.Sprint(a.f32, a.row[9])
}

func main() {
	a, other := &all{f64: 2}, &all{}
	a.next, other.next = other, a
	for i := range 1000 {
		a.step(float64(i) / 3)
		other.step(1 / float64(i+1))
	}
	to := make([]pair, 3)
	vectors(to, &a.row, &other.row)
	fmt.Printf("%x\n", to)
	for _, s := range []*all{a, other} {
		fmt.Println(s.b, s.i8, s.u8, s.i16, s.u16, s.i32, s.u32, s.i64)
		fmt.Printf("%x %x %x %x %x %x\n", math.Float32bits(s.f32), math.Float64bits(s.f64), s.row, s.wide, s.far[7], s.last)
	}
	fmt.Printf("%x %x\n", after(-1, 63), table)
	fmt.Println(fieldOfNil(nil))
}
