package iam

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// UserPolicyTypes are the types of resources that give policies to users.
func UserPolicyTypes() []string {
	var types []string
	for _, g := range grantors {
		if g.kind == User {
			types = append(types, g.typ)
		}
	}
	for _, a := range attachments {
		if a.kind == User {
			types = append(types, a.typ)
		}
	}
	return types
}

// UserPolicy is a policy that a user has for itself, and not through a group.
type UserPolicy struct {
	Attachment
	// At is where the two are brought together: at the user, or at the policy where several stand there.
	At *eval.Value
}

// UserPolicies are the policies that users have for themselves, each user and policy once. Policies of which it is certain that
// they only deny are left out: they give nobody anything. What aws_iam_user_policies_exclusive names are inline policies that
// are written elsewhere.
func (v *View) UserPolicies() []UserPolicy {
	var out []UserPolicy
	for _, a := range v.Attachments() {
		if a.Identity.Kind != User || a.onlyDenies() {
			continue
		}
		p := UserPolicy{a, a.user()}
		if slices.ContainsFunc(out, p.same) {
			continue
		}
		if p.listed || slices.ContainsFunc(out, p.sharesPlace) {
			p.At = a.Policy
		}
		out = append(out, p)
	}
	return out
}

// user is what names the user, where the policy is attached: the name itself is written elsewhere, where it comes from a resource.
func (a Attachment) user() *eval.Value {
	if isNamed(a.target) {
		return a.target.Within(a.Resource.Argument(a.argument))
	}
	return a.target
}

// same tells whether both are certainly the same policy of the same user.
func (p UserPolicy) same(o UserPolicy) bool {
	a, known := p.Policy.Text()
	return p.Identity == o.Identity && p.inline == o.inline && (p.own != nil && p.own == o.own || known && a != "" && !p.inline && o.Policy.Is(a))
}

// sharesPlace tells whether the users of both stand in one place, as where for_each goes through policies.
func (p UserPolicy) sharesPlace(o UserPolicy) bool {
	return p.At.WhereUsed().Place().Range == o.At.WhereUsed().Place().Range
}

// denying are AWS's own policies that only deny.
var denying = []string{"AWSDenyAll", "AWSCompromisedKeyQuarantine", "AWSCompromisedKeyQuarantineV2", "AWSCompromisedKeyQuarantineV3"}

// onlyDenies tells whether the policy certainly allows nothing.
func (a Attachment) onlyDenies() bool {
	return slices.Contains(denying, a.Managed) || a.document != nil && a.document.onlyDenies()
}

// onlyDenies tells whether all statements of the document are known, and deny.
func (d Document) onlyDenies() bool {
	list := d.value.GetFold("Statement")
	items := list.Items()
	return len(items) > 0 && !list.Open() && !slices.ContainsFunc(items, func(item *eval.Value) bool {
		return !item.GetFold("Effect").Is("Deny")
	})
}
