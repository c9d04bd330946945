package rules

import (
	"fmt"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// PrivilegeEscalation reports identities that can get more permissions than they are given.
var PrivilegeEscalation = rule.Rule{
	Name:  "aws_iam_privilege_escalation",
	Title: "Permissions that lead to more permissions",
	Reports: "A role, user, group or permission set that holds all actions of one of more than a hundred known combinations with which it can get the permissions of others: `iam:PassRole` with `ecs:RunTask`, `iam:PutRolePolicy`, `lambda:UpdateFunctionCode`. " +
		"All of its policies count together: inline ones, those of the module that are attached to it, and AWS's own; so do wildcards, denials and the permissions boundary. A policy that nothing attaches counts by itself. " +
		"One finding for each identity, with the worst and shortest way; where several identities have it from one place, the finding there names them.",
	Why: "A permission to start something, and one to choose the role that it starts with, are together the permissions of every such role, of an administrator's too. Each statement looks harmless, " +
		"and they are often in different policies. Whoever takes over a pipeline or a task tries these ways first: there are tools for it.",
	Fix: "Limit the action that the finding names to what it is needed for, first of all `iam:PassRole`:\n\n" +
		"```hcl\nstatement {\n  actions   = [\"iam:PassRole\"]\n  resources = [aws_iam_role.task.arn, aws_iam_role.execution.arn]\n  condition {\n    test     = \"StringEquals\"\n    variable = \"iam:PassedToService\"\n    values   = [\"ecs-tasks.amazonaws.com\"]\n  }\n}\n```",
	Silent: append([]string{
		"One of the actions is missing, is denied on at least as many resources without a condition (or but for one service or boundary), is not in the permissions boundary, or is limited: to single resources, or by a condition on what it is done to (`iam:PassedToService`, `iam:PolicyARN`, `aws:ResourceTag/…`).",
		"A permissions boundary that is not known.",
		"Administrators: they have all permissions, and `aws_iam_policy_admin_access` or `aws_iam_admin_policy_attached` reports them.",
		"Combinations that AWS's own policies hold by themselves, but for those that make administrators and whose boundary leaves less.",
		"Combinations that lead to less, such as `ecr:SetRepositoryPolicy`, where `aws_iam_policy_wildcard_action` or `aws_iam_policy_wildcard_resource` reports the action; elsewhere they are warnings.",
		"In the preset `recommended`: changing a secret that containers of the module start with, and pushing to a repository with mutable tags from which a privileged container of it starts. In the preset `all` these are notices.",
		"With a condition on the caller, the place or the time (`aws:RequestedRegion`, MFA) the finding is a notice.",
	}, silentPolicies...),
	Known: combinations,
	Peers: []string{"Checkov CKV_AWS_286, CKV_AWS_110", "KICS: 57 queries of the family `…_with_privilege_escalation`", "Prowler `iam_policy_allows_privilege_escalation`", "Cloudsplaining PrivilegeEscalation", "Parliament PRIVILEGE_ESCALATION"},
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
		"https://pathfinding.cloud",
	},
	Risks:    []nist.Risk{nist.UnboundedAdministrativeAccess},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    iam.GrantorTypes(),
	Check: func(p *rule.Pass) {
		for _, e := range p.IAM().Escalations() {
			severity := rule.Error
			switch {
			case e.Weight == iam.Ordinary && !p.Everything:
				continue
			case e.Limited(), e.Weight == iam.Ordinary:
				severity = rule.Notice
			case e.Weight == iam.Mild:
				severity = rule.Warning
			}
			remedy := e.Remedy()
			if others := p.IAM().Others(e); others != "" {
				remedy += ", also for " + others
			}
			p.ReportAs(severity, e.At(), "%s can %s%s: it is allowed %s; %s", p.IAM().Who(e.Identity), e.Can(), within(e), e.Where(), remedy)
		}
	},
}

// within says what a reader has to know of the way beside the actions.
func within(e iam.Escalation) string {
	said := ""
	switch {
	case e.OnItself() && e.Bounded(): // Can says so
	case e.Bounded():
		said = " within its permissions boundary"
	case e.Limited():
		said = " within conditions"
	}
	if e.Ways > 1 {
		said += fmt.Sprintf(", one of %d such ways", e.Ways)
	}
	return said
}

// combinations is the table of all combinations, for the page.
func combinations() string {
	severity := map[iam.Weight]rule.Severity{iam.Severe: rule.Error, iam.Mild: rule.Warning, iam.Ordinary: rule.Notice}
	var b strings.Builder
	b.WriteString("| Actions, all of them | Their holder can | Severity |\n|---|---|---|\n")
	for _, c := range iam.Combinations() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", strings.Join(c.Actions, "` `"), c.Can, severity[c.Weight])
	}
	return b.String()
}
