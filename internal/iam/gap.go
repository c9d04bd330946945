package iam

import "github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"

// Gap is a part of a policy that can't be checked because it is not known.
type Gap struct {
	// What is the part, in a message: the actions of statement "Pull" of aws_iam_policy.ci.
	What string
	// Value is what is not known.
	Value *eval.Value
}

// Gaps are the parts of the module's policies of identities and of its trust policies that can't be checked.
func (v *View) Gaps() []Gap {
	documents := v.identityPolicies()
	for _, r := range v.module.Resources(roleType) {
		documents = append(documents, NewDocument(v.module, "the trust policy of "+r.Address(), r.Get("assume_role_policy")))
	}
	var gaps []Gap
	for _, d := range documents {
		gaps = append(gaps, d.gaps()...)
	}
	return gaps
}

func (d Document) gaps() []Gap {
	list := d.value.GetFold("Statement")
	if d.value.Unknown() || list.Unknown() {
		return []Gap{{d.Name, d.value}}
	}
	var gaps []Gap
	for _, item := range list.Items() {
		if item.Unknown() {
			gaps = append(gaps, Gap{"a statement of " + d.Name, item})
		}
	}
	if list.Open() && len(gaps) == 0 {
		gaps = append(gaps, Gap{"some statements of " + d.Name, list.FirstUnknown()})
	}
	for _, s := range d.Statements() {
		if !s.isForeign() {
			gaps = append(gaps, s.gaps()...)
		}
	}
	return gaps
}

func (s Statement) gaps() []Gap {
	var gaps []Gap
	for _, element := range []struct {
		what   string
		value  *eval.Value
		isName func(*eval.Value) bool
	}{
		{"the effect", s.value.GetFold("Effect"), never}, {"the actions", s.Actions(), never}, {"the excepted actions", s.NotActions(), never},
		{"the resources", s.Resources(), isName}, {"the excepted resources", s.NotResources(), isName},
	} {
		what := element.what + " of " + s.Label()
		if element.value.Unknown() {
			if !element.isName(element.value) {
				gaps = append(gaps, Gap{what, element.value})
			}
			continue
		}
		for _, item := range element.value.Items() {
			if item.Unknown() && !element.isName(item) {
				gaps = append(gaps, Gap{"one of " + what, item})
			}
		}
	}
	return gaps
}

func never(*eval.Value) bool { return false }

// isName tells whether a value that is not known names one thing for certain: the ARN of a resource, of a data source or of
// what a module makes is no wildcard.
func isName(v *eval.Value) bool {
	cause := v.Cause()
	return cause != nil && (cause.Kind == eval.ResourceAttribute || cause.Kind == eval.DataSource || cause.Kind == eval.ModuleOutput)
}
