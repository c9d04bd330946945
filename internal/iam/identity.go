package iam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// IdentityKind is what sort of identity holds permissions.
type IdentityKind uint8

const (
	// Role is aws_iam_role.
	Role IdentityKind = iota
	// User is aws_iam_user.
	User
	// Group is aws_iam_group.
	Group
	// PermissionSet is aws_ssoadmin_permission_set, which becomes a role in every account that it is assigned in.
	PermissionSet
	// Nobody: a policy that nothing of the module attaches. It counts as granted to whoever gets it.
	Nobody
)

const userType = "aws_iam_user"

// identityTypes are the resources that are identities.
var identityTypes = map[IdentityKind]string{Role: roleType, User: userType, Group: "aws_iam_group", PermissionSet: "aws_ssoadmin_permission_set"}

// Identity is whom policies give permissions, with all that the module gives it: the union of its policies, less what they
// deny and what its permissions boundary leaves out.
type Identity struct {
	Kind IdentityKind
	// Name is how its owner calls it: aws_iam_role.ci, role "ci", role var.role; of Nobody it is the policy.
	Name string

	resource    *terraform.Resource // nil: none of the module's
	elsewhere   string              // of a role that is none of the module's: see elsewhere
	statements  []Statement
	held        []Statement // see all
	denies      []Statement // those of held that deny something
	attachments []Attachment
	boundary    *boundary
	groups      []*Identity
	targets     *Targets
}

// IsOfModule tells whether the identity is a resource of the module, so that all is known that the module gives it.
func (id *Identity) IsOfModule() bool { return id.resource != nil }

// Identities are all identities that the module gives permissions, those that are resources of it first, in the order of the
// files.
func (v *View) Identities() []*Identity {
	if v.identities == nil {
		v.identities = newIdentities(v)
	}
	return v.identities.all
}

// identities are the identities of a module while they are collected.
type identities struct {
	view        *View
	all         []*Identity
	byName      map[string]*Identity              // of other identities: what the policies call them
	byResource  map[*terraform.Resource]*Identity // of the module's resources
	attachments []Attachment
	holders     map[string][]*Identity    // of what resources grant, by address and key
	boundaries  map[string]*boundary      // by the policy that they are
	written     map[hcl.Range][]*Identity // holders of statements, by where they are written
}

func newIdentities(v *View) *identities {
	ids := &identities{view: v, byName: map[string]*Identity{}, byResource: map[*terraform.Resource]*Identity{}, holders: map[string][]*Identity{}, boundaries: map[string]*boundary{}, written: map[hcl.Range][]*Identity{}}
	v.identities = ids // for what is asked of those that are known already
	for _, kind := range []IdentityKind{Role, User, Group, PermissionSet} {
		for _, r := range v.module.Resources(identityTypes[kind]) {
			id := &Identity{Kind: kind, Name: r.Address(), resource: r}
			ids.all = append(ids.all, id)
			ids.byResource[r] = id
		}
	}
	ids.collectInline()
	ids.collectAttached()
	ids.collectGroups()
	for _, id := range ids.all {
		id.boundary = ids.boundaryOf(id)
		id.hold()
	}
	ids.collectUnattached()
	for _, id := range ids.all {
		id.targets = &v.Targets
		for _, s := range id.statements {
			where := s.value.Written().Range
			ids.written[where] = append(ids.written[where], id)
		}
		if id.held == nil {
			id.hold()
		}
	}
	return ids
}

// collectInline gives identities the policies that are written in them.
func (ids *identities) collectInline() {
	for _, g := range grantors {
		for _, r := range ids.view.module.Resources(g.typ) {
			if g.target == "" {
				continue // a policy of its own, which somebody attaches
			}
			d := ids.view.policy(r, g.argument)
			for _, t := range ids.named(g.kind, r, g.target) {
				ids.grant(r, t.identity, d)
				if g.kind == User {
					ids.attachments = append(ids.attachments, Attachment{Resource: r, Identity: t.identity, Policy: t.value, target: t.value, argument: t.argument, inline: true, document: &d})
				}
			}
		}
	}
	for _, r := range ids.view.module.Resources(roleType) {
		for _, d := range ids.view.inlinePolicies(r) {
			ids.grant(r, ids.of(r), d)
		}
	}
}

// grant gives an identity what a document says that a resource grants.
func (ids *identities) grant(r *terraform.Resource, id *Identity, d Document) {
	ids.holders[r.Address()+r.Key] = append(ids.holders[r.Address()+r.Key], id)
	id.add(d)
}

// collectUnattached adds the policies that nothing attaches, and the documents that go to modules and outputs only.
func (ids *identities) collectUnattached() {
	for _, r := range ids.view.module.Resources(policyType) {
		if holders := ids.holders[r.Address()+r.Key]; !ids.view.bounds(r) && (len(holders) == 0 || ids.view.leaves(r.Block) && !slices.ContainsFunc(holders, (*Identity).isFree)) {
			id := &Identity{Kind: Nobody, Name: r.Address()}
			id.add(ids.view.policy(r, "policy"))
			ids.all = append(ids.all, id)
		}
	}
	for _, d := range ids.view.HandedOut() {
		address, _, _ := strings.Cut(d.Name, "[")
		usedHere := slices.ContainsFunc(ids.view.module.UsesOf(address), func(u terraform.Use) bool { return u.Kind == "resource" })
		if !usedHere {
			id := &Identity{Kind: Nobody, Name: d.Name}
			id.add(d)
			ids.all = append(ids.all, id)
		}
	}
}

// holdersOf are the identities of the module that have a statement; none where others may have it too.
func (v *View) holdersOf(s Statement) []*Identity {
	v.Identities()
	switch {
	case s.document.leaves:
		return nil
	case s.document.grantor != "":
		return v.identities.holders[s.document.grantor]
	}
	return v.identities.written[s.value.Written().Range]
}

// asHeld is a statement as those identities of the module have it that are most allowed by it: with what takes some of it back.
// It is one where nothing takes any of it back from some, and the statement itself where others may have it too.
func (v *View) asHeld(s Statement) []Statement {
	holders := v.holdersOf(s)
	if len(holders) == 0 {
		return []Statement{s}
	}
	if i := slices.IndexFunc(holders, (*Identity).isFree); i >= 0 {
		return []Statement{s.heldBy(holders[i])}
	}
	var out []Statement
	for _, id := range holders {
		held := s.heldBy(id)
		if !slices.ContainsFunc(out, held.isHeldAs) {
			out = append(out, held)
		}
	}
	return out
}

// isHeldAs tells whether the same takes something back of both, which are one statement.
func (s Statement) isHeldAs(o Statement) bool {
	return s.boundary == o.boundary && slices.EqualFunc(s.denies, o.denies, Statement.isSame)
}

// add gives the identity what a document of a policy says.
func (id *Identity) add(d Document) {
	for _, s := range d.Statements() {
		if !s.Principals().Present() && !s.NotPrincipals().Present() {
			id.statements = append(id.statements, s)
		}
	}
}

// Who is the identity in a message, with the workload that takes it where there is one.
func (v *View) Who(id *Identity) string {
	if id.Kind == Nobody {
		return "whoever has " + id.Name
	}
	if holder := v.firstHolder(id); holder != "" {
		return fmt.Sprintf("%s, held by %s,", id.Name, holder)
	}
	return id.Name
}

// of is the identity that a resource is.
func (ids *identities) of(r *terraform.Resource) *Identity {
	if id := ids.byResource[r]; id != nil {
		return id
	}
	return &Identity{} // for resources that come from nowhere
}

// target is an identity, and the value that names it, in an argument.
type target struct {
	identity *Identity
	value    *eval.Value
	argument string
}

// named are the identities that an argument names: those of the module that it refers to or whose name it is, or one that is not
// known, which other arguments that say the same name too. What is one of several is left out.
func (ids *identities) named(kind IdentityKind, r *terraform.Resource, argument string) []target {
	var out []target
	for _, name := range names(r, argument) {
		if len(name.Alternatives()) > 1 {
			continue
		}
		id := ids.find(kind, name)
		if id == nil {
			id = ids.other(kind, name, r.Address())
		}
		out = append(out, target{id, name, argument})
	}
	return out
}

// find is the identity of the module that a value names; nil where there is none, or where it may be one of several.
func (ids *identities) find(kind IdentityKind, name *eval.Value) *Identity {
	return ids.byResource[ids.view.naming.find(identityTypes[kind], name)]
}

// sameKey tells whether two instances' keys are the same, or may be: one that is not known stands for all.
func sameKey(a, b string) bool { return a == b || a == "" || b == "" }

// other is an identity that is none of the module's, or that is not known.
func (ids *identities) other(kind IdentityKind, name *eval.Value, policy string) *Identity {
	key := policy
	if text, known := name.Text(); known {
		key = text
	} else if refs := name.Refs(); len(refs) == 1 && len(name.Pieces()) <= 1 {
		key = refs[0].Address + refs[0].Key + refs[0].Path
	}
	key = fmt.Sprint(kind, key)
	if ids.byName[key] == nil {
		id := &Identity{Kind: kind, Name: kindNames[kind] + " " + shownName(name), elsewhere: elsewhere(name)}
		ids.byName[key] = id
		ids.all = append(ids.all, id)
	}
	return ids.byName[key]
}

// kindNames are what messages call identities that are no resources of the module.
var kindNames = map[IdentityKind]string{Role: "role", User: "user", Group: "group", PermissionSet: "permission set"}

// shownName is a name as a message shows it: "ci", "ci-…", or var.role where it is not known.
func shownName(name *eval.Value) string {
	if text, known := name.Text(); known {
		return fmt.Sprintf("%q", text)
	}
	if name.Prefix() != "" {
		return fmt.Sprintf("%q", shown(name))
	}
	return shown(name)
}

// memberships are where users become members of groups.
var memberships = []struct{ typ, user, group string }{
	{"aws_iam_user_group_membership", "user", "groups"},
	{"aws_iam_group_membership", "users", "group"},
}

func (ids *identities) collectGroups() {
	for _, m := range memberships {
		for _, r := range ids.view.module.Resources(m.typ) {
			for _, user := range r.Get(m.user).Items() {
				for _, group := range r.Get(m.group).Items() {
					id, of := ids.find(User, user), ids.find(Group, group)
					if id != nil && of != nil {
						id.groups = append(id.groups, of)
					}
				}
			}
		}
	}
}

// all are the statements that hold for the identity, those of its groups too, as it has them.
func (id *Identity) all() []Statement { return id.held }

// hold finds out what holds for the identity, once it has all of its policies.
func (id *Identity) hold() {
	id.held = slices.Clone(id.statements)
	for _, g := range id.groups {
		id.held = append(id.held, g.statements...)
	}
	id.denies = denials(id.held)
	for i, s := range id.held {
		id.held[i] = s.heldBy(id)
	}
}

// heldBy is the statement as one of many that an identity has: with what its other policies and its boundary take back.
func (s Statement) heldBy(id *Identity) Statement {
	s.holder, s.denies, s.boundary = id, id.denies, id.boundary
	return s
}

// isFree tells whether nothing takes back any of what the identity's policies allow.
func (id *Identity) isFree() bool { return len(id.denies) == 0 && id.boundary == nil }
