package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// UnreadablePolicy reports what of policies can't be checked.
var UnreadablePolicy = rule.Rule{
	Name:    "aws_iam_policy_unreadable",
	Title:   "Policy that can't be checked",
	Reports: "A policy of an identity or a trust policy of which all, or a part that decides what it grants, is not known, or is one of several values of which some are too much and others are not.",
	Why: "What is not known is never reported, so silence means \"fine\" only where everything could be read. " +
		"For an audit, this rule says where it could not, and what would make it known.",
	Fix: "Give TFLint what it lacks. A variable gets its value from a default or from a tfvars file:\n\n" +
		"```console\n$ tflint --var-file=production.tfvars\n```\n\n" +
		"Modules from elsewhere are read after `terraform init`, with `--call-module-type=all`. What is known only after apply stays unknown: " +
		"write it out, or accept the notice with `tflint-ignore`.",
	OfUnknown: true,
	Silent: []string{
		"Resources and principals that are the ARN of a resource, of a data source or of what a module makes: which one it is is not known, but that it is one is.",
		"Conditions without which nothing would be too much.",
		"One of several actions or resources that are all fine, or all too much.",
	},
	Sources:  []string{"https://github.com/terraform-linters/tflint/blob/master/docs/user-guide/calling-modules.md"},
	Risks:    []nist.Risk{nist.UnboundedAdministrativeAccess},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    iam.GrantorTypes(),
	Check: func(p *rule.Pass) {
		for _, gap := range p.IAM().Gaps() {
			p.Report(gap.Value, "%s can't be checked: %s", gap.What, whyUnknown(gap.Value))
		}
	},
}
