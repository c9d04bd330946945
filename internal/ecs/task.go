package ecs

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/image"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Task is what containers share that run together: an ECS task definition, or what another carrier has of one.
type Task struct {
	// Carrier is the resource that the task is written in.
	Carrier *terraform.Resource

	value   *eval.Value
	carrier *carrier
	runners *runners
	images  *image.Reader
}

// Tasks are all tasks of a module.
func Tasks(m *terraform.Module) []Task {
	var out []Task
	running, images := runnersOf(m), &image.Reader{}
	for i := range carriers {
		for _, r := range m.Resources(carriers[i].typ) {
			for _, v := range carriers[i].tasks(r).Items() {
				if v.IsObject() {
					out = append(out, Task{Carrier: r, value: v, carrier: &carriers[i], runners: running, images: images})
				}
			}
		}
	}
	return out
}

// Containers are the task's containers, as far as they are known.
func (t Task) Containers() []Container {
	var out []Container
	for i, v := range t.carrier.containers(t.value).Items() {
		if v.IsObject() {
			out = append(out, t.container(v, i))
		}
	}
	return out
}

func (t Task) container(v *eval.Value, index int) Container {
	c := Container{Carrier: t.Carrier, Task: t, value: v, carrier: t.carrier, index: index}
	c.reference = sync.OnceValue(func() image.Image { return t.images.Image(c.Image()) })
	return c
}

// AllContainersKnown tells whether Containers are all.
func (t Task) AllContainersKnown() bool {
	all := t.carrier.containers(t.value)
	return !all.Open() && !slices.ContainsFunc(all.Items(), (*eval.Value).Unknown)
}

// Alone tells whether the task certainly has one container only.
func (t Task) Alone() bool { return t.AllContainersKnown() && len(t.Containers()) == 1 }

// Field is a field of the ECS API's TaskDefinition by its name there, for example networkMode:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
func (t Task) Field(name string) *eval.Value { return t.carrier.shared(t, name) }

// member is a field of what stands in a field of the task.
func (t Task) member(v *eval.Value, field string) *eval.Value {
	if t.Carrier.Type == "aws_ecs_task_definition" {
		return blockField(v, field) // its containers are JSON, but not the rest of it
	}
	return t.carrier.member(v, field)
}

// Name is how its owner calls the task, in a message: task definition "web".
func (t Task) Name() string {
	what, name := "task definition", "family"
	if t.Carrier.Type == jobType {
		what, name = "job definition", "name"
	}
	if s, ok := t.Carrier.Get(name).Text(); ok && s != "" {
		return fmt.Sprintf("%s %q", what, s)
	}
	return what + " " + t.Carrier.Address()
}

// jobType is the resource of a Batch job definition.
const jobType = "aws_batch_job_definition"

// TaskDefinitions are the types of resources that have a task's fields: modes, volumes and roles.
func TaskDefinitions() []string {
	return []string{"aws_ecs_task_definition", "aws_ecs_daemon_task_definition", jobType}
}

// IsPod tells whether the task is a pod on EKS rather than a task of ECS.
func (t Task) IsPod() bool {
	return t.Carrier.Type == jobType && !t.Carrier.Get("eks_properties").Absent()
}

// compatibilities are the launch types that the task is checked for. Batch has two, EC2 by default:
// https://docs.aws.amazon.com/batch/latest/APIReference/API_RegisterJobDefinition.html
func (t Task) compatibilities() *eval.Value {
	if t.Carrier.Type == jobType {
		return t.Carrier.Get("platform_capabilities")
	}
	return t.Carrier.Get("requires_compatibilities")
}

// OnFargate tells whether the task certainly runs on Fargate and nowhere else, where each task has a host of its own: it is
// checked for Fargate only, or services of the module run it there.
func (t Task) OnFargate() bool {
	c := t.compatibilities()
	if items := c.Items(); len(items) > 0 {
		return !c.Open() && !slices.ContainsFunc(items, func(v *eval.Value) bool { return !v.Is("FARGATE") })
	}
	if !c.Absent() {
		return false
	}
	runs := t.runs()
	return len(runs) > 0 && !slices.ContainsFunc(runs, func(r *eval.Value) bool { return !runsOnFargate(r) })
}

// OnInstances tells whether the task certainly may run on instances, which it shares with other tasks. A task definition
// that says nothing may do so unless it has all that Fargate needs: the network mode awsvpc, and a size.
func (t Task) OnInstances() bool {
	switch t.Carrier.Type {
	case "aws_ecs_task_definition":
	case jobType:
		return t.compatibilities().Absent() || t.mayRunOn("EC2")
	default:
		return t.Carrier.Type == "aws_ecs_daemon_task_definition"
	}
	if !t.compatibilities().Absent() {
		return t.mayRunOn("EC2", "EXTERNAL", "MANAGED_INSTANCES")
	}
	mode, known := t.Field("networkMode").Default("bridge").Text()
	return known && mode != "awsvpc" || t.Field("cpu").Absent() || t.Field("memory").Absent() ||
		slices.ContainsFunc(t.runs(), func(r *eval.Value) bool { return r.Get("launch_type").Is("EC2") || r.Get("launch_type").Is("EXTERNAL") })
}

func (t Task) mayRunOn(types ...string) bool {
	return slices.ContainsFunc(t.compatibilities().CertainItems(), func(v *eval.Value) bool {
		return slices.ContainsFunc(types, v.Is)
	})
}

// runsOnFargate tells whether what runs a task certainly does so on Fargate.
func runsOnFargate(r *eval.Value) bool {
	if r.Get("launch_type").Is("FARGATE") {
		return true
	}
	providers := r.Get("capacity_provider_strategy")
	return len(providers.Items()) > 0 && !providers.Open() && !slices.ContainsFunc(providers.Items(), func(p *eval.Value) bool {
		return !p.Get("capacity_provider").Is("FARGATE") && !p.Get("capacity_provider").Is("FARGATE_SPOT")
	})
}

// ExecMayBeEnabled tells whether somebody may open a shell in the task's containers with ECS Exec, as far as the module
// shows: it is enabled, or not known, for something that runs the task or may do so, or for a module that is handed it.
func (t Task) ExecMayBeEnabled() bool {
	enabled := func(exec *eval.Value) bool { return exec != nil && !exec.Absent() && !exec.False() }
	if enabled(t.Field("enableExecuteCommand")) {
		return true
	}
	runs := slices.Concat(t.runs(), t.runners.ofUnknown)
	if slices.ContainsFunc(runs, func(r *eval.Value) bool { return enabled(r.Get("enable_execute_command")) }) {
		return true
	}
	return slices.ContainsFunc(t.runners.module.UsesOf(t.Carrier.Address()), func(u terraform.Use) bool {
		// Modules that make services have the argument of the resource, by convention.
		return u.Kind == "module" && enabled(t.runners.module.Argument(u.Name, "enable_execute_command"))
	})
}

// runs is what certainly runs the task.
func (t Task) runs() []*eval.Value {
	runs := t.runners.of[t.Carrier.Address()]
	if len(t.runners.ofFamily) > 0 {
		if family, known := t.Carrier.Get("family").Text(); known {
			runs = slices.Concat(runs, t.runners.ofFamily[family])
		}
	}
	return runs
}

// runners are what runs the tasks of a module: services, task sets, targets of event rules.
type runners struct {
	module    *terraform.Module
	of        map[string][]*eval.Value // by the address of the task definition that they refer to
	ofFamily  map[string][]*eval.Value // by the family of the task definition that they name
	ofUnknown []*eval.Value            // those of which the task definition can't be told
}

func runnersOf(m *terraform.Module) *runners {
	out := &runners{module: m, of: map[string][]*eval.Value{}, ofFamily: map[string][]*eval.Value{}}
	for _, r := range m.Resources("aws_ecs_service", "aws_ecs_task_set") {
		out.add(r.Value, r.Get("task_definition"))
	}
	for _, r := range m.Resources("aws_cloudwatch_event_target") {
		for _, target := range r.Get("ecs_target").Items() {
			out.add(target, target.Get("task_definition_arn"))
		}
	}
	return out
}

func (r *runners) add(runner, definition *eval.Value) {
	told := false
	for _, ref := range definition.Refs() {
		if strings.HasPrefix(ref.Address, "aws_ecs_task_definition.") {
			r.of[ref.Address] = append(r.of[ref.Address], runner)
			told = true
		}
	}
	if told {
		return
	}
	name, known := definition.Text()
	if !known {
		r.ofUnknown = append(r.ofUnknown, runner)
		return
	}
	family, _, _ := strings.Cut(name[strings.LastIndexByte(name, '/')+1:], ":") // web, web:7, or an ARN that ends in it
	r.ofFamily[family] = append(r.ofFamily[family], runner)
}

// MayBeWindows tells whether the task may run on Windows, which has no users, capabilities or read-only file systems of
// Linux. Linux is the default.
func (t Task) MayBeWindows() bool {
	platform := t.Field("runtimePlatform").First()
	if !platform.IsObject() && !platform.Absent() {
		return true
	}
	os := t.member(platform, "operatingSystemFamily")
	if !os.Absent() && !strings.HasPrefix(strings.ToUpper(os.Prefix()), "LINUX") {
		return true
	}
	return slices.ContainsFunc(t.Field("placementConstraints").Items(), func(c *eval.Value) bool {
		expression, _ := c.Get("expression").Text()
		return strings.Contains(strings.ToLower(expression), "windows")
	})
}

// NetworkMode is how the task's containers reach the network: bridge by default, on Linux; unknown where the carrier
// doesn't say.
func (t Task) NetworkMode() *eval.Value {
	mode := t.Field("networkMode")
	switch {
	case t.Carrier.Type != "aws_ecs_task_definition" || mode.Absent() && t.OnFargate():
		return eval.NewUnknown(mode.Place(), nil)
	case t.MayBeWindows():
		return mode.Default("default")
	}
	return mode.Default("bridge")
}

// IsDaemon tells whether a service of the module runs the task once on each host, as agents are.
func (t Task) IsDaemon() bool {
	return slices.ContainsFunc(t.runs(), func(r *eval.Value) bool { return r.Get("scheduling_strategy").Is("DAEMON") })
}

// OnOtherHosts tells whether the task may run on hosts outside AWS, which have fewer network modes.
func (t Task) OnOtherHosts() bool {
	c := t.compatibilities()
	return c.Open() || slices.ContainsFunc(c.Items(), func(v *eval.Value) bool { _, known := v.Text(); return !known || v.Is("EXTERNAL") })
}

// SameRole tells whether two values certainly name the same role: they are equal, or the same reference and nothing else.
func SameRole(a, b *eval.Value) bool {
	x, xKnown := a.Text()
	y, yKnown := b.Text()
	if xKnown || yKnown {
		return xKnown && yKnown && x == y && x != ""
	}
	r := reference(a)
	return r != "" && r == reference(b)
}

// reference is the reference that an unknown value is, as it is written; empty for what is made of one.
func reference(v *eval.Value) string {
	if pieces := v.Pieces(); len(pieces) == 1 && pieces[0].Value != nil {
		v = pieces[0].Value
	}
	at, cause := v.Written().Range, v.Cause()
	if !v.Unknown() || cause == nil || at.End.Byte-at.Start.Byte != len(cause.What) {
		return ""
	}
	return cause.What
}
