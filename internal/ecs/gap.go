package ecs

import (
	"slices"
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
	{"systemControls", "namespace"}, {"logConfiguration.logDriver", ""}, {"dnsServers", ""}, {"links", ""}, {"versionConsistency", ""},
}

// ofHosts are fields that make no difference where each task has a host of its own.
var ofHosts = []string{"dockerSecurityOptions", "linuxParameters.devices", "mountPoints", "links"}

// judgedTogether are the fields of a task that decide whether something is wrong with it, as Terraform calls them.
var judgedTogether = []struct{ field, name string }{
	{"networkMode", "network_mode"}, {"pidMode", "pid_mode"}, {"ipcMode", "ipc_mode"}, {"enableFaultInjection", "enable_fault_injection"},
	{"requiresCompatibilities", "requires_compatibilities"},
}

// Gaps are the parts of the task that can't be checked. A text of which a part is known, such as an image's name, is no gap.
func (t Task) Gaps() []Gap {
	gaps := t.gapsInList()
	for _, c := range t.Containers() {
		for _, gap := range c.gaps() {
			if len(gaps) == 0 || !sameCause(gap, gaps[0]) {
				gaps = append(gaps, gap)
			}
		}
	}
	for _, j := range judgedTogether {
		gaps = append(gaps, gapsOf(t.Field(j.field), j.name+" of "+t.Name(), itself)...)
	}
	system := t.member(t.Field("runtimePlatform").First(), "operatingSystemFamily")
	gaps = append(gaps, gapsOf(system, "operating_system_family of "+t.Name(), itself)...)
	if t.OnFargate() {
		return gaps
	}
	if o := t.Field("volumes").Others(); o != nil && !o.IsObject() {
		gaps = append(gaps, Gap{"some volumes of " + t.Name(), o})
	}
	for _, v := range t.Volumes() {
		gaps = append(gaps, gapsOf(v.HostPath(), "the host path of "+v.Name()+" of "+t.Name(), itself)...)
	}
	return gaps
}

// sameCause tells whether two gaps have one cause, such as JSON that breaks off: then one says it all.
func sameCause(a, b Gap) bool {
	x, y := a.Value.Cause(), b.Value.Cause()
	return x != nil && y != nil && x.Kind == eval.Broken && *x == *y
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
			gaps = append(gaps, Gap{"a container definition of " + t.Name(), item.Reason()})
		}
	}
	if o := all.Others(); o != nil && !o.IsObject() && len(gaps) == 0 {
		gaps = append(gaps, Gap{"some container definitions of " + t.Name(), o.Reason()})
	}
	return gaps
}

func (c Container) gaps() []Gap {
	if o := c.value.Others(); o != nil {
		return []Gap{{"a part of " + c.Name(), o.Reason()}}
	}
	var gaps []Gap
	for _, j := range judged {
		switch {
		case j.path == "portMappings" && c.Task.NetworkMode().Is("awsvpc"):
			continue // the host port is the container's
		case j.path == "image" && c.isFromECR():
			continue
		case slices.Contains(ofHosts, j.path) && c.Task.OnFargate():
			continue
		}
		gaps = append(gaps, c.gapsIn(j.path, j.element)...)
	}
	return gaps
}

// isFromECR tells whether the image is what Terraform says of a repository, or of an image in it: what matters of it is known.
func (c Container) isFromECR() bool {
	return slices.ContainsFunc(c.Image().Refs(), func(r eval.Ref) bool {
		return r.Type() == "aws_ecr_repository" && r.Path == "repository_url" || r.Type() == "aws_ecr_image" && r.Path == "image_uri"
	})
}

// gapsIn is what is not known on the way to a field of the container, or in it.
func (c Container) gapsIn(path, element string) []Gap {
	names := strings.Split(path, ".")
	for i := range names {
		found := gapsOf(c.In(names[:i+1]...), strings.Join(names[:i+1], ".")+" of "+c.Name(), func(item *eval.Value) *eval.Value {
			if element == "" || !item.IsObject() {
				return item
			}
			return c.carrier.member(item, element)
		})
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// gapsOf is what is not known of a field: all of it, some elements of a list, or what decides about an element. The name of a thing
// that Terraform knows is known well enough in a list.
func gapsOf(field *eval.Value, what string, decisive func(item *eval.Value) *eval.Value) []Gap {
	if field.Blank() {
		return []Gap{{what, field.Reason()}}
	}
	if !field.IsList() {
		return nil
	}
	isOpen := func(v *eval.Value) bool {
		cause := v.Reason().Cause()
		return v.Blank() && (cause == nil || cause.Kind != eval.ResourceAttribute && cause.Kind != eval.DataSource && cause.Kind != eval.ModuleOutput)
	}
	for _, item := range field.Items() {
		if v := decisive(item); isOpen(v) {
			return []Gap{{"a part of " + what, v.Reason()}}
		}
	}
	if o := field.Others(); o != nil && isOpen(decisive(o)) {
		return []Gap{{"a part of " + what, decisive(o).Reason()}}
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

// Variants are what the task may be, one open question at a time. They are not complete where there are too many, and there are none
// of a task that is not a whole resource.
func (t Task) Variants() (variants []Variant, complete bool) {
	if t.value != t.Carrier.Value {
		return nil, true
	}
	choices, complete := t.value.Choices()
	for _, choice := range choices {
		v := Variant{At: choice.At}
		for _, value := range choice.Values {
			one := t
			one.value = value
			one.Carrier = &terraform.Resource{Value: value, Block: t.Carrier.Block, Key: t.Carrier.Key}
			v.Tasks = append(v.Tasks, one)
		}
		variants = append(variants, v)
	}
	return variants, complete
}
