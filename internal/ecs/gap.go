package ecs

import (
	"fmt"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Gap is a part of a task that can't be checked because it is not known.
type Gap struct {
	// What is the part, in a message: image of container "web".
	What string
	// Value is what is not known.
	Value *eval.Value
}

// judged are the fields of a container that decide whether something is wrong with it.
var judged = []string{"image", "privileged", "user", "readonlyRootFilesystem", "linuxParameters", "dockerSecurityOptions",
	"environment", "secrets", "mountPoints", "portMappings", "systemControls", "logConfiguration"}

// Gaps are the parts of the task's containers that can't be checked. A text of which a part is known, such as an image's
// name, is no gap.
func (t Task) Gaps() []Gap {
	all := t.carrier.containers(t.value)
	of := t.Name()
	if all.Unknown() {
		return []Gap{{"container definitions of " + of, all}}
	}
	var gaps []Gap
	listed := false
	for _, item := range all.Items() {
		if !item.IsObject() {
			listed = true
			gaps = append(gaps, Gap{"a container definition of " + of, item})
		}
	}
	if all.Open() && !listed {
		gaps = append(gaps, Gap{"some container definitions of " + of, all.FirstUnknown()})
	}
	for _, c := range t.Containers() {
		if c.value.Open() {
			gaps = append(gaps, Gap{"a part of " + c.Name(), c.value.FirstUnknown()})
			continue
		}
		for _, field := range judged {
			if v := c.Field(field); v.Unknown() {
				gaps = append(gaps, Gap{fmt.Sprintf("%s of %s", field, c.Name()), v})
			}
		}
	}
	return gaps
}
