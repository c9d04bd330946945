package eval

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// maxText is how long a text may get, in bytes: beyond it templates that explode are unknown.
const maxText = 16 << 20

// part is a piece of a text: literal, or a hole whose text is not known or is the encoding of a value that keeps its places.
type part struct {
	text   string
	source source
	hole   *Value
}

// source is where a literal piece of text begins.
type source struct {
	hcl.Range        // the expression that holds the text
	file      string // the file that the text was read from; empty: the file of Range
	line      int    // the line of the file on which the piece begins, counted from 1
}

// Text is the value as a string, where it is wholly known. Numbers and booleans are written as Terraform writes them.
func (v *Value) Text() (string, bool) {
	switch v.kind {
	case boolean, number:
		s, err := convert.Convert(v.prim, cty.String)
		if err != nil {
			return "", false
		}
		return s.AsString(), true
	case text:
		if v.encoded != nil {
			return encodeJSON(v.encoded)
		}
		if len(v.parts) == 1 && v.parts[0].hole == nil {
			return v.parts[0].text, true
		}
		var b strings.Builder
		for _, p := range v.parts {
			s := p.text
			if p.hole != nil {
				h, ok := p.hole.Text()
				if !ok {
					return "", false
				}
				s = h
			}
			b.WriteString(s)
		}
		return b.String(), true
	case either:
		first, ok := v.items[0].Text()
		return first, ok && v.all(func(a *Value) bool { s, ok := a.Text(); return ok && s == first })
	}
	return "", false
}

// Is tells whether the value is certainly this text.
func (v *Value) Is(s string) bool {
	got, ok := v.Text()
	return ok && got == s
}

// Int is the value as a whole number, where it is known to be one.
func (v *Value) Int() (int, bool) {
	s := v.prim
	switch v.kind {
	case either:
		first, ok := v.items[0].Int()
		return first, ok && v.all(func(a *Value) bool { n, ok := a.Int(); return ok && n == first })
	case text:
		t, ok := v.Text()
		if !ok {
			return 0, false
		}
		n, err := convert.Convert(cty.StringVal(strings.TrimSpace(t)), cty.Number)
		if err != nil {
			return 0, false
		}
		s = n
	case number:
	default:
		return 0, false
	}
	n, accuracy := s.AsBigFloat().Int64()
	return int(n), accuracy == 0
}

// Pieces are the literal pieces of a text in order, with one empty string between two of them, and at an end, for each part
// that is not known: "a${x}b" gives "a", "", "b" with known false for the second. It is nil for what is not a text.
func (v *Value) Pieces() []Piece {
	if s, ok := v.Text(); ok {
		return []Piece{{Text: s, Known: true}}
	}
	if v.kind != text {
		return nil
	}
	var pieces []Piece
	for _, p := range v.parts {
		known := p.text
		if p.hole != nil {
			s, ok := p.hole.Text()
			if !ok {
				pieces = append(pieces, Piece{Value: p.hole})
				continue
			}
			known = s
		}
		if n := len(pieces); n > 0 && pieces[n-1].Known {
			pieces[n-1].Text += known
			continue
		}
		pieces = append(pieces, Piece{Text: known, Known: true})
	}
	return pieces
}

// Piece is a part of a text.
type Piece struct {
	Text  string
	Known bool
	Value *Value // what stands there, where it is not known
}

// Prefix is the text that the value certainly begins with.
func (v *Value) Prefix() string {
	if v.kind == either {
		return v.commonText((*Value).Prefix, commonPrefix)
	}
	if p := v.Pieces(); len(p) > 0 {
		return p[0].Text
	}
	return ""
}

// Suffix is the text that the value certainly ends in.
func (v *Value) Suffix() string {
	if v.kind == either {
		return v.commonText((*Value).Suffix, commonSuffix)
	}
	if p := v.Pieces(); len(p) > 0 {
		return p[len(p)-1].Text
	}
	return ""
}

func (v *Value) commonText(of func(*Value) string, common func(a, b string) string) string {
	s := of(v.items[0])
	for _, a := range v.items[1:] {
		s = common(s, of(a))
	}
	return s
}

func commonPrefix(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

func commonSuffix(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return a[len(a)-n:]
}

// Concat is the text of all values, one after the other, as a template makes it.
func Concat(values []*Value, place Place) *Value {
	for i, v := range values {
		switch {
		case v.kind == either:
			return distribute(values, i, place)
		case v.failed:
			return v
		}
	}
	out := &Value{kind: text, place: place}
	size := 0
	for _, v := range values {
		out.parts = append(out.parts, v.asParts()...)
		out.refs = append(out.refs, v.refs...)
	}
	for _, p := range out.parts {
		size += len(p.text)
	}
	if size > maxText {
		return NewUnknown(place, &Cause{Kind: TooLarge, Range: place.Range})
	}
	return out
}

// distribute makes the text once for each alternative of the value at i.
func distribute(values []*Value, i int, place Place) *Value {
	v := values[i]
	if alternatives(values) > maxAlternatives {
		hole := slices.Clone(values)
		hole[i] = &Value{kind: unknown, place: v.place, pin: v.pin, refs: v.Refs(), cause: v.cause}
		return Concat(hole, place)
	}
	return v.mapAlternatives(func(a *Value) *Value {
		one := slices.Clone(values)
		one[i] = a
		return Concat(one, place)
	})
}

// asParts is the value as parts of a text.
func (v *Value) asParts() []part {
	switch v.kind {
	case boolean, number:
		s, _ := v.Text()
		return []part{{text: s, source: sourceOf(v.Place())}}
	case text:
		if v.encoded != nil {
			return []part{{hole: v}}
		}
		if v.pin == nil {
			return v.parts
		}
		parts := slices.Clone(v.parts)
		for i := range parts {
			if parts[i].hole != nil {
				parts[i].hole = v.child(parts[i].hole)
				continue
			}
			parts[i].source = parts[i].source.shown(v.pin)
		}
		return parts
	}
	return []part{{hole: v}}
}

func sourceOf(p Place) source {
	s := source{Range: p.Range, line: p.Range.Start.Line}
	if p.Text != nil {
		s.file, s.line = p.Text.File, p.Text.Line
	}
	return s
}

// shown is the source as pin shows it.
func (s source) shown(pin *pin) source {
	if pin.inside && !pin.contains(s.Range) {
		return s
	}
	if s.file == "" && s.Range.Filename != pin.Range.Filename {
		s.file = s.Range.Filename
	}
	s.Range = pin.Range
	return s
}
