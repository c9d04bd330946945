package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// UnencryptedEFSTransit reports EFS volumes whose data crosses the network in clear.
var UnencryptedEFSTransit = rule.Rule{
	Name:  "aws_ecs_task_definition_unencrypted_efs_transit",
	Title: "EFS without encryption in transit",
	Reports: "An EFS volume of a task of ECS or Batch that is mounted without TLS, which is the default. An error where it has an access point " +
		"or uses IAM, which ECS doesn't take without TLS.",
	Why:    "Whoever gets into the path between the task and the file system reads and changes all files that pass. NFS itself protects nothing.",
	Fix:    "Turn it on. The new revision of the task definition mounts the file system with TLS:\n\n```hcl\nefs_volume_configuration {\n  file_system_id     = aws_efs_file_system.data.id\n  transit_encryption = \"ENABLED\"\n}\n```\n\n`tflint --fix` changes `\"DISABLED\"` to `\"ENABLED\"`.",
	Silent: []string{"Volumes that are not on EFS.", "Batch jobs on EKS, which have no such volumes."},
	Peers:  []string{"Security Hub ECS.18", "Checkov CKV_AWS_97 (first volume only)", "Trivy AVD-AWS-0035", "KICS 4d46ff3b", "Terrascan AC_AWS_0463"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html",
		"https://docs.aws.amazon.com/batch/latest/APIReference/API_EFSVolumeConfiguration.html",
	},
	Risks:    []nist.Risk{nist.PoorlySeparatedTraffic},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    ecs.TaskDefinitions(),
	Check: func(p *rule.Pass) {
		for _, t := range p.Tasks() {
			for _, v := range t.Volumes() {
				encryption := v.EFSField("transitEncryption")
				if !v.EFS().IsObject() || !encryption.Default("DISABLED").Is("DISABLED") {
					continue
				}
				fix := rule.Fix{Old: `"DISABLED"`, New: `"ENABLED"`}
				if v.NeedsTransitEncryption() {
					p.ReportFixAs(rule.Error, fix, encryption, `%s of %s has an access point or uses IAM, which need encryption in transit; set the transit encryption to "ENABLED"`, v.Name(), t.Name())
					continue
				}
				p.ReportFix(fix, encryption, `%s of %s is mounted without encryption in transit, so that its files cross the network in clear; set the transit encryption to "ENABLED"`, v.Name(), t.Name())
			}
		}
	},
}
