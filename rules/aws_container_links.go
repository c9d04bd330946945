package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// Links reports containers that are linked in the old way of Docker.
var Links = rule.Rule{
	Name:    "aws_container_links",
	Title:   "Links between containers",
	Reports: "A container of ECS with `links`.",
	Why: "Links need the bridge of the host, on which all of its containers reach each other, and hand the environment of one container to another, " +
		"with what is secret in it. Docker keeps them for old applications only.",
	Fix: "Use the network mode `awsvpc`, in which containers of a task reach each other at `localhost`, and remove `links`:\n\n```hcl\nnetwork_mode = \"awsvpc\"\n```",
	Silent: []string{
		"The network mode is not `bridge`, where links do nothing.",
		"The carrier has no such field (all but ECS task definitions).",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-links",
		"https://docs.docker.com/engine/network/links/",
	},
	Risks:    []nist.Risk{nist.PoorlySeparatedTraffic},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_ecs_task_definition"},
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			links := c.Field("links")
			if names := links.CertainItems(); c.Can("links") && len(names) > 0 && c.Task.NetworkMode().Is("bridge") {
				p.Report(links, `%s is linked to other containers over the bridge that all containers of the host share; use network_mode = "awsvpc", and remove links`, c.Name())
			}
		}
	},
}
