package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// WritableRootFilesystem reports containers that can change the files that they run from.
var WritableRootFilesystem = rule.Rule{
	Name:    "aws_container_writable_root_filesystem",
	Title:   "Writable root file system",
	Reports: "A container of ECS or Batch that can write to its root file system, which is the default.",
	Why: "Whoever gets code to run in the container can change the application's own files, add tools and stay. With a read-only root file system " +
		"there is nothing to write a script or a program to but the mounts that the task names.",
	Fix: "Set it, and give the application a place for what it has to write:\n\n" +
		"```hcl\nreadonlyRootFilesystem = true\nmountPoints            = [{ sourceVolume = \"tmp\", containerPath = \"/tmp\", readOnly = false }]\n```\n\n" +
		"with an empty volume of the task:\n\n```hcl\nvolume {\n  name = \"tmp\"\n}\n```",
	Silent: []string{
		"The task runs on Windows, or may: it has no such thing.",
		"ECS Exec is enabled for what runs the task, or may be: its agent writes to the root file system (a notice with the preset `all`).",
		"Init containers of a pod.",
		"The carrier has no such field (App Runner, ECS Express).",
	},
	Peers: []string{"Security Hub ECS.5", "AWS Config `ecs-containers-readonly-access`", "Checkov CKV_AWS_336", "Prowler `ecs_task_definitions_containers_readonly_access`"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-readonlyRootFilesystem",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations",
		"https://docs.aws.amazon.com/batch/latest/APIReference/API_EksContainerSecurityContext.html",
	},
	Risks:    []nist.Risk{nist.InsecureRuntimeConfiguration, nist.HostFileSystemTampering},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    ecs.Carriers(),
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			readonly := c.Field("readonlyRootFilesystem")
			switch {
			case !readonly.Default("false").False() || !c.Can("readonlyRootFilesystem") || !c.IsLinux() || c.IsInit():
			case !c.Task.ExecMayBeEnabled():
				p.Report(readonly, "%s can write to its root file system, so that an attacker can change the application and add tools; "+
					"set readonlyRootFilesystem = true, and mount a volume where it has to write", c.Name())
			case p.Everything:
				p.ReportAs(rule.Notice, readonly, "%s can write to its root file system, which ECS Exec needs; "+
					"disable ECS Exec where it is not used, and set readonlyRootFilesystem = true", c.Name())
			}
		}
	},
}
