package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/signer"
)

// SigningProfilePublicPermission reports signing profiles that everyone may use.
var SigningProfilePublicPermission = rule.Rule{
	Name:  "aws_signer_signing_profile_public_permission",
	Title: "Signing profile that anyone may use",
	Reports: "A permission of an AWS Signer signing profile for the principal `*`: to sign with the profile or to revoke its signatures. " +
		"A permission only to look at the profile is a warning.",
	Why: "A signature says that an image comes from you. If everyone may sign with the profile, it says nothing: an image that an attacker has signed passes every check that trusts the profile. " +
		"If everyone may revoke signatures, your own images stop passing it.",
	Fix: "Name the account, or better the role, that signs:\n\n```hcl\nresource \"aws_signer_signing_profile_permission\" \"pipeline\" {\n  profile_name = aws_signer_signing_profile.images.name\n" +
		"  action       = \"signer:SignPayload\"\n  principal    = \"arn:aws:iam::123456789012:role/pipeline\"\n}\n```",
	Silent: []string{
		"The principal is an account, a role or a user, or is not known.",
		"Policies of identities that allow actions of Signer.",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/signer/latest/developerguide/signing-profile-cross-account.html",
		"https://docs.aws.amazon.com/signer/latest/api/API_AddProfilePermission.html",
		"https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/signer_signing_profile_permission",
	},
	Risks:    []nist.Risk{nist.UntrustedImages},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    []string{signer.PermissionType},
	Check: func(p *rule.Pass) {
		for _, permission := range signer.Permissions(p.Module) {
			if !permission.IsPublic() {
				continue
			}
			severity := rule.Error
			if permission.OnlyReads() {
				severity = rule.Warning
			}
			p.ReportAs(severity, permission.Principal(), "%s lets anyone in any AWS account who knows the signing profile %s; name the account or the role that needs it as principal",
				permission.Address(), permission.Allows())
		}
	},
}
