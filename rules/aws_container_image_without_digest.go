package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/image"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// ImageWithoutDigest reports images that are named by something that can be moved.
var ImageWithoutDigest = rule.Rule{
	Name:    "aws_container_image_without_digest",
	Title:   "Image without a digest",
	Reports: "A container of ECS, Batch or App Runner whose image is named by a tag and not by its digest.",
	Why: "A tag can be put on another image, by a pipeline or by whoever may push. A digest names one content for ever: what runs is what was reviewed, scanned and signed, " +
		"and each change of it is a change in Terraform.",
	Fix: "Look the digest up when the plan is made:\n\n" +
		"```hcl\ndata \"aws_ecr_image\" \"app\" {\n  repository_name = aws_ecr_repository.app.name\n  image_tag       = var.app_version\n}\n\n# in the container definition\nimage = data.aws_ecr_image.app.image_uri\n```\n\n" +
		"or write it out: `nginx:1.27.3@sha256:…`. In an ECR repository with immutable tags a version does the same.",
	Silent: []string{
		"The end of the reference is not known: `\"app:${var.tag}\"` may hold a tag and a digest.",
		"The repository is of this module and has immutable tags, and the tag is not `latest`; unless `immutable_tags_suffice = false`.",
		"The image matches `exempt_images`.",
	},
	Peers:    []string{"Stave CTL.ECS.IMAGE.DIGEST.001"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/docker-pull-ecr-image.html", "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ecr_image"},
	Risks:    []nist.Risk{nist.UntrustedImages},
	Severity: rule.Notice,
	Preset:   rule.All,
	Options: []rule.Option{{
		Name: "immutable_tags_suffice", Default: true,
		Doc: "A tag other than `latest` in a repository of this module with immutable tags is as good as a digest.",
	}, {
		Name: "exempt_images", Default: []string{},
		Doc:   "Images that are not reported: patterns in which `*` is any text, of the registry or of the image as it is written without its tag.",
		Check: image.CheckPatterns,
	}},
	Reads: ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			img := c.Reference()
			if img.All(func(r image.Reference) bool {
				fixed := p.Flag("immutable_tags_suffice") && r.Tag() != "latest" && ecr.Immutable(p.Module, r.Repository)
				return r.LacksDigest() && !fixed && !r.Matches(p.Strings("exempt_images"))
			}) {
				p.Report(c.Image(), "%s runs image %q without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image", c.Name(), img[0])
			}
		}
	},
}
