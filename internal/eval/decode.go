package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
)

const (
	// hole stands for a part of a JSON text that is not known. JSON has no such byte, and neither have people's files.
	hole = 0
	// maxJSONDepth bounds how deep JSON may be nested.
	maxJSONDepth = 200
	// maxJSONValues bounds how many values a JSON text may hold.
	maxJSONValues = 200_000
)

// DecodeJSON is what a text means as JSON, with what is not known of the text unknown in the value: inside strings, in the
// place of values, and around them, where it leaves a list or an object open. A value that is no text is taken as it is:
// Terraform's attributes that want JSON get it from jsonencode, whose argument this is. Of a text that breaks off, or is
// wrong in a place, what stands before is kept.
func (v *Value) DecodeJSON() *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		if v.kind != text {
			return v
		}
		if v.encoded != nil && v.encoding == jsonText {
			return v.child(v.encoded)
		}
		parts := v.written()
		if len(parts) == 1 && parts[0].hole != nil {
			return v.child(parts[0].hole).DecodeJSON()
		}
		return v.decodeParts(parts)
	})
}

func (v *Value) decodeParts(parts []part) *Value {
	d := &jsonReader{whole: v, marks: make([]mark, 0, len(parts))}
	length := 0
	for _, p := range parts {
		length += len(p.text) + 1
	}
	d.src = make([]byte, 0, length)
	for _, p := range parts {
		m := mark{offset: len(d.src), source: p.source, hole: p.hole, level: p.level}
		if p.hole != nil {
			m.source = sourceOf(p.hole.Place())
			d.src = append(d.src, hole)
		}
		if strings.IndexByte(p.text, hole) >= 0 {
			return d.broken()
		}
		d.marks = append(d.marks, m)
		d.src = append(d.src, p.text...)
	}
	d.space()
	if d.end() {
		return d.broken()
	}
	// What follows that is not JSON is passed over: Terraform refuses it, but what was read is what was meant.
	return d.value("", 0)
}

// mark is where a part of the text begins in the reader's source.
type mark struct {
	offset int
	source source
	hole   *Value
	level  int // how many unknown conditions decide whether the part is there
}

// jsonReader reads JSON in which holes stand for what is not known.
type jsonReader struct {
	whole *Value
	src   []byte
	pos   int
	marks []mark

	values int // how many were read
	// several tells that a hole was read that may be any number of elements of the list or the object around it.
	several bool

	// Places are asked for in order, so that lines are counted once.
	counted     int // the offset up to which lines were counted
	countedMark int // the mark that holds it
	lines       int // since the mark
}

func (d *jsonReader) end() bool    { return d.pos >= len(d.src) }
func (d *jsonReader) peek() byte   { return d.src[d.pos] }
func (d *jsonReader) atHole() bool { return !d.end() && d.peek() == hole }

func (d *jsonReader) space() {
	for !d.end() && strings.IndexByte(" \t\r\n\ufeff", d.peek()) >= 0 {
		d.pos++
	}
}

// accept takes the byte if it comes next, after white space.
func (d *jsonReader) accept(b byte) bool {
	d.space()
	if d.end() || d.peek() != b {
		return false
	}
	d.pos++
	return true
}

// markAt is the mark of the part that holds an offset.
func (d *jsonReader) markAt(offset int) int {
	return max(sort.Search(len(d.marks), func(i int) bool { return d.marks[i].offset > offset })-1, 0)
}

// crossesLevel tells whether some parts from one mark to another depend on other unknown conditions than the first.
func (d *jsonReader) crossesLevel(from, to int) bool {
	return slices.ContainsFunc(d.marks[from:to+1], func(m mark) bool { return m.level != d.marks[from].level })
}

// place is the place of the offset, which must not lie before one that was asked for.
func (d *jsonReader) place(offset int, path string) Place {
	at := d.markAt(offset)
	m := d.marks[at]
	if at > d.countedMark {
		d.countedMark, d.counted, d.lines = at, m.offset, 0
	}
	if !m.source.flat {
		d.lines += bytes.Count(d.src[d.counted:offset], []byte{'\n'})
	}
	d.counted = offset
	if m.source.whole {
		return Place{Range: m.source.Range}
	}
	return Place{Range: m.source.Range, Text: &TextPos{File: m.source.file, Line: m.source.line + d.lines, Path: path}}
}

func (d *jsonReader) broken() *Value { return broken(d.whole.Place()) }

// cause is why what is read breaks off: because of what is not known of the text, or because the text is wrong.
func (d *jsonReader) cause() *Cause {
	if c := firstCause(d.whole); c != nil {
		return c
	}
	return &Cause{Kind: Broken, What: "the JSON", Range: d.whole.place.Range}
}

// stop gives up reading, so that everything that is not closed stays open.
func (d *jsonReader) stop() { d.pos = len(d.src) }

// takeHole takes the hole that comes next.
func (d *jsonReader) takeHole() *Value {
	m := d.marks[d.markAt(d.pos)]
	d.pos++
	d.several = d.several || m.hole.isSeveral()
	return m.hole
}

func (d *jsonReader) value(path string, depth int) *Value {
	d.space()
	if d.end() {
		return d.broken()
	}
	place := d.place(d.pos, path)
	if d.values++; d.values > maxJSONValues || depth > maxJSONDepth {
		d.stop()
		return tooLarge(place)
	}
	switch d.peek() {
	case '{':
		return d.object(place, path, depth)
	case '[':
		return d.list(place, path, depth)
	case '"':
		return d.text(place)
	}
	return d.scalar(place)
}

// scalar is a number, true, false or null, or a hole in the place of a value.
func (d *jsonReader) scalar(place Place) *Value {
	var holes []*Value
	var word []byte
	first := d.markAt(d.pos)
	for !d.end() && strings.IndexByte(",]}:\"{[ \t\r\n", d.peek()) < 0 {
		if d.atHole() {
			holes = append(holes, d.takeHole())
			continue
		}
		word = append(word, d.peek())
		d.pos++
	}
	switch {
	case len(holes) == 1 && len(word) == 0:
		return filled(holes[0], place)
	case len(holes) > 0 || d.crossesLevel(first, max(first, d.markAt(d.pos-1))):
		return NewUnknown(place, firstCauseOr(place, holes...))
	}
	switch string(word) {
	case "true", "false":
		return NewBool(string(word) == "true", place)
	case "null":
		return NewAbsent(place)
	case "":
		// Not the beginning of a value: take it, so that reading goes on.
		d.pos++
		return d.broken()
	}
	n, err := cty.ParseNumberVal(string(word))
	if err != nil {
		return d.broken()
	}
	return FromCty(n, place)
}

// filled is what a hole in the place of a value stands for.
func filled(v *Value, place Place) *Value {
	decoded := v.DecodeJSON()
	if decoded.kind == unknown {
		return NewUnknown(place, decoded.cause, decoded.refs...)
	}
	return decoded
}

// text is a string in quotes.
func (d *jsonReader) text(place Place) *Value {
	d.pos++
	start := d.pos
	for !d.end() && d.peek() != '"' {
		if d.peek() == '\\' && d.pos+1 < len(d.src) && d.src[d.pos+1] != hole {
			d.pos++
		}
		d.pos++
	}
	if d.end() {
		return d.broken()
	}
	d.pos++
	parts := d.stringParts(start, d.pos-1, place)
	if d.several {
		return NewUnknown(place, d.cause())
	}
	return newText(parts, place)
}

// stringParts are the parts of a string between its quotes.
func (d *jsonReader) stringParts(from, to int, place Place) []part {
	at := sourceOf(place)
	level := d.marks[d.markAt(from-1)].level
	var parts []part
	for i := d.markAt(from); from < to; i++ {
		m := d.marks[i]
		end := to
		// A piece of one level is read as a whole: it may be written in several parts.
		for j := i + 1; j < len(d.marks) && d.marks[j].offset <= to; j++ {
			if n := d.marks[j]; m.hole != nil || n.hole != nil || n.level != m.level {
				end = n.offset
				break
			}
			i = j
		}
		switch {
		case from >= end:
		case m.hole != nil:
			d.several = d.several || m.hole.isSeveral()
			for _, p := range m.hole.asParts() {
				p.level += max(m.level-level, 0)
				parts = append(parts, p)
			}
		default:
			raw := d.src[from:end]
			open := false
			if end < to {
				raw, open = withoutOpenEscape(raw)
			}
			parts = append(parts, part{text: unquote(raw), source: at, level: max(m.level-level, 0)})
			if open { // how much of what follows belongs to the escape is not known
				return append(parts, part{hole: NewUnknown(place, d.cause())})
			}
		}
		from = max(from, end)
	}
	return parts
}

// withoutOpenEscape is what stands before a hole without an escape that the hole goes on with, and whether there is one:
// what that means is not known.
func withoutOpenEscape(raw []byte) (before []byte, open bool) {
	i := bytes.LastIndexByte(raw, '\\')
	if i < 0 {
		return raw, false
	}
	slashes := len(raw[:i]) - len(bytes.TrimRight(raw[:i], `\`))
	if rest := raw[i+1:]; slashes%2 == 0 && (len(rest) == 0 || rest[0] == 'u' && len(rest) < len("u0000")) {
		return raw[:i], true
	}
	return raw, false
}

// unquote is what stands between the quotes of a JSON string. Line breaks, which JSON forbids there, are kept.
func unquote(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw) {
		return string(raw)
	}
	quoted := []byte{'"'}
	for _, c := range raw {
		if c < ' ' {
			quoted = fmt.Appendf(quoted, `\u%04x`, c)
			continue
		}
		quoted = append(quoted, c)
	}
	var s string
	if err := json.Unmarshal(append(quoted, '"'), &s); err != nil {
		return string(raw)
	}
	return s
}

// level keeps, while a list or an object is read, how few unknown conditions the text depended on since its beginning:
// what depends on more of them may not be there though the list or the object is.
type level struct {
	d      *jsonReader
	mark   int
	lowest int
}

func (d *jsonReader) levelHere() *level {
	m := d.markAt(d.pos)
	return &level{d: d, mark: m, lowest: d.marks[m].level}
}

// optional tells whether what comes next may not be there.
func (l *level) optional() bool {
	here := l.d.markAt(l.d.pos)
	for ; l.mark < here; l.mark++ {
		l.lowest = min(l.lowest, l.d.marks[l.mark+1].level)
	}
	return l.d.marks[here].level > l.lowest
}

func (d *jsonReader) list(place Place, path string, depth int) *Value {
	level := d.levelHere()
	d.pos++
	var items []*Value
	open := false
	sparse := false // what was read may be fewer elements, or more
	for {
		d.space()
		if d.end() {
			return NewList(items, true, place).withCause(d.cause())
		}
		optional := level.optional()
		switch {
		case d.accept(']'):
			return NewList(items, open || optional, place)
		case d.accept(','):
			continue
		case d.peek() == '}' || d.peek() == ':':
			// The brackets don't match: what follows belongs to nobody.
			d.stop()
			continue
		}
		from, isWord := d.pos, strings.IndexByte(`{["`, d.peek()) < 0
		index := strconv.Itoa(len(items))
		if sparse {
			index = "…"
		}
		item := d.value(path+"["+index+"]", depth+1)
		if isWord && item.kind == unknown && bytes.IndexByte(d.src[from:d.pos], hole) >= 0 {
			// "[${join(",", x)}]" may be any number of elements.
			open, optional = true, true
		}
		if d.several {
			d.several, open, optional = false, true, true
		}
		open = open || item.failed
		sparse = sparse || open || optional
		items = append(items, item.asElement(optional))
	}
}

func (d *jsonReader) object(place Place, path string, depth int) *Value {
	level := d.levelHere()
	d.pos++
	var entries []objectEntry
	open := false
	for {
		d.space()
		if d.end() {
			return newObject(entries, true, place).asText().withCause(d.cause())
		}
		optional := level.optional()
		switch {
		case d.accept('}'):
			return newObject(entries, open || optional, place).asText()
		case d.accept(','):
			continue
		case d.atHole():
			// Members that are not known.
			open = true
			entries = others(entries, d.takeHole(), place)
			d.several = false
			continue
		case d.peek() != '"':
			d.stop()
			continue
		}
		entry := d.key(path)
		if !d.accept(':') {
			d.stop()
			continue
		}
		entry.value = d.member(entry, path, depth)
		if optional {
			entries = optionalEntry(entries, entry)
		} else {
			entries = append(entries, entry)
		}
		if d.several {
			d.several, open = false, true
			entries = others(entries, entry.value, place)
		}
	}
}

// others adds members that are not known, because of a value.
func others(entries []objectEntry, because *Value, place Place) []objectEntry {
	u := because.unknownItem(place)
	return append(entries, objectEntry{key: u, value: u.Optional()})
}

// asText is a new object as one that is written as JSON.
func (v *Value) asText() *Value {
	v.inText = true
	return v
}

// key is a member's key, without the member.
func (d *jsonReader) key(path string) objectEntry {
	from := d.pos + 1
	raw, _, closed := bytes.Cut(d.src[from:], []byte{'"'})
	plain := closed && !bytes.ContainsAny(raw, "\\\x00") && utf8.Valid(raw)
	if !plain || d.crossesLevel(d.markAt(d.pos), d.markAt(from+len(raw))) {
		return objectEntry{key: d.text(d.place(d.pos, path))}
	}
	d.pos = from + len(raw) + 1
	return objectEntry{name: string(raw)}
}

// member is the value that follows a key.
func (d *jsonReader) member(key objectEntry, path string, depth int) *Value {
	name := key.name
	if key.key != nil {
		for _, p := range key.key.Pieces() {
			if !p.Known {
				p.Text = "…"
			}
			name += p.Text
		}
	}
	if path != "" {
		name = path + "." + name
	}
	before := d.levelHere()
	d.space()
	optional := before.optional()
	value := d.value(name, depth+1)
	if optional {
		return NewUnknown(value.Place(), firstCause(value))
	}
	return value
}

// optionalEntry adds a member that may not be there; then an earlier one of its key counts.
func optionalEntry(entries []objectEntry, added objectEntry) []objectEntry {
	key, known := added.text()
	for _, e := range entries {
		if k, ok := e.text(); known && ok && k == key {
			added.value = Choose(added.value.Place(), e.value, added.value).asElement(e.value.maybe)
			return append(entries, added)
		}
	}
	added.value = added.value.Optional()
	return append(entries, added)
}
