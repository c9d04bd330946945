package terraform

import (
	"path"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

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
	if ok && given.IsKnown() {
		return eval.FromCty(given, eval.Place{}).WithRef(ref)
	}
	if argument := m.host.Argument(name); argument != nil {
		return argument.WithRef(ref)
	}
	return eval.NewUnknown(eval.Place{}, cause, ref)
}

// occurrencesOf are the places at which the module writes var.name.
func (m *Module) occurrencesOf(name string) []hcl.Range {
	if m.occurrences == nil {
		m.occurrences = map[string][]hcl.Range{}
		m.eachExpression(func(expr hcl.Expression) {
			for _, t := range expr.Variables() {
				if t.RootName() != "var" || len(t) < 2 {
					continue
				}
				attr, ok := t[1].(hcl.TraverseAttr)
				_, isJSON := expr.(hclsyntax.Expression)
				if !ok || !isJSON {
					continue
				}
				m.occurrences[attr.Name] = append(m.occurrences[attr.Name], hcl.RangeBetween(t[0].SourceRange(), attr.SrcRange))
			}
		})
	}
	return m.occurrences[name]
}

func (m *Module) path(name string, at hcl.Range) *eval.Value {
	place := eval.Place{Range: at}
	switch name {
	case "module":
		return eval.NewText(m.dir, place)
	case "root":
		return eval.NewText(".", place)
	case "cwd":
		if dir := m.host.Dir(); dir != "" {
			return eval.NewText(path.Clean(dir), place)
		}
	}
	return nil
}

// callValue is what a called module gives: its outputs, which are not known here.
func (m *Module) callValue(name string, at hcl.Range) *eval.Value {
	return eval.NewUnknown(eval.Place{Range: at}, &eval.Cause{Kind: eval.ModuleOutput}, eval.Ref{Address: "module." + name})
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
	if f := b.module.computed[b.Type]; f != nil && b.Data {
		computed = f(r.Value)
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

// Argument is what a module call passes for a variable: what holds of all instances of the call. It is nil where the call
// passes nothing.
func (m *Module) Argument(call, variable string) *eval.Value {
	b := m.calls[call]
	if b == nil || b.attrs[variable] == nil {
		return nil
	}
	var values []*eval.Value
	for _, names := range m.repetitions(b, b.defRange) {
		scope := m.scope()
		if names != nil {
			scope = scope.With(names.scope)
		}
		values = append(values, scope.Eval(b.attrs[variable]))
	}
	if len(values) == 0 {
		return nil
	}
	return eval.Choose(eval.Place{Range: b.attrs[variable].Range()}, values...)
}
