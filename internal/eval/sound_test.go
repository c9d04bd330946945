package eval

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// admits tells whether what is known of v leaves it open that it is c, which is wholly known or fails. Whatever the engine
// says of a partly unknown value must admit what it turns out to be.
func admits(v, c *Value) bool {
	switch {
	case v.kind == either:
		// Alternatives that fail are left out.
		return c.failed || slices.ContainsFunc(v.Alternatives(), func(a *Value) bool { return admits(a, c) })
	case v.failed:
		return c.failed
	case c.failed:
		return true // then there is nothing to be right about
	case v.kind == unknown:
		return v.prim == cty.NilVal || c.kind != number || v.prim.Range().Includes(c.prim).IsKnown() == false || v.prim.Range().Includes(c.prim).True()
	case v.kind == text && c.kind == text:
		return admitsText(v, c)
	case c.kind == number || c.kind == boolean:
		// A number beside something that is not known may become a text: providers make no difference.
		s, _ := c.Text()
		return v.Is(s) || v.kind == text && admitsText(v, c)
	case v.kind != c.kind:
		s, ok := c.Text()
		return ok && v.Is(s)
	case v.kind == list:
		return admitsList(v, c)
	case v.kind == object:
		return admitsObject(v, c)
	}
	return true
}

func admitsText(v, c *Value) bool {
	s, _ := c.Text()
	if v.encoded != nil {
		switch v.encoding {
		case jsonText:
			return admits(v.encoded, c.DecodeJSON())
		case base64Text, gzipText:
			return admits(v.encoded, c.DecodeBase64())
		case yamlText:
			return c.encoded == nil || admits(v.encoded, c.encoded)
		}
	}
	anything := false // at the beginning of s
	pieces := v.Pieces()
	for i, p := range pieces {
		if !p.Known {
			anything = true
			continue
		}
		at := strings.Index(s, p.Text)
		if i == len(pieces)-1 {
			at = len(s) - len(p.Text)
		}
		if at < 0 || at > 0 && !anything || !strings.HasPrefix(s[at:], p.Text) {
			return false
		}
		s, anything = s[at+len(p.Text):], false
	}
	return s == "" || anything
}

// admitsList matches the elements in order, or in any order where that is not known.
func admitsList(v, c *Value) bool {
	if v.unordered || v.isSet() && !v.WhollyKnown() {
		return admitsUnordered(v, c)
	}
	var match func(i, j int) bool
	match = func(i, j int) bool {
		if i == len(v.items) {
			return j == len(c.items) || v.open && !v.hasMaybe()
		}
		item := v.items[i]
		if item.maybe {
			if match(i+1, j) {
				return true
			}
			for k := j; k < len(c.items) && (k == j || v.open); k++ {
				if !v.open && !admits(item.certain(), c.items[k]) {
					return false
				}
				if match(i+1, k+1) {
					return true
				}
			}
			return false
		}
		return j < len(c.items) && admits(item, c.items[j]) && match(i+1, j+1)
	}
	return match(0, 0)
}

// admitsUnordered wants every element that is certainly there, and no others where none may be.
func admitsUnordered(v, c *Value) bool {
	for _, item := range v.items {
		if !item.maybe && !slices.ContainsFunc(c.items, func(o *Value) bool { return admits(item, o) }) {
			return false
		}
	}
	for _, o := range c.items {
		if !v.open && !slices.ContainsFunc(v.items, func(item *Value) bool { return admits(item.certain(), o) }) {
			return false
		}
	}
	return true
}

func admitsObject(v, c *Value) bool {
	// taken tells whether one of the members whose keys are not known may be this one.
	taken := func(key string, o *Value) bool {
		return slices.ContainsFunc(v.keys, func(k string) bool {
			return isUnknownKey(k) && admitsKey(v.name(k), key) && admits(v.get(k).certain(), o)
		})
	}
	for _, k := range v.keys {
		m, o := v.get(k), c.get(k)
		switch {
		case isUnknownKey(k):
			name := v.name(k)
			if !m.maybe && !slices.ContainsFunc(c.keys, func(k string) bool { return admitsKey(name, k) && admits(m, c.get(k)) }) {
				return false
			}
		case o == nil && !m.maybe:
			return false
		case o != nil && !admits(m.certain(), o) && !(m.maybe && taken(k, o)):
			return false
		}
	}
	for _, k := range c.keys {
		if v.get(k) == nil && !v.open && !taken(k, c.get(k)) {
			return false
		}
	}
	return true
}

// admitsKey tells whether a key of which not all is known may be this one.
func admitsKey(name *Value, key string) bool { return admits(name, NewText(key, Place{})) }

// doubt is a way to make a part of an expression unknown, so that it may still be what it was.
type doubt struct {
	name  string
	write func(node hclsyntax.Node, src string) string // empty: not for such a node
}

var doubts = []doubt{
	{"unknown", func(node hclsyntax.Node, src string) string { return "var.u" }},
	{"alternatives", func(node hclsyntax.Node, src string) string { return "(var.u ? " + src + " : null)" }},
	{"alternative of its kind", func(node hclsyntax.Node, src string) string {
		switch node.(type) {
		case *hclsyntax.TemplateExpr:
			return "element([" + src + ", \"other\"], var.u)"
		case *hclsyntax.TupleConsExpr:
			return "element([" + src + ", [], [1]], var.u)"
		case *hclsyntax.ObjectConsExpr:
			return "element([" + src + ", {}, { x = 1 }], var.u)"
		}
		return ""
	}},
	{"one of many of its kind", func(node hclsyntax.Node, src string) string {
		switch node.(type) {
		case *hclsyntax.TemplateExpr:
			return "element(concat([" + src + "], [for i in range(9) : \"other${i}\"]), var.u)"
		case *hclsyntax.TupleConsExpr:
			return "element(concat([" + src + "], [for i in range(9) : [i]], [" + src + "]), var.u)"
		case *hclsyntax.ObjectConsExpr:
			return "element(concat([" + src + "], [for i in range(9) : { x = i }], [merge(" + src + ", { x = 1 })]), var.u)"
		}
		return ""
	}},
	{"hole at the beginning", inText(func(s string) string { return "${var.u}" + s[min(1, len(s)):] })},
	{"hole in the middle", inText(func(s string) string {
		return s[:len(s)/3] + "${var.u}" + s[len(s)*2/3:]
	})},
	{"hole at the end", inText(func(s string) string { return s[:len(s)-min(1, len(s))] + "${var.u}" })},
	{"holes at both ends", inText(func(s string) string {
		return "${var.u}" + s[min(1, len(s)):max(len(s)-1, min(1, len(s)))] + "${var.u}"
	})},
	{"no hole", inText(func(s string) string { return s + "${var.u}" })},
	{"more at the end", inList(func(src string) string { return "concat(" + src + ", var.u)" })},
	{"more at the beginning", inList(func(src string) string { return "concat(var.u, " + src + ")" })},
	{"each may be there", inList(func(src string) string { return "[for x in " + src + " : x if var.u]" })},
	{"more members", inObject(func(src string) string { return "merge(" + src + ", var.u)" })},
	{"members before", inObject(func(src string) string { return "merge(var.u, " + src + ")" })},
	{"each member may be there", inObject(func(src string) string { return "{ for k, v in " + src + " : k => v if var.u }" })},
	{"keys are not known", inObject(func(src string) string { return "{ for k, v in " + src + " : \"${k}${var.u}\" => v }" })},
}

func inText(f func(string) string) func(hclsyntax.Node, string) string {
	return func(node hclsyntax.Node, src string) string {
		t, ok := node.(*hclsyntax.TemplateExpr)
		if !ok || !t.IsStringLiteral() || strings.HasPrefix(src, "<<") || strings.ContainsAny(src, `\$%`) {
			return ""
		}
		return `"` + f(strings.Trim(src, `"`)) + `"`
	}
}

func inList(f func(string) string) func(hclsyntax.Node, string) string {
	return func(node hclsyntax.Node, src string) string {
		if _, ok := node.(*hclsyntax.TupleConsExpr); ok {
			return f(src)
		}
		return ""
	}
}

func inObject(f func(string) string) func(hclsyntax.Node, string) string {
	return func(node hclsyntax.Node, src string) string {
		if _, ok := node.(*hclsyntax.ObjectConsExpr); ok {
			return f(src)
		}
		return ""
	}
}

// doubtable are the parts of an expression of which the value may be in doubt.
func doubtable(expr hclsyntax.Expression) []hclsyntax.Node {
	var nodes []hclsyntax.Node
	keys := map[hclsyntax.Node]bool{}
	hclsyntax.VisitAll(expr, func(node hclsyntax.Node) hcl.Diagnostics {
		switch n := node.(type) {
		case *hclsyntax.ObjectConsKeyExpr:
			keys[n.Wrapped] = !n.ForceNonLiteral
		case *hclsyntax.TemplateExpr, *hclsyntax.TupleConsExpr, *hclsyntax.ObjectConsExpr, *hclsyntax.FunctionCallExpr,
			*hclsyntax.ScopeTraversalExpr, *hclsyntax.LiteralValueExpr, *hclsyntax.ConditionalExpr, *hclsyntax.ForExpr:
			nodes = append(nodes, node)
		}
		return nil
	})
	return slices.DeleteFunc(nodes, func(n hclsyntax.Node) bool { return keys[n] })
}

// doubted are the expression's sources with a part in doubt.
func doubted(root *fakeRoot, e expression) []string {
	var out []string
	start := e.expr.Range().Start.Byte
	if p, ok := e.expr.(*hclsyntax.ParenthesesExpr); ok {
		start = p.SrcRange.Start.Byte
	}
	for _, node := range doubtable(e.expr) {
		r := node.Range()
		from, to := r.Start.Byte-start, r.End.Byte-start
		if from < 0 || to > len(e.source) || from >= to {
			continue
		}
		src := e.source[from:to]
		inYAML := strings.Contains(e.source, "yamldecode(") // that a hole holds no syntax is taken for granted
		if literal, ok := node.(*hclsyntax.LiteralValueExpr); ok && literal.Val.Type() == cty.String {
			// A piece of a template.
			if inYAML {
				continue
			}
			out = append(out, e.source[:from]+"${var.u}"+e.source[to:])
			if !strings.Contains(e.source, "~") {
				out = append(out, e.source[:to]+"${var.u}"+e.source[to:])
			}
			continue
		}
		if _, ok := node.(*hclsyntax.TemplateExpr); ok && src[0] != '"' && src[0] != '<' || strings.HasPrefix(src, "%{") {
			continue // what a directive of a template holds
		}
		if v, mayFail := root.scope().attempt(node.(hclsyntax.Expression)); mayFail || !v.WhollyKnown() {
			continue // it fails, while what is not known is something, or it can't be told here
		}
		for _, d := range doubts {
			if inYAML && strings.Contains(d.name, "hole") {
				continue
			}
			if s := d.write(node, src); s != "" {
				out = append(out, e.source[:from]+s+e.source[to:])
			}
		}
	}
	return out
}

// doubtedKeys are the expression's sources with a part of the key of an object in doubt.
func doubtedKeys(e expression) []string {
	var out []string
	start := e.expr.Range().Start.Byte
	hclsyntax.VisitAll(e.expr, func(node hclsyntax.Node) hcl.Diagnostics {
		n, ok := node.(*hclsyntax.ObjectConsKeyExpr)
		if !ok {
			return nil
		}
		key, diags := n.Value(nil)
		from, to := n.Range().Start.Byte-start, n.Range().End.Byte-start
		if diags.HasErrors() || key.Type() != cty.String || from < 0 || to > len(e.source) || from >= to {
			return nil
		}
		s := key.AsString()
		if s == "" || strings.ContainsAny(s, "$%\\\"\n") {
			return nil
		}
		for _, doubt := range []string{"(var.u)", `"${var.u}"`, `"${var.u}` + s[1:] + `"`, `"` + s[:len(s)-1] + `${var.u}"`} {
			out = append(out, e.source[:from]+doubt+e.source[to:])
		}
		return nil
	})
	return out
}

// TestSound: what the engine says of an expression of which a part or two are not known admits what it says when they are.
func TestSound(t *testing.T) {
	all, given, _ := readExpressions(t)
	root := newRoot()
	for name, expr := range given {
		root.locals[name] = expr
	}
	random := rand.New(rand.NewPCG(1, 2))
	count := 0
	check := func(e expression, c *Value) {
		count++
		if v := root.scope().Eval(e.expr); !admits(v, c) {
			t.Errorf("%s\n is %s, and it should be %s", e.source, show(v), show(c))
		}
	}
	for _, e := range all {
		c := root.scope().Eval(e.expr)
		for _, src := range slices.Concat(doubted(root, e), doubtedKeys(e)) {
			once, ok := parsed(src)
			if !ok {
				continue // in a template, where no expression can stand
			}
			check(once, c)
			again := doubted(root, once)
			for range min(len(again), doubtPairs) {
				if twice, ok := parsed(again[random.IntN(len(again))]); ok {
					check(twice, c)
				}
			}
		}
		root.meter.steps = 0
	}
	t.Logf("%d expressions", count)
}

// doubtPairs is how many expressions with two parts in doubt are tried for one with one.
const doubtPairs = 1

func parsed(src string) (expression, bool) {
	expr, diags := hclsyntax.ParseExpression([]byte(src), "main.tf", hcl.InitialPos)
	return expression{src, expr}, !diags.HasErrors()
}

// show writes a value for people who read failures.
func show(v *Value) string {
	maybe := ""
	if v.maybe {
		maybe = "?"
	}
	switch {
	case v.failed:
		return "failure" + maybe
	case v.kind == unknown:
		return "unknown" + maybe
	case v.kind == absent:
		return "null" + maybe
	case v.kind == either:
		var alternatives []string
		for _, a := range v.Alternatives() {
			alternatives = append(alternatives, show(a))
		}
		return "(" + strings.Join(alternatives, " | ") + ")" + maybe
	case v.kind == list:
		var items []string
		for _, i := range v.Items() {
			items = append(items, show(i))
		}
		if v.open {
			items = append(items, "...")
		}
		mark := ""
		if v.isSet() {
			mark = "set"
		}
		if v.unordered {
			mark = "unordered"
		}
		return mark + "[" + strings.Join(items, ", ") + "]" + maybe
	case v.kind == object:
		var members []string
		for _, k := range v.keys {
			name := fmt.Sprintf("%q", k)
			if isUnknownKey(k) {
				name = show(v.name(k))
			}
			members = append(members, name+": "+show(v.member(k)))
		}
		if v.open {
			members = append(members, "...")
		}
		return "{" + strings.Join(members, ", ") + "}" + maybe
	case v.kind == text && v.encoded != nil:
		return fmt.Sprintf("encoded%d(%s)%s", v.encoding, show(v.encoded), maybe)
	case v.kind == text:
		var pieces []string
		for _, p := range v.Pieces() {
			if !p.Known {
				pieces = append(pieces, "_")
				continue
			}
			pieces = append(pieces, fmt.Sprintf("%q", p.Text))
		}
		return strings.Join(pieces, "+") + maybe
	}
	s, _ := v.Text()
	return s + maybe
}
