// Package network is the typed view of security groups: their rules, in whatever form they are written, and who uses them.
package network

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Direction is which way the traffic goes that a rule lets through.
type Direction string

// The directions.
const (
	Ingress Direction = "ingress"
	Egress  Direction = "egress"
)

// RuleTypes are the resources that rules are written in. A security group without egress blocks has no egress: the provider
// removes the rule that AWS makes. So what is not written is never a finding:
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
var RuleTypes = []string{securityGroup, defaultGroup, groupRule, ingressRule, egressRule}

const (
	securityGroup = "aws_security_group"
	defaultGroup  = "aws_default_security_group"
	groupRule     = "aws_security_group_rule"
	ingressRule   = "aws_vpc_security_group_ingress_rule"
	egressRule    = "aws_vpc_security_group_egress_rule"
)

// Rule is a rule of a security group. Other groups, prefix lists and the group itself as sources or destinations are not
// looked at: none of them is the internet.
type Rule struct {
	Direction Direction
	Group     Group
	Protocol  Protocol

	from, to *eval.Value
	ipv4     *eval.Value
	ipv6     *eval.Value
	world    *Internet
}

// spelling is how a form of rules calls its parts.
type spelling struct{ protocol, ipv4, ipv6 string }

var (
	older = spelling{"protocol", "cidr_blocks", "ipv6_cidr_blocks"}
	newer = spelling{"ip_protocol", "cidr_ipv4", "cidr_ipv6"}
)

// Rules are all rules of a module, in the order of the forms and the files.
func Rules(m *terraform.Module) []Rule {
	users := usersOf(m)
	var out []Rule
	for _, r := range m.Resources(securityGroup, defaultGroup) {
		for _, d := range []Direction{Ingress, Egress} {
			// A rule that is there only under an unknown condition was written to be there.
			for _, v := range r.Get(string(d)).Items() {
				out = append(out, newRule(d, users.ownGroup(r), v, older))
			}
		}
	}
	for _, r := range m.Resources(groupRule) {
		for _, d := range []Direction{Ingress, Egress} {
			if r.Get("type").Is(string(d)) {
				out = append(out, newRule(d, users.groupOf(r), r.Value, older))
			}
		}
	}
	for _, r := range m.Resources(ingressRule) {
		out = append(out, newRule(Ingress, users.groupOf(r), r.Value, newer))
	}
	for _, r := range m.Resources(egressRule) {
		out = append(out, newRule(Egress, users.groupOf(r), r.Value, newer))
	}
	joinWorlds(out)
	return out
}

func newRule(d Direction, g Group, v *eval.Value, s spelling) Rule {
	r := Rule{
		Direction: d, Group: g, Protocol: protocolOf(v.Get(s.protocol)),
		from: v.Get("from_port"), to: v.Get("to_port"), ipv4: v.Get(s.ipv4), ipv6: v.Get(s.ipv6),
	}
	r.world = bothWorlds(worldOf(r.ipv4), worldOf(r.ipv6))
	return r
}

// bothWorlds is one finding for a rule that is open to the world of IPv4 and of IPv6.
func bothWorlds(ipv4, ipv6 *Internet) *Internet {
	switch {
	case ipv4 == nil:
		return ipv6
	case ipv6 == nil:
		return ipv4
	}
	return &Internet{At: ipv4.At, text: ipv4.text + " and " + ipv6.text}
}

// World is the whole internet, as far as the rule is for all of it; nil where it is not, or that can't be known.
func (r Rule) World() *Internet { return r.world }

// Part is a part of the internet that is wider than anybody owns, /2 to /7, where the rule is for such a one and not for the
// whole.
func (r Rule) Part() *Internet {
	if r.world != nil {
		return nil
	}
	if p := partOf(r.ipv4); p != nil {
		return p
	}
	return partOf(r.ipv6)
}

// joinWorlds finds rules of one group, for the same ports, that are open to the world only together. The first that has the
// widest block stands for all.
func joinWorlds(rules []Rule) {
	type key struct {
		direction   Direction
		group       name
		protocol    Protocol
		first, last int
	}
	same := map[key][]int{}
	for i, r := range rules {
		first, last, ok := r.ports()
		if r.Protocol == EveryProtocol {
			first, last, ok = 0, 0, true
		}
		if ok && len(r.Group.names) > 0 {
			k := key{r.Direction, r.Group.names[0], r.Protocol, first, last}
			same[k] = append(same[k], i)
		}
	}
	for _, indexes := range same {
		var all []block
		owner := map[*eval.Value]int{}
		for _, i := range indexes {
			for _, b := range slices.Concat(blocks(rules[i].ipv4), blocks(rules[i].ipv6)) {
				all = append(all, b)
				owner[b.value] = i
			}
		}
		open := slices.ContainsFunc(indexes, func(i int) bool { return rules[i].world != nil })
		if len(indexes) > 1 && !open && isWorld(all) {
			w := describe(all)
			rules[owner[w.At]].world = w
		}
	}
}
