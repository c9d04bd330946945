package ecs

import (
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Gap is a part of a task that can't be checked because it is not known.
type Gap struct {
	// What is the part, in a message: image of container "web".
	What string
	// Value is what is not known.
	Value *eval.Value
}

// judged are the fields that decide whether something is wrong with a container, and, of lists of objects, the field of each that
// does. Fields of which it matters only whether they are there (memory, healthCheck) are left out: what is not known is there.
var judged = []struct{ path, element string }{
	{"image", ""}, {"privileged", ""}, {"user", ""}, {"readonlyRootFilesystem", ""}, {"interactive", ""}, {"pseudoTerminal", ""},
	{"linuxParameters.capabilities.add", ""}, {"linuxParameters.capabilities.drop", ""}, {"linuxParameters.devices", "hostPath"},
	{"linuxParameters.initProcessEnabled", ""}, {"dockerSecurityOptions", ""}, {"command", ""}, {"entryPoint", ""}, {"environment", "name"},
	{"environmentFiles", "value"}, {"secrets", ""}, {"mountPoints", "readOnly"}, {"volumesFrom", "readOnly"}, {"portMappings", "hostPort"},
	{"systemControls", "namespace"}, {"logConfiguration.logDriver", ""}, {"versionConsistency", ""},
}

// judgedTogether are the fields of a task that decide whether something is wrong with it, as Terraform calls them.
var judgedTogether = []struct{ field, name string }{
	{"networkMode", "network_mode"}, {"pidMode", "pid_mode"}, {"ipcMode", "ipc_mode"}, {"enableFaultInjection", "enable_fault_injection"},
	{"requiresCompatibilities", "requires_compatibilities"},
}

// Gaps are the parts of the task that can't be checked. A text of which a part is known, such as an image's name, is no gap.
func (t Task) Gaps() []Gap {
	gaps := t.gapsInList()
	for _, c := range t.Containers() {
		gaps = append(gaps, c.gaps()...)
	}
	for _, j := range judgedTogether {
		gaps = append(gaps, gapsOf(t.Field(j.field), j.name+" of "+t.Name(), itself)...)
	}
	volumes := t.Field("volumes")
	if volumes.HasOthers() {
		gaps = append(gaps, Gap{"some volumes of " + t.Name(), volumes.FirstUnknown()})
	}
	for _, v := range t.Volumes() {
		gaps = append(gaps, gapsOf(v.HostPath(), "the host path of "+v.Name()+" of "+t.Name(), itself)...)
	}
	return gaps
}

// gapsInList are the containers that are not known.
func (t Task) gapsInList() []Gap {
	all := t.carrier.containers(t.value)
	if all.Unknown() {
		return []Gap{{"container definitions of " + t.Name(), all}}
	}
	var gaps []Gap
	for _, item := range all.Items() {
		if !item.IsObject() {
			gaps = append(gaps, Gap{"a container definition of " + t.Name(), item})
		}
	}
	if all.Open() && len(gaps) == 0 {
		gaps = append(gaps, Gap{"some container definitions of " + t.Name(), all.FirstUnknown()})
	}
	return gaps
}

func (c Container) gaps() []Gap {
	if c.value.Open() {
		return []Gap{{"a part of " + c.Name(), c.value.FirstUnknown()}}
	}
	var gaps []Gap
	for _, j := range judged {
		if j.path == "portMappings" && c.Task.NetworkMode().Is("awsvpc") {
			continue // the host port is the container's
		}
		names := strings.Split(j.path, ".")
		for i := range names {
			found := gapsOf(c.In(names[:i+1]...), strings.Join(names[:i+1], ".")+" of "+c.Name(), func(item *eval.Value) *eval.Value {
				if j.element == "" || !item.IsObject() {
					return item
				}
				return c.carrier.member(item, j.element)
			})
			gaps = append(gaps, found...)
			if len(found) > 0 {
				break
			}
		}
	}
	return gaps
}

// gapsOf is what is not known of a field: all of it, some elements of a list, or what decides about an element.
func gapsOf(field *eval.Value, what string, decisive func(item *eval.Value) *eval.Value) []Gap {
	if field.Unknown() {
		return []Gap{{what, field}}
	}
	if !field.IsList() {
		return nil
	}
	for _, item := range field.Items() {
		if v := decisive(item); v.Unknown() {
			return []Gap{{"a part of " + what, v}}
		}
	}
	if field.HasOthers() {
		return []Gap{{"a part of " + what, field.FirstUnknown()}}
	}
	return nil
}

// Variant is the task as it is if an open question is answered.
type Variant struct {
	// At is what the question is about: one of several values, or a member that may not be there.
	At *eval.Value
	// Tasks are the task with each of the answers.
	Tasks []Task
}

// Variants are what the task may be, one open question at a time. It is nil for a task that is not a whole resource.
func (t Task) Variants() []Variant {
	if t.value != t.Carrier.Value {
		return nil
	}
	var out []Variant
	for _, choice := range t.value.Choices() {
		v := Variant{At: choice.At}
		for _, value := range choice.Values {
			one := t
			one.value = value
			one.Carrier = &terraform.Resource{Value: value, Block: t.Carrier.Block, Key: t.Carrier.Key}
			v.Tasks = append(v.Tasks, one)
		}
		out = append(out, v)
	}
	return out
}
