package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// PrivilegedContainer reports containers that are root on their host.
var PrivilegedContainer = rule.Rule{
	Name:    "aws_container_privileged",
	Title:   "Privileged container",
	Reports: "A container of ECS, Batch or App Runner that runs privileged.",
	Why: "A privileged container has every Linux capability and every device of its host. Whoever gets code to run in it owns the host, " +
		"the credentials of the host's role, and every other container there. Nothing that containers are used for needs all of it.",
	Fix: "Remove `privileged`, which is false by default; `tflint --fix` does so where `true` is written out in HCL. Where the container needs one of root's powers, add that capability:\n\n" +
		"```hcl\nlinuxParameters = {\n  capabilities = {\n    add  = [\"NET_ADMIN\"]\n    drop = [\"ALL\"]\n  }\n}\n```",
	Silent: []string{
		"`privileged` is not known: a variable without a value, one of two branches of an unknown condition.",
		"The carrier has no such field (App Runner, ECS Express).",
	},
	Peers:    []string{"Security Hub ECS.4", "Prowler `ecs_task_definitions_no_privileged_containers`", "Checkov CKV_AWS_210 (Batch), CKV_AWS_334 (reads a key that does not exist)"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html"},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration, nist.ImproperUserAccessRights},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			if c.Privileged().True() {
				p.ReportFix(rule.Fix{Old: "true", New: "false"}, c.Privileged(), "%s runs privileged and can take over its host; remove privileged, or add single capabilities", c.Name())
			}
		}
	},
}
