package eval

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

const (
	// maxTemplate bounds the source of a template, in bytes.
	maxTemplate = 256 << 10
	// maxTemplateLines bounds the lines of a template: the parser takes time that grows with their square.
	maxTemplateLines = 10_000
	// maxTemplates bounds how many parsed templates are kept.
	maxTemplates = 32
	// maxNesting bounds how deep brackets may be nested in a template: the parser keeps each level on its stack.
	maxNesting = 500
)

// template is the text of a template's parts. What is written inside the template is shown at the template: in a heredoc
// there is no room for a comment on a line of its own. What a template file is called with stands outside of it.
func (s *Scope) template(parts []hclsyntax.Expression, place Place) *Value {
	values := make([]*Value, len(parts))
	for i, p := range parts {
		if literal, ok := p.(*hclsyntax.LiteralValueExpr); ok && literal.Val.Type() == cty.String {
			piece := part{text: literal.Val.AsString(), source: sourceOf(place)}
			if !s.flat {
				piece.source.line, piece.source.flat = firstLine(piece.text, literal.SrcRange, s.trims(literal.SrcRange))
			}
			piece.source.flat = piece.source.flat || s.flat
			values[i] = newText([]part{piece}, place)
			continue
		}
		values[i] = s.Eval(p)
		if s.shownAt == nil {
			values[i] = values[i].inside(place)
		}
		if v := values[i]; v.kind == absent && len(parts) > 1 {
			values[i] = v.givenLater(p.Range())
		}
	}
	if len(values) == 1 && values[0].kind == text {
		return values[0]
	}
	return s.concat(values, place)
}

// givenLater is what is null because a variable is null by default: a hole, where Terraform takes no null. What it is run with is
// another value. Any other null is one, and wrong.
func (v *Value) givenLater(at hcl.Range) *Value {
	if name := v.variable(); name != "" {
		return NewUnknown(v.Place(), &Cause{Kind: Variable, What: name, Range: at}, v.AllRefs()...).uncertain()
	}
	return v
}

// firstLine is the line on which a literal piece of a template begins. Its range begins with the white space that strip markers take
// away: at most one line break at its beginning, if a marker stands before it, and one at its end. A piece with more line breaks than
// its range has lines is flat: it is a string in quotes, in which they are written \n.
func firstLine(s string, r hcl.Range, trimmed bool) (line int, flat bool) {
	lost := r.End.Line - r.Start.Line - strings.Count(s, "\n")
	switch {
	case lost < 0:
		return r.Start.Line, true
	case !trimmed:
		lost = 0 // taken away at the end
	case lost > 0 && r.End.Column == 1 && !strings.HasSuffix(s, "\n"):
		lost--
	}
	return r.Start.Line + lost, false
}

// SourceReader is a Root that knows the files whose expressions it resolves.
type SourceReader interface {
	// Source is the content of a file; nil where it is not known.
	Source(filename string) []byte
}

// trims tells whether a strip marker stands before a piece of a template, or may do so.
func (s *Scope) trims(r hcl.Range) bool {
	src := s.source
	if src == nil {
		if root, ok := s.root.(SourceReader); ok {
			src = root.Source(r.Filename)
		}
	}
	at := r.Start.Byte
	return src == nil || at > len(src) || at >= 2 && string(src[at-2:at]) == "~}"
}

// templateLoop is the text of a template's loop: %{ for }.
func (s *Scope) templateLoop(e *hclsyntax.TemplateJoinExpr, place Place) *Value {
	return s.Eval(e.Tuple).mapAlternatives(func(pieces *Value) *Value {
		if pieces.failed {
			return pieces.failedAs(place)
		}
		if pieces.kind != list {
			return NewUnknown(place, pieces.cause, pieces.refs...)
		}
		values := pieces.Items()
		if pieces.unordered {
			values = slices.Clone(values)
			for i, v := range values {
				values[i] = v.Optional()
			}
		}
		if pieces.open || pieces.unordered {
			// There may be more: a hole says so, after what was written.
			rest := pieces.unknownItem(place)
			rest.open, rest.unordered = true, true // any number of pieces, like those before
			values = append(values[:len(values):len(values)], rest)
		}
		return s.concat(values, place)
	})
}

// templateRoot resolves the names in a template file: the variables that it was called with.
type templateRoot struct {
	Root
	vars *Value
}

// Resolve is a variable of the template. One that is not passed fails in Terraform; where the variables are not known
// as a whole, it may be passed.
func (r templateRoot) Resolve(t hcl.Traversal) (*Value, int) {
	return attribute(r.vars, t.RootName(), r.vars.Place()), 1
}

// RenderTemplate is the template that stands in a file, with the given variables and no other names.
func (s *Scope) RenderTemplate(src, file string, vars *Value, place Place) *Value {
	return s.Render(fileText(src, file, place), vars, place)
}

// RenderValue is a template that is a value with the given variables, shown where the template is written.
func (s *Scope) RenderValue(template, vars *Value) *Value {
	return template.mapAlternatives(func(t *Value) *Value { return s.Render(t, vars, t.Place()) })
}

// Render is a template with the given variables and no other names. What is not known of the template itself is taken to
// hold no more of the template language: what a heredoc puts into its templates is an address or a name.
func (s *Scope) Render(template, vars *Value, place Place) *Value {
	src, ok := template.templateSource()
	switch {
	case template.failed:
		return template.failedAs(place)
	case !ok:
		s.uncertain()
		return NewUnknown(place, firstCauseOr(place, template), template.AllRefs()...)
	case vars.failed || vars.kind != object && vars.kind != unknown && vars.kind != either:
		return broken(place)
	}
	if _, nested := s.root.(templateRoot); nested {
		return broken(place) // Terraform forbids templates in templates
	}
	if !src.isTemplate {
		return template // each part of it where it is written
	}
	if len(src.holes) > 0 {
		s.uncertain()
	}
	t := &Scope{root: templateRoot{s.root, vars}, meter: s.meter, mayFail: s.mayFail, names: src.holes}
	return t.parse(src.text.String(), template.textSource(), place)
}

// templateSource is the text of a template, with a name in the place of each part that is not known.
type templateSource struct {
	text       strings.Builder
	holes      map[string]*Value
	isTemplate bool // the text has something of the template language, beside the names
}

// holeName is what the names of parts that are not known begin with. Nobody calls a variable so.
const holeName = "hole__"

// templateSource is not ok for what is no text, or one of which it is open what belongs to it.
func (v *Value) templateSource() (src *templateSource, ok bool) {
	src = &templateSource{holes: map[string]*Value{}}
	return src, v.kind == text && src.add(v.written())
}

func (t *templateSource) add(parts []part) bool {
	for _, p := range parts {
		switch {
		case p.level > 0:
			return false // a condition may decide whether a part of an expression is there
		case p.hole == nil:
			t.text.WriteString(p.text)
			t.isTemplate = t.isTemplate || isTemplate(p.text)
		case slices.ContainsFunc(p.hole.written(), func(p part) bool { return isTemplate(p.text) }):
			if !t.add(p.hole.written()) {
				return false
			}
		default:
			name := holeName + strconv.Itoa(len(t.holes))
			t.holes[name] = p.hole
			t.text.WriteString("${" + name + "}")
		}
		if t.text.Len() > maxText {
			return false
		}
	}
	return true
}

// isTemplate tells whether a text has something of the template language.
func isTemplate(src string) bool { return strings.Contains(src, "${") || strings.Contains(src, "%{") }

// textSource is where a text begins. One that is put together of several says nothing of lines.
func (v *Value) textSource() source {
	parts := v.written()
	if len(parts) == 0 || parts[0].hole != nil {
		return sourceOf(v.Place())
	}
	from := parts[0].source
	for i, p := range parts[1:] {
		if before := parts[i]; p.text != "" && before.hole == nil && before.source.after(before.text) != p.source {
			from.flat = true
		}
	}
	return from
}

// Template is the value of a template's source text, which is shown at place: the expression that holds or names it.
// file is where the text comes from, for positions.
func (s *Scope) Template(src, file string, place Place) *Value {
	from := source{file: file, line: hcl.InitialPos.Line}
	if file == place.Range.Filename {
		from.line = place.Range.Start.Line
	}
	return s.parse(src, from, place)
}

// parse is the value of a template whose source begins at from.
func (s *Scope) parse(src string, from source, place Place) *Value {
	if !isTemplate(src) {
		from.Range = place.Range
		return newText([]part{{text: src, source: from}}, place)
	}
	if len(src) > maxTemplate || strings.Count(src, "\n") > maxTemplateLines || nesting(src) > maxNesting {
		s.uncertain()
		return tooLarge(place)
	}
	if from.file == "" {
		from.file = from.Filename
	}
	expr := s.meter.template(templateText{src, from.file, from.line})
	if expr == nil {
		return broken(place)
	}
	shown := *s
	shown.shownAt = &place
	shown.flat, shown.source = from.flat, []byte(src)
	return shown.Eval(expr)
}

// templateText is the text of a template, and where it begins.
type templateText struct {
	src, file string
	line      int
}

// template is a template as it is parsed, nil where it is wrong.
func (m *Meter) template(from templateText) hclsyntax.Expression {
	expr, parsed := m.templates[from]
	if parsed {
		return expr
	}
	// The parser takes time that grows with the square of the lines.
	lines := strings.Count(from.src, "\n")
	if !m.spend(len(from.src)/stepSize + lines*lines/1000) {
		return nil
	}
	expr, diags := hclsyntax.ParseTemplate([]byte(from.src), from.file, hcl.Pos{Line: from.line, Column: 1})
	if diags.HasErrors() {
		expr = nil
	}
	if m.templates == nil {
		m.templates = map[templateText]hclsyntax.Expression{}
	}
	if len(m.templates) < maxTemplates {
		m.templates[from] = expr
	}
	return expr
}

// nesting is how deep brackets are nested in a text, or signs follow each other.
func nesting(src string) int {
	depth, signs, deepest := 0, 0, 0
	for _, c := range []byte(src) {
		switch c {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth = max(depth-1, 0)
		case '!', '-':
			signs++
			deepest = max(deepest, signs)
			continue
		case ' ', '\t', '\r', '\n':
			continue
		}
		signs = 0
		deepest = max(deepest, depth)
	}
	return deepest
}

// maxFileNesting bounds how deep brackets may be nested in a file of Terraform, in whose comments and strings there may be many that
// nobody closes.
const maxFileNesting = 50_000

// IsTooDeep tells whether a file of Terraform is nested so deep that the parser, which keeps each level on its stack, ends the process.
func IsTooDeep(src []byte) bool { return nesting(string(src)) > maxFileNesting }
