package eval

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// maxText is how long a text may get, in bytes: beyond it templates that explode are unknown.
const maxText = 4 << 20

// part is a piece of a text: literal, or a hole whose text is not known or is the encoding of a value that keeps its places.
type part struct {
	text   string
	source source
	hole   *Value
	level  int // how many unknown conditions, one inside another, decide whether the piece is there
}

// literal tells whether the piece is certainly there, and is this text.
func (p part) literal() bool { return p.hole == nil && p.level == 0 }

// same tells whether two pieces are the same text, which may not be known.
func (p part) same(o part) bool { return p.text == o.text && p.hole == o.hole && p.level == o.level }

// source is where a literal piece of text begins.
type source struct {
	hcl.Range        // the expression that holds the text
	file      string // the file that the text was read from; empty: the file of Range
	line      int    // the line of the file on which the piece begins, counted from 1
	flat      bool   // the whole piece stands on that line: its line breaks are written \n
	whole     bool   // the expression is a value that the text is made of: there is no position in it
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

// after is the source of what follows text.
func (s source) after(text string) source {
	if !s.flat {
		s.line += strings.Count(text, "\n")
	}
	return s
}

func newText(parts []part, place Place) *Value {
	if len(parts) == 0 {
		parts = []part{{source: sourceOf(place)}}
	}
	v := &Value{kind: text, parts: parts, place: place}
	length := 0
	for _, p := range parts {
		length += len(p.text)
		v.size += len(p.text) + partSize
		if p.hole != nil {
			v.size += p.hole.size
		}
	}
	if length > maxText {
		return tooLarge(place)
	}
	return v.bounded()
}

// Text is the value as a string, where it is wholly known, and empty otherwise. Numbers and booleans are written as Terraform
// writes them.
func (v *Value) Text() (string, bool) {
	switch v.kind {
	case boolean, number:
		if v.kind == number {
			if n, accuracy := v.prim.AsBigFloat().Int64(); accuracy == big.Exact && n != 0 {
				return strconv.FormatInt(n, 10), true
			}
		}
		s, err := convert.Convert(v.prim, cty.String)
		if err != nil {
			return "", false
		}
		return s.AsString(), true
	case text:
		if v.encoded != nil {
			return v.encoding.encode(v.encoded)
		}
		return textOf(v.parts)
	case either:
		first, ok := v.items[0].Text()
		if ok && v.all(func(a *Value) bool { s, ok := a.Text(); return ok && s == first }) {
			return first, true
		}
	}
	return "", false
}

func textOf(parts []part) (string, bool) {
	if len(parts) == 1 && parts[0].literal() {
		return parts[0].text, true
	}
	var b strings.Builder
	for _, p := range parts {
		s := p.text
		if p.level > 0 {
			return "", false
		}
		if p.hole != nil {
			h, ok := p.hole.Text()
			if !ok {
				return "", false
			}
			s = h
		}
		if b.Len()+len(s) > maxText {
			return "", false
		}
		b.WriteString(s)
	}
	return b.String(), true
}

// Is tells whether the value is certainly this text.
func (v *Value) Is(s string) bool {
	if s == "" && v.encoded != nil && v.encoding == jsonText {
		return false // which it takes no encoding to know
	}
	got, ok := v.Text()
	return ok && got == s
}

// Int is the value as a whole number, where it is known to be one.
func (v *Value) Int() (int, bool) {
	switch v.kind {
	case either:
		first, ok := v.items[0].Int()
		return first, ok && v.all(func(a *Value) bool { n, ok := a.Int(); return ok && n == first })
	case text:
		t, ok := v.Text()
		if !ok {
			return 0, false
		}
		n := v.number(strings.TrimSpace(t))
		return n.Int()
	case number:
		n, accuracy := v.prim.AsBigFloat().Int64()
		return int(n), accuracy == 0
	}
	return 0, false
}

// number is the number that s says, written where v is; unknown where it says none.
func (v *Value) number(s string) *Value {
	n, err := cty.ParseNumberVal(s)
	if err != nil {
		return broken(v.Place())
	}
	return FromCty(n, v.Place())
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
	for _, p := range v.spelledOut() {
		known := p.text
		if p.level > 0 {
			pieces = append(pieces, Piece{Value: NewUnknown(Place{Range: p.source.Range}, v.cause)})
			continue
		}
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
		if known != "" {
			pieces = append(pieces, Piece{Text: known, Known: true})
		}
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

// minLength is how many bytes the text certainly has.
func (v *Value) minLength() int {
	n := 0
	for _, p := range v.Pieces() {
		n += len(p.Text)
	}
	return n
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

// concat is Concat, if that does not cost too much.
func (s *Scope) concat(values []*Value, place Place) *Value {
	parts := 0
	for _, v := range values {
		parts += len(v.parts)
		for _, a := range v.items {
			parts += len(a.parts)
		}
	}
	if !s.meter.spend(parts / 2) {
		s.uncertain()
		return tooLarge(place)
	}
	return Concat(values, place)
}

// Concat is the text of all values, one after the other, as a template makes it.
func Concat(values []*Value, place Place) *Value {
	var refs []Ref
	parts := make([]part, 0, len(values))
	mayFail := false
	if total(values) > maxSize {
		return tooLarge(place)
	}
	for i, v := range values {
		switch {
		case v.kind == either:
			return distribute(values, i, place)
		case v.failed && !v.maybe:
			return v.failedAs(place)
		case !v.maybe && (v.kind == absent || v.kind == list || v.kind == object):
			return broken(place)
		}
		parts = append(parts, v.asParts()...)
		if v.kind != unknown {
			refs = append(refs, v.refs...) // those of what is not known stay with the hole
		}
		mayFail = mayFail || v.doubtful(false)
	}
	out := newText(parts, place).withRefs(refs...)
	if mayFail {
		return out.uncertain()
	}
	return out
}

// distribute makes the text once for each alternative of the value at i. Where all of them together make too many texts, the first
// ones are taken for what their alternatives have in common.
func distribute(values []*Value, i int, place Place) *Value {
	if combinations(values) > maxAlternatives {
		values = slices.Clone(values)
		for ; i < len(values) && combinations(values[i:]) > maxAlternatives; i++ {
			if v := values[i]; v.kind == either {
				values[i] = v.optionalText()
			}
		}
		return Concat(values, place)
	}
	v := values[i]
	return v.mapAlternatives(func(a *Value) *Value {
		one := slices.Clone(values)
		one[i] = a.asElement(v.maybe)
		return Concat(one, place)
	})
}

// optionalText is one of several texts as a single one: a text that is there or not where the only other one is empty,
// as %{ if } makes it, and what they have in common otherwise.
func (v *Value) optionalText() *Value {
	a := v.Alternatives()
	switch {
	case len(a) == 2 && a[0].Is("") && a[1].kind == text:
		return a[1].Optional()
	case len(a) == 2 && a[1].Is("") && a[0].kind == text:
		return a[0].Optional()
	}
	return v.inCommon()
}

// asParts is the value as parts of a text.
func (v *Value) asParts() []part {
	if v.maybe {
		parts := v.certain().asParts()
		optional := make([]part, len(parts), len(parts)+1)
		for i, p := range parts {
			p.level++
			optional[i] = p
		}
		// An empty piece ends what the condition decides: what follows may depend on another one.
		return append(optional, part{source: sourceOf(v.Place())})
	}
	switch v.kind {
	case boolean, number:
		s, _ := v.Text()
		return []part{{text: s, source: sourceOf(v.Place())}}
	case text:
		return v.textParts()
	}
	return []part{{hole: v}}
}

func (v *Value) textParts() []part {
	if v.encoded != nil {
		if s, ok := v.Text(); ok && v.encoding != jsonText {
			return []part{{text: s, source: sourceOf(v.Place())}}
		}
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

// written are the parts of a text, those of an encoded value too.
func (v *Value) written() []part {
	v = v.certain()
	if v.kind == text && v.encoded != nil {
		if v = newText(v.encoding.parts(v.child(v.encoded)), v.Place()); v.kind == text {
			return v.parts
		}
	}
	return v.asParts()
}

// spelledOut are the parts of a text, with what a part is the encoding of spelled out where not all of it is known.
func (v *Value) spelledOut() []part {
	parts := v.written()
	var out []part
	for i, p := range parts {
		if p.hole == nil || p.level > 0 || p.hole.kind != text || p.hole.encoded == nil || p.hole.encoding != jsonText || p.hole.maybe {
			if out != nil {
				out = append(out, p)
			}
			continue
		}
		if out == nil {
			out = append(out, parts[:i]...)
		}
		out = append(out, p.hole.spelledOut()...)
	}
	if out == nil {
		return parts
	}
	return out
}

// Blank tells whether nothing is known of the value, or nothing but that it is a text, of which no letter or digit is known:
// "${var.x}", "${var.x}:${var.y}".
func (v *Value) Blank() bool {
	switch v.kind {
	case unknown:
		return true
	case text:
		pieces := v.Pieces()
		return slices.ContainsFunc(pieces, func(p Piece) bool { return !p.Known }) && !slices.ContainsFunc(pieces, func(p Piece) bool {
			return strings.ContainsFunc(p.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '*' })
		})
	}
	return false
}

// Reason is the value as one that is not known, for the reason for which the first part of it isn't.
func (v *Value) Reason() *Value {
	if v.kind == unknown {
		return v
	}
	u := NewUnknown(v.place, firstCause(v))
	u.pin = v.pin
	return u
}
