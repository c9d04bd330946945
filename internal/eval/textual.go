package eval

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// compareTexts orders known texts as Terraform orders them.
func compareTexts(a, b *Value) int {
	x, _ := a.Text()
	y, _ := b.Text()
	return strings.Compare(x, y)
}

// plainText is a plain function of one text as a Go function.
func plainText(name string) func(string) string {
	return func(s string) string {
		v, err := callSafely(plain[name], []cty.Value{cty.StringVal(s)})
		if err != nil {
			return s
		}
		return v.AsString()
	}
}

// mapText is a function that changes each literal piece of a text on its own.
func mapText(f func(string) string) builtin {
	return func(c call) *Value {
		if len(c.args) != 1 {
			return broken(c.place)
		}
		return c.args[0].mapPieces(c, f)
	}
}

// mapPieces is the text with f applied to its literal pieces; the holes stay.
func (v *Value) mapPieces(c call, f func(string) string) *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		switch v.kind {
		case unknown, absent:
			return v
		case text:
			if v.encoded != nil {
				v = Concat(encodedParts(v.child(v.encoded)), v.Place())
			}
		}
		out := &Value{kind: text, place: v.Place(), refs: v.refs}
		for _, p := range v.asParts() {
			if p.hole == nil {
				p.text = f(p.text)
			} else {
				p.hole = NewUnknown(p.hole.Place(), firstCauseOr(c.place, p.hole), p.hole.Refs()...)
			}
			out.parts = append(out.parts, p)
		}
		return out
	})
}

// trimspace and chomp are done where a text is parsed, too; on an encoded value they change nothing.
func trimspace(c call) *Value {
	return c.trimmed(strings.TrimSpace, func(s string) string { return strings.TrimLeft(s, " \t\r\n") },
		func(s string) string { return strings.TrimRight(s, " \t\r\n") })
}

func chomp(c call) *Value {
	trim := func(s string) string { return strings.TrimRight(s, "\r\n") }
	return c.trimmed(trim, func(s string) string { return s }, trim)
}

// trimmed is the text with its first and last literal piece trimmed.
func (c call) trimmed(both, left, right func(string) string) *Value {
	if len(c.args) != 1 {
		return broken(c.place)
	}
	return c.args[0].mapAlternatives(func(v *Value) *Value {
		if v.kind != text || v.encoded != nil {
			return v
		}
		parts := slices.Clone(v.asParts())
		first, last := &parts[0], &parts[len(parts)-1]
		if len(parts) == 1 && first.hole == nil {
			trimmed := both(first.text)
			skipped := strings.Index(first.text, trimmed)
			first.source.line += strings.Count(first.text[:max(skipped, 0)], "\n")
			first.text = trimmed
		} else {
			if first.hole == nil {
				trimmed := left(first.text)
				first.source.line += strings.Count(first.text[:len(first.text)-len(trimmed)], "\n")
				first.text = trimmed
			}
			if last.hole == nil {
				last.text = right(last.text)
			}
		}
		return &Value{kind: text, place: v.place, pin: v.pin, refs: v.refs, parts: parts}
	})
}

// join is the texts of a list with a separator between them.
func join(c call) *Value {
	return c.overAlternatives(func(c call) *Value {
		if len(c.args) < 2 {
			return broken(c.place)
		}
		elements := NewList(nil, false, c.place)
		for _, l := range c.args[1:] {
			if l.kind == unknown {
				return c.unknown(Function)
			}
			elements.add(l)
		}
		var pieces []*Value
		for i, item := range elements.items {
			if i > 0 {
				pieces = append(pieces, c.args[0])
			}
			if item.maybe {
				item = NewUnknown(item.Place(), firstCauseOr(c.place, item), item.Refs()...)
			}
			pieces = append(pieces, item)
		}
		if elements.open {
			pieces = append(pieces, NewUnknown(c.place, firstCauseOr(c.place, c.args...)))
		}
		if len(pieces) == 0 {
			return NewText("", c.place)
		}
		return Concat(pieces, c.place)
	})
}

// replace works on each literal piece where a part of the text is not known.
func replace(c call) *Value {
	return c.overAlternatives(func(c call) *Value {
		if len(c.args) != 3 {
			return broken(c.place)
		}
		if c.args[0].WhollyKnown() || c.args[0].kind == unknown {
			return c.plain(plain["replace"])
		}
		return c.args[0].mapPieces(c, func(s string) string {
			one := c
			one.args = []*Value{NewText(s, c.place), c.args[1], c.args[2]}
			if replaced, ok := one.plain(plain["replace"]).Text(); ok {
				return replaced
			}
			return s
		})
	})
}

// format fills %s, %v, %d and %q with partly known texts. Other verbs need known arguments.
func format(c call) *Value {
	return c.overAlternatives(func(c call) *Value {
		if len(c.args) == 0 {
			return broken(c.place)
		}
		spec, ok := c.args[0].Text()
		if !ok || !slices.ContainsFunc(c.args, func(a *Value) bool { return !a.WhollyKnown() || a.encoded != nil }) {
			return c.plain(plain["format"])
		}
		var pieces []*Value
		next := 1
		for spec != "" {
			i := strings.IndexByte(spec, '%')
			if i < 0 || i+1 >= len(spec) {
				pieces = append(pieces, NewText(spec, c.args[0].Place()))
				break
			}
			pieces = append(pieces, NewText(spec[:i], c.args[0].Place()))
			verb := spec[i+1]
			spec = spec[i+2:]
			if verb == '%' {
				pieces = append(pieces, NewText("%", c.place))
				continue
			}
			if next >= len(c.args) {
				return broken(c.place)
			}
			if !strings.ContainsRune("svd", rune(verb)) {
				return c.unknown(Function)
			}
			pieces = append(pieces, c.args[next])
			next++
		}
		return Concat(pieces, c.place)
	})
}

// maxFile is how large a file may be to be read, in bytes.
const maxFile = 8 << 20

// readText is the content of the file that the first argument names, and its name.
func (c call) readText() (content, name string, failure *Value) {
	if len(c.args) == 0 {
		return "", "", broken(c.place)
	}
	name, ok := c.args[0].Text()
	if !ok {
		return "", "", c.unknown(Function)
	}
	name = path.Clean(filepath.ToSlash(name))
	b, err := c.scope.root.ReadFile(name)
	if err != nil || len(b) > maxFile {
		u := NewUnknown(c.place, &Cause{Kind: File, What: fmt.Sprintf("%s(%q)", c.name, name), Range: c.place.Range})
		return "", "", u
	}
	return string(b), name, nil
}

func readFile(c call) *Value {
	return c.overAlternatives(func(c call) *Value {
		content, name, failure := c.readText()
		if failure != nil {
			return failure
		}
		return fileText(content, name, c.place)
	})
}

// fileText is the content of a file as a text that remembers its lines.
func fileText(content, name string, place Place) *Value {
	return &Value{kind: text, place: place, parts: []part{{text: content, source: source{Range: place.Range, file: name, line: 1}}}}
}

// ReadFile is the content of a file as a text that remembers its lines, shown at place.
func (s *Scope) ReadFile(name *Value, place Place) *Value {
	return readFile(call{scope: s, name: "file", args: []*Value{name}, place: place})
}

// templateFile is a template file with its variables, of which any may be unknown.
func templateFile(c call) *Value {
	return c.overAlternatives(func(c call) *Value {
		if len(c.args) != 2 {
			return broken(c.place)
		}
		content, name, failure := c.readText()
		if failure != nil {
			return failure
		}
		return c.scope.RenderTemplate(content, name, c.args[1], c.place)
	})
}

func templateString(c call) *Value {
	return c.overAlternatives(func(c call) *Value {
		if len(c.args) != 2 {
			return broken(c.place)
		}
		src, ok := c.args[0].Text()
		if !ok {
			return c.unknown(Function)
		}
		return c.scope.RenderTemplate(src, c.args[0].Place().Range.Filename, c.args[1], c.place)
	})
}

// RenderTemplate is a template with the given variables and no other names.
func (s *Scope) RenderTemplate(src, file string, vars *Value, place Place) *Value {
	t := &Scope{root: templateRoot{s.root, vars}, meter: s.meter, depth: s.depth + 1}
	if t.depth > maxDepth {
		return NewUnknown(place, &Cause{Kind: TooLarge, Range: place.Range})
	}
	return t.Template(src, file, place)
}

// RenderValue is a template that is a value with the given variables, shown where the template is written.
func (s *Scope) RenderValue(template, vars *Value) *Value {
	return template.mapAlternatives(func(t *Value) *Value {
		src, ok := t.Text()
		if !ok {
			return NewUnknown(t.Place(), firstCauseOr(t.Place(), t), t.Refs()...)
		}
		file := t.Place().Range.Filename
		if len(t.parts) > 0 && t.parts[0].source.file != "" {
			file = t.parts[0].source.file
		}
		return s.RenderTemplate(src, file, vars, t.Place())
	})
}
