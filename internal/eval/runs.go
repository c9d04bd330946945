package eval

import "strings"

// run is a longest piece of a text that is known, or a hole.
type run struct {
	text  string
	parts []part // of a known piece
	hole  *Value // nil: the piece is known
	level int    // how many unknown conditions decide whether it is there
	// edge tells that nothing stands here itself, but what it stands beside is open: a condition decides whether what comes next, or
	// came before, is there. The hole stands for the neighbors.
	edge bool
}

// runs is the text as known pieces and holes in turn, with a hole for what may not be there.
func (v *Value) runs() []run {
	runs := v.leveledRuns()
	var out []run
	for _, r := range runs {
		if r.level > 0 && r.hole == nil {
			r = run{hole: NewUnknown(Place{Range: r.source().Range}, firstCause(v))}
		}
		switch n := len(out); {
		case r.edge:
		case n > 0 && out[n-1].hole == nil && r.hole == nil:
			out[n-1].text += r.text
			out[n-1].parts = append(out[n-1].parts, r.parts...)
		default:
			r.level = 0
			out = append(out, r)
		}
	}
	return out
}

// leveledRuns is the text as known pieces and holes, with what may not be there between edges.
func (v *Value) leveledRuns() []run {
	var runs []run
	var neighbors *Value
	edge := func(level int, parts ...part) run {
		if neighbors == nil {
			neighbors = v.Reason()
		}
		return run{hole: neighbors, edge: true, level: level, parts: parts}
	}
	level := 0
	for _, p := range v.spelledOut() {
		n := len(runs)
		ends := p.level < level && p.hole == nil && p.text == ""
		switch {
		case ends:
			runs = append(runs, edge(p.level, p))
		case p.level != level && (n == 0 || !runs[n-1].edge):
			runs = append(runs, edge(min(level, p.level)))
		}
		level = p.level
		if !ends {
			runs = appendRun(runs, p)
		}
	}
	for i := range runs {
		if runs[i].hole == nil {
			runs[i].text, _ = textOf(runs[i].parts)
		}
	}
	return runs
}

// appendRun adds a part to a run of its level, or as a new one.
func appendRun(runs []run, p part) []run {
	s, known := p.text, true
	if p.hole != nil {
		s, known = p.hole.Text()
	}
	n := len(runs)
	switch {
	case !known:
		// What becomes of it is another text, of the same origin.
		u := NewUnknown(p.hole.Place(), firstCauseOr(p.hole.Place(), p.hole), p.hole.AllRefs()...)
		u.open, u.unordered = p.isRest(), p.isRest() && p.hole.unordered
		return append(runs, run{hole: u, level: p.level})
	case p.hole != nil:
		p.source = sourceOf(p.hole.Place())
	}
	literal := part{text: s, source: p.source} // at the run's level: see written
	if n > 0 && runs[n-1].hole == nil {
		runs[n-1].parts = append(runs[n-1].parts, literal)
		return runs
	}
	return append(runs, run{parts: []part{literal}, level: p.level})
}

// fromRuns is the text that consists of runs.
func fromRuns(runs []run, place Place) *Value {
	var parts []part
	for _, r := range runs {
		parts = append(parts, r.written()...)
	}
	return newText(parts, place)
}

// written are the parts of a run.
func (r run) written() []part {
	if r.hole != nil && !r.edge {
		return []part{{hole: r.hole, level: r.level}}
	}
	for i := range r.parts {
		r.parts[i].level = r.level
	}
	return r.parts
}

// cursor goes through a known run piece by piece.
type cursor struct {
	text  string // what is left
	parts []part // what is left after first
	first part
}

func (r run) cursor() *cursor {
	c := &cursor{text: r.text, parts: r.parts}
	c.next()
	return c
}

func (c *cursor) next() {
	c.first = part{source: c.first.source.after(c.first.text)}
	if len(c.parts) > 0 {
		c.first, c.parts = c.parts[0], c.parts[1:]
	}
}

// take is the run of the next n bytes.
func (c *cursor) take(n int) run {
	out := run{text: c.text[:n]}
	c.text = c.text[n:]
	for n > 0 && n >= len(c.first.text) {
		n -= len(c.first.text)
		out.parts = append(out.parts, c.first)
		c.next()
	}
	if n > 0 || len(out.parts) == 0 {
		p := c.first
		p.text = p.text[:n]
		out.parts = append(out.parts, p)
		c.first.source = c.first.source.after(p.text)
		c.first.text = c.first.text[n:]
	}
	return out
}

// cut is a piece of a run that is known, with the lines of what it is cut from.
func (r run) cut(from, to int) run {
	out := run{text: r.text[from:to], level: r.level}
	for _, p := range r.parts {
		a, b := max(from, 0), min(to, len(p.text))
		if a < b || from == to && a == b && len(out.parts) == 0 {
			out.parts = append(out.parts, part{text: p.text[a:b], source: p.source.after(p.text[:a])})
		}
		from, to = from-len(p.text), to-len(p.text)
	}
	return out
}

// maxLines is how many lines of a text are told apart when it becomes another one.
const maxLines = 100_000

// replaced is the run with another text in its place. Where that has as many lines, they are taken for the same lines.
func (r run) replaced(s string) run {
	if s == r.text {
		return r
	}
	if lines := strings.Count(s, "\n"); lines > maxLines || lines != strings.Count(r.text, "\n") {
		return run{text: s, parts: []part{{text: s, source: r.source()}}, level: r.level}
	}
	out := run{text: s, level: r.level}
	start, at := 0, 0
	var from, next source
	for i, source := range r.lines() {
		if i > 0 && source != next {
			out.parts = append(out.parts, part{text: s[start:at], source: from})
			start = at
		}
		if start == at {
			from = source
		}
		end := len(s)
		if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		next = source.after(s[at:end])
		at = end
	}
	out.parts = append(out.parts, part{text: s[start:], source: from})
	return out
}

// lines are where the lines of a run are written: where the first part of each is that is more than white space.
func (r run) lines() []source {
	sources := []source{r.source()}
	blank := true
	for _, p := range r.parts {
		at := p.source
		for i, piece := range strings.SplitAfter(p.text, "\n") {
			if i > 0 {
				sources, blank = append(sources, at), true
			}
			if blank && piece != "" {
				sources[len(sources)-1] = at
			}
			blank = blank && strings.TrimSpace(piece) == ""
			at = at.after(piece)
		}
	}
	return sources
}

// source is where the run begins.
func (r run) source() source {
	if len(r.parts) == 0 {
		return source{}
	}
	return r.parts[0].source
}
