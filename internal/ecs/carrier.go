package ecs

import (
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// carrier is a type of resource that containers are written in, or one of the forms that the type takes them in.
type carrier struct {
	typ string
	// tasks are what containers of the resource share: the resource itself, or parts of it.
	tasks func(r *terraform.Resource) *eval.Value
	// containers are the containers of a task.
	containers func(task *eval.Value) *eval.Value
	// member is how the carrier spells a field of the ECS API's ContainerDefinition, and where it keeps it.
	member func(v *eval.Value, field string) *eval.Value
	// fields are the fields of the ECS API's ContainerDefinition that the carrier has; nil: all.
	fields []string
	// shared is how the carrier spells a field of the ECS API's TaskDefinition, and where it keeps it.
	shared func(t Task, field string) *eval.Value
}

var carriers = []carrier{
	{"aws_ecs_task_definition", whole, definitions, jsonField, nil, taskField},
	{"aws_ecs_daemon_task_definition", whole, block("container_definition"), blockField, daemonFields, taskField},
	{"aws_ecs_express_gateway_service", whole, block("primary_container"), blockField, expressFields, taskField},
	{"aws_batch_job_definition", batchJob, itself, jsonField, jobFields, jobContainerField},
	{"aws_batch_job_definition", batchNodes, itself, jsonField, jobFields, jobContainerField},
	{"aws_batch_job_definition", batchTasks, batchContainers, jsonField, jobFields, jobTaskField},
	{"aws_batch_job_definition", batchPod, podContainers, podField, podFields, podTaskField},
	{"aws_apprunner_service", whole, appRunnerImage, appRunnerField, appRunnerFields, taskField},
}

// Which fields the carriers have that don't have all. Fields that no rule asks for are left out.
//   - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DaemonContainerDefinition.html
//   - https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExpressGatewayContainer.html
//   - https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html
//   - https://docs.aws.amazon.com/batch/latest/APIReference/API_TaskContainerProperties.html
//   - https://docs.aws.amazon.com/batch/latest/APIReference/API_EksContainer.html
//   - https://docs.aws.amazon.com/apprunner/latest/api/API_ImageConfiguration.html
var (
	daemonFields = []string{"command", "entryPoint", "environment", "environmentFiles", "essential", "firelensConfiguration", "healthCheck",
		"image", "interactive", "linuxParameters", "capabilities", "logConfiguration", "memory", "memoryReservation", "mountPoints", "name", "privileged",
		"pseudoTerminal", "readonlyRootFilesystem", "repositoryCredentials", "secrets", "systemControls", "ulimits", "user"}
	expressFields = []string{"command", "environment", "image", "repositoryCredentials", "secrets"}
	jobFields     = []string{"command", "environment", "image", "linuxParameters", "logConfiguration", "mountPoints", "privileged",
		"readonlyRootFilesystem", "repositoryCredentials", "secrets", "ulimits", "user"}
	podFields       = []string{"command", "environment", "image", "mountPoints", "name", "privileged", "readonlyRootFilesystem", "user"}
	appRunnerFields = []string{"command", "environment", "image", "secrets"}
)

// Carriers are the types of resources that containers are written in.
func Carriers() []string {
	var types []string
	for _, c := range carriers {
		if len(types) == 0 || types[len(types)-1] != c.typ {
			types = append(types, c.typ)
		}
	}
	return types
}

// whole says that all containers of a resource share all of it.
func whole(r *terraform.Resource) *eval.Value { return r.Value }

// itself says that a task is its only container.
func itself(task *eval.Value) *eval.Value { return task }

// block are nested blocks of a type.
func block(typ string) func(*eval.Value) *eval.Value {
	return func(task *eval.Value) *eval.Value { return task.Get(typ) }
}

// definitions are the containers of an ECS task definition. What can't be read of the document is an open list.
func definitions(task *eval.Value) *eval.Value { return task.Get("container_definitions").DecodeJSON() }

// batchJob is a Batch job of one container.
func batchJob(r *terraform.Resource) *eval.Value { return r.Get("container_properties").DecodeJSON() }

// batchNodes are the containers of a multi-node job: node_properties.nodeRangeProperties[].container.
func batchNodes(r *terraform.Resource) *eval.Value {
	return collect(r.Get("node_properties").DecodeJSON().GetFold("nodeRangeProperties"), "container")
}

// batchTasks are the tasks of an ECS job, and of a multi-node one: ecs_properties.taskProperties[].
func batchTasks(r *terraform.Resource) *eval.Value {
	nodes := collect(r.Get("node_properties").DecodeJSON().GetFold("nodeRangeProperties"), "ecsProperties")
	return both(r.Get("ecs_properties").DecodeJSON().GetFold("taskProperties"), collect(nodes, "taskProperties"))
}

func batchContainers(task *eval.Value) *eval.Value { return task.GetFold("containers") }

func batchPod(r *terraform.Resource) *eval.Value {
	return r.Get("eks_properties").First().Get("pod_properties")
}

func podContainers(pod *eval.Value) *eval.Value {
	return both(pod.Get("containers"), pod.Get("init_containers"))
}

func appRunnerImage(task *eval.Value) *eval.Value {
	return task.Get("source_configuration").First().Get("image_repository")
}

// collect is the list of what all elements of a JSON list have under a key.
func collect(list *eval.Value, key string) *eval.Value {
	out := eval.NewList(nil, list.Open(), list.Place())
	for _, item := range list.Items() {
		out = both(out, item.GetFold(key))
	}
	return out
}

// both is the list of the elements of two lists.
func both(a, b *eval.Value) *eval.Value {
	var items []*eval.Value
	items = append(items, a.Items()...)
	items = append(items, b.Items()...)
	return eval.NewList(items, a.Open() || b.Open(), a.Place())
}

// jsonField reads a field of a JSON document: the provider decodes it with encoding/json, which takes a key in any case.
func jsonField(v *eval.Value, field string) *eval.Value { return v.GetFold(field) }

// blockField reads a field of a Terraform block: readonly_root_filesystem. What is a list in the API is a block of the
// singular where each element is one: mount_point.
func blockField(v *eval.Value, field string) *eval.Value {
	name := snakeCase(field)
	if one := strings.TrimSuffix(name, "s"); one != name && !v.Get(one).Absent() {
		return v.Get(one)
	}
	return v.Get(name)
}

// podField reads a field of a container of a Batch job on EKS, where Kubernetes keeps some in the security context.
func podField(v *eval.Value, field string) *eval.Value {
	security := v.Get("security_context").First()
	switch field {
	case "privileged":
		return security.Get("privileged")
	case "readonlyRootFilesystem":
		return security.Get("read_only_root_file_system")
	case "user":
		return security.Get("run_as_user")
	case "mountPoints":
		return v.Get("volume_mounts")
	case "sourceVolume":
		return v.Get("name")
	case "environment":
		return v.Get("env")
	}
	return blockField(v, field)
}

// appRunnerField reads a field of an image of App Runner, which keeps environment and secrets as maps.
func appRunnerField(v *eval.Value, field string) *eval.Value {
	configuration := v.Get("image_configuration").First()
	switch field {
	case "image":
		return v.Get("image_identifier")
	case "environment":
		return configuration.Get("runtime_environment_variables")
	case "secrets":
		return configuration.Get("runtime_environment_secrets")
	case "command":
		return configuration.Get("start_command")
	}
	return configuration.Get(snakeCase(field))
}

// taskField reads a field of a task definition that is a resource: network_mode, volume.
func taskField(t Task, field string) *eval.Value { return blockField(t.value, field) }

// jobContainerField reads a field of what a Batch job of one container has of a task definition.
func jobContainerField(t Task, field string) *eval.Value {
	if field == "taskRoleArn" {
		return t.value.GetFold("jobRoleArn")
	}
	return t.value.GetFold(field)
}

// jobTaskField reads a field of a task of a Batch job on ECS.
func jobTaskField(t Task, field string) *eval.Value { return t.value.GetFold(field) }

// podTaskField reads a field of a Batch job's pod on EKS.
func podTaskField(t Task, field string) *eval.Value { return blockField(t.value, field) }

// snakeCase is a camelCase name of the API as the provider writes it: readonlyRootFilesystem, readonly_root_filesystem.
func snakeCase(s string) string {
	out := make([]byte, 0, len(s)+4)
	for _, c := range []byte(s) {
		if 'A' <= c && c <= 'Z' {
			out = append(out, '_')
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return string(out)
}
