package network

import (
	"iter"
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/host"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// users are what uses the security groups of a module.
type users struct {
	module  *terraform.Module
	byGroup map[string][]user // by the address of the group
}

// user is a resource that uses a group.
type user struct {
	as       use
	resource *terraform.Resource
	group    name
}

func (u user) address() string {
	if u.resource == nil {
		return ""
	}
	return u.resource.Address()
}

// use is what a group is used for.
type use uint8

const (
	containers   use = iota // tasks or nodes
	callers                 // containers that connect, and that nothing connects to
	loadBalancer            // what takes web traffic from the internet
	fileServer              // what takes files from the internet
)

// attachment is where a type of resource names its security groups.
type attachment struct {
	typ   string
	as    use
	paths []string
}

// attachments are all but those of hosts. An endpoint's groups (aws_vpc_endpoint) are not among them: no container runs
// there, and an endpoint connects to nothing. Neither are those of aws_eks_node_group.remote_access: they are of the hosts
// that may log in, which are no nodes.
var attachments = []attachment{
	{"aws_ecs_service", containers, []string{"network_configuration.security_groups"}},
	{"aws_ecs_task_set", containers, []string{"network_configuration.security_groups"}},
	{"aws_ecs_express_gateway_service", containers, []string{"network_configuration.security_groups"}},
	{"aws_ecs_capacity_provider", containers, []string{"managed_instances_provider.instance_launch_template.network_configuration.security_groups"}},
	{"aws_cloudwatch_event_target", containers, []string{"ecs_target.network_configuration.security_groups"}},
	{"aws_scheduler_schedule", containers, []string{"target.ecs_parameters.network_configuration.security_groups"}},
	{"aws_pipes_pipe", containers, []string{"target_parameters.ecs_task_parameters.network_configuration.aws_vpc_configuration.security_groups"}},
	{"aws_batch_compute_environment", containers, []string{"compute_resources.security_group_ids"}},
	{"aws_eks_cluster", containers, []string{"vpc_config.security_group_ids"}},
	// https://docs.aws.amazon.com/apprunner/latest/dg/network-vpc.html
	{"aws_apprunner_vpc_connector", callers, []string{"security_groups"}},
	{"aws_lb", loadBalancer, []string{"security_groups"}},
	{"aws_alb", loadBalancer, []string{"security_groups"}},
	{"aws_elb", loadBalancer, []string{"security_groups"}},
	{"aws_transfer_server", fileServer, []string{"endpoint_details.security_group_ids"}},
}

// hosts are the resources whose groups are those of nodes where what they start is a node.
var hosts = []attachment{
	{host.LaunchTemplate, containers, []string{"vpc_security_group_ids", "network_interfaces.security_groups"}},
	{host.LaunchConfiguration, containers, []string{"security_groups"}},
	{host.Instance, containers, []string{"vpc_security_group_ids", "security_groups"}},
}

func usersOf(m *terraform.Module) *users {
	u := &users{module: m, byGroup: map[string][]user{}}
	for _, a := range attachments {
		for _, r := range m.Resources(a.typ) {
			u.note(r, a)
		}
	}
	nodes := host.NewNodes(m)
	for _, a := range hosts {
		for _, r := range m.Resources(a.typ) {
			if nodes.Has(r) {
				u.note(r, a)
			}
		}
	}
	for _, r := range m.Resources("aws_eks_cluster") {
		// EKS makes a group for the cluster, and gives it to managed nodes too:
		// https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
		u.add(user{containers, r, name{r.Address() + "." + ofCluster, r.Key}})
	}
	return u
}

// note notes the groups of a resource.
func (u *users) note(r *terraform.Resource, a attachment) {
	for _, path := range a.paths {
		for _, v := range terraform.Below(r.Value, path) {
			for _, n := range namesIn(u.module, v) {
				u.add(user{a.as, r, n})
			}
		}
	}
}

func (u *users) add(one user) {
	u.byGroup[one.group.address] = append(u.byGroup[one.group.address], one)
}

// user is the first that uses the group for one of these, and the name by which it does.
func (g Group) user(as ...use) (user, name) {
	for one, n := range g.usedFor(as...) {
		return one, n
	}
	return user{}, name{}
}

// usedFor are those that use the group for one of these, with the names by which they do.
func (g Group) usedFor(as ...use) iter.Seq2[user, name] {
	return func(yield func(user, name) bool) {
		for _, n := range g.names {
			for _, one := range g.users.byGroup[n.address] {
				if n.matches(one.group) && slices.Contains(as, one.as) && !yield(one, n) {
					return
				}
			}
		}
	}
}

// usedName is the name of the group by which containers use it.
func (g Group) usedName() (name, bool) {
	one, n := g.user(containers, callers)
	return n, one.resource != nil
}

// Workload is the address of a container workload that uses the rule's group and that the rule is about: of tasks, of nodes,
// or of what makes them. It is empty where none of the module does. What a called module does with the group can't be known.
func (r Rule) Workload() string {
	as := []use{containers}
	if r.Direction == Egress {
		as = append(as, callers)
	}
	one, _ := r.Group.user(as...)
	return one.address()
}

// Intended tells whether the rule opens what a user of its group is there for, or may: a load balancer's 80 and 443, the port of
// a task to which a load balancer hands on its clients, and SFTP of AWS Transfer Family:
// https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html
func (r Rule) Intended() bool {
	if r.Reach() == ByItsClients {
		return true
	}
	first, last, ok := r.ports()
	web := !ok || first == last && (first == 80 || first == 443)
	sftp := ok && first == last && first == 22
	balancer, _ := r.Group.user(loadBalancer)
	server, _ := r.Group.user(fileServer)
	return r.Protocol.hasPorts() && (web && balancer.resource != nil || sftp && server.resource != nil)
}
