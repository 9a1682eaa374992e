// Package assets carries the exhibits' data into programs that have no server to fetch them from.
package assets

import "embed"

//go:embed data
var files embed.FS

// Data are the files of data that exhibits name, those that had been made when the program was built:
// go generate ./engine/task/digits makes them.
var Data data

type data struct{}

// ReadFile is a file's content.
func (data) ReadFile(name string) ([]byte, error) { return files.ReadFile("data/" + name) }
