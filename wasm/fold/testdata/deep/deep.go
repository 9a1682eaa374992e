// Command deep is a program whose stack the runtime has to walk, move and unwind.
package main

import (
	"fmt"
	"runtime"
)

//go:noinline
func aNameThatNobodyElseHas(n int, keep *[]*int) int {
	var room [64]int
	room[n%64] = n
	*keep = append(*keep, &n)
	if n == 0 {
		panic("too deep")
	}
	return room[n%64] + aNameThatNobodyElseHas(n-1, keep)
}

func caught() (text string) {
	defer func() { text = fmt.Sprint("recovered: ", recover()) }()
	var kept []*int
	aNameThatNobodyElseHas(3000, &kept)
	return ""
}

func main() {
	done := make(chan string)
	go func() { done <- caught() }()
	fmt.Println(<-done)
	sum := 0
	for i := range 200 {
		b := make([]int, 10000)
		b[i] = i
		sum += b[i]
		if i%50 == 0 {
			runtime.GC()
		}
	}
	defer func() {
		var m map[string]int
		defer func() { fmt.Println(recover(), sum) }()
		m["a"] = 1
	}()
	var p *struct{ x int }
	defer func() { fmt.Println(recover()) }()
	fmt.Println(p.x)
}
