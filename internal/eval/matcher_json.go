package eval

import (
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// holeKind is what may stand in a hole.
type holeKind uint8

const (
	anyHole    holeKind = iota
	stringHole          // a part of a string of JSON
	valueHole           // values of JSON
)

// takes tells whether an instruction takes a character that may stand in a hole: as its first one, as its last one.
func (k holeKind) takes(inst *syntax.Inst, first, last bool) bool {
	excluded := ""
	switch {
	case k == stringHole:
		excluded = "\"\\\n\r\t"
	case k == valueHole && first && last:
		excluded = "{}[],:"
	case k == valueHole && first:
		excluded = "}],:"
	case k == valueHole && last:
		excluded = "{[,:"
	}
	return excluded == "" || matchesOther(inst, excluded)
}

// matchesOther tells whether an instruction takes a character that is none of those excluded.
func matchesOther(inst *syntax.Inst, excluded string) bool {
	switch inst.Op {
	case syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		return true
	}
	if len(inst.Rune) == 1 {
		return !strings.ContainsRune(excluded, inst.Rune[0])
	}
	for i := 0; i+1 < len(inst.Rune); i += 2 {
		for c := inst.Rune[i]; c <= inst.Rune[i+1]; c++ {
			if !strings.ContainsRune(excluded, c) {
				return true
			}
		}
	}
	return false
}

// isJSON tells whether a text begins as a list or an object of JSON does.
func isJSON(runs []run) bool {
	start := strings.TrimSpace(runs[0].text)
	return runs[0].hole == nil && (strings.HasPrefix(start, "{") || strings.HasPrefix(start, "["))
}

// findStrings tells what stands in strings. A hole ends none.
func (m *matcher) findStrings() {
	if !isJSON(m.runs) {
		return
	}
	m.quoted = make([]bool, len(m.text)+1)
	in, escaped := false, false
	for i, c := range m.text {
		m.quoted[i] = in
		switch {
		case escaped:
			escaped = false
		case c == '\\':
			escaped = in
		case c == '"':
			in = !in
		}
	}
	m.quoted[len(m.text)] = in
}

// findKinds tells of each run what may stand in it, where it is a hole.
func (m *matcher) findKinds() {
	m.holes, m.ends = make([]holeKind, len(m.runs)), map[int]byte{}
	for i, r := range m.runs {
		// What else a loop writes ends as what it has written does.
		if r.hole == nil || !r.hole.unordered || i < 2 || !m.runs[i-1].edge {
			continue
		}
		if body := m.runs[i-2]; body.hole == nil && body.level == r.level+1 && body.text != "" && body.text[len(body.text)-1] < utf8.RuneSelf {
			m.ends[i] = body.text[len(body.text)-1]
		}
	}
	if m.quoted == nil {
		return
	}
	before := byte(0) // the last character that is no white space
	for i, r := range m.runs {
		switch {
		case r.edge, r.hole.isSeveral():
			// What a loop writes may end in a comma.
		case r.hole != nil && m.quoted[m.starts[i]]:
			m.holes[i] = stringHole
		case r.hole != nil && strings.IndexByte(":,[", before) >= 0 && i+1 < len(m.runs) && endsValue(m.runs[i+1]):
			m.holes[i] = valueHole
		}
		if r.hole != nil && !r.edge {
			before = 0
		}
		if known := strings.TrimRight(r.text, " \t\r\n"); known != "" {
			before = known[len(known)-1]
		}
	}
}

// endsValue tells whether a run begins with what stands after a value of JSON.
func endsValue(r run) bool {
	rest := strings.TrimLeft(r.text, " \t\r\n")
	return r.hole == nil && rest != "" && strings.IndexByte(",]}", rest[0]) >= 0
}

// isSeveral tells whether a piece, or what may replace it, has something that divides JSON, or YAML, into values. It is not ok where it
// begins or ends a string, a list or an object.
func (m *matcher) isSeveral(from, to int, by []Piece) (several, ok bool) {
	if m.quoted == nil {
		for _, p := range append(by, Piece{Text: string(m.text[from:to])}) {
			several = several || strings.ContainsAny(p.Text, ",:{}[]\n")
		}
		return several, true
	}
	if m.quoted[from] != m.quoted[to] {
		return false, false
	}
	quotes, depth := 0, 0
	for at := from; at < to; at++ {
		c := m.text[at]
		if c == '"' {
			quotes++
		}
		if !m.quoted[at] {
			several = several || depth == 0 && (c == ',' || c == ':')
			depth += nested(c)
		}
		if depth < 0 {
			return false, false
		}
	}
	if depth != 0 {
		return false, false
	}
	for _, p := range by {
		several = several || strings.ContainsAny(p.Text, ",:")
		for _, c := range []byte(p.Text) {
			depth += nested(c)
		}
	}
	return several || m.quoted[from] && quotes > 0, depth == 0
}

// nested is how much deeper what follows a byte of JSON is nested.
func nested(c byte) int {
	switch c {
	case '[', '{':
		return 1
	case ']', '}':
		return -1
	}
	return 0
}
