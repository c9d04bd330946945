package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/image"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// VersionConsistencyDisabled reports containers whose tasks may run different images under one tag.
var VersionConsistencyDisabled = rule.Rule{
	Name:    "aws_container_version_consistency_disabled",
	Title:   "Tag resolved anew for each task",
	Reports: "A container of ECS with `versionConsistency = \"disabled\"`.",
	Why: "ECS looks up once, for a deployment, which image a tag means, and starts all tasks with that one. Switched off, each task that starts later, to scale or to replace another one, runs " +
		"whatever the tag means by then: an image that nobody has deployed, and that no rollback knows of.",
	Fix: "Remove `versionConsistency`, which is `\"enabled\"` by default, or name the image by its digest:\n\n" +
		"```hcl\nversionConsistency = \"enabled\"\n```\n\n`tflint --fix` does the former where the value is written out in HCL.",
	Silent: []string{
		"The image has a digest.",
		"The carrier has no such field (Batch, App Runner, ECS Express, daemons).",
	},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html#deployment-container-image-stability", "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-versionConsistency"},
	Risks:    []nist.Risk{nist.UntrustedImages},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    []string{"aws_ecs_task_definition"},
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			if c.Can("versionConsistency") && c.VersionConsistencyDisabled() && !c.Reference().All(image.Reference.HasDigest) {
				p.ReportFix(rule.Fix{Old: `"disabled"`, New: `"enabled"`}, c.Field("versionConsistency"),
					`%s has version consistency disabled, so that its tasks may run different images under one tag; remove versionConsistency, or name the image by its digest`, c.Name())
			}
		}
	},
}
