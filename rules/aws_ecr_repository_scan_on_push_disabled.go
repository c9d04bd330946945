package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// RepositoryScanOnPushDisabled reports repositories whose images nobody scans.
var RepositoryScanOnPushDisabled = rule.Rule{
	Name:    "aws_ecr_repository_scan_on_push_disabled",
	Title:   "Images are not scanned",
	Reports: "An ECR repository whose images neither the repository's own setting nor the registry scans.",
	Why: "Known vulnerabilities in an image stay unseen until somebody starts a scan by hand, and the image is deployed with them. " +
		"Without a setting ECR scans nothing.",
	Fix: "Scan the whole registry, once for the account and region:\n\n" +
		"```hcl\nresource \"aws_ecr_registry_scanning_configuration\" \"this\" {\n  scan_type = \"ENHANCED\"\n\n  rule {\n    scan_frequency = \"CONTINUOUS_SCAN\"\n\n    repository_filter {\n      filter      = \"*\"\n      filter_type = \"WILDCARD\"\n    }\n  }\n}\n```\n\n" +
		"or this repository alone, which AWS calls deprecated but still does:\n\n```hcl\nimage_scanning_configuration {\n  scan_on_push = true\n}\n```",
	Silent: []string{
		"A registry scanning configuration of the module is of type `ENHANCED`, or a rule of it matches the repository's name, or may.",
		"An `aws_inspector2_enabler` of the module covers ECR.",
		"The setting is not known, or comes from a dynamic block that may be there.",
		"With `registry_scanning_managed_elsewhere = true`, for registries whose scanning another repository of code sets up.",
	},
	Peers:    []string{"Security Hub ECR.1", "Checkov CKV_AWS_163", "Trivy AVD-AWS-0030", "KICS 9630336b", "Prowler `ecr_repositories_scan_images_on_push_enabled`"},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html"},
	Risks:    []nist.Risk{nist.ImageVulnerabilities},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Options: []rule.Option{{
		Name: "registry_scanning_managed_elsewhere", Default: false,
		Doc: "The registry's scanning is set up outside this module: report nothing.",
	}},
	Reads: []string{ecr.RepositoryType},
	Check: func(p *rule.Pass) {
		if p.Flag("registry_scanning_managed_elsewhere") {
			return
		}
		for _, r := range p.Repositories() {
			scan := r.ScanOnPush()
			if !scan.False() || r.ScannedByRegistry(p.Module) {
				continue
			}
			p.Report(scan, "images of %s are not scanned for vulnerabilities; "+
				"scan the registry with aws_ecr_registry_scanning_configuration, or set scan_on_push = true", r.Label())
		}
	},
}
