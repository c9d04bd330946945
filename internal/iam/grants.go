package iam

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/host"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

const policyType = "aws_iam_policy"

// grantors are the arguments that hold policies of identities: what stands there is granted to somebody, now or once
// somebody attaches it.
//
// target names whom it is granted to; it is empty where somebody attaches it.
var grantors = []struct {
	typ, argument string
	kind          IdentityKind
	target        string
}{
	{policyType, "policy", Nobody, ""},
	{"aws_iam_role_policy", "policy", Role, "role"},
	{"aws_iam_user_policy", "policy", User, "user"},
	{"aws_iam_group_policy", "policy", Group, "group"},
	{"aws_ssoadmin_permission_set_inline_policy", "inline_policy", PermissionSet, "permission_set_arn"},
}

const roleType = "aws_iam_role"

// GrantorTypes are the types of resources and data sources in which policies of identities are written.
func GrantorTypes() []string {
	types := []string{roleType, "data." + DocumentType}
	for _, g := range grantors {
		types = append(types, g.typ)
	}
	return types
}

// View is the IAM of a module. It keeps what it has found out.
type View struct {
	// Targets are what is worth more than other resources to whom may change it.
	Targets Targets

	module     *terraform.Module
	bounding   map[*terraform.Resource]bool       // policies that bound permissions
	bounded    map[*terraform.Resource]bool       // see boundaries; nil: not known yet
	policies   map[*terraform.Resource]Document   // see policy
	inline     map[*terraform.Resource][]Document // see inlinePolicies
	granted    []Statement                        // nil: not known yet
	handed     []Document
	asked      bool // whether handed is known
	identities *identities
	nodes      *host.Nodes
	naming     *naming
	holders    map[*terraform.Resource][]Holder              // of roles
	takers     map[*terraform.Resource][]Holder              // see named; nil: not known yet
	profiles   map[*terraform.Resource][]*terraform.Resource // of roles
	trusts     []Trust

	// takersElsewhere are of roles that are none of the module's: see elsewhere.
	takersElsewhere map[string][]Holder

	escalations []Escalation
	escalating  map[spot]beginning // what they begin with; nil: not known yet
}

// NewView is the IAM of a module.
func NewView(m *terraform.Module) *View {
	return &View{module: m, policies: map[*terraform.Resource]Document{}, inline: map[*terraform.Resource][]Document{}, bounding: map[*terraform.Resource]bool{}, nodes: host.NewNodes(m), naming: newNaming(m), holders: map[*terraform.Resource][]Holder{}}
}

// Granted are the statements of a module that allow identities something, or deny it: those of every policy of an identity, and
// of every document that goes to a resource, an output or a module call. A statement comes once for each user of its document.
//
// Left out is what bounds permissions but grants none: permissions boundaries, policies of an organization, session
// policies. Policies of resources are left out too: they name principals. A data source of another module is looked at there.
func (v *View) Granted() []Statement {
	if v.granted == nil {
		v.granted = v.findGranted()
	}
	return v.granted
}

func (v *View) findGranted() []Statement {
	out := []Statement{}
	for _, d := range v.identityPolicies() {
		for _, s := range d.Statements() {
			if !s.Principals().Present() && !s.NotPrincipals().Present() && !s.isForeign() {
				out = append(out, s)
			}
		}
	}
	for _, d := range v.HandedOut() {
		for _, s := range d.Statements() {
			if s.Principals().Absent() && s.NotPrincipals().Absent() && !s.isForeign() {
				out = append(out, s)
			}
		}
	}
	return out
}

// policy is the document that an argument of a resource holds, which the resource grants where it grants something.
func (v *View) policy(r *terraform.Resource, argument string) Document {
	d, known := v.policies[r]
	if !known {
		d = NewDocument(v.module, r.Address(), r.Get(argument)).grantedBy(r)
		d.leaves = r.Type == policyType && v.leaves(r.Block)
		d = d.read()
		v.policies[r] = d
	}
	return d
}

// inlinePolicies are the policies that are written in a role.
func (v *View) inlinePolicies(role *terraform.Resource) []Document {
	out, known := v.inline[role]
	if !known {
		for _, inline := range role.Get("inline_policy").Items() {
			out = append(out, NewDocument(v.module, inlineName(inline, role), inline.Get("policy")).grantedBy(role).read())
		}
		v.inline[role] = out
	}
	return out
}

// identityPolicies are the documents that are certainly policies of identities.
func (v *View) identityPolicies() []Document {
	var out []Document
	for _, g := range grantors {
		for _, r := range v.module.Resources(g.typ) {
			if !v.bounds(r) {
				out = append(out, v.policy(r, g.argument))
			}
		}
	}
	for _, r := range v.module.Resources(roleType) {
		out = append(out, v.inlinePolicies(r)...)
	}
	return out
}

// HandedOut are the documents of data sources that go to a resource that exists, an output or a module call, but not to one
// of which it is known that it grants nothing. What becomes of them is not known.
func (v *View) HandedOut() []Document {
	if v.asked {
		return v.handed
	}
	v.asked = true
	for _, b := range v.module.Blocks() {
		if b.Data && b.Type == DocumentType && v.isHandedOut(b) {
			leaves := v.leaves(b)
			for _, r := range b.Instances() {
				d := NewDocument(v.module, r.Address(), r.Computed()["json"])
				d.leaves = leaves
				v.handed = append(v.handed, d.read())
			}
		}
	}
	return v.handed
}

// leaves tells whether something goes to a module call or an output, but not to be a boundary: others may have it then.
func (v *View) leaves(b *terraform.Block) bool {
	// Of several instances it is not known which.
	return len(b.Instances()) == 1 && slices.ContainsFunc(v.module.UsesOf(b.Address()), func(u terraform.Use) bool {
		return (u.Kind == "module" || u.Kind == "output") && !isMention(u) && !limiting.MatchString(u.Name) && !limiting.MatchString(u.Path)
	})
}

// isMention tells whether a use takes nothing of what it refers to.
func isMention(u terraform.Use) bool {
	return strings.HasSuffix(u.Path, "depends_on") || u.Path == "count" || u.Path == "for_each"
}

func inlineName(inline *eval.Value, r *terraform.Resource) string {
	if name, ok := inline.Get("name").Text(); ok {
		return fmt.Sprintf("inline policy %q of %s", name, r.Address())
	}
	return "an inline policy of " + r.Address()
}

// boundaryName is how people call what bounds permissions.
var boundaryName = regexp.MustCompile(`(?i)boundary|boundaries`)

// bounds tells whether a policy is there to bound permissions: it is somebody's permissions boundary, or is called so, and
// nothing of the module attaches it.
func (v *View) bounds(policy *terraform.Resource) bool {
	if policy.Type != policyType {
		return false
	}
	bound, known := v.bounding[policy]
	if !known {
		bound = v.onlyBounds(policy)
		v.bounding[policy] = bound
	}
	return bound
}

func (v *View) onlyBounds(policy *terraform.Resource) bool {
	v.Identities()
	if len(v.identities.holders[policy.Address()+policy.Key]) > 0 {
		return false
	}
	name, _ := policy.Get("name").Text()
	bound := boundaryName.MatchString(policy.Name) || boundaryName.MatchString(name) || v.boundaries()[policy]
	others := slices.ContainsFunc(policy.Instances(), func(r *terraform.Resource) bool {
		return len(v.identities.holders[r.Address()+r.Key]) > 0
	})
	for _, u := range v.module.UsesOf(policy.Address()) {
		attaches := u.Kind == "resource" && (strings.Contains(u.Type, "_attachment") || u.Path == "managed_policy_arns")
		switch {
		case boundaryName.MatchString(u.Path), u.Kind == "resource" && boundaryName.MatchString(u.Type):
			bound = true
		case u.Kind == "module" && !isMention(u) && len(policy.Instances()) == 1, attaches && !others: // others are what is attached of several instances
			return false
		}
	}
	return bound
}

// boundaries are the policies of the module that are permissions boundaries of its identities, also by their ARN or name.
func (v *View) boundaries() map[*terraform.Resource]bool {
	if v.bounded == nil {
		v.bounded = map[*terraform.Resource]bool{}
		for _, id := range v.Identities() {
			if p := v.naming.find(policyType, v.identities.namedBoundary(id)); p != nil {
				v.bounded[p] = true
			}
		}
	}
	return v.bounded
}

// narrowing are arguments of resources that hold documents which take permissions away, or limit a session, or are not about
// AWS's API: the statements in them allow nobody anything by themselves.
var narrowing = []struct{ typ, argument string }{
	{"aws_organizations_policy", "content"},
	{"aws_eks_pod_identity_association", "policy"},
	{"aws_rolesanywhere_profile", "session_policy"},
	{"aws_transfer_user", "policy"},
	{"aws_transfer_access", "policy"},
	{"aws_vpc_endpoint", "policy"},
	{"aws_vpc_endpoint_policy", "policy"},
	{"aws_iot_policy", "policy"},
	{"aws_ram_permission", "policy_template"},
}

// limiting is how people call arguments and modules that take documents which grant nothing.
var limiting = regexp.MustCompile(`(?i)boundary|boundaries|\bscps?\b|_scps?|scps?_|service_control|session_policy|vpc_endpoint|endpoint_policy`)

func (v *View) isHandedOut(document *terraform.Block) bool {
	return slices.ContainsFunc(v.module.UsesOf(document.Address()), func(u terraform.Use) bool {
		if isMention(u) {
			return false
		}
		switch u.Kind {
		case "output":
			return !limiting.MatchString(u.Name)
		case "module":
			return !limiting.MatchString(u.Name) && !limiting.MatchString(u.Path)
		case "resource":
			user := v.module.Find(u.Type + "." + u.Name)
			if user == nil || len(user.Instances()) == 0 || !slices.ContainsFunc(user.Instances(), func(r *terraform.Resource) bool { return !v.bounds(r) }) || boundaryName.MatchString(u.Path) {
				return false
			}
			return !slices.ContainsFunc(narrowing, func(n struct{ typ, argument string }) bool {
				return n.typ == u.Type && n.argument == u.Path
			})
		}
		return false
	})
}
