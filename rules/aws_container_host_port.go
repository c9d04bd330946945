package rules

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// HostPort reports containers that take a fixed port of their host.
var HostPort = rule.Rule{
	Name:  "aws_container_host_port",
	Title: "Fixed port of the host",
	Reports: "A container of ECS in bridge mode that takes a fixed port of its host (a notice; a warning with the preset `all`), " +
		"or a port of the host's own services, such as SSH, Docker's or the ECS agent's (an error).",
	Why: "A fixed port is open on every interface of the host to all that its security group lets in, and to all other containers there. " +
		"Whoever answers on a port of Docker or of the ECS agent can be taken for it.",
	Fix: "Leave `hostPort` out, so that ECS takes a free port and tells the load balancer, or give the task a network interface and a security group of its own:\n\n" +
		"```hcl\nnetwork_mode = \"awsvpc\"\n```",
	Silent: []string{
		"`hostPort` is absent or 0.",
		"The network mode is `awsvpc`, in which it has to be the container's port, or not known. In the mode `host` only ports of the host's services are reported; see `aws_ecs_task_definition_host_network`.",
		"The carrier has no ports (Batch, daemons), or no hosts (App Runner, ECS Express).",
	},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html"},
	Risks:    []nist.Risk{nist.UnboundedNetworkAccess, nist.InsecureRuntimeConfiguration},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "reserved_ports", Default: []string{"22", "2375", "2376", "51678", "51679", "51680"},
		Doc: "Ports of the host's own services, which are an error.", Check: checkPorts,
	}},
	Reads: []string{"aws_ecs_task_definition"},
	Check: func(p *rule.Pass) {
		fixed := rule.Notice
		if p.Everything {
			fixed = rule.Warning
		}
		for _, c := range p.Containers() {
			mappings := c.Entries("portMappings")
			if !c.Can("portMappings") || len(mappings) == 0 {
				continue
			}
			mode, known := c.Task.NetworkMode().Text()
			if !known || mode == "awsvpc" || c.Task.OnFargate() {
				continue
			}
			for _, mapping := range mappings {
				port := mapping("hostPort")
				n, known := port.Int()
				switch {
				case !known || n == 0 || mode == "none":
				case slices.Contains(p.Strings("reserved_ports"), strconv.Itoa(n)):
					p.Report(port, "%s takes port %d of its host, which is for the host's own services, and can be taken for them; remove hostPort", c.Name(), n)
				case mode != "host":
					p.ReportAs(fixed, port, "%s takes port %d on every interface of its host; remove hostPort, or use network_mode = \"awsvpc\"", c.Name(), n)
				}
			}
		}
	},
}

// checkPorts says what is wrong with ports that people set.
func checkPorts(value any) error {
	for _, s := range value.([]string) {
		if n, err := strconv.Atoi(s); err != nil || n < 1 || n > 65535 {
			return fmt.Errorf("%q is no port: write a number from 1 to 65535", s)
		}
	}
	return nil
}
