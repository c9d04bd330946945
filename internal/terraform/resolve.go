package terraform

import (
	"path"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Resolve is what a reference in the module's expressions begins with: local.x, var.x, aws_ecr_repository.app, …
func (m *Module) Resolve(t hcl.Traversal) (*eval.Value, int) {
	name := func(i int) string {
		if i < len(t) {
			if a, ok := t[i].(hcl.TraverseAttr); ok {
				return a.Name
			}
		}
		return ""
	}
	at := t.SourceRange()
	switch t.RootName() {
	case "local":
		return m.local(name(1)), 2
	case "var":
		return m.variable(name(1), at), 2
	case "path":
		return m.path(name(1), at), 2
	case "module":
		return m.callValue(name(1), at), 2
	case "data":
		if b := m.byAddress[address(true, name(1), name(2))]; b != nil {
			return b.reference(at), 3
		}
		return nil, 3
	case "terraform", "self", "each", "count":
		return nil, 1
	}
	if b := m.byAddress[address(false, t.RootName(), name(1))]; b != nil {
		return b.reference(at), 2
	}
	return nil, min(2, len(t))
}

// local is the value of a local, evaluated once. One that needs itself is unknown.
func (m *Module) local(name string) *eval.Value {
	if v, ok := m.localValues[name]; ok {
		return v
	}
	expr := m.locals[name]
	if expr == nil {
		return nil
	}
	m.localValues[name] = eval.NewUnknown(eval.Place{Range: expr.Range()}, &eval.Cause{Kind: eval.Broken, What: "local." + name, Range: expr.Range()})
	v := m.scope().Eval(expr)
	m.localValues[name] = v
	return v
}

// variable is the value of an input variable, shown where it is used.
func (m *Module) variable(name string, at hcl.Range) *eval.Value {
	v, ok := m.variableValues[name]
	if !ok {
		v = m.evalVariable(name)
		m.variableValues[name] = v
	}
	return v.At(eval.Place{Range: at})
}

func (m *Module) evalVariable(name string) *eval.Value {
	ref := eval.Ref{Address: "var." + name}
	cause := &eval.Cause{Kind: eval.Variable, What: "var." + name}
	b := m.variables[name]
	if b == nil {
		return eval.NewUnknown(eval.Place{}, cause, ref)
	}
	cause.Range = b.defRange
	if expr := b.attrs["sensitive"]; expr != nil && m.scope().Eval(expr).True() {
		return eval.NewUnknown(eval.Place{}, &eval.Cause{Kind: eval.Sensitive, What: cause.What, Range: b.defRange}, ref)
	}
	given, ok := m.host.Variable(name, m.occurrencesOf(name))
	if !ok || !given.IsWhollyKnown() {
		// The caller's expression says more than a value that is unknown as a whole because a part of it is.
		if argument := m.host.Argument(name); argument != nil {
			return m.constrained(argument, b.attrs["type"]).From("caller", eval.Place{Range: b.defRange}).WithRef(ref)
		}
	}
	if ok && given.IsKnown() {
		return eval.FromCty(given, eval.Place{}).WithRef(ref)
	}
	return eval.NewUnknown(eval.Place{}, cause, ref)
}

// occurrencesOf are the places at which the module writes var.name.
func (m *Module) occurrencesOf(name string) []hcl.Range {
	if m.occurrences == nil {
		m.occurrences = map[string][]hcl.Range{}
		m.eachExpression(m.noteOccurrences)
	}
	return m.occurrences[name]
}

func (m *Module) noteOccurrences(expr hcl.Expression) {
	if _, native := expr.(hclsyntax.Expression); !native {
		m.noteOccurrencesInJSON(expr)
		return
	}
	for _, t := range expr.Variables() {
		if attr, ok := variableName(t); ok {
			m.occurrences[attr.Name] = append(m.occurrences[attr.Name], hcl.RangeBetween(t[0].SourceRange(), attr.SrcRange))
		}
	}
}

// noteOccurrencesInJSON notes strings that are nothing but "${var.x}": TFLint can only be asked for whole JSON values.
func (m *Module) noteOccurrencesInJSON(expr hcl.Expression) {
	if pairs, diags := hcl.ExprMap(expr); !diags.HasErrors() {
		for _, pair := range pairs {
			m.noteOccurrencesInJSON(pair.Value)
		}
		return
	}
	if list, diags := hcl.ExprList(expr); !diags.HasErrors() {
		for _, e := range list {
			m.noteOccurrencesInJSON(e)
		}
		return
	}
	written, diags := expr.Value(nil)
	for _, t := range expr.Variables() {
		attr, ok := variableName(t)
		if ok && !diags.HasErrors() && written.RawEquals(cty.StringVal("${var."+attr.Name+"}")) {
			m.occurrences[attr.Name] = append(m.occurrences[attr.Name], expr.Range())
		}
	}
}

// variableName is the second step of a reference to a variable.
func variableName(t hcl.Traversal) (hcl.TraverseAttr, bool) {
	if t.RootName() != "var" || len(t) < 2 {
		return hcl.TraverseAttr{}, false
	}
	attr, ok := t[1].(hcl.TraverseAttr)
	return attr, ok
}

func (m *Module) path(name string, at hcl.Range) *eval.Value {
	place := eval.Place{Range: at}
	switch name {
	case "module":
		return eval.NewText(m.host.ModuleDir(), place)
	case "root":
		return eval.NewText(".", place)
	case "cwd":
		if dir := m.host.Dir(); dir != "" {
			return eval.NewText(path.Clean(dir), place)
		}
	}
	return nil
}

// reference is the block as an expression sees it: an object of its arguments, and of attributes that are known only after
// apply; a list of such with count, a map with for_each.
func (b *Block) reference(at hcl.Range) *eval.Value {
	place := eval.Place{Range: at}
	if b.expanding {
		return eval.NewUnknown(place, &eval.Cause{Kind: eval.Broken, Range: at}, eval.Ref{Address: b.Address()})
	}
	instances := b.Instances()
	switch {
	case b.body.attrs["count"] != nil:
		out := eval.NewList(nil, false, place)
		for _, r := range instances {
			out = out.Append(b.object(r), r.Key == "")
		}
		return out
	case b.body.attrs["for_each"] != nil:
		var members []eval.Member
		var rest *eval.Value
		for _, r := range instances {
			if r.Key == "" {
				rest = b.object(r)
				continue
			}
			members = append(members, eval.Member{Key: r.Key[2 : len(r.Key)-2], Value: b.object(r)})
		}
		out := eval.NewObject(members, false, place)
		if rest != nil {
			out = out.WithRest(rest)
		}
		return out
	case len(instances) == 1:
		return b.object(instances[0])
	}
	return eval.NewUnknown(place, &eval.Cause{Kind: eval.ResourceAttribute, Range: at}, eval.Ref{Address: b.Address()})
}

// object is an instance as an expression sees it.
func (b *Block) object(r *Resource) *eval.Value {
	ref := eval.Ref{Address: b.Address(), Key: r.Key}
	kind := eval.ResourceAttribute
	var computed map[string]*eval.Value
	if b.Data {
		kind = eval.DataSource
	}
	if b.Data {
		computed = b.module.computedBy(r)
	}
	known := r.Value.Keys()
	for k := range computed {
		known = append(known, k)
	}
	place := r.Value.Place()
	rest := eval.NewUnknown(place, &eval.Cause{Kind: kind}, ref)
	return eval.NewLazyObject(known, func(name string) *eval.Value {
		if v := computed[name]; v != nil {
			return v.WithRef(ref.Step(name))
		}
		if v := r.Value.Get(name); !v.Absent() {
			return v.WithRef(ref.Step(name))
		}
		// null lets the provider decide.
		return eval.NewUnknown(place, &eval.Cause{Kind: kind}, ref.Step(name))
	}, true, place).WithUnknown(rest)
}
