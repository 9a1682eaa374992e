package stability

import (
	"strconv"

	"driftlab/engine/stability"
	"driftlab/render"
)

// turns are what is done to the strokes of the tasks.
var turns = [...]string{"as drawn", "x, y swapped", "upside down"}

// first is the first task with the strokes turned in a way, from 1 on.
func first(phase int) int {
	for i := range stability.Tasks {
		if turned(i) == phase {
			return i
		}
	}
	return 0
}

// turned is how the strokes of a task are turned, from 1 on; 0 if there is no such task.
func turned(of int) int {
	if of < 0 || of >= len(stability.Tasks) {
		return 0
	}
	return 1 + int(stability.Tasks[of].Turn)
}

// bands are the tasks of each turn along an axis of networks.
func bands(tasks int) (all []render.Band) {
	for i := range tasks {
		if phase := turned(i); phase > 0 && i == first(phase) {
			from := float64(i) + 0.5
			if i == 0 {
				from = 0
			}
			all = append(all, render.Band{From: from, Name: turns[phase-1], Phase: phase})
		}
	}
	return all
}

// label is the digit that a task has for an answer.
func label(of, answer int) string {
	if of < 0 || of >= len(stability.Tasks) {
		return strconv.Itoa(answer)
	}
	return strconv.Itoa(stability.Tasks[of].Labels[answer])
}

// A called is what a learner is called, from the longest to the shortest.
type called [2]string

// learners are the learners by their names on the dial.
var learners = map[string]called{
	"ncl":    {"Natural continual learning", "NCL"},
	"replay": {"Replay", "Replay"},
	"kfac":   {"K-FAC penalty", "K-FAC"},
	"ewc":    {"Elastic weight consolidation", "EWC"},
	"si":     {"Synaptic intelligence", "SI"},
	"dowm":   {"DOWM", "DOWM"},
	"none":   {"Nothing against forgetting", "None"},
}

// call is what a learner is called.
func call(name string) called {
	if c, ok := learners[name]; ok {
		return c
	}
	return called{name, name}
}

// noted is what the note reports of r² after 15 tasks, in 4v5 and in 1v7.
var noted = map[string][2]float32{"ncl": {0.95, 0.99}, "replay": {0.27, 0.36}}

// notedTasks is how many tasks the note's numbers are after.
const notedTasks = 15
