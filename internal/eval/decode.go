package eval

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// hole stands for a part of a JSON text that is not known. JSON has no such byte, and neither have people's files.
const hole = 0

// maxJSONDepth bounds how deep JSON may be nested.
const maxJSONDepth = 200

// DecodeJSON is what a text means as JSON, with what is not known of the text unknown in the value: inside strings, in the
// place of values, and around them, where it leaves a list or an object open. A value that is no text is taken as it is:
// Terraform's attributes that want JSON get it from jsonencode, whose argument this is. Of a text that breaks off, or is
// wrong in a place, what stands before is kept.
func (v *Value) DecodeJSON() *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		if v.kind != text {
			return v
		}
		if v.encoded != nil {
			return v.child(v.encoded)
		}
		if len(v.parts) == 1 && v.parts[0].hole != nil {
			return v.child(v.parts[0].hole.DecodeJSON())
		}
		return v.decodeText()
	})
}

func (v *Value) decodeText() *Value {
	d := &jsonReader{}
	for _, p := range v.asParts() {
		if p.hole != nil {
			d.marks = append(d.marks, mark{offset: len(d.src), source: sourceOf(p.hole.Place()), hole: p.hole})
			d.src = append(d.src, hole)
			continue
		}
		if strings.IndexByte(p.text, hole) >= 0 {
			return &Value{kind: unknown, failed: true, place: v.Place(), cause: &Cause{Kind: Broken, Range: v.Place().Range}}
		}
		d.marks = append(d.marks, mark{offset: len(d.src), source: p.source})
		d.src = append(d.src, p.text...)
	}
	d.whole = v
	d.space()
	if d.end() {
		return d.broken()
	}
	out := d.value("", 0)
	d.space()
	if !d.end() && !d.atHole() {
		// Something follows that is not JSON: Terraform refuses it, but what was read is what was meant.
		return out
	}
	return out
}

// mark is where a part of the text begins in the reader's source.
type mark struct {
	offset int
	source source
	hole   *Value
}

// jsonReader reads JSON in which holes stand for what is not known.
type jsonReader struct {
	whole *Value
	src   []byte
	pos   int
	marks []mark

	nextHole int // the mark from which the next hole is looked for

	// Positions are asked for in order, so that lines are counted once.
	at        int // the mark that holds counted
	counted   int // offset up to which lines were counted
	countedLn int // the line of counted
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

// place is the place of the offset, which must not lie before one that was asked for.
func (d *jsonReader) place(offset int, path string) Place {
	for d.at+1 < len(d.marks) && d.marks[d.at+1].offset <= offset {
		d.at++
		d.counted = d.marks[d.at].offset
		d.countedLn = 0
	}
	m := d.marks[d.at]
	d.countedLn += bytes.Count(d.src[d.counted:offset], []byte{'\n'})
	d.counted = offset
	return Place{Range: m.source.Range, Text: &TextPos{File: m.source.file, Line: m.source.line + d.countedLn, Path: path}}
}

func (d *jsonReader) broken() *Value {
	p := d.whole.Place()
	return &Value{kind: unknown, failed: true, place: p, cause: &Cause{Kind: Broken, Range: p.Range}}
}

// takeHole takes the hole that comes next.
func (d *jsonReader) takeHole() *Value {
	for d.nextHole < len(d.marks) && (d.marks[d.nextHole].hole == nil || d.marks[d.nextHole].offset < d.pos) {
		d.nextHole++
	}
	d.pos++
	if d.nextHole >= len(d.marks) {
		return d.broken()
	}
	return d.marks[d.nextHole].hole
}

func (d *jsonReader) value(path string, depth int) *Value {
	d.space()
	if d.end() || depth > maxJSONDepth {
		d.pos = len(d.src)
		return d.broken()
	}
	place := d.place(d.pos, path)
	switch b := d.peek(); {
	case b == '{':
		return d.object(place, path, depth)
	case b == '[':
		return d.list(place, path, depth)
	case b == '"':
		return d.text(place)
	}
	return d.scalar(place)
}

// scalar is a number, true, false or null, or a hole in the place of a value.
func (d *jsonReader) scalar(place Place) *Value {
	var holes []*Value
	var word []byte
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
		return d.filled(holes[0], place)
	case len(holes) > 0:
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
	return &Value{kind: number, prim: n, place: place}
}

// filled is what a hole in the place of a value stands for.
func (d *jsonReader) filled(v *Value, place Place) *Value {
	decoded := v.DecodeJSON()
	if decoded.kind == unknown {
		return NewUnknown(place, decoded.cause, decoded.refs...)
	}
	return decoded
}

// text is a string in quotes.
func (d *jsonReader) text(place Place) *Value {
	d.pos++
	piece := source{Range: place.Range, file: place.Text.File, line: place.Text.Line}
	out := &Value{kind: text, place: place}
	start := d.pos
	flush := func() {
		if start < d.pos || len(out.parts) == 0 && (d.end() || d.peek() == '"') {
			out.parts = append(out.parts, part{text: unquote(d.src[start:d.pos]), source: piece})
		}
	}
	for !d.end() {
		switch d.peek() {
		case '"':
			flush()
			d.pos++
			return out.simplified(place)
		case '\\':
			d.pos += 2
			continue
		case hole:
			flush()
			out.parts = append(out.parts, d.takeHole().asParts()...)
			start = d.pos
			continue
		}
		d.pos++
	}
	d.pos = len(d.src)
	return d.broken()
}

// simplified distributes a text over the alternatives of its holes.
func (v *Value) simplified(place Place) *Value {
	values := make([]*Value, len(v.parts))
	several := false
	for i, p := range v.parts {
		values[i] = p.hole
		if p.hole == nil {
			values[i] = &Value{kind: text, parts: []part{p}, place: place}
			continue
		}
		several = several || p.hole.kind == either
	}
	if !several {
		return v
	}
	return Concat(values, place)
}

// unquote is what stands between the quotes of a JSON string. Line breaks, which JSON forbids there, are kept.
func unquote(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw)
	}
	var s string
	quoted := append(append([]byte{'"'}, raw...), '"')
	if err := json.Unmarshal(quoted, &s); err != nil {
		return string(raw)
	}
	return s
}

func (d *jsonReader) list(place Place, path string, depth int) *Value {
	d.pos++
	out := NewList(nil, false, place)
	for {
		d.space()
		switch {
		case d.end():
			out.open = true
			return out
		case d.accept(']'):
			return out
		case d.accept(','):
			continue
		case d.peek() == '}' || d.peek() == ':':
			// The brackets don't match: what follows belongs to nobody.
			out.open = true
			d.pos = len(d.src)
			return out
		}
		atHole := d.atHole()
		item := d.value(path+"["+strconv.Itoa(len(out.items))+"]", depth+1)
		if atHole && item.kind == unknown {
			// "[${join(",", x)}]" may be any number of elements.
			out.open = true
			item = item.Optional()
		}
		if item.failed {
			out.open = true
		}
		out.items = append(out.items, item)
	}
}

func (d *jsonReader) object(place Place, path string, depth int) *Value {
	d.pos++
	var members []Member
	open := false
	for {
		d.space()
		switch {
		case d.end():
			return NewObject(members, true, place)
		case d.accept('}'):
			return NewObject(members, open, place)
		case d.accept(','):
			continue
		case d.atHole():
			// Members that are not known.
			d.takeHole()
			open = true
			continue
		case d.peek() != '"':
			d.pos = len(d.src)
			return NewObject(members, true, place)
		}
		keyPlace := d.place(d.pos, path)
		key, known := d.text(keyPlace).Text()
		if !d.accept(':') {
			d.pos = len(d.src)
			return NewObject(members, true, place)
		}
		memberPath := key
		if path != "" {
			memberPath = path + "." + key
		}
		value := d.value(memberPath, depth+1)
		if !known {
			open = true
			continue
		}
		members = append(members, Member{key, value})
	}
}
