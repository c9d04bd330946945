package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Trust is whom a role trusts: the statements of its trust policy that allow something.
type Trust struct {
	Name       string // how its owner calls the role, or the document that becomes the trust policy of one
	Statements []TrustStatement

	owner Owner // of the role
}

// TrustStatement is a statement of a trust policy. What is wrong with one for everyone is told by View.OpenTrust.
type TrustStatement struct {
	Statement
	Principals []Trusted
}

// PrincipalKind is what a principal is.
type PrincipalKind uint8

const (
	// AWSPrincipal is an account, or a user, a role or a session of one.
	AWSPrincipal PrincipalKind = iota
	// ServicePrincipal is a service of AWS.
	ServicePrincipal
	// FederatedPrincipal is an identity provider: of OpenID Connect, of SAML, or one that AWS knows by name.
	FederatedPrincipal
)

// principalKinds are the kinds by their keys in the Principal element.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
var principalKinds = []string{AWSPrincipal: "AWS", ServicePrincipal: "Service", FederatedPrincipal: "Federated"}

// Trusted is a principal that a statement certainly names. Which one it is may not be known.
type Trusted struct {
	Kind  PrincipalKind
	Value *eval.Value
}

// Trusts are the roles of the module, and the documents of data sources that go to a module call or an output and can only be
// trust policies. A statement of a data source of another module is left out: it is looked at there.
func (v *View) Trusts() []Trust {
	if v.trusts != nil {
		return v.trusts
	}
	v.trusts = []Trust{}
	for _, r := range v.module.Resources(roleType) {
		v.trusts = append(v.trusts, Trust{r.Address(), v.trustPolicy(r).trusted(), OwnerOf(v.module, r)})
	}
	for _, d := range v.HandedOut() {
		statements := slices.DeleteFunc(d.trusted(), func(s TrustStatement) bool { return !s.isOnly("sts") })
		v.trusts = append(v.trusts, Trust{d.Name, statements, Owner{}})
	}
	return v.trusts
}

// trustPolicy is who may take a role.
func (v *View) trustPolicy(role *terraform.Resource) Document {
	return v.policy(role, "assume_role_policy")
}

// trustStatements are the statements of all roles' trust policies.
func (v *View) trustStatements() []TrustStatement {
	var out []TrustStatement
	for _, t := range v.Trusts() {
		out = append(out, t.Statements...)
	}
	return out
}

func (d Document) trusted() []TrustStatement {
	var out []TrustStatement
	for _, s := range d.Statements() {
		if s.Allows() && !(s.isForeign() && s.hasNoResources()) {
			out = append(out, TrustStatement{s, s.namedPrincipals()})
		}
	}
	return out
}

// namedPrincipals are the principals that the statement certainly names.
func (s Statement) namedPrincipals() []Trusted {
	var out []Trusted
	principals := s.Principals()
	if !principals.IsObject() {
		return nil
	}
	for kind, key := range principalKinds {
		values := principals.GetFold(key)
		items := values.CertainItems()
		if values.Unknown() && slices.ContainsFunc(principals.Keys(), func(k string) bool { return strings.EqualFold(k, key) }) {
			items = []*eval.Value{values} // whatever it is, there is no such element without a value
		}
		for _, item := range items {
			out = append(out, Trusted{PrincipalKind(kind), item})
		}
	}
	return out
}

// of are the principals of a kind.
func (s TrustStatement) of(kind PrincipalKind) []Trusted {
	return slices.DeleteFunc(slices.Clone(s.Principals), func(t Trusted) bool { return t.Kind != kind })
}

// keptOut tells whether a Deny of the document keeps out some of those of a kind that the statement lets in, or may: one for
// everyone, for all but some or for principals of that kind, with a condition that guards.
func (s TrustStatement) keptOut(kind PrincipalKind, guards func(Condition) bool) bool {
	return s.keepsOut(func(deny Statement) bool {
		return deny.isForAnyone() || len(TrustStatement{deny, deny.namedPrincipals()}.of(kind)) > 0
	}, guards)
}
