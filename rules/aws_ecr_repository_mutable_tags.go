package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RepositoryMutableTags reports repositories in which a tag can be moved to another image.
var RepositoryMutableTags = rule.Rule{
	Name:    "aws_ecr_repository_mutable_tags",
	Title:   "Tags that can be moved",
	Reports: "An ECR repository, or a template for repositories that ECR creates, in which a tag can be moved to another image.",
	Why: "Whoever may push can put another image under a tag that is deployed already: what runs is no longer what was scanned and reviewed, " +
		"and nobody sees a change in Terraform. ECR's default is `MUTABLE`.",
	Fix: "Make tags immutable, and leave room only for the tags that have to move:\n\n" +
		"```hcl\nimage_tag_mutability = \"IMMUTABLE_WITH_EXCLUSION\"\n\nimage_tag_mutability_exclusion_filter {\n  filter      = \"latest\"\n  filter_type = \"WILDCARD\"\n}\n```\n\n" +
		"The exclusion filter needs version 6.8 of the AWS provider; `IMMUTABLE` works with every version. Pipelines that push a moving tag fail after the change.",
	Silent: []string{
		"The attribute is not known.",
		"`IMMUTABLE_WITH_EXCLUSION` with filters that leave most tags immutable (`latest`, `dev-*`).",
		"Repositories that are filled by a pull-through cache of the module, with `pull_through_caches = false`.",
	},
	Peers:    []string{"Security Hub ECR.2", "Checkov CKV_AWS_51", "Trivy AVD-AWS-0031", "KICS d1846b12"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html"},
	Risks:    []nist.Risk{nist.UntrustedImages},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "pull_through_caches", Default: true,
		Doc: "Report repositories whose name begins with the prefix of a pull-through cache of the module too.",
	}},
	Reads: ecr.TaggedTypes,
	Check: func(p *rule.Pass) {
		for _, r := range ecr.Tagged(p.Module) {
			tags := r.Mutability()
			switch {
			case !p.Flag("pull_through_caches") && r.IsPullThroughCache(p.Module):
			case r.MutableByDefault():
				p.Report(tags, `tags of %s can be moved to other images, which is the default; set image_tag_mutability = "IMMUTABLE"`, r.Label())
			case tags.Is("MUTABLE"):
				p.Report(tags, `tags of %s can be moved to other images; set image_tag_mutability = "IMMUTABLE"`, r.Label())
			case tags.Is("MUTABLE_WITH_EXCLUSION"):
				p.ReportAs(rule.Notice, tags, `tags of %s can be moved to other images unless a filter excludes them; `+
					`set image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION" and exclude the tags that have to move`, r.Label())
			case tags.Is("IMMUTABLE_WITH_EXCLUSION"):
				if filter, what := r.ExclusionOfEverything(); filter != nil {
					p.Report(filter, "filter %q excludes every tag of %s from being immutable; exclude only the tags that have to move", text(filter), r.Label()+what)
				}
			}
		}
	},
}
