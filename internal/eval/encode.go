package eval

import (
	"encoding/base64"
	"slices"

	yaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// encoding is how a text stands for a value.
type encoding uint8

const (
	jsonText encoding = iota
	yamlText
	base64Text
	gzipText // compressed, and in base64: which bytes that makes depends on the compressor
)

// encode is the text that stands for a value, where all of it is known.
func (e encoding) encode(v *Value) (string, bool) {
	switch e {
	case jsonText:
		return encodeJSON(v)
	case yamlText:
		return encodeYAML(v)
	case base64Text:
		s, ok := v.Text()
		return base64.StdEncoding.EncodeToString([]byte(s)), ok && len(s) <= maxText/2
	}
	return "", false
}

// parts is the text that stands for a value of which a part is not known: as much of it as can be told.
func (e encoding) parts(v *Value) []part {
	if e == jsonText {
		return jsonParts(v)
	}
	if s, ok := e.encode(v); ok {
		return []part{{text: s, source: sourceOf(v.Place())}}
	}
	return []part{{hole: NewUnknown(v.Place(), firstCauseOr(v.Place(), v), v.AllRefs()...)}}
}

// encodeJSON is the JSON text of a value, as Terraform's jsonencode writes it, where all of it is known.
func encodeJSON(v *Value) (string, bool) {
	c, ok := v.wholeCty()
	if !ok {
		return "", false
	}
	if c.IsNull() {
		return "null", true
	}
	b, err := ctyjson.Marshal(c, c.Type())
	return string(b), err == nil && len(b) <= maxText
}

func encodeYAML(v *Value) (string, bool) {
	c, ok := v.wholeCty()
	if !ok {
		return "", false
	}
	b, err := yaml.Standard.Marshal(c)
	return string(b), err == nil && len(b) <= maxText
}

// wholeCty is the value in Terraform's type system, where all of it is known.
func (v *Value) wholeCty() (cty.Value, bool) {
	if !v.WhollyKnown() || v.isLoose() {
		return cty.NilVal, false
	}
	c := v.Cty()
	return c, c.IsWhollyKnown()
}

// jsonParts is the JSON text of a value, with holes for what is not known; each part is where what it stands for is written.
func jsonParts(v *Value) []part {
	from := sourceOf(v.Place())
	from.whole = v.Place().Text == nil
	literal := func(s string) part { return part{text: s, source: from} }
	switch {
	case v.loose:
		// It may become another type.
	case v.counted() && !v.unordered:
		out := []part{literal("[")}
		for i, item := range v.Items() {
			if i > 0 {
				out = append(out, literal(","))
			}
			out = append(out, jsonParts(item)...)
		}
		return append(out, literal("]"))
	case v.hasFixedKeys():
		out := []part{literal("{")}
		for i, k := range slices.Sorted(slices.Values(v.keys)) {
			if i > 0 {
				out = append(out, literal(","))
			}
			out = append(out, literal(quoteJSON(k)+":"))
			out = append(out, jsonParts(v.member(k))...)
		}
		return append(out, literal("}"))
	case v.kind == text && !v.WhollyKnown():
		out := []part{literal(`"`)}
		for _, r := range v.runs() {
			if r.hole != nil {
				out = append(out, part{hole: r.hole})
				continue
			}
			out = append(out, literal(unquoted(quoteJSON(r.text))))
		}
		return append(out, literal(`"`))
	}
	if s, ok := encodeJSON(v); ok {
		return []part{literal(s)}
	}
	return []part{{hole: NewUnknown(v.Place(), firstCauseOr(v.Place(), v), v.AllRefs()...)}}
}

// quoteJSON is a string as JSON writes it.
func quoteJSON(s string) string {
	b, err := ctyjson.Marshal(cty.StringVal(s), cty.String)
	if err != nil {
		return `""`
	}
	return string(b)
}

// unquoted is what stands between the first and the last byte.
func unquoted(quoted string) string { return quoted[1 : len(quoted)-1] }
