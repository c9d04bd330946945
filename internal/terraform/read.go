package terraform

import (
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// body is the content of a block, of native syntax or JSON.
type body struct {
	attrs    map[string]hcl.Expression
	blocks   []*block
	defRange hcl.Range
}

// block is a nested block.
type block struct {
	typ    string
	labels []string
	*body
}

func keys[V any](m map[string]V) iter.Seq[string] { return maps.Keys(m) }

// read takes in all files, those that override others last.
func (m *Module) read(files map[string]*hcl.File) {
	names := slices.SortedFunc(keys(files), func(a, b string) int {
		if x, y := isOverride(a), isOverride(b); x != y {
			if x {
				return 1
			}
			return -1
		}
		return strings.Compare(a, b)
	})
	for _, name := range names {
		if files[name] == nil || files[name].Body == nil {
			continue
		}
		m.sources[name] = files[name].Bytes
		m.dir = path.Dir(strings.ReplaceAll(name, `\`, "/"))
		for _, b := range topLevel(files[name].Body) {
			m.declare(b, isOverride(name))
		}
	}
}

// isOverride tells whether a file's blocks are merged into those of other files:
// https://developer.hashicorp.com/terraform/language/files/override
func isOverride(name string) bool {
	base, _, _ := strings.Cut(path.Base(strings.ReplaceAll(name, `\`, "/")), ".")
	return base == "override" || strings.HasSuffix(base, "_override")
}

// topLevelSchema are the blocks of a module that are read here.
var topLevelSchema = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
	{Type: "resource", LabelNames: []string{"type", "name"}},
	{Type: "data", LabelNames: []string{"type", "name"}},
	{Type: "module", LabelNames: []string{"name"}},
	{Type: "variable", LabelNames: []string{"name"}},
	{Type: "output", LabelNames: []string{"name"}},
	{Type: "provider", LabelNames: []string{"name"}},
	{Type: "locals"},
}}

func topLevel(b hcl.Body) []*block {
	if native, ok := b.(*hclsyntax.Body); ok {
		return nativeBody(native, hcl.Range{}).blocks
	}
	content, _, _ := b.PartialContent(topLevelSchema)
	if content == nil {
		return nil
	}
	var out []*block
	for _, nested := range content.Blocks {
		attrs, _ := nested.Body.JustAttributes()
		jb := &body{attrs: map[string]hcl.Expression{}, defRange: nested.DefRange}
		for name, a := range attrs {
			jb.attrs[name] = a.Expr
		}
		out = append(out, &block{typ: nested.Type, labels: nested.Labels, body: jb})
	}
	return out
}

func nativeBody(b *hclsyntax.Body, defRange hcl.Range) *body {
	out := &body{attrs: make(map[string]hcl.Expression, len(b.Attributes)), defRange: defRange}
	for name, a := range b.Attributes {
		out.attrs[name] = a.Expr
	}
	for _, nested := range b.Blocks {
		out.blocks = append(out.blocks, &block{typ: nested.Type, labels: nested.Labels, body: nativeBody(nested.Body, nested.DefRange())})
	}
	return out
}

// declare takes in a top-level block. A block that is half typed has fewer labels than it needs.
func (m *Module) declare(b *block, override bool) {
	switch {
	case b.typ == "locals":
		for name, expr := range b.attrs {
			m.locals[name] = expr
		}
	case len(b.labels) == 2 && (b.typ == "resource" || b.typ == "data"):
		m.declareBlock(b, override)
	case len(b.labels) == 1 && b.typ == "provider":
		name := providerName(b)
		m.providers[name] = m.providers[name].overriddenBy(b.body)
	case len(b.labels) == 1:
		for typ, declared := range map[string]map[string]*body{"module": m.calls, "variable": m.variables, "output": m.outputs} {
			if typ == b.typ {
				declared[b.labels[0]] = declared[b.labels[0]].overriddenBy(b.body)
			}
		}
	}
}

func (m *Module) declareBlock(b *block, override bool) {
	r := &Block{Data: b.typ == "data", Type: b.labels[0], Name: b.labels[1], DefRange: b.defRange, module: m, body: b.body}
	r.address = address(r.Data, r.Type, r.Name)
	if base := m.byAddress[r.address]; base != nil && override {
		base.body = base.body.overriddenBy(b.body)
		return
	}
	m.byAddress[r.address] = r
	m.blocks = append(m.blocks, r)
}

// overriddenBy is the body with the attributes of another one in place of its own, and its blocks in place of all of their type.
func (b *body) overriddenBy(o *body) *body {
	if b == nil {
		return o
	}
	merged := &body{attrs: maps.Clone(b.attrs), defRange: b.defRange}
	maps.Copy(merged.attrs, o.attrs)
	replaced := map[string]bool{}
	for _, nested := range o.blocks {
		replaced[nested.expandedType()] = true
	}
	for _, nested := range b.blocks {
		if !replaced[nested.expandedType()] {
			merged.blocks = append(merged.blocks, nested)
		}
	}
	merged.blocks = append(merged.blocks, o.blocks...)
	return merged
}

// expandedType is the type of the blocks that a block makes: its own, or its label's where it is dynamic.
func (b *block) expandedType() string {
	if b.typ == "dynamic" && len(b.labels) == 1 {
		return b.labels[0]
	}
	return b.typ
}
