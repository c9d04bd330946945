package rules

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/image"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// trustedRegistries are ECR, in the forms that its endpoints have, and registries in which one publisher only has images:
//   - https://docs.aws.amazon.com/general/latest/gr/ecr.html
//   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
var trustedRegistries = []string{
	"*.dkr.ecr.*.amazonaws.com", "*.dkr.ecr.*.amazonaws.com.cn", "*.dkr.ecr-fips.*.amazonaws.com", "*.dkr.ecr.*.amazonaws.eu", "*.dkr-ecr.*.on.aws", "*.dkr-ecr-fips.*.on.aws",
	"public.ecr.aws", "mcr.microsoft.com", "registry.k8s.io",
}

// UntrustedRegistry reports images from registries that nobody has said to trust.
var UntrustedRegistry = rule.Rule{
	Name:    "aws_container_untrusted_registry",
	Title:   "Image from a registry that is not trusted",
	Reports: "A container of ECS, Batch or App Runner whose image comes from a registry that is not in `allowed_registries`, or that is in `denied_registries`. Docker Hub is a notice until you set either (a warning with the preset `all`).",
	Why: "Anybody publishes in an open registry, under names that look like those of others, and who takes over an account there replaces its images. Nobody scans or keeps them for you: " +
		"an image that is withdrawn, or a limit on pulls, stops your tasks from starting.",
	Fix: "Pull images of others through ECR, which keeps and scans them, and say which registries you trust:\n\n" +
		"```hcl\nresource \"aws_ecr_pull_through_cache_rule\" \"docker_hub\" {\n  ecr_repository_prefix = \"docker-hub\"\n  upstream_registry_url = \"registry-1.docker.io\"\n  credential_arn        = aws_secretsmanager_secret.docker_hub.arn\n}\n\n" +
		"# in the container definition\nimage = \"${local.account_id}.dkr.ecr.${var.region}.amazonaws.com/docker-hub/library/nginx:1.27.3\"\n```",
	Silent: []string{
		"The registry is not known: the reference begins with a variable, or with a repository of this module.",
		"A part of the registry is not known, and the whole may be one that is allowed.",
	},
	Peers:    []string{"Stave CTL.ECS.IMAGE.UNTRUSTED.001"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html", "https://docs.docker.com/docker-hub/usage/"},
	Risks:    []nist.Risk{nist.UntrustedImages, nist.RogueContainers},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "allowed_registries", Default: trustedRegistries,
		Doc:   "Registries, with a path in them where that is meant, from which images may come: patterns in which `*` is any text, as in `ghcr.io/example/*`. Docker Hub is `docker.io`.",
		Check: image.CheckPatterns,
	}, {
		Name: "denied_registries", Default: []string{},
		Doc:   "Registries from which images may not come, even if they are allowed: patterns as in `allowed_registries`.",
		Check: image.CheckPatterns,
	}},
	Reads: ecs.Carriers(),
	Check: func(p *rule.Pass) {
		allowed, denied := p.Strings("allowed_registries"), p.Strings("denied_registries")
		chosen := p.Everything || len(denied) > 0 || !slices.Equal(allowed, trustedRegistries)
		for _, c := range p.Containers() {
			img := c.Reference()
			isDenied := func(r image.Reference) bool { return r.Matches(denied) }
			isUntrusted := func(r image.Reference) bool { return isDenied(r) || !r.MayMatch(allowed) }
			switch {
			case !img.All(isUntrusted):
			case img.All(isDenied):
				p.Report(c.Image(), "%s pulls image %q from %s, which is denied; pull it from a registry that is allowed", c.Name(), img[0], registryOf(img[0]))
			case !chosen && img.All(image.Reference.OnDockerHub):
				p.ReportAs(rule.Notice, c.Image(), "%s pulls image %q from Docker Hub, where anybody publishes; pull it through ECR, or allow docker.io", c.Name(), img[0])
			default:
				p.Report(c.Image(), "%s pulls image %q from %s, which is not among the allowed registries; pull it through ECR, or allow it", c.Name(), img[0], registryOf(img[0]))
			}
		}
	},
}

// registryOf is a registry in a message.
func registryOf(r image.Reference) string {
	switch {
	case r.OnDockerHub():
		return "Docker Hub"
	case r.Registry() == "":
		return "a registry"
	}
	return r.Registry()
}
