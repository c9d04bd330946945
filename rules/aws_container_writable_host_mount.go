package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// WritableHostMount reports containers that can write to directories of their host.
var WritableHostMount = rule.Rule{
	Name:    "aws_container_writable_host_mount",
	Title:   "Writable directory of the host",
	Reports: "A container of ECS or Batch that can write to a volume which is a directory of its host, which is the default. A notice; a warning with the preset `all`.",
	Why: "What the container writes there outlives it, and is seen by the host and by every other task that mounts the directory: " +
		"a way to plant files for them, and to fill the host's disk.",
	Fix: "Say that the container only reads:\n\n```hcl\nmountPoints = [{ sourceVolume = \"config\", containerPath = \"/etc/web\", readOnly = true }]\n```\n\n" +
		"For data that it writes, use a volume without a host path, or EFS.",
	Silent: []string{
		"Other volumes: empty ones, EFS, Docker's own.",
		"Sockets of container runtimes, for which it makes no difference; see `aws_ecs_task_definition_sensitive_host_path`.",
		"The task runs on Fargate, which has no such volumes.",
	},
	Peers: []string{"Stave CTL.ECS.SECURITY.ROOTFS.MOUNT.BYPASS.001 (with a read-only root only)"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html",
		"https://docs.aws.amazon.com/batch/latest/APIReference/API_MountPoint.html",
	},
	Risks:    []nist.Risk{nist.HostFileSystemTampering},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    ecs.TaskDefinitions(),
	Check: func(p *rule.Pass) {
		severity := rule.Notice
		if p.Everything {
			severity = rule.Warning
		}
		for _, c := range p.Containers() {
			for _, mount := range c.Mounts() {
				volume := mount.Volume()
				if volume == nil || !mount.ReadOnly().False() || c.Task.OnFargate() {
					continue
				}
				if path, known := volume.HostPath().Text(); known && !ecs.Paths(runtimeSockets).Match(volume.HostPath()) {
					p.ReportAs(severity, mount.ReadOnly(), "%s can write to %s of its host, which outlives it and other tasks share; set readOnly = true on the mount of %s", c.Name(), path, volume.Name())
				}
			}
		}
	},
}
