package rules

import (
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/endpoint"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// EndpointOpenPolicy reports VPC endpoints through which everything goes.
var EndpointOpenPolicy = rule.Rule{
	Name:  "aws_vpc_endpoint_open_policy",
	Title: "VPC endpoint that lets everything through",
	Reports: "A VPC endpoint of ECR, ECS, S3, Secrets Manager, Systems Manager or CloudWatch Logs that has no policy, which is full access by default, " +
		"or whose policy allows everyone everything on every resource. It is a notice; a warning with the preset `all`.",
	Why: "Who takes over a container needs no way to the internet to get data out: with keys of their own account they write it to their own bucket, repository or log group, through your endpoint and past every firewall. " +
		"A policy that lets through only your principals, or only your resources, stops that.",
	Fix: "Let through only your own accounts. A policy of an endpoint grants nothing: who may do what is still up to IAM.\n\n```hcl\ndata \"aws_caller_identity\" \"current\" {}\n\ndata \"aws_iam_policy_document\" \"endpoint\" {\n  statement {\n    actions   = [\"ecr:*\"]\n    resources = [\"*\"]\n\n" +
		"    principals {\n      type        = \"*\"\n      identifiers = [\"*\"]\n    }\n\n    condition {\n      test     = \"StringEquals\"\n      variable = \"aws:PrincipalAccount\"\n      values   = [data.aws_caller_identity.current.account_id]\n    }\n  }\n}\n```\n\n" +
		"An endpoint of S3 has to let through the layers of ECR's images too, which AWS keeps: `s3:GetObject` on `arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*`, for each region.",
	Silent: []string{
		"The endpoint's policy is, or may be, an `aws_vpc_endpoint_policy`, which is checked in its place, or one of a module that the endpoint is handed to.",
		"The service is another one, or is not known; the policy is not known.",
		"A condition, a `Deny` with a condition, `NotPrincipal` or `NotResource` beside the statement, or statements that are not known.",
		"Endpoints that carry only the channel of an agent: `ecs-agent`, `ecs-telemetry`, `ssmmessages`, `ec2messages`.",
	},
	Peers: []string{"Prowler `vpc_endpoint_connections_trust_boundaries`"},
	Sources: []string{
		"https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
		"https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
		"https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint",
	},
	Risks:    []nist.Risk{nist.RegistryAuthentication, nist.UnboundedNetworkAccess},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    endpoint.PolicyTypes,
	Check: func(p *rule.Pass) {
		severity := rule.Notice
		if p.Everything {
			severity = rule.Warning
		}
		for _, e := range endpoint.OpenEndpoints(p.Module) {
			to := strings.Join(e.Services, ", ")
			if e.ByDefault {
				p.ReportAs(severity, e.At, "%s has no policy, so that any credentials reach everything in any account through it (%s); set a policy, with a condition such as aws:PrincipalAccount", e.Label, to)
				continue
			}
			p.ReportAs(severity, e.At, "%s lets any credentials reach everything in any account through the endpoint (%s); name resources, or add a condition such as aws:PrincipalAccount", e.Label, to)
		}
	},
}
