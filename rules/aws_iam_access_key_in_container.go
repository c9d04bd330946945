package rules

import (
	"fmt"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/accesskey"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// AccessKeyInContainer reports access keys that are given to software that could have a role.
var AccessKeyInContainer = rule.Rule{
	Name:  "aws_iam_access_key_in_container",
	Title: "Access key where a role would do",
	Reports: "An access key that the configuration makes (`aws_iam_access_key`) and gives to a container of ECS, Batch or App Runner, to a Lambda function that is an image, to a host in its user data, or to a build: " +
		"in clear, or in a parameter or a secret that a container or a build reads. Where the key's secret itself can be read in the definition it is an error.",
	Why: "An access key works from anywhere, for whoever has it, until somebody deletes it. It is in Terraform's state, in the environment of each process, in core dumps and logs, " +
		"and nobody changes it, because all that use it would have to be changed at once. AWS gives a container, a host or a build credentials of a role that change by themselves, and run out in hours.",
	Fix: "Give the role that the software already has what the user may do, and remove the key and the user. The SDKs and the CLI find the role's credentials by themselves.\n\n" +
		"```hcl\nresource \"aws_ecs_task_definition\" \"uploader\" {\n  task_role_arn = aws_iam_role.uploader.arn\n  # …\n}\n\nresource \"aws_iam_role_policy\" \"uploader\" {\n  role   = aws_iam_role.uploader.id\n  policy = data.aws_iam_policy_document.upload.json\n}\n```\n\n" +
		"A host has the role of its instance profile, a build its service role. For another account, let the role assume one there.",
	Silent: []string{
		"Keys that are not made here: a variable may be the key for something outside AWS. Where such a value is written in clear, `aws_container_plaintext_secret` tells.",
		"Keys that go to something else: an output, a CI system's variables, another provider, a parameter that nothing here reads.",
		"What is only made of a key and doesn't give it away, such as a hash, and attributes that are no part of it: its user, its status.",
		"A part of a secret that is not the key's: `valueFrom = \"${aws_secretsmanager_secret.app.arn}:db_password::\"`. Where it is not known which part is asked for, it is none.",
		"The name of a parameter that a container is told and reads itself.",
		"The password for the SMTP interface of SES (`ses_smtp_password_v4`) in a parameter or a secret: SES takes nothing else there. With the preset `all` it is a notice, for SES has an API, too.",
		"What pulls the image (`repositoryCredentials`).",
		"Parameters and secrets of another module of the configuration.",
	},
	Peers: []string{"Security Hub IAM.3 and IAM.22 (keys that are old or unused, at run time)", "KICS 0b93729a (literal keys in user data)"},
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html",
		"https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html",
		"https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html",
	},
	Risks:    []nist.Risk{nist.UnauthorizedAccess, nist.EmbeddedSecrets},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    accesskey.Types(),
	Check: func(p *rule.Pass) {
		for _, u := range accesskey.Uses(p.Module, p.Containers()) {
			is, remedy := "a key", fmt.Sprintf("allow %s what its user may do, and remove the key", u.Role)
			if u.OnlyForMail {
				is, remedy = "a password", fmt.Sprintf("send mail through the API of SES with %s, and remove the key", u.Role)
			}
			of := u.Part.User(p.Module)
			if of != "" {
				of = " of " + of
			}
			severity, how := rule.Warning, ""
			switch {
			case u.Through != nil && u.OnlyForMail:
				severity, how = rule.Notice, " by way of "+u.Through.Address()
			case u.Through != nil:
				how = " by way of " + u.Through.Address()
			case u.Reveals():
				severity, how = rule.Error, " in clear"
			}
			if severity != rule.Notice || p.Everything {
				p.ReportAs(severity, u.At(), "%s is given %s%s%s, %s that works for whoever has it until it is deleted; %s", u.Consumer, u.Part, of, how, is, remedy)
			}
		}
	},
}
