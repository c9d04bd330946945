package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RepositoryMissingLifecyclePolicy reports repositories that keep every image for ever.
var RepositoryMissingLifecyclePolicy = rule.Rule{
	Name:    "aws_ecr_repository_missing_lifecycle_policy",
	Title:   "Old images are kept for ever",
	Reports: "An ECR repository that no lifecycle policy of the module is for.",
	Why: "Old images with known vulnerabilities stay ready to be deployed: by a rollback, a mistyped tag, or an attacker who may start tasks " +
		"but not push. ECR keeps every image until somebody deletes it.",
	Fix: "Expire what is not needed any more:\n\n" +
		"```hcl\nresource \"aws_ecr_lifecycle_policy\" \"app\" {\n  repository = aws_ecr_repository.app.name\n  policy = jsonencode({\n    rules = [{\n      rulePriority = 1\n      description  = \"keep the last 30 images\"\n      selection    = { tagStatus = \"any\", countType = \"imageCountMoreThan\", countNumber = 30 }\n      action       = { type = \"expire\" }\n    }]\n  })\n}\n```",
	Silent: []string{
		"A lifecycle policy of the module refers to the repository, names it, or is for a repository that is not known.",
		"The repository is handed to a module call, which may make the policy.",
	},
	Peers:    []string{"Security Hub ECR.3", "Prowler `ecr_repositories_lifecycle_policy_enabled`"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html"},
	Risks:    []nist.Risk{nist.StaleImages},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    []string{ecr.RepositoryType},
	Check: func(p *rule.Pass) {
		for _, r := range p.Repositories() {
			if !r.HasLifecyclePolicy(p.Module) {
				p.Report(r.Value, "%s keeps every image for ever, old vulnerable ones too; add an aws_ecr_lifecycle_policy that expires them", r.Label())
			}
		}
	},
}
