package eval

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// encodeJSON is the JSON text of a value, as Terraform's jsonencode writes it, where all of it is known.
func encodeJSON(v *Value) (string, bool) {
	if !v.WhollyKnown() {
		return "", false
	}
	c := v.Cty()
	if c.IsNull() {
		return "null", true
	}
	b, err := ctyjson.Marshal(c, c.Type())
	if err != nil || c.Type() == cty.DynamicPseudoType {
		return "", false
	}
	return string(b), true
}

// encodedParts is the JSON text of a value of which a part is not known: the text with holes.
func encodedParts(v *Value) []*Value {
	if s, ok := encodeJSON(v); ok {
		return []*Value{NewText(s, v.Place())}
	}
	lit := func(s string) *Value { return NewText(s, v.Place()) }
	switch {
	case v.kind == list && !v.open && !v.hasMaybe():
		out := []*Value{lit("[")}
		for i, item := range v.Items() {
			if i > 0 {
				out = append(out, lit(","))
			}
			out = append(out, encodedParts(item)...)
		}
		return append(out, lit("]"))
	case v.kind == object && !v.open:
		out := []*Value{lit("{")}
		for i, k := range slices.Sorted(slices.Values(v.keys)) {
			name, _ := encodeJSON(NewText(k, v.Place()))
			if i > 0 {
				name = "," + name
			}
			out = append(out, lit(name+":"))
			out = append(out, encodedParts(v.Get(k))...)
		}
		return append(out, lit("}"))
	case v.kind == text && v.encoded == nil && v.Prefix() != "" && !strings.ContainsAny(v.Prefix(), `"\`):
		return []*Value{lit(`"` + v.Prefix()), NewUnknown(v.Place(), v.cause, v.Refs()...)}
	}
	return []*Value{NewUnknown(v.Place(), firstCauseOr(v.Place(), v), v.Refs()...)}
}
