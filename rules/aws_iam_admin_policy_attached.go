package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// AdminPolicyAttached reports identities that are administrators by one of AWS's own policies.
var AdminPolicyAttached = rule.Rule{
	Name:  "aws_iam_admin_policy_attached",
	Title: "AWS's own policy that makes administrators",
	Reports: "`AdministratorAccess`, `PowerUserAccess` or `IAMFullAccess` attached to a role, user, group or permission set, in any form. " +
		"It is an error where containers, pods, instances, builds or pipelines can take the role, and a warning elsewhere.",
	Why: "A container, a host or a pipeline runs code that others write, and much of it is reachable from outside. Whoever takes over one that is an administrator owns the account. " +
		"`PowerUserAccess` reads and changes everything but IAM itself, and can pass existing roles on where these let it; `IAMFullAccess` gives itself the rest.",
	Fix: "Attach a policy with what is needed:\n\n" +
		"```hcl\nresource \"aws_iam_role_policy_attachment\" \"deploy\" {\n  role       = aws_iam_role.deploy.name\n  policy_arn = aws_iam_policy.deploy.arn\n}\n```\n\n" +
		"CloudTrail and IAM Access Analyzer can tell which actions have been used.",
	Silent: []string{
		"Policies of which the ARN is not known. The partition may be: `arn:${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess`.",
		"As a permissions boundary, where the policy grants nothing.",
		"An identity of which another policy denies so much, or a permissions boundary of the module leaves out so much, that it is no administrator. With a boundary that is not known the finding is a notice.",
		"Policies of your own with the same permissions: `aws_iam_policy_admin_access` reports their statements.",
	},
	Peers:    []string{"Checkov CKV_AWS_274, CKV_AWS_275, CKV2_AWS_56", "Prowler `iam_role_administratoraccess_policy`, `iam_user_administrator_access_policy`", "Guard `iam_role_administrator_access_policy_rule`"},
	Sources:  []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html", "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMFullAccess.html"},
	Risks:    []nist.Risk{nist.UnboundedAdministrativeAccess},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    iam.AttachmentTypes(),
	Check: func(p *rule.Pass) {
		for _, a := range p.IAM().Administrations() {
			severity, within := rule.Warning, ""
			switch {
			case a.Limited:
				severity = rule.Notice
			case p.IAM().RunsCode(a.Identity):
				severity = rule.Error
			}
			if a.Within != "" {
				within = " within " + a.Within
			}
			p.ReportAs(severity, a.Policy.WhereUsed(), "%s has %s, so whoever takes it over %s%s; attach a policy with what is needed", p.IAM().Who(a.Identity), a.Managed, adminCan[a.Managed], within)
		}
	},
}

// adminCan is what one can do with the policies that make administrators.
var adminCan = map[string]string{
	"AdministratorAccess": "owns the account",
	"PowerUserAccess":     "can read and change everything but IAM",
	"IAMFullAccess":       "can become an administrator",
}
