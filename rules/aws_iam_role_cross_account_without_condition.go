package rules

import (
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RoleCrossAccountWithoutCondition reports roles that a whole account may assume.
var RoleCrossAccountWithoutCondition = rule.Rule{
	Name:  "aws_iam_role_cross_account_without_condition",
	Title: "Role for a whole account without a condition",
	Reports: "A trust policy that lets an account as a whole (`123456789012`, `arn:aws:iam::123456789012:root`) assume a role, without an external ID, MFA or another condition on who calls. " +
		"The number is written down, so that it is taken for another account's than one's own.",
	Why: "Whom the other account lets call `sts:AssumeRole` can take the role: its administrators decide, not you. If it belongs to somebody who works for many customers, " +
		"anyone of these may have it take your role instead of their own.",
	Fix: "Name the role that needs it:\n\n```hcl\nprincipals {\n  type        = \"AWS\"\n  identifiers = [\"arn:aws:iam::123456789012:role/deploy\"]\n}\n```\n\n" +
		"or add what a third party gave you, or let in your own organization only:\n\n```hcl\ncondition {\n  test     = \"StringEquals\"\n  variable = \"sts:ExternalId\"\n  values   = [var.external_id]\n}\n```",
	Silent: []string{
		"One's own account: `data.aws_caller_identity`, and variables that are called so (`account_id`, `aws_account_id`, `current_account_id`). A number that is one's own and stands in the code can't be told from another one's.",
		"Roles, users and sessions of another account.",
		"A condition on `sts:ExternalId`, MFA, the organization, the principal's ARN, name or tags, or the network, also one with a value that is not known. A bare `*`, `ForAllValues:`, `…IfExists` and negated operators don't count; neither does `aws:PrincipalAccount`.",
		"A `Deny` of the same document with a condition on these, such as for those without MFA.",
		"Accounts, actions or conditions that are not known.",
		"Everyone: [aws_iam_role_assumable_by_anyone](aws_iam_role_assumable_by_anyone.md) reports it.",
		"Statements of a data source or a policy of another module of the configuration: they are reported there.",
	},
	Peers:   []string{"Checkov CKV_AWS_61", "KICS `cross_account_iam_assume_role_policy_without_external_id_or_mfa`", "Cloudsplaining AssumableByCrossAccountPrincipal"},
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts"},
	Risks:   []nist.Risk{nist.UnauthorizedAccess},

	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_iam_role", "data." + iam.DocumentType},
	Check: func(p *rule.Pass) {
		for _, s := range p.IAM().TrustedAccounts() {
			accounts := "account"
			if len(s.Accounts) > 1 {
				accounts = "accounts"
			}
			p.Report(s.At, "%s lets whomever the administrators of %s %s choose assume the role; unless it is your own, name a role of it, or add a condition such as sts:ExternalId",
				s.Label(), accounts, strings.Join(s.Accounts, ", "))
		}
	},
}
