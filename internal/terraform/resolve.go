package terraform

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Resolve is what a reference in the module's expressions begins with: local.x, var.x, aws_ecr_repository.app, …
func (m *Module) Resolve(t hcl.Traversal) (*eval.Value, int) {
	at := t.SourceRange()
	switch name := attribute(t, 1); t.RootName() {
	case "resource", "data":
		return m.block(t, 3)
	case "local":
		return m.local(name), 2
	case "var":
		return m.variable(name, at), 2
	case "path":
		return m.path(name, at), 2
	case "module":
		key := writtenKey(m.callKeys(name), t, 2)
		return m.callValue(name, key, at), steps(2, key)
	case "terraform":
		return eval.NewUnknown(eval.Place{Range: at}, &eval.Cause{Kind: eval.Workspace}), 2
	case "self", "each", "count":
		return nil, 1
	}
	return m.block(t, 2)
}

// block is the resource or the data source that the first n steps of a reference name, with the instance where one is asked for.
func (m *Module) block(t hcl.Traversal, n int) (*eval.Value, int) {
	b := m.byAddress[addressOf(t)]
	if b == nil {
		return nil, min(n, len(t))
	}
	key := writtenKey(b.keys(), t, n)
	return b.reference(key, t.SourceRange()), steps(n, key)
}

// attribute is the name that step i of a reference takes; empty where it takes none.
func attribute(t hcl.Traversal, i int) string {
	if i < len(t) {
		if a, ok := t[i].(hcl.TraverseAttr); ok {
			return a.Name
		}
	}
	return ""
}

// steps is how many steps of a reference are taken, with the one that asks for an instance.
func steps(n int, key string) int {
	if key != "" {
		n++
	}
	return n
}

// writtenKey is the instance that step i of a reference asks for, as Terraform writes it, where that may be one of those whose
// keys are not known. Otherwise it is empty: the key is looked for among the instances.
func writtenKey(instances []string, t hcl.Traversal, i int) string {
	if i >= len(t) || !slices.Contains(instances, "") {
		return ""
	}
	index, ok := t[i].(hcl.TraverseIndex)
	if !ok {
		return ""
	}
	key, ok := eval.FromCty(index.Key, eval.Place{}).Text()
	if !ok {
		return ""
	}
	if index.Key.Type() == cty.String {
		key = `"` + key + `"`
	}
	if key = "[" + key + "]"; slices.Contains(instances, key) {
		return ""
	}
	return key
}

// local is the value of a local, evaluated once. One that needs itself is unknown.
func (m *Module) local(name string) *eval.Value {
	v, asked := m.localValues[name]
	if v != nil {
		return v
	}
	expr := m.locals[name]
	switch {
	case expr == nil:
		return nil
	case asked:
		return eval.NewUnknown(eval.Place{Range: expr.Range()}, &eval.Cause{Kind: eval.Broken, What: "local." + name, Range: expr.Range()})
	}
	m.localValues[name] = nil
	v = m.scope().Eval(expr)
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
	if m.IsSensitive(name) {
		return eval.NewUnknown(eval.Place{}, &eval.Cause{Kind: eval.Sensitive, What: cause.What, Range: b.defRange}, append(m.passed(name), ref)...)
	}
	given, ok := m.host.Variable(name, m.occurrencesOf(name))
	if !ok || !given.IsWhollyKnown() || m.isPassedInLines(name, given) {
		// The caller's expression says more than a value that is unknown as a whole because a part of it is, and where the
		// lines of a text are written.
		if argument := m.passedFor(name); argument != nil {
			if nullable := b.attrs["nullable"]; nullable != nil && b.attrs["default"] != nil && m.scope().Eval(nullable).False() {
				argument = argument.DefaultValue(m.scope().Eval(b.attrs["default"]))
			}
			at := argument.Place()
			passed := argument.Passed()
			argument = m.constrained(argument, b.attrs["type"]).From("caller", eval.Place{Range: b.defRange}).WithRef(ref)
			if m.depth > 0 {
				argument = argument.PassedAt(cmp.Or(passed, &at))
			}
			return argument
		}
	}
	if expr := b.attrs["default"]; expr != nil && isInLines(given) {
		if v := m.scope().Eval(expr); v.Is(given.AsString()) {
			return v.WithRef(ref)
		}
	}
	if ok && given.IsKnown() {
		v := eval.FromCty(given, eval.Place{})
		if m.depth > 0 {
			v = m.constrained(v, b.attrs["type"]) // a default; others come from TFLint, which converts them
		}
		return v.WithRef(ref)
	}
	return eval.NewUnknown(eval.Place{}, cause, ref)
}

// passedFor is what the caller passes for a variable, by the instances of its call that this module may be: what is known of
// its variables tells which.
func (m *Module) passedFor(variable string) *eval.Value {
	d, ok := m.host.(Discerner)
	if !ok {
		return m.host.Argument(variable)
	}
	return d.ArgumentFor(variable, &given{Module: m, values: map[string]givenValue{}})
}

// given is a module as what is known of its variables, each of which TFLint is asked for once.
type given struct {
	*Module
	values map[string]givenValue
}

type givenValue struct {
	value cty.Value
	ok    bool
}

// Value is the value that TFLint knows.
func (g *given) Value(variable string) (cty.Value, bool) {
	if g.variables[variable] == nil {
		return cty.NilVal, false
	}
	known, asked := g.values[variable]
	if !asked {
		known.value, known.ok = g.host.Variable(variable, g.occurrencesOf(variable))
		g.values[variable] = known
	}
	return known.value, known.ok
}

// MayBe tells whether the value of a variable may be what was passed, as far as both are known.
func (g *given) MayBe(variable string, passed func() *eval.Value) bool {
	v, ok := g.Value(variable)
	if !ok || !v.IsKnown() {
		return true
	}
	return eval.FromCty(v, eval.Place{}).MayBe(g.constrained(passed(), g.variables[variable].attrs["type"]))
}

// isPassedInLines tells whether the caller passes a text of several lines for a variable, and it is known which.
func (m *Module) isPassedInLines(variable string, given cty.Value) bool {
	if !isInLines(given) {
		return false
	}
	argument := m.passedFor(variable)
	return argument != nil && argument.Is(given.AsString())
}

// isInLines tells whether a value is a text of several lines.
func isInLines(v cty.Value) bool {
	return v.Type() == cty.String && !v.IsMarked() && v.IsKnown() && !v.IsNull() && strings.Contains(v.AsString(), "\n")
}

// passed are what a single value comes from that the caller passes for a sensitive variable.
func (m *Module) passed(variable string) []eval.Ref {
	argument := m.passedFor(variable)
	if argument == nil || len(argument.Keys()) > 0 || argument.IsList() {
		return nil
	}
	return argument.From("caller", eval.Place{}).AllRefs()
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

// keys are the keys of the block's instances, as far as they are known now.
func (b *Block) keys() []string {
	var keys []string
	if b.body.repeats() {
		for _, r := range b.Instances() {
			keys = append(keys, r.Key)
		}
	}
	return keys
}

// reference is the block as an expression sees it: an object of its arguments, and of attributes that are known only after
// apply; a list of such with count, a map with for_each. asked is an instance whose key is not known to be there.
func (b *Block) reference(asked string, at hcl.Range) *eval.Value {
	place := eval.Place{Range: at}
	if b.expanding {
		return eval.NewUnknown(place, &eval.Cause{Kind: eval.Broken, Range: at}, eval.Ref{Address: b.Address()})
	}
	byKey := map[string]*Resource{}
	for _, r := range b.Instances() {
		byKey[r.Key] = r
	}
	if asked != "" {
		return b.object(byKey[""], asked).MayFail()
	}
	return b.module.repeated(b.body, b.keys(), func(key string) *eval.Value {
		r := byKey[key]
		if r.seen == nil {
			r.seen = b.object(r, key)
		}
		return r.seen
	}, place)
}

// repeats tells whether the block has count or for_each.
func (b *body) repeats() bool { return b.attrs["count"] != nil || b.attrs["for_each"] != nil }

// repeated are the instances of a block as an expression sees them: a list with count, a map with for_each.
func (m *Module) repeated(b *body, keys []string, instance func(key string) *eval.Value, place eval.Place) *eval.Value {
	switch {
	case b.attrs["count"] != nil && slices.Equal(keys, []string{""}) && m.atMostOne(b):
		return eval.NewAtMostOne(instance(""), place)
	case b.attrs["count"] != nil:
		if slices.Equal(keys, []string{""}) {
			return eval.NewList(nil, false, place).Append(instance(""), true)
		}
		items := make([]*eval.Value, len(keys))
		for i, key := range keys {
			items[i] = instance(key)
		}
		return eval.NewList(items, false, place)
	case b.attrs["for_each"] != nil:
		var members []eval.Member
		var rest *eval.Value
		for _, key := range keys {
			if key == "" {
				rest = instance("")
				continue
			}
			members = append(members, eval.Member{Key: key[2 : len(key)-2], Value: instance(key)})
		}
		out := eval.NewObject(members, false, place)
		if rest != nil {
			out = out.WithRest(rest)
		}
		return out
	}
	return instance("")
}

// atMostOne tells whether the count of a block that is not known is 0 or 1: count = var.enabled ? 1 : 0.
func (m *Module) atMostOne(b *body) bool {
	single, ok := m.singles[b]
	if !ok {
		m.singles[b] = false // for a count that depends on itself
		counts := m.scope().Eval(b.attrs["count"]).Alternatives()
		single = !slices.ContainsFunc(counts, func(v *eval.Value) bool {
			n, known := v.Int()
			return !known || n > 1
		})
		m.singles[b] = single
	}
	return single
}

// object is an instance as an expression sees it, under the key that the expression knows.
func (b *Block) object(r *Resource, key string) *eval.Value {
	ref := eval.Ref{Address: b.Address(), Key: key}
	kind := eval.ResourceAttribute
	var computed map[string]*eval.Value
	if b.Data {
		kind = eval.DataSource
	}
	if b.Data {
		computed = r.Computed()
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
			if b.hasBlocks(name) {
				v = withComputed(v, kind, ref.Step(name))
			}
			return v.WithRef(ref.Step(name))
		}
		// null lets the provider decide.
		return eval.NewUnknown(place, &eval.Cause{Kind: kind}, ref.Step(name))
	}, true, place).WithUnknown(rest)
}

// hasBlocks tells whether a type of nested block is written in the block.
func (b *Block) hasBlocks(typ string) bool {
	return slices.ContainsFunc(b.body.blocks, func(nested *block) bool { return nested.expandedType() == typ })
}

// withComputed are nested blocks as an expression sees them: beside what is written they have attributes that are known only
// after apply, for example aws_eks_cluster.x.vpc_config[0].cluster_security_group_id.
func withComputed(blocks *eval.Value, kind eval.CauseKind, ref eval.Ref) *eval.Value {
	return blocks.MapItems(func(item *eval.Value) *eval.Value {
		return item.Map(func(object *eval.Value) *eval.Value {
			return object.WithUnknown(eval.NewUnknown(object.Place(), &eval.Cause{Kind: kind}, ref))
		})
	})
}
