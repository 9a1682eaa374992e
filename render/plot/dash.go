package plot

import "math"

// Dashes cuts the line through the points into dashes with gaps between them, lengths in
// the points' units, and hands each dash on as a line of its own. It gathers them in room,
// and returns that for the next time.
func Dashes(line []Point, dash, gap float64, room []Point, each func(piece []Point)) []Point {
	room = room[:0]
	on, left := true, dash // of the dash or the gap that is under way
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		length := math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y))
		for done := 0.0; done < length; {
			step := min(left, length-done)
			if on {
				if len(room) == 0 {
					room = append(room, between(a, b, done/length))
				}
				room = append(room, between(a, b, (done+step)/length))
			}
			if step < left { // the piece ends first
				left -= step
				break
			}
			done += step
			if on {
				each(room)
				room = room[:0]
			}
			if on = !on; on {
				left = dash
			} else {
				left = gap
			}
		}
	}
	if len(room) > 0 {
		each(room)
	}
	return room
}

// between is the point at a share of the way from a to b.
func between(a, b Point, share float64) Point {
	return Point{X: Lerp(a.X, b.X, float32(share)), Y: Lerp(a.Y, b.Y, float32(share))}
}
