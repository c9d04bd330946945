package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/network"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// OpenEgress reports security groups that let everything out.
var OpenEgress = rule.Rule{
	Name:  "aws_security_group_open_egress",
	Title: "Everything may leave",
	Reports: "A rule of a security group that allows connections to the whole internet on every port, or with every protocol. " +
		"It is a warning where a container workload of the module uses the group, and a notice elsewhere.",
	Why: "Whoever gets code to run in a container can fetch tools, talk to a server of their own over any port, and send away what the container can read. " +
		"Nothing on the way stops them, and no log of a refused connection shows it.",
	Fix: "Name the destinations and the ports: other security groups, prefix lists of AWS services, VPC endpoints.\n\n" +
		"```hcl\nresource \"aws_vpc_security_group_egress_rule\" \"database\" {\n  security_group_id            = aws_security_group.web.id\n  referenced_security_group_id = aws_security_group.database.id\n  ip_protocol                  = \"tcp\"\n  from_port                    = 5432\n  to_port                      = 5432\n}\n\n" +
		"resource \"aws_vpc_security_group_egress_rule\" \"s3\" {\n  security_group_id = aws_security_group.web.id\n  prefix_list_id    = data.aws_prefix_list.s3.id\n  ip_protocol       = \"tcp\"\n  from_port         = 443\n  to_port           = 443\n}\n```\n\n" +
		"Where the destinations are not known in advance, allow 443 only, and let Network Firewall or a proxy decide on names.",
	Silent: []string{
		"The rule is for some ports only, such as 443. With `preset = \"all\"` it is a notice where a container workload uses the group.",
		"The security group has no egress rule at all: Terraform removes the one that AWS makes, so nothing may leave.",
		"The destination is another security group, a prefix list or a private range. Public ranges from /2 to /7 are a notice with `preset = \"all\"`.",
	},
	Peers: []string{"Checkov CKV_AWS_382", "Trivy AVD-AWS-0104 (any port)"},
	Sources: []string{
		"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
		"https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group",
	},
	Risks:    []nist.Risk{nist.UnboundedNetworkAccess},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    network.RuleTypes,
	Check: func(p *rule.Pass) {
		for _, r := range p.SecurityGroupRules() {
			if r.Direction != network.Egress {
				continue
			}
			world, part, workload := r.World(), r.Part(), r.Workload()
			switch {
			case world != nil && r.EveryPort() && workload != "":
				p.Report(world.At, "%s lets %s connect to the whole internet (%s) on %s, to an attacker's servers too; "+
					"allow only the destinations and ports that it needs", r.Group, workload, world, r.Opens())
			case world != nil && r.EveryPort():
				p.ReportAs(rule.Notice, world.At, "%s allows connections to the whole internet (%s) on %s; "+
					"allow only the destinations and ports that are needed", r.Group, world, r.Opens())
			case !p.Everything:
			case world != nil && r.SomePort() && workload != "":
				p.ReportAs(rule.Notice, world.At, "%s lets %s connect to the whole internet (%s) on %s; "+
					"allow only the destinations that it needs", r.Group, workload, world, r.Opens())
			case part != nil && r.EveryPort():
				p.ReportAs(rule.Notice, part.At, "%s allows connections to a large part of the internet (%s) on %s; "+
					"allow only the destinations and ports that are needed", r.Group, part, r.Opens())
			}
		}
	},
}
