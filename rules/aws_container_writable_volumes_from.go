package rules

import (
	"fmt"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// WritableVolumesFrom reports containers that can write to the volumes of another one.
var WritableVolumesFrom = rule.Rule{
	Name:    "aws_container_writable_volumes_from",
	Title:   "Writable volumes of another container",
	Reports: "A container of ECS that mounts the volumes of another container without `readOnly`, which is false by default.",
	Why: "`volumesFrom` takes all volumes of the other container, also those that are added later, and lets this one change what is in them: " +
		"the other one's configuration, its data, and what it mounts of the host.",
	Fix:      "Mount just the volume that is needed, by `mountPoints`, or read only:\n\n```hcl\nvolumesFrom = [{ sourceContainer = \"web\", readOnly = true }]\n```",
	Silent:   []string{"The carrier has no such field (all but ECS task definitions)."},
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html"},
	Risks:    []nist.Risk{nist.HostFileSystemTampering},
	Severity: rule.Notice,
	Preset:   rule.All,
	Reads:    []string{"aws_ecs_task_definition"},
	Check: func(p *rule.Pass) {
		for _, c := range p.Containers() {
			if !c.Can("volumesFrom") {
				continue
			}
			for _, from := range c.Entries("volumesFrom") {
				readonly, source := from("readOnly").Default("false"), from("sourceContainer")
				if readonly.False() && !source.Absent() {
					p.Report(readonly, "%s can write to all volumes of %s; set readOnly = true, or mount the one that it needs", c.Name(), containerNamed(source))
				}
			}
		}
	},
}

// containerNamed is a container in a message, by a value that names it.
func containerNamed(name *eval.Value) string {
	if s, known := name.Text(); known {
		return fmt.Sprintf("container %q", s)
	}
	return "another container"
}
