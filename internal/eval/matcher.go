package eval

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

const (
	// maxMatchSteps bounds the work of looking for a pattern in a text of which a part is not known.
	maxMatchSteps = 4 << 20
	// maxInstructions bounds how large an expression is when it is compiled: [a-z]{1000} is a thousand instructions.
	maxInstructions = 5000
)

// matcher looks for a regular expression in a text of which a part is not known: what certainly matches, and what may.
//
// It follows all ways through the expression at once, as Go's regexp does, and through what is not known with every text that may
// stand there. What stands in a string of JSON is taken to hold no quote, no backslash and no line break, and what stands in the place
// of a value of JSON to be one, or several, or none.
type matcher struct {
	prog *syntax.Prog
	// Both are anchored: the one where a text begins, the other after the character that stands before a match.
	first, later *regexp.Regexp

	runs                  []run
	starts                []int        // where each run begins in text
	text                  []byte       // what is known, and one byte for each hole
	firstKnown, lastKnown int          // bytes of text that are certainly there
	holes                 []holeKind   // by run: what may stand in it
	ends                  map[int]byte // by run: what it ends in if it holds something

	// skips are, by the place of an edge after which something may not be there, the place of the edge after that.
	skips map[int]int

	quoted []bool // by byte, and at the end: whether it stands in a string of JSON; nil: the text is no JSON

	steps int
	free  []*threads
}

// newMatcher is a matcher, nil for an expression that matches nothing at all, too: those matches have no place of their own.
func newMatcher(expression string, runs []run) *matcher {
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil
	}
	m := &matcher{runs: runs}
	if m.prog, err = syntax.Compile(parsed.Simplify()); err != nil || len(m.prog.Inst) > maxInstructions {
		return nil
	}
	if m.first, err = regexp.Compile(`\A(?:` + expression + `)`); err != nil {
		return nil
	}
	if m.later, err = regexp.Compile(`\A(?s:.)(?:` + expression + `)`); err != nil {
		return nil
	}
	for _, r := range runs {
		m.starts = append(m.starts, len(m.text))
		if strings.IndexByte(r.text, hole) >= 0 {
			return nil
		}
		if r.hole != nil {
			m.text = append(m.text, hole)
		}
		m.text = append(m.text, r.text...)
	}
	m.firstKnown, m.lastKnown = len(m.text), -1
	for i, r := range runs {
		if r.hole == nil && r.level == 0 && r.text != "" {
			m.firstKnown, m.lastKnown = min(m.firstKnown, m.starts[i]), m.starts[i]+len(r.text)-1
		}
	}
	m.findSkips()
	m.findStrings()
	m.findKinds()
	empty := m.threads()
	empty.any = true
	if m.follow(empty, uint32(m.prog.Start), 0); empty.matched {
		return nil
	}
	return m
}

// findSkips tells where the text goes on if what follows an edge is not there.
func (m *matcher) findSkips() {
	m.skips = map[int]int{}
	var open []int // runs
	for i, r := range m.runs {
		if !r.edge {
			continue
		}
		for n := len(open); n > 0 && m.runs[open[n-1]].level >= r.level; n-- {
			m.skips[m.starts[open[n-1]]] = m.starts[i]
			open = open[:n-1]
		}
		if i+1 < len(m.runs) && m.runs[i+1].level > r.level {
			open = append(open, i)
		}
	}
	for _, i := range open {
		m.skips[m.starts[i]] = len(m.text)
	}
}

// atEdge tells whether an edge stands at a place.
func (m *matcher) atEdge(at int) bool { return m.text[at] == hole && m.runs[m.runAt(at)].edge }

// found is a match, or what may be one.
type found struct {
	start, end int // the end of the longest, where it is not certain

	pattern *regexp.Regexp // where the match is certain
	run     run            // that it lies in
	groups  []int          // in that run
}

func (f *found) certain() bool { return f.pattern != nil }

// at is the match that begins at a place, or nil. At a hole it is one that begins in it.
func (m *matcher) at(start int) *found {
	switch {
	case m.atEdge(start):
		return nil
	case m.text[start] == hole:
		return &found{start: start, end: max(start+1, m.reach(start).end)}
	}
	reach := m.reach(start)
	switch {
	case reach.end < 0:
		return nil
	case reach.open:
		return &found{start: start, end: reach.end}
	}
	return m.exact(start, reach.last)
}

// exact is the match that begins at a place, and is looked for up to another one, in known text.
func (m *matcher) exact(start, last int) *found {
	n := m.runAt(start)
	f := &found{start: start, pattern: m.later, run: m.runs[n]}
	from := start - m.starts[n]
	to := last - m.starts[n]
	skipped := 0
	if from == 0 {
		f.pattern = m.first
	} else {
		_, skipped = utf8.DecodeLastRuneInString(f.run.text[:from])
	}
	f.groups = f.pattern.FindStringSubmatchIndex(f.run.text[from-skipped : to])
	if f.groups == nil {
		return nil
	}
	for i := range f.groups {
		if f.groups[i] >= 0 {
			f.groups[i] += from - skipped
		}
	}
	f.groups[0] = from
	f.end = m.starts[n] + f.groups[1]
	return f
}

// settled is where the text is certainly outside of a match again: another match may begin in what may be one.
func (m *matcher) settled(f *found) int {
	end := f.end
	for at := f.start + 1; at < end && m.steps <= maxMatchSteps; at += m.width(at) {
		if m.atEdge(at) {
			continue
		}
		end = max(end, m.reach(at).end)
	}
	return end
}

// unsettled are the parts for a piece of the text in which something may be replaced by a value. What ends in it ends before it.
//
// A piece that holds more of JSON than a part of one value, or becomes more than that, may be any number of elements of the list or the
// object around it. It is not ok where not even that can be told.
func (m *matcher) unsettled(from, to int, by []Piece) (parts []part, ok bool) {
	first, last := m.runAt(from), m.runAt(to-1)
	if first == last && m.runs[first].edge {
		return m.runs[first].written(), true
	}
	level := m.runs[first].level
	for _, r := range m.runs[first : last+1] {
		level = min(level, r.level)
		if r.edge {
			parts = append(parts, r.written()...)
		}
	}
	u := *m.hole(from, to)
	if to > from+1 || m.text[from] != hole {
		// Its own hole holds no more than was said.
		u.open, ok = m.isSeveral(from, to, by)
		u.open = u.open || slices.ContainsFunc(m.runs[first:last+1], func(r run) bool { return r.hole.isSeveral() })
		u.unordered = false
		if !ok {
			return nil, false
		}
	}
	return append(parts, part{hole: &u, level: level}), true
}

// hole is what is not known of a piece of the text.
func (m *matcher) hole(from, to int) *Value {
	first, last := m.runAt(from), m.runAt(to-1)
	if m.text[from] == hole && to == from+1 {
		return m.runs[first].hole
	}
	var holes []*Value
	var refs []Ref
	for _, r := range m.runs[first : last+1] {
		if r.hole != nil {
			holes = append(holes, r.hole)
			refs = append(refs, r.hole.AllRefs()...)
		}
	}
	place := Place{Range: m.runs[first].source().Range}
	if m.runs[first].hole != nil {
		place = m.runs[first].hole.Place()
	}
	return NewUnknown(place, firstCauseOr(place, holes...), refs...)
}

// runAt is the run that holds a byte of the text.
func (m *matcher) runAt(at int) int {
	return sort.Search(len(m.starts), func(i int) bool { return m.starts[i] > at }) - 1
}

// width is how many bytes the character at a place has.
func (m *matcher) width(at int) int {
	_, width := utf8.DecodeRune(m.text[at:])
	return width
}

// reach is how far a match may go.
type reach struct {
	end  int  // the furthest end; -1: there is no match
	last int  // how much of the text tells so
	open bool // something that is not known does
}

// reach is how far a match may go that begins at a place, or in the hole there.
func (m *matcher) reach(start int) reach {
	r := reach{end: -1}
	now := m.threads()
	at := start
	if m.text[start] == hole {
		now = m.through(now, start, true)
		r.open = true
		at++
	} else {
		m.follow(now, uint32(m.prog.Start), at)
	}
	pending := map[int]*threads{} // those that pass over what may not be there, by where they go on
	for ; ; at += m.width(at) {
		if skipped := pending[at]; skipped != nil {
			delete(pending, at)
			now = m.union(now, skipped)
		}
		r.last = at
		r.open = r.open || now.open
		if now.matched {
			r.end = at
		}
		m.steps += len(now.pcs) + 1
		if at == len(m.text) || len(now.pcs)+len(pending) == 0 || m.steps > maxMatchSteps {
			return r
		}
		if m.atEdge(at) {
			r.open = true
			now = m.union(m.threads(), now)
			if to, opens := m.skips[at]; opens && to < len(m.text) {
				pending[to] = m.union(m.threads(), now)
			}
			continue
		}
		if m.text[at] == hole {
			r.open = true
			before := now
			now = m.through(now, at, false)
			m.release(before)
			continue
		}
		before := now
		now = m.step(now, at)
		m.release(before)
		r.last = at + m.width(at)
	}
}

// threads are the ways through the expression that are still open.
type threads struct {
	pcs      []uint32 // of instructions that take a character
	seen     []bool   // by instruction
	followed []uint32 // those seen
	matched  bool     // one of them is through
	open     bool     // what stands before or after the place, and is not known, tells

	any   bool           // whatever stands before or after
	never syntax.EmptyOp // but for these assertions
}

func (m *matcher) threads() *threads {
	if n := len(m.free); n > 0 {
		t := m.free[n-1]
		m.free = m.free[:n-1]
		return t
	}
	return &threads{seen: make([]bool, len(m.prog.Inst))}
}

// release gives back threads that nobody needs any more.
func (m *matcher) release(t *threads) {
	for _, pc := range t.followed {
		t.seen[pc] = false
	}
	*t = threads{pcs: t.pcs[:0], seen: t.seen, followed: t.followed[:0]}
	m.free = append(m.free, t)
}

// union are the ways of both, which are added to the first, without what is through.
func (m *matcher) union(t, o *threads) *threads {
	for _, pc := range o.pcs {
		if !slices.Contains(t.pcs, pc) {
			t.pcs = append(t.pcs, pc)
		}
	}
	t.open = t.open || o.open
	return t
}

// follow adds the ways that begin at an instruction, at a place of the text.
func (m *matcher) follow(t *threads, pc uint32, at int) {
	if t.seen[pc] {
		return
	}
	t.seen[pc] = true
	t.followed = append(t.followed, pc)
	switch inst := &m.prog.Inst[pc]; inst.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		m.follow(t, inst.Out, at)
		m.follow(t, inst.Arg, at)
	case syntax.InstCapture, syntax.InstNop:
		m.follow(t, inst.Out, at)
	case syntax.InstEmptyWidth:
		if op := syntax.EmptyOp(inst.Arg); t.any && op&t.never == 0 || !t.any && m.holds(t, op, at) {
			m.follow(t, inst.Out, at)
		}
	case syntax.InstMatch:
		t.matched = true
	case syntax.InstFail:
	default:
		t.pcs = append(t.pcs, pc)
	}
}

// holds tells whether an assertion may hold at a place.
func (m *matcher) holds(t *threads, assertion syntax.EmptyOp, at int) bool {
	before, after := rune(-1), rune(-1)
	if at > 0 {
		before, _ = utf8.DecodeLastRune(m.text[:at])
	}
	if at < len(m.text) {
		after, _ = utf8.DecodeRune(m.text[at:])
	}
	if before == hole || after == hole {
		never := syntax.EmptyOp(0)
		if before == hole {
			never |= m.never(at - 1)
		}
		if after == hole {
			never |= m.never(at)
		}
		possible := assertion&never == 0
		t.open = t.open || possible
		return possible
	}
	return assertion&^syntax.EmptyOpContext(before, after) == 0
}

// never are the assertions that don't hold in a hole, or beside it.
func (m *matcher) never(at int) syntax.EmptyOp {
	var never syntax.EmptyOp
	if m.holes[m.runAt(at)] == stringHole && !m.mayBreak(at-1) && !m.mayBreak(at+1) {
		never = syntax.EmptyBeginLine | syntax.EmptyEndLine
	}
	if m.firstKnown < at {
		never |= syntax.EmptyBeginText
	}
	if m.lastKnown > at {
		never |= syntax.EmptyEndText
	}
	return never
}

// mayBreak tells whether a line may break at a place.
func (m *matcher) mayBreak(at int) bool {
	return at < 0 || at >= len(m.text) || m.text[at] == '\n' || m.text[at] == hole
}

// step are the ways that go on with the character at a place.
func (m *matcher) step(from *threads, at int) *threads {
	c, width := utf8.DecodeRune(m.text[at:])
	next := m.threads()
	for _, pc := range from.pcs {
		if inst := &m.prog.Inst[pc]; inst.MatchRune(c) {
			m.follow(next, inst.Out, at+width)
		}
	}
	return next
}

// through are the ways that go on after any text in a hole; fresh: also those that begin in it.
func (m *matcher) through(from *threads, at int, fresh bool) *threads {
	kind := m.holes[m.runAt(at)]
	never := m.never(at)
	threads := func() *threads {
		t := m.threads()
		t.any, t.never = true, never
		return t
	}
	out := threads()
	if !fresh {
		// It may hold nothing.
		for _, pc := range from.pcs {
			m.follow(out, pc, at)
		}
	}
	// What goes on inside of the hole, and what does after its last character.
	inside := threads()
	ends, known := m.ends[m.runAt(at)]
	take := func(pc uint32, first bool) {
		inst := &m.prog.Inst[pc]
		if kind.takes(inst, first, false) {
			m.follow(inside, inst.Out, at+1)
		}
		if kind.takes(inst, first, true) && (!known || inst.MatchRune(rune(ends))) {
			m.follow(out, inst.Out, at+1)
		}
	}
	for _, pc := range from.pcs {
		take(pc, true)
	}
	if fresh {
		begun := threads()
		m.follow(begun, uint32(m.prog.Start), at)
		for _, pc := range begun.pcs {
			take(pc, false)
		}
	}
	for i := 0; i < len(inside.pcs); i++ {
		take(inside.pcs[i], false)
	}
	out.matched = out.matched || inside.matched
	m.steps += len(inside.pcs) + len(out.pcs)
	return out
}
