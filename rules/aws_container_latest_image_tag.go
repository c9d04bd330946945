package rules

import (
	"fmt"
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/image"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// LatestImageTag reports images that are whatever was pushed last.
var LatestImageTag = rule.Rule{
	Name:    "aws_container_latest_image_tag",
	Title:   "Image with the tag latest",
	Reports: "A container of ECS, Batch or App Runner whose image has the tag `latest`, or neither a tag nor a digest, which means the same. AWS's own sidecars are a notice.",
	Why: "`latest` is what was pushed last. What runs is not what was reviewed and scanned: it changes without a change in Terraform, nobody can tell which version " +
		"runs, and there is no way back to the one before. Who may push once runs code at the next deployment. ECS asks the registry once for a deployment, " +
		"so that the tasks of one service are alike, but the next deployment, scaling from zero or a job gets what is there then.",
	Fix: "Name a version, or better a digest, which can't be moved:\n\n" +
		"```hcl\ndata \"aws_ecr_image\" \"app\" {\n  repository_name = aws_ecr_repository.app.name\n  image_tag       = var.app_version\n}\n\n# in the container definition\nimage = data.aws_ecr_image.app.image_uri\n```",
	Silent: []string{
		"There is a digest; the tag does not matter then.",
		"The end of the reference is not known: `\"app:${var.tag}\"`, `var.image`.",
		"The repository is of this module and immutable, so that not even `latest` moves.",
		"The image matches `exempt_images`.",
	},
	Peers:    []string{"Stave CTL.ECS.IMAGE.001"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-image", "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html#deployment-container-image-stability"},
	Risks:    []nist.Risk{nist.UntrustedImages, nist.StaleImages},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "tags", Default: []string{"latest"},
		Doc: "Tags that move. No tag counts as `latest`.",
	}, {
		Name: "sidecars", Default: awsSidecars,
		Doc:   "Images that are a notice: patterns in which `*` is any text, of the registry or of the image as it is written without its tag.",
		Check: image.CheckPatterns,
	}, {
		Name: "exempt_images", Default: []string{},
		Doc: "Images that are not reported: patterns as in `sidecars`.", Check: image.CheckPatterns,
	}},
	Reads: ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			img := c.Reference()
			moves := func(r image.Reference) bool {
				return slices.Contains(p.Strings("tags"), r.Tag()) && !r.Matches(p.Strings("exempt_images")) && !ecr.Immutable(p.Module, r.Repository)
			}
			if !img.All(moves) {
				continue
			}
			severity := rule.Warning
			if img.All(func(r image.Reference) bool { return r.Matches(p.Strings("sidecars")) }) {
				severity = rule.Notice
			}
			p.ReportAs(severity, c.Image(), "%s runs image %q%s, which is whatever was pushed last; name a version or a digest", c.Name(), img[0], saysTag(img[0]))
		}
	},
}

// saysTag says what an image without a tag means.
func saysTag(r image.Reference) string {
	if r.Untagged() {
		return " without a tag, and so latest"
	}
	return fmt.Sprintf(" by the tag %s", r.Tag())
}

// awsSidecars are the images of AWS that run beside an application. AWS's examples have them without a version:
//   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/trace-data.html
//   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
//   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/deploy_servicelens_CloudWatch_agent_deploy_ECS.html
var awsSidecars = []string{
	"public.ecr.aws/aws-observability/*", "amazon/aws-otel-collector", "*/cloudwatch-agent", "*/aws-for-fluent-bit",
	"public.ecr.aws/xray/*", "amazon/aws-xray-daemon", "*/aws-appmesh-envoy", "public.ecr.aws/appmesh/*",
}
