package rules

import (
	"fmt"
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/secret"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/shell"
)

// PlaintextSecret reports secrets that a container is given in clear.
var PlaintextSecret = rule.Rule{
	Name:  "aws_container_plaintext_secret",
	Title: "Secret in clear",
	Reports: "A secret that a container of ECS, Batch or App Runner is given in clear: in its environment, command, health check, Docker labels or log options. " +
		"So are environment variables of CodeBuild projects and of Lambda functions that are images. The secret's value is never printed.",
	Why: "Whoever may describe the task definition reads the secret: `ecs:DescribeTaskDefinition` is in every read-only policy. It is in Terraform's state, in the plan that a pull request shows, " +
		"in the console and in each old revision of the definition, which nobody deletes when the secret changes.",
	Fix: "Keep the secret in Secrets Manager or in Parameter Store, and give the container the reference. The task's execution role has to be allowed `secretsmanager:GetSecretValue` on it.\n\n" +
		"```hcl\nsecrets = [{ name = \"DB_PASSWORD\", valueFrom = aws_secretsmanager_secret.db.arn }]\n```\n\n" +
		"Change a secret that was in clear: it has been read by more than the container.",
	Silent: []string{
		"The value is not known, and comes from nothing that is known to be secret. A variable that is only called like a secret, as in `DB_PASSWORD = var.db_password`, is reported with the preset `all`; mark it `sensitive` to hear of it in any case.",
		"The name says that it is about a secret and none itself: `SECRET_ARN`, `TOKEN_URL`, `PASSWORD_FILE`; see the option `harmless_names`.",
		"The value says where the secret is: an ARN, the name of a parameter, a path, `$VARIABLE`, `{{resolve:…}}`.",
		"The value is made of a secret but does not give it away: a hash, a length, a comparison.",
		"The value holds an access key that the configuration makes: `aws_iam_access_key_in_container` tells, also where the key is not in clear.",
		"A parameter of Parameter Store that may be plain: its type is not known, and neither its name nor the variable's is that of a secret.",
	},
	Peers: []string{"Security Hub ECS.8, CodeBuild.2", "Prowler `ecs_task_definitions_no_environment_secrets`, `batch_job_definition_no_secrets`, `codebuild_project_no_secrets_in_variables`", "Trivy AVD-AWS-0036", "Terrascan AC_AWS_0095"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-environment",
		"https://docs.aws.amazon.com/batch/latest/userguide/specifying-sensitive-data.html",
		"https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html",
	},
	Risks:    []nist.Risk{nist.EmbeddedSecrets},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "secret_names", Default: secret.DefaultNames,
		Doc:   "Words that names of secrets have, in any case; words of their own are separated by `_`, so that `API_KEY` is in `MY_API_KEY`, `myApiKey` and `my-apikey`.",
		Check: secret.CheckWords,
	}, {
		Name: "harmless_names", Default: secret.DefaultHarmless,
		Doc:   "Names that are about a secret and none themselves: patterns in which `*` is any text, in any case, with words separated by `_`.",
		Check: checkPatterns,
	}, {
		Name: "secret_values", Default: []string{},
		Doc:   "Regular expressions of values that are secrets, beside the tokens, keys and passwords in URLs that are known.",
		Check: secret.CheckPatterns,
	}, {
		Name: "harmless_values", Default: []string{"EXAMPLE"},
		Doc:   "Regular expressions of values that are no secrets, such as the keys in AWS's documentation.",
		Check: secret.CheckPatterns,
	}},
	Reads: slices.Concat(ecs.Carriers(), ecs.HolderTypes),
	Check: func(p *rule.Pass) {
		scan := &secret.Scanner{
			Module: p.Module, Names: p.SecretNames(p.Strings("secret_names"), p.Strings("harmless_names")),
			More: secret.Patterns(p.Strings("secret_values")), Exempt: secret.Patterns(p.Strings("harmless_values")),
		}
		for _, c := range p.Containers() {
			if variables := c.Environment(); len(variables) > 0 {
				reportVariables(p, scan, c.Name(), remedyFor(c), variables)
			}
			for _, o := range c.LogOptions() {
				if found, ok := scan.Variable(o.Name, o.Value); ok {
					reportSecret(p, found, o.Value, named("log option", o.Name)+" of "+c.Name(), "move it to secretOptions")
				}
			}
			for _, l := range c.Labels() {
				if found, ok := scan.Text(l.Value); ok {
					reportSecret(p, found, l.Value, named("Docker label", l.Name)+" of "+c.Name(), "remove it")
				}
			}
			reportCommand(p, scan, c, "command", c.Runs())
			reportCommand(p, scan, c, "health check", c.HealthCheck())
		}
		for _, h := range p.Holders() {
			reportVariables(p, scan, h.Label, "keep it in Secrets Manager and refer to it", h.Variables)
		}
	},
}

// remedyFor is what to do about a secret in a container's environment.
func remedyFor(c ecs.Container) string {
	if !c.Can("secrets") {
		return "mount it from a secret of the cluster"
	}
	return "keep it in Secrets Manager and refer to it in " + c.SecretsField()
}

func reportVariables(p *rule.Pass, scan *secret.Scanner, owner, remedy string, variables []ecs.Entry) {
	for _, v := range variables {
		if found, ok := scan.Variable(v.Name, v.Value); ok {
			reportSecret(p, found, v.Value, named("environment variable", v.Name)+" of "+owner, remedy)
		}
	}
}

// reportCommand reports what is secret in the words of a command: by itself, or as the value of an option.
func reportCommand(p *rule.Pass, scan *secret.Scanner, c ecs.Container, what string, words []*eval.Value) {
	remedy := "read it from the environment, which secrets fills from Secrets Manager"
	if !c.Can("secrets") {
		remedy = remedyFor(c)
	}
	for _, w := range words {
		if found, ok := scan.Text(w); ok {
			reportSecret(p, found, w, "the "+what+" of "+c.Name(), remedy)
		}
	}
	if found, name, at := scan.Arguments(shell.Commands(words)); at != nil {
		reportSecret(p, found, at, fmt.Sprintf("%s in the %s of %s", name, what, c.Name()), remedy)
	}
}

// named is a thing with its name, where that is known.
func named(what, name string) string {
	if name == "" {
		return "a " + what
	}
	return fmt.Sprintf("%s %s", what, name)
}

// reportSecret reports what was found.
func reportSecret(p *rule.Pass, found secret.Found, at *eval.Value, where, remedy string) {
	switch found.Certainty {
	case secret.Referred:
		p.Report(at.WhereUsed(), "%s takes %s in clear, readable for all who may describe it; %s", where, found.What, remedy)
	case secret.Written:
		p.Report(at, "%s holds %s in clear, readable for all who may describe it or see this code; %s, and change the secret", where, found.What, remedy)
	case secret.Placeholder:
		p.ReportAs(rule.Notice, at, "%s holds %s, and the secret in its place will be in clear; %s", where, found.What, remedy)
	case secret.Suspected:
		if p.Everything {
			p.ReportAs(rule.Warning, at.WhereUsed(), "%s takes %s, by its name a secret, in clear; %s, or mark the variable as sensitive", where, found.What, remedy)
		}
	}
}
