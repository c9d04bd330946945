package network

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Reach is how the internet gets to what a rule is about, as far as the module shows. A group may be used by several: the
// widest counts.
type Reach uint8

const (
	// ByItsClients: only through a load balancer that keeps the addresses of its clients, or may do so. What it hands on has to
	// be let in from where they are.
	ByItsClients Reach = iota
	// FromInside: not at all, for it has no public address, or none that is known of. Who is in its network gets to it.
	FromInside
	// Directly: it has a public address, or may have one.
	Directly
)

// Reach is how the internet gets to the workload that the rule is about.
func (r Rule) Reach() Reach {
	widest, used := ByItsClients, false
	for one := range r.Group.usedFor(containers) {
		used = true
		widest = max(widest, r.reaches(one.resource))
	}
	if !used {
		return Directly
	}
	return widest
}

// reaches is how the internet gets to a workload by the rule. Only tasks of services say whether they have a public address,
// and they have none by default:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
func (r Rule) reaches(workload *terraform.Resource) Reach {
	if workload.Type != "aws_ecs_service" && workload.Type != "aws_ecs_task_set" {
		return Directly
	}
	if slices.ContainsFunc(terraform.Below(workload.Value, "network_configuration.assign_public_ip"), (*eval.Value).True) {
		return Directly
	}
	balancers := workload.Get("load_balancer")
	if balancers.Open() || slices.ContainsFunc(balancers.Items(), r.mayHandOnClients) {
		return ByItsClients
	}
	return FromInside
}

// mayHandOnClients tells whether a load balancer may hand on its clients' connections to the rule's port with their addresses.
func (r Rule) mayHandOnClients(balancer *eval.Value) bool {
	first, last, known := r.ports()
	if port, ok := balancer.Get("container_port").Int(); ok && known && (first != port || last != port) {
		return false
	}
	for _, ref := range balancer.Get("target_group_arn").Refs() {
		b := r.Group.users.module.Find(ref.Address)
		if b == nil || b.Type != "aws_lb_target_group" && b.Type != "aws_alb_target_group" {
			continue
		}
		return slices.ContainsFunc(b.Instances(), mayKeepClients)
	}
	return true
}

// mayKeepClients tells whether the targets of a group may see the addresses of clients. Those of an application load balancer
// see its own; tasks behind a network load balancer see its own, too, but for UDP, unless it is asked to keep
// those of the clients: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation
func mayKeepClients(targets *terraform.Resource) bool {
	protocol, known := targets.Get("protocol").Text()
	switch {
	case !known:
		return !targets.Get("protocol").Absent()
	case strings.HasPrefix(protocol, "HTTP"):
		return false
	case strings.Contains(protocol, "UDP"):
		return true
	}
	keeps := targets.Get("preserve_client_ip")
	return !keeps.Absent() && !keeps.False() && !keeps.Is("false")
}
