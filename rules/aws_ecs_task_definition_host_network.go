package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// HostNetwork reports tasks that use the network of their host.
var HostNetwork = rule.Rule{
	Name:  "aws_ecs_task_definition_host_network",
	Title: "Network of the host",
	Reports: "A task of ECS, or a Batch job on EKS, that uses the network of its host. With the preset `all` also tasks on instances " +
		"that share a bridge with all others there, and jobs on EKS that say nothing, for which the host's network is the default.",
	Why: "In the host's network a container listens on the host's addresses, reaches what listens on its loopback address, such as the ECS agent and the " +
		"credentials of other tasks, and has no security group of its own: nothing separates its traffic from that of its neighbours.",
	Fix: "Give each task a network interface and a security group:\n\n```hcl\nnetwork_mode = \"awsvpc\"\n```\n\nThe service needs a `network_configuration` then. For a job on EKS set `host_network = false`.",
	Silent: []string{
		"`awsvpc` and `none`.",
		"A bridge on hosts outside AWS (`EXTERNAL`), which have nothing else, or for tasks of which it is not certain that they run on instances.",
		"Tasks that run as daemons, one on each host: services with `scheduling_strategy = \"DAEMON\"` (a notice with the preset `all`).",
	},
	Peers: []string{"Security Hub ECS.17", "Stave CTL.ECS.NETWORK.001", "KICS 9f4a9409", "Terrascan AC_AWS_0088"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html",
		"https://docs.aws.amazon.com/batch/latest/APIReference/API_EksPodProperties.html",
	},
	Risks:    []nist.Risk{nist.PoorlySeparatedTraffic, nist.UnboundedNetworkAccess},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    ecs.TaskDefinitions(),
	Check: func(p *rule.Pass) {
		for _, t := range p.Tasks() {
			mode, pod := t.NetworkMode(), t.Field("hostNetwork")
			switch {
			case mode.Is("host") && !t.IsDaemon():
				p.Report(mode, `%s uses the network of its host, past security groups and open to all that listens there; set network_mode = "awsvpc"`, t.Name())
			case t.IsPod() && pod.True():
				p.Report(pod, `%s uses the network of its host, past security groups and open to all that listens there; set host_network = false`, t.Name())
			case !p.Everything:
			case mode.Is("host"):
				p.ReportAs(rule.Notice, mode, `%s runs once on each host and uses its network; set network_mode = "awsvpc" unless it has to`, t.Name())
			case t.IsPod() && pod.Absent():
				p.ReportAs(rule.Warning, pod, `%s uses the network of its host, which is the default of Batch; set host_network = false`, t.Name())
			case mode.Is("bridge") && t.OnInstances() && !t.OnOtherHosts():
				p.ReportAs(rule.Warning, mode, `%s shares a bridge with all tasks of its host and has no security group of its own; set network_mode = "awsvpc"`, t.Name())
			}
		}
	},
}
