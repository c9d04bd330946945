package network

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Group is the security group of a rule.
type Group struct {
	names []name // several where an unknown condition decides which group it is
	rule  string // the address of the resource that the rule is written in
	users *users
}

// String is how its owner calls the group, in a message: security group "web".
func (g Group) String() string {
	n, ok := g.usedName()
	switch {
	case ok:
	case len(g.names) == 0:
		return "the security group of " + g.rule
	default:
		n = g.names[0]
	}
	b := g.users.module.Find(n.address)
	switch {
	case b != nil && !b.Data && len(b.Instances()) > 0:
		return labelOf(b.Instances()[0])
	case strings.HasSuffix(n.address, defaultOfVPC):
		return "the default security group of " + strings.TrimSuffix(n.address, defaultOfVPC)
	case strings.HasSuffix(n.address, "."+ofCluster):
		return "the security group of " + strings.TrimSuffix(n.address, "."+ofCluster)
	}
	return "security group " + n.address
}

// labelOf is how its owner calls a group that the module makes. A default group has no name to choose.
func labelOf(r *terraform.Resource) string {
	if r.Type == defaultGroup {
		return "the default security group " + r.Address()
	}
	if s, ok := r.Get("name").Text(); ok && s != "" && r.Key == "" {
		return fmt.Sprintf("security group %q", s)
	}
	return "security group " + r.Address()
}

// name is what a module calls a group: the address of its resource, or another expression that its id comes from.
type name struct {
	address string
	key     string // the instance's key; empty where there is one only or it is not known which
}

// matches tells whether two names may be of the same group.
func (n name) matches(o name) bool {
	return n.address == o.address && (n.key == o.key || n.key == "" || o.key == "")
}

const (
	defaultOfVPC = ".default_security_group_id"
	ofCluster    = "cluster_security_group_id"
)

// nameOf is the name of the group that a reference leads to.
func nameOf(r eval.Ref) name {
	typ, _, _ := strings.Cut(strings.TrimPrefix(r.Address, "data."), ".")
	switch {
	case typ == securityGroup, typ == defaultGroup:
		return name{r.Address, r.Key}
	case typ == "aws_eks_cluster" && strings.HasSuffix(r.Path, ofCluster):
		return name{r.Address + "." + ofCluster, r.Key}
	case r.Path != "":
		return name{r.Address + "." + r.Path, r.Key}
	}
	return name{r.Address, r.Key}
}

// namesIn are the groups that a value, or what lies in it, refers to or names by their id. Where an unknown condition decides
// between several they are all in it: who writes a group there means to use it.
func namesIn(m *terraform.Module, v *eval.Value) []name {
	var out []name
	add := func(n name) {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	for _, ref := range v.AllRefs() {
		n := nameOf(ref)
		add(n)
		for _, alias := range defaultOf(m, n) {
			add(alias)
		}
	}
	for _, item := range v.Items() {
		if id, ok := item.Text(); ok && id != "" {
			add(name{address: id})
		}
	}
	return out
}

// defaultOf is how else the group of an aws_default_security_group is called: its VPC names it, too.
func defaultOf(m *terraform.Module, n name) []name {
	b := m.Find(n.address)
	if b == nil || b.Data || b.Type != defaultGroup {
		return nil
	}
	var out []name
	for _, r := range b.Instances() {
		for _, ref := range r.Get("vpc_id").Refs() {
			if strings.HasPrefix(ref.Address, "aws_vpc.") || strings.HasPrefix(ref.Address, "aws_default_vpc.") {
				out = append(out, name{ref.Address + defaultOfVPC, ref.Key})
			}
		}
	}
	return out
}

// ownGroup is the group that a resource makes.
func (u *users) ownGroup(r *terraform.Resource) Group {
	own := name{r.Address(), r.Key}
	return Group{append([]name{own}, defaultOf(u.module, own)...), r.Address(), u}
}

// groupOf is the group that a rule resource is for.
func (u *users) groupOf(r *terraform.Resource) Group {
	return Group{namesIn(u.module, r.Get("security_group_id")), r.Address(), u}
}
