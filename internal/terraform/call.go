package terraform

import (
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

const (
	// maxCallDepth bounds how deep modules that call modules are followed for their outputs.
	maxCallDepth = 10
	// maxCalled bounds how many modules are read for their outputs, and an instance of a call counts as one.
	maxCalled = 2000
	// maxCallInstances is how many instances of a call are told apart, and maxCalledApart of how many modules. Of more what holds of
	// all of them is known.
	maxCallInstances = 20
	maxCalledApart   = 1000
)

// calls is what the modules that are read for their outputs share.
type calls struct {
	files map[string]map[string]*hcl.File // by directory
	read  int
}

// Argument is what a module call passes for a variable: what holds of all instances of the call. It is nil where the call
// passes nothing.
func (m *Module) Argument(call, variable string) *eval.Value { return m.ArgumentOf(call, "", variable) }

// ArgumentOf is Argument of the instance with a key, as Terraform writes it, or of all where it is empty.
func (m *Module) ArgumentOf(call, key, variable string) *eval.Value {
	b := m.calls[call]
	if b == nil || b.attrs[variable] == nil {
		return nil
	}
	var values []*eval.Value
	for _, r := range m.callRepetitions(call) {
		if r.is(key) {
			values = append(values, m.passedBy(b, r, variable))
		}
	}
	if len(values) == 0 {
		return nil
	}
	return eval.Choose(eval.Place{Range: b.attrs[variable].Range()}, values...)
}

// Fits tells whether an instance of a call may be the one that gives the called module's variables their values.
func (m *Module) Fits(call, key string, given Given) bool {
	for _, r := range m.callRepetitions(call) {
		if r.is(key) && m.passes(m.calls[call], r, given) {
			return true
		}
	}
	return false
}

// Instances are the keys of the instances of a call, as Terraform writes them: one that is empty where it has neither count nor
// for_each, and where they are not known.
func (m *Module) Instances(call string) []string {
	var keys []string
	for _, r := range m.callRepetitions(call) {
		if r == nil {
			return []string{""}
		}
		keys = append(keys, r.key)
	}
	return keys
}

// metaArguments are the arguments of a call that are no variables.
var metaArguments = []string{"count", "depends_on", "for_each", "providers", "source", "version"}

// Arguments are the names of the arguments that a call passes.
func (m *Module) Arguments(call string) []string {
	names := slices.Sorted(keys(m.calls[call].attrs))
	return slices.DeleteFunc(names, func(name string) bool { return slices.Contains(metaArguments, name) })
}

// passedBy is an argument of an instance of a call. It is evaluated once: each check of a called module asks for it.
func (m *Module) passedBy(call *body, r *repetition, argument string) *eval.Value {
	if r == nil {
		return m.scope().Eval(call.attrs[argument])
	}
	v := r.passed[argument]
	if v == nil {
		v = m.scopeOf(r).Eval(call.attrs[argument])
		if r.passed == nil {
			r.passed = map[string]*eval.Value{}
		}
		r.passed[argument] = v
	}
	return v
}

// passes tells whether all arguments of an instance of a call may be what is given.
func (m *Module) passes(call *body, r *repetition, given Given) bool {
	for name := range call.attrs {
		if slices.Contains(metaArguments, name) {
			continue
		}
		if !given.MayBe(name, func() *eval.Value { return m.passedBy(call, r, name) }) {
			return false
		}
	}
	return true
}

// callValue is a module call as an expression sees it: the outputs of a module that lies beside this one or is installed, as far
// as they are known inside it, and nothing of others. key is the instance that is asked for, where it is written.
func (m *Module) callValue(name, key string, at hcl.Range) *eval.Value {
	place := eval.Place{Range: at}
	child := m.callee(name, "")
	if child == nil {
		cause := &eval.Cause{Kind: eval.ModuleOutput}
		if m.isTooDeep() {
			cause = &eval.Cause{Kind: eval.TooLarge, What: "module." + name, Range: at}
		}
		return eval.NewUnknown(place, cause, eval.Ref{Address: "module." + name, Key: key})
	}
	keys := m.callKeys(name)
	instance := func(key string) *eval.Value {
		if m.others.read < maxCalledApart && len(keys) <= maxCallInstances && slices.Contains(keys, key) {
			if one := m.callee(name, key); one != nil {
				return m.callInstance(one, name, key, place)
			}
		}
		return m.callInstance(child, name, key, place)
	}
	if key != "" {
		return instance(key).MayFail()
	}
	return m.repeated(m.calls[name], keys, instance, place)
}

// Called is the module that the instance of a call with a key calls, or all instances where it is empty; nil where it can't be
// read.
func (m *Module) Called(call, key string) *Module { return m.callee(call, key) }

// callKeys are the keys of the instances of a module call that has count or for_each.
func (m *Module) callKeys(name string) []string {
	if b := m.calls[name]; b == nil || !b.repeats() {
		return nil
	}
	return m.Instances(name)
}

// callRepetitions are the instances of a module call; a nil one for a call that has neither count nor for_each.
func (m *Module) callRepetitions(name string) []*repetition {
	if instances, ok := m.callInstances[name]; ok {
		return instances
	}
	m.callInstances[name] = nil // for calls whose instances depend on themselves
	if b := m.calls[name]; b != nil {
		m.callInstances[name] = m.repetitions(b, b.defRange)
	}
	return m.callInstances[name]
}

// callInstance is an instance of a module call as an expression sees it.
func (m *Module) callInstance(child *Module, name, key string, place eval.Place) *eval.Value {
	ref := eval.Ref{Address: "module." + name, Key: key}
	none := eval.NewUnknown(place, &eval.Cause{Kind: eval.ModuleOutput, Inner: &eval.Cause{Kind: eval.Broken}}, ref)
	return eval.NewLazyObject(slices.Sorted(keys(child.outputs)), func(output string) *eval.Value {
		v := child.output(output)
		from := v.From(ref.Address+key, place)
		if m.isCalled() {
			// TFLint shows only what hangs on an argument.
			from = v.FromArguments(ref.Address+key, place)
		}
		if !v.Unknown() {
			return from.WithRef(ref.Step(output))
		}
		// What it is made of in there is known all the same.
		return eval.NewUnknown(place, &eval.Cause{Kind: eval.ModuleOutput, Inner: v.Cause()}, append([]eval.Ref{ref.Step(output)}, from.Refs()...)...)
	}, true, place).WithUnknown(none)
}

// isCalled tells whether the module that is checked is called by another one.
func (m *Module) isCalled() bool {
	c, ok := m.host.(Callee)
	return ok && m.depth == 0 && c.Called()
}

// callee is the module that the instance of a call with a key calls, or all instances where it is empty. It lies in a directory
// of this configuration, or terraform init has put it there.
func (m *Module) callee(call, key string) *Module {
	if child, ok := m.called[call+key]; ok {
		return child
	}
	m.called[call+key] = nil // for modules that call themselves
	b := m.calls[call]
	if b == nil || b.attrs["source"] == nil || m.isTooDeep() {
		return nil
	}
	dir := m.calledDir(call, b)
	if dir == "" || m.isIn(dir) {
		return nil
	}
	files, read := m.others.files[dir]
	if !read {
		files = m.host.Module(dir)
		m.others.files[dir] = files
	}
	if len(files) == 0 {
		return nil
	}
	h := &callHost{Host: m.host, caller: m, call: call, key: key, dir: dir}
	child := Load(files, h, m.computed)
	child.depth, child.meter, child.others = m.depth+1, m.meter, m.others
	m.others.read++
	h.callee = child
	m.called[call+key] = child
	return child
}

// isTooDeep tells whether the module is one whose calls are not followed.
func (m *Module) isTooDeep() bool { return m.depth >= maxCallDepth || m.others.read >= maxCalled }

// isIn tells whether the module lies in a directory, or one that leads to its call: a module that calls itself has no end.
func (m *Module) isIn(dir string) bool {
	for {
		if m.host.ModuleDir() == dir {
			return true
		}
		h, called := m.host.(*callHost)
		if !called {
			return false
		}
		m = h.caller
	}
}

// calledDir is the directory of the module that a call calls, relative to where Terraform runs; empty where there is none.
func (m *Module) calledDir(call string, b *body) string {
	source, ok := m.scope().Eval(b.attrs["source"]).Text()
	switch {
	case !ok:
		return ""
	case strings.HasPrefix(source, "./"), strings.HasPrefix(source, "../"):
		return path.Join(m.host.ModuleDir(), source)
	}
	return installed(m.host, call)
}

func installed(h Host, calls ...string) string {
	if i, ok := h.(Installer); ok {
		return i.Installed(calls...)
	}
	return ""
}

// output is the value of an output.
func (m *Module) output(name string) *eval.Value {
	expr := m.outputs[name].attrs["value"]
	if expr == nil || m.evaluating[name] {
		return eval.NewUnknown(eval.Place{Range: m.outputs[name].defRange}, &eval.Cause{Kind: eval.Broken, What: "output." + name})
	}
	m.evaluating[name] = true
	defer delete(m.evaluating, name)
	v := m.scope().Eval(expr)
	if sensitive := m.outputs[name].attrs["sensitive"]; sensitive != nil && !m.scope().Eval(sensitive).False() {
		return hidden(v, &eval.Cause{Kind: eval.Sensitive, What: "output." + name})
	}
	return v
}

// callHost is the host of a called module: its variables are what the caller passes, and their defaults.
type callHost struct {
	Host
	caller *Module
	callee *Module
	call   string
	key    string // of the instance; empty: of all
	dir    string
}

// ModuleDir is the called module's directory.
func (h *callHost) ModuleDir() string { return h.dir }

// Installed is where a module lies that the called module calls.
func (h *callHost) Installed(calls ...string) string {
	return installed(h.Host, append([]string{h.call}, calls...)...)
}

// ListFiles are the files in a directory, which is relative to where Terraform runs.
func (h *callHost) ListFiles(dir string) ([]string, error) { return listFiles(h.Host, dir) }

// Variable is a variable's default, where the caller passes nothing.
func (h *callHost) Variable(name string, _ []hcl.Range) (cty.Value, bool) {
	if h.Argument(name) != nil {
		return cty.DynamicVal, false
	}
	expr := h.callee.variables[name].attrs["default"]
	if expr == nil {
		return cty.DynamicVal, false
	}
	v, diags := expr.Value(nil)
	return v, !diags.HasErrors()
}

// Argument is what the caller passes.
func (h *callHost) Argument(variable string) *eval.Value {
	return h.caller.ArgumentOf(h.call, h.key, variable)
}
