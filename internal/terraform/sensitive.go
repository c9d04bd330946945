package terraform

import "github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"

// IsSensitive tells whether the module says that an input variable is sensitive.
func (m *Module) IsSensitive(variable string) bool {
	b := m.variables[variable]
	return b != nil && b.attrs["sensitive"] != nil && m.scope().Eval(b.attrs["sensitive"]).True()
}

// hidden is a value that must not be looked at. What it comes from may be known, of each member of an object for itself.
func hidden(v *eval.Value, why *eval.Cause) *eval.Value {
	if v.IsObject() && len(v.Alternatives()) == 1 {
		return eval.NewLazyObject(v.Keys(), func(key string) *eval.Value { return hidden(v.Get(key), why) }, true, v.Place())
	}
	return eval.NewUnknown(v.Place(), why, v.AllRefs()...)
}
