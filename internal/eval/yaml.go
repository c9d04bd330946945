package eval

import (
	"regexp"
	"strconv"
	"strings"

	yaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

const (
	// holeOpen and holeClose stand around the number of a hole in YAML text. They are characters for private use, which
	// YAML allows anywhere in a word.
	holeOpen, holeClose = "\ue000", "\ue001"
	// maxAliases bounds the aliases in a YAML text: some that stand for each other in turn make more than fits anywhere.
	maxAliases = 30
	// maxYAML bounds the length of a YAML text, in bytes.
	maxYAML = 256 << 10
)

var (
	holeMark  = regexp.MustCompile(holeOpen + "([0-9]+)" + holeClose)
	aliasMark = regexp.MustCompile(`(?m)(^|[\s\[{,:-])\*[^\s,\]}]`)
)

// yamlDecode is DecodeYAML, of which a text that is not YAML fails.
func yamlDecode(c call) *Value {
	return c.onText(func(s *Value) *Value { return s.decodeYAML(c) })
}

// DecodeYAML is what a text means as YAML, or as JSON, with what is not known of the text unknown in the value. A value that
// is no text is taken as it is.
func (v *Value) DecodeYAML() *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		if v.kind != text {
			return v
		}
		return v.decodeYAML(call{name: "yamldecode", args: []*Value{v}, place: v.Place()})
	})
}

func (v *Value) decodeYAML(c call) *Value {
	if v.encoded != nil && (v.encoding == yamlText || v.encoding == jsonText) {
		return v.child(v.encoded).untyped()
	}
	y := &yamlReader{call: c}
	src, ok := y.source(v)
	switch {
	case !ok:
		return c.unknown(Function)
	case len(src) > maxYAML || nesting(src) > maxNesting || len(aliasMark.FindAllString(src, maxAliases+1)) > maxAliases:
		return c.unknown(TooLarge)
	}
	decoded, err := callSafely(yamlFunction, []cty.Value{cty.StringVal(src)})
	if err != nil {
		return c.failure()
	}
	place := v.Place()
	if place.Text != nil {
		place.Text = &TextPos{File: place.Text.File} // on which line each value stands is not told
	}
	return y.filled(fromCty(decoded, place, firstCauseOr(c.place, v)))
}

var yamlFunction function.Function = yaml.YAMLDecodeFunc

// yamlReader reads YAML in which holes stand for what is not known.
type yamlReader struct {
	call
	holes []*Value
}

// source is the text with its holes marked.
func (y *yamlReader) source(s *Value) (string, bool) {
	var b strings.Builder
	for _, p := range s.written() {
		switch {
		case p.level > 0 || strings.Contains(p.text, holeOpen):
			return "", false
		case p.hole != nil:
			b.WriteString(holeOpen + strconv.Itoa(len(y.holes)) + holeClose)
			y.holes = append(y.holes, p.hole)
		default:
			b.WriteString(p.text)
		}
	}
	return b.String(), true
}

// filled is the value with its holes in the place of their marks.
func (y *yamlReader) filled(v *Value) *Value {
	if len(y.holes) == 0 {
		return v
	}
	switch v.kind {
	case text:
		s, _ := v.Text()
		return y.text(s, v.Place())
	case list:
		items := make([]*Value, len(v.items))
		for i, item := range v.items {
			items[i] = y.filled(item)
		}
		return v.withItems(items)
	case object:
		entries := make([]objectEntry, len(v.keys))
		for i, k := range v.keys {
			entries[i] = objectEntry{key: y.text(k, v.Place()), value: y.filled(v.get(k))}
		}
		return newObject(entries, v.open, v.place)
	}
	return v
}

func (y *yamlReader) text(s string, place Place) *Value {
	var parts []part
	at := 0
	for _, m := range holeMark.FindAllStringSubmatchIndex(s, -1) {
		n, err := strconv.Atoi(s[m[2]:m[3]])
		if err != nil || n >= len(y.holes) {
			return y.broken()
		}
		if m[0] == 0 && m[1] == len(s) {
			return filled(y.holes[n], place)
		}
		parts = append(parts, part{text: s[at:m[0]], source: sourceOf(place)}, part{hole: y.holes[n]})
		at = m[1]
	}
	return newText(append(parts, part{text: s[at:], source: sourceOf(place)}), place)
}
