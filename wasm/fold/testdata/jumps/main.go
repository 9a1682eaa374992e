// Command jumps goes all ways that a Go program can: its goroutines are put aside in the middle of loops, grow
// their stacks there, panic and go on. If it comes back to another place, it prints something else.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
)

// passed goes from loop to loop by hand, with a call in one of them.
//
//go:noinline
func passed(n int, c chan int) (sum int) {
	i := 0
	if n%2 == 1 {
		goto inner
	}
outer:
	sum += <-c
	i++
inner:
	for ; i%5 != 0; i++ {
		sum = sum*3 + i
		if sum%7 == 0 {
			goto outer
		}
	}
	if i++; i < n {
		goto inner
	}
	return sum
}

// table goes through a square from both ends, without a call.
//
//go:noinline
func table(square [][]int) (sum int) {
rows:
	for i, row := range square {
		for j := len(row) - 1; j >= 0; j-- {
			switch v := row[j]; {
			case v == i:
				continue rows
			case v > 90:
				break rows
			case v%3 == 0:
				sum -= v
			default:
				for k := v; k > 0; k /= 2 {
					sum += k & j
				}
			}
		}
	}
	return sum
}

//go:noinline
func deeper(n int) int {
	var room [100]int
	for i := range room {
		room[i] = n ^ i
	}
	if n > 0 {
		room[n%100] += deeper(n - 1)
	}
	return room[n%100] + room[50]
}

// risky has calls that panic in a loop with deferred ones.
func risky(i int, said *[]string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%d: %v", i, r)
		}
	}()
	for k := range 4 {
		defer func() {
			runtime.Gosched()
			*said = append(*said, fmt.Sprint(i, k))
		}()
		if k == i%5 {
			_ = []int{1, 2, 3}[i]
		}
	}
	return errors.New("none")
}

func numbers(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if runtime.Gosched(); !yield(i) {
				return
			}
		}
	}
}

func main() {
	c, done := make(chan int), make(chan bool)
	go func() {
		for i := range 10_000 {
			select {
			case c <- i:
			case <-done:
				return
			}
		}
	}()
	for n := range 20 {
		fmt.Println(n, passed(n, c))
	}
	close(done)
	square := make([][]int, 12)
	for i := range square {
		for j := range 9 {
			square[i] = append(square[i], (i*i+7*j)%(20+10*j))
		}
	}
	fmt.Println(table(square), table(square[5:]))
	results := make(chan int)
	for n := range 8 {
		go func() { results <- deeper(n * n * 40) }()
	}
	var sums []int
	for range 8 {
		sums = append(sums, <-results)
		runtime.GC()
	}
	slices.Sort(sums)
	fmt.Println(sums)
	var said []string
	for i := range 7 {
		fmt.Println(risky(i, &said))
	}
	fmt.Println(said)
	count := map[string]int{}
	for i := range numbers(100) {
		for j := range numbers(i) {
			if j > 10 {
				break
			}
			count[fmt.Sprint(i%3, j%2)]++
		}
		if i == 77 {
			break
		}
	}
	fmt.Println(count)
}
