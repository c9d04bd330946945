package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RoleBroadManagedPolicy reports roles with one of AWS's own policies that gives a whole service.
var RoleBroadManagedPolicy = rule.Rule{
	Name:  "aws_iam_role_broad_managed_policy",
	Title: "AWS's own policy that gives a whole service",
	Reports: "One of AWS's own policies that gives a whole service, such as `AmazonS3FullAccess`, `AmazonECS_FullAccess` or `SecretsManagerReadWrite`, attached to a role that containers or pods take, or that ECS takes to start them. " +
		"In the preset `all` every other role, user, group and permission set is a notice, and so is `ReadOnlyAccess`.",
	Why: "The policies are made for people who run a service, not for a workload that uses one bucket of it: with them a container that is taken over reads, changes and deletes what belongs to all others. They also grow: AWS adds actions to them.",
	Fix: "Allow the actions that are needed, on what they are needed for:\n\n" +
		"```hcl\ndata \"aws_iam_policy_document\" \"task\" {\n  statement {\n    actions   = [\"s3:GetObject\", \"s3:PutObject\"]\n    resources = [\"${aws_s3_bucket.uploads.arn}/*\"]\n  }\n}\n```",
	Silent: []string{
		"Policies that AWS makes for workloads, although they name every resource: `AmazonECSTaskExecutionRolePolicy`, `AmazonEC2ContainerServiceforEC2Role`, `AmazonEKSWorkerNodePolicy`, `AmazonEC2ContainerRegistryReadOnly`, `AmazonEC2ContainerRegistryPullOnly`, `AmazonEKSClusterPolicy`, `AmazonEKSFargatePodExecutionRolePolicy`, `AmazonSSMManagedInstanceCore` and others.",
		"Roles of container hosts: `aws_iam_instance_profile_overprivileged` reports them.",
		"`AdministratorAccess`, `PowerUserAccess` and `IAMFullAccess`: `aws_iam_admin_policy_attached` reports them.",
		"In the preset `recommended`: roles that nothing of the module shows to be those of containers or pods.",
		"Policies of which the ARN is not known.",
	},
	Peers:    []string{"Guard `iam_role_elevated_managed_policy_rule`", "Prowler `iam_role_cross_account_readonlyaccess_policy` (`ReadOnlyAccess`)"},
	Sources:  []string{"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html", "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-bestpractices.html"},
	Risks:    []nist.Risk{nist.UnboundedAdministrativeAccess},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    iam.AttachmentTypes(),
	Check: func(p *rule.Pass) {
		for _, a := range p.IAM().Attachments() {
			policy, broad := iam.Broad(a.Managed)
			if !broad || p.IAM().IsTakenBy(a.Identity, iam.Node) {
				continue
			}
			severity := rule.Notice
			if p.IAM().IsTakenBy(a.Identity, iam.Container, iam.Pod, iam.Start) && !policy.Reads {
				severity = rule.Warning
			}
			if severity == rule.Warning || p.Everything {
				p.ReportAs(severity, a.Policy.WhereUsed(), "%s has %s, which gives it %s; attach a policy with what is needed", p.IAM().Who(a.Identity), a.Managed, policy.Gives)
			}
		}
	},
}
