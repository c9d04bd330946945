package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/secret"
)

// InvalidSecretReference reports secrets that are given where a reference to one belongs, and references that can't be followed.
var InvalidSecretReference = rule.Rule{
	Name:  "aws_container_invalid_secret_reference",
	Title: "Secret in place of a reference",
	Reports: "A reference to a secret, in `secrets`, `secretOptions` or `repositoryCredentials`, that is the secret itself or no reference at all; " +
		"and, as a warning, secrets of a task that has no role to fetch them with.",
	Why: "What stands in `valueFrom` is shown to everybody who may describe the task definition, and a secret that was put there by mistake with it. " +
		"The task does not start either: ECS looks for a parameter of this name. People then put the secret into the environment.",
	Fix: "Refer to a secret by its ARN, with the key of the part that is meant, or to a parameter by its ARN or name:\n\n" +
		"```hcl\nsecrets = [\n  { name = \"DB_PASSWORD\", valueFrom = \"${aws_secretsmanager_secret.db.arn}:password::\" },\n  { name = \"API_KEY\", valueFrom = aws_ssm_parameter.api_key.arn },\n]\n```\n\n" +
		"Give the task an `execution_role_arn` with a role that may read them (`instance_role_arn` on App Runner).",
	Silent: []string{
		"The text may be the name of a parameter: letters, digits and `.`, `-`, `_`, `/`.",
		"A part of the reference is not known, and what is known of it may be a reference.",
		"The role is not known.",
		"An access key that the configuration makes stands there: `aws_iam_access_key_in_container` tells.",
	},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html",
		"https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html",
		"https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html",
	},
	Risks:    []nist.Risk{nist.EmbeddedSecrets},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Reads:    ecs.Carriers(),
	Check: func(p *rule.Pass) {
		scan := &secret.Scanner{Module: p.Module, Names: secret.NewNames(secret.DefaultNames, secret.DefaultHarmless)}
		for _, c := range p.Containers() {
			for _, s := range c.Secrets() {
				reportReference(p, c, s, scan.Reference(s.Value))
			}
			if s := c.CertainSecret(); s != nil {
				if role, name := c.SecretsRole(); role.Absent() {
					p.ReportAs(rule.Warning, s.Value, "%s has secrets but no role to fetch them with, so that it does not start; set %s to a role that may read them", c.Name(), name)
				}
			}
		}
	},
}

// reportReference reports a reference that is certainly wrong.
func reportReference(p *rule.Pass, c ecs.Container, s ecs.Secret, wrong string) {
	where := named("secret", s.Name) + " of " + c.Name()
	if s.Field != "secrets" {
		where = s.Field + " of " + c.Name()
	}
	switch {
	case wrong == "", wrong == secret.IsName && s.Field == "repositoryCredentials": // which takes names, too
	case wrong == secret.IsName:
		p.Report(s.Value.WhereUsed(), "%s is given by the name of a secret, which AWS takes for a parameter's, so that the task does not start; refer to the secret's ARN", where)
	default:
		p.Report(s.Value.WhereUsed(), "%s holds %s, readable for all who may describe it; refer to a secret or a parameter by its ARN", where, wrong)
	}
}
