package iam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// UserPolicy is a policy that a user has for itself, and not through a group.
type UserPolicy struct {
	// User and Policy are how their owners call them, in a message: user "ci", policy "upload".
	User, Policy string
	// At is where the two are brought together.
	At *eval.Value

	user, policy string // what tells them from others; empty where nothing does
}

const userPolicyType = "aws_iam_user_policy"

// userAttachments are the resources that give policies to users, and the arguments that say whom and which; list is the one
// that is a list. What is exclusive gives, too, what it lists; aws_iam_user_policies_exclusive doesn't, for it only names inline
// policies:
//   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy_attachment
//   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user_policy_attachments_exclusive
var userAttachments = []struct{ typ, user, policy, list string }{
	{"aws_iam_user_policy_attachment", "user", "policy_arn", ""},
	{"aws_iam_policy_attachment", "users", "policy_arn", "users"},
	{"aws_iam_user_policy_attachments_exclusive", "user_name", "policy_arns", "policy_arns"},
}

// UserPolicyTypes are the types of resources that give policies to users.
func UserPolicyTypes() []string {
	types := []string{userPolicyType}
	for _, a := range userAttachments {
		types = append(types, a.typ)
	}
	return types
}

// UserPolicies are the policies that users have for themselves, each user and policy once. Policies of which it is certain that
// they only deny are left out: they give nobody anything.
func (v *View) UserPolicies() []UserPolicy {
	var out []UserPolicy
	for _, r := range v.module.Resources(userPolicyType) {
		if !r.Get("user").Absent() && !NewDocument(v.module, r.Address(), r.Get("policy")).onlyDenies() {
			p := v.userPolicy(r.Get("user"), nil)
			p.Policy = labelOf("inline policy", r)
			out = append(out, p)
		}
	}
	for _, a := range userAttachments {
		for _, r := range v.module.Resources(a.typ) {
			elements := func(argument string) []*eval.Value {
				if argument == a.list {
					return r.Get(argument).Items()
				}
				return []*eval.Value{r.Get(argument)}
			}
			for _, user := range elements(a.user) {
				for _, policy := range elements(a.policy) {
					p := v.userPolicy(user, policy)
					if a.list == a.policy || slices.ContainsFunc(out, p.sharesPlace) {
						p.At = policy // of several, one of which is this
					}
					if !user.Absent() && !v.grantsNothing(policy) && !slices.ContainsFunc(out, p.same) {
						out = append(out, p)
					}
				}
			}
		}
	}
	return out
}

// userPolicy is a policy, which is nil where it has no ARN, that a user has.
func (v *View) userPolicy(user, policy *eval.Value) UserPolicy {
	out := UserPolicy{User: "a user", Policy: "a policy", At: user}
	if name, known := user.Text(); known {
		out.user, out.User = name, fmt.Sprintf("user %q", name)
	} else if r := v.referred(user, "aws_iam_user"); r != nil {
		out.user, out.User = r.Address()+r.Key, "user "+r.Address()
	}
	if policy == nil {
		return out
	}
	if arn, known := policy.Text(); known {
		out.policy, out.Policy = arn, fmt.Sprintf("policy %q", arn[strings.LastIndexByte(arn, '/')+1:])
	} else if r := v.referred(policy, policyType); r != nil {
		out.policy, out.Policy = r.Address()+r.Key, labelOf("policy", r)
	}
	return out
}

// same tells whether both are certainly the same policy of the same user.
func (p UserPolicy) same(o UserPolicy) bool {
	return p.user != "" && p.policy != "" && p.user == o.user && p.policy == o.policy
}

// sharesPlace tells whether the users of both stand in one place: for_each goes through policies.
func (p UserPolicy) sharesPlace(o UserPolicy) bool {
	return p.At.WhereUsed().Place().Range == o.At.WhereUsed().Place().Range
}

// referred is the instance of a type of resource that a value is an attribute of; nil where it can't be told.
func (v *View) referred(value *eval.Value, typ string) *terraform.Resource {
	for _, ref := range value.Refs() {
		b := v.module.Find(ref.Address)
		if b == nil || b.Data || b.Type != typ {
			continue
		}
		for _, r := range b.Instances() {
			if r.Key == ref.Key || len(b.Instances()) == 1 {
				return r
			}
		}
	}
	return nil
}

// labelOf is how its owner calls a policy, in a message.
func labelOf(what string, r *terraform.Resource) string {
	if name, known := r.Get("name").Text(); known {
		return fmt.Sprintf("%s %q", what, name)
	}
	return what + " " + r.Address()
}

// denying are the managed policies that only deny.
var denying = []string{"AWSDenyAll", "AWSCompromisedKeyQuarantine", "AWSCompromisedKeyQuarantineV2", "AWSCompromisedKeyQuarantineV3"}

// grantsNothing tells whether a policy, by its ARN, certainly only denies.
func (v *View) grantsNothing(policy *eval.Value) bool {
	if arn, known := policy.Text(); known {
		return arn == "" || slices.Contains(denying, arn[strings.LastIndexByte(arn, '/')+1:])
	}
	r := v.referred(policy, policyType)
	return policy.Absent() || r != nil && NewDocument(v.module, r.Address(), r.Get("policy")).onlyDenies()
}

// onlyDenies tells whether all statements of the document are known, and deny.
func (d Document) onlyDenies() bool {
	list := d.value.GetFold("Statement")
	items := list.Items()
	return len(items) > 0 && !list.Open() && !slices.ContainsFunc(items, func(item *eval.Value) bool {
		return !item.GetFold("Effect").Is("Deny")
	})
}
