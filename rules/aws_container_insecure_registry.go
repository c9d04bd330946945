package rules

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/image"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// InsecureRegistry reports images that are pulled over a connection without TLS.
var InsecureRegistry = rule.Rule{
	Name:    "aws_container_insecure_registry",
	Title:   "Registry without TLS",
	Reports: "A container of ECS, Batch or App Runner whose image comes from a registry that is spoken to without TLS: over `http://`, on port 80, or on the host itself. Ports and bare private addresses that usually mean the same are a warning.",
	Why: "Who sits between the host and the registry reads the credentials and puts another image in the place of the one that was asked for. " +
		"Container runtimes refuse such registries until somebody switches the check off on each host, which then holds for other images, too.",
	Fix: "Pull from a registry with TLS and a certificate for its name; ECR has nothing else:\n\n" +
		"```hcl\nimage = \"${aws_ecr_repository.app.repository_url}:1.4.2\"\n```",
	Silent: []string{
		"The registry is not known.",
		"`https://` before the name: runtimes refuse the reference, but nothing is sent in clear.",
		"The registry matches `exempt_registries`.",
	},
	Sources: []string{
		"https://docs.docker.com/reference/cli/dockerd/#insecure-registries",
		"https://distribution.github.io/distribution/about/insecure/",
	},
	Risks:    []nist.Risk{nist.InsecureRegistryConnections},
	Severity: rule.Error,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "suspicious_ports", Default: []string{"5000", "5001", "8080", "8081", "8082"},
		Doc: "Ports on which registries usually are without TLS.", Check: checkPorts,
	}, {
		Name: "exempt_registries", Default: []string{},
		Doc:   "Registries that are not reported: patterns in which `*` is any text, as in `*.example.com:5000`.",
		Check: image.CheckPatterns,
	}},
	Reads: ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			img := c.Reference()
			exempt := func(r image.Reference) bool { return r.Matches(p.Strings("exempt_registries")) }
			if slices.ContainsFunc(img, exempt) {
				continue
			}
			const remedy = "pull it from a registry with TLS, such as ECR"
			switch {
			case img.All(func(r image.Reference) bool { return r.Scheme == "http" }):
				p.Report(c.Image(), "%s pulls image %q over http, so that others can read and replace it; %s", c.Name(), img[0], remedy)
			case img.All(func(r image.Reference) bool { return r.Port() == "80" }):
				p.Report(c.Image(), "%s pulls image %q on port 80, which is without TLS, so that others can read and replace it; %s", c.Name(), img[0], remedy)
			case img.All(image.Reference.OnLoopback):
				p.Report(c.Image(), "%s pulls image %q from whatever listens on its own host, without TLS; %s", c.Name(), img[0], remedy)
			case img.All(func(r image.Reference) bool { return slices.Contains(p.Strings("suspicious_ports"), r.Port()) }):
				p.ReportAs(rule.Warning, c.Image(), "%s pulls image %q on port %s, on which registries usually are without TLS; %s, or exempt it", c.Name(), img[0], img[0].Port(), remedy)
			case img.All(image.Reference.OnPrivateAddress):
				p.ReportAs(rule.Warning, c.Image(), "%s pulls image %q from an address that no certificate is issued for; %s, or exempt it", c.Name(), img[0], remedy)
			}
		}
	},
}
