package ecs

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Entry is a named value: an environment variable, a secret, a label.
type Entry struct {
	Name  string // empty where it is not known
	Value *eval.Value
	Maybe bool // it is there only if an unknown condition holds
}

// Environment is the container's environment variables that are given in clear.
func (c Container) Environment() []Entry { return c.entries(c.Field("environment"), "value") }

// entries are the entries of a list of objects with a name, or of a map.
func (c Container) entries(list *eval.Value, value string) []Entry {
	if list.IsObject() && c.carrier.member(list, value).Absent() {
		return members(list)
	}
	var out []Entry
	for _, item := range list.Items() {
		if !item.IsObject() {
			continue
		}
		name, _ := c.carrier.member(item, "name").Text()
		out = append(out, Entry{name, c.carrier.member(item, value), item.Maybe()})
	}
	return out
}

// members are the members of a map.
func members(m *eval.Value) []Entry {
	var out []Entry
	for _, e := range m.Entries() {
		name, _ := e.Key.Text()
		out = append(out, Entry{name, e.Value, e.Maybe})
	}
	return out
}

// EnvironmentFiles are the addresses of the files that the container's environment is read from.
func (c Container) EnvironmentFiles() []*eval.Value {
	var out []*eval.Value
	for _, f := range c.entries(c.Field("environmentFiles"), "value") {
		out = append(out, f.Value)
	}
	return out
}

// Labels are the container's Docker labels.
func (c Container) Labels() []Entry { return members(c.Field("dockerLabels")) }

// LogOptions are the options of the container's log driver, and of the log router that it is.
func (c Container) LogOptions() []Entry {
	return append(members(c.In("logConfiguration", "options")), members(c.In("firelensConfiguration", "options"))...)
}

// Secret is a secret that a container is given by reference.
type Secret struct {
	Entry // Value is the reference
	// Field is where it is written: secrets, secretOptions, repositoryCredentials.
	Field string
}

// Secrets are the secrets that the container is given by reference, in its environment, for its log driver, and for pulling
// its image.
func (c Container) Secrets() []Secret {
	var out []Secret
	add := func(field string, entries []Entry) {
		for _, e := range entries {
			out = append(out, Secret{e, field})
		}
	}
	add("secrets", c.entries(c.Field("secrets"), "valueFrom"))
	add("secretOptions", c.entries(c.In("logConfiguration", "secretOptions"), "valueFrom"))
	for _, credentials := range c.Field("repositoryCredentials").Items() {
		if credentials.IsObject() {
			add("repositoryCredentials", []Entry{{Value: c.carrier.member(credentials, "credentialsParameter"), Maybe: credentials.Maybe()}})
		}
	}
	return out
}

// CertainSecret is a secret that the container is certainly given, or nil.
func (c Container) CertainSecret() *Secret {
	for _, s := range c.Secrets() {
		if !c.value.Maybe() && !s.Maybe && !s.Value.Absent() {
			return &s
		}
	}
	return nil
}

// SecretsRole is the role that fetches the container's secrets, and what the carrier calls it.
func (c Container) SecretsRole() (role *eval.Value, name string) {
	switch {
	case c.Carrier.Type == appRunnerType:
		return c.Carrier.Get("instance_configuration").First().Get("instance_role_arn"), "instance_role_arn"
	case c.Carrier.Type == jobType:
		return c.Task.Field("executionRoleArn"), "executionRoleArn"
	}
	return c.Task.Field("executionRoleArn"), "execution_role_arn"
}

const appRunnerType = "aws_apprunner_service"

// Holder is something that runs containers without being one, and gives them environment variables in clear.
type Holder struct {
	Label     string // how its owner calls it, in a message
	Role      string // what the role is called that what runs there acts with
	Variables []Entry
	// Secrets are environment variables that it is given by reference.
	Secrets []Entry
	// Scripts are the texts that say what a build does.
	Scripts []*eval.Value
}

// Holders are the build projects, the functions that are images, and the App Runner services built from code.
func Holders(m *terraform.Module) []Holder {
	var out []Holder
	for _, r := range m.Resources("aws_codebuild_project") {
		out = append(out, build(r))
	}
	for _, r := range m.Resources("aws_lambda_function") {
		if r.Get("package_type").Is("Image") || r.Get("image_uri").Present() {
			variables := members(r.Get("environment").First().Get("variables"))
			out = append(out, Holder{Label: "function " + r.Address(), Role: "the function's role", Variables: variables})
		}
	}
	for _, r := range m.Resources(appRunnerType) {
		code := r.Get("source_configuration").First().Get("code_repository").First().Get("code_configuration").First()
		values := code.Get("code_configuration_values").First()
		out = append(out, Holder{
			Label: "service " + r.Address(), Role: instanceRole,
			Variables: members(values.Get("runtime_environment_variables")),
			Secrets:   members(values.Get("runtime_environment_secrets")),
		})
	}
	return out
}

// build is a project of CodeBuild. Variables and their types, of which PLAINTEXT is the default, stand in the project and in
// its build specifications:
//   - https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html
//   - https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env
func build(r *terraform.Resource) Holder {
	h := Holder{Label: "build project " + r.Address(), Role: "the build's service role"}
	for _, v := range r.Get("environment").First().Get("environment_variable").Items() {
		name, _ := v.Get("name").Text()
		switch e, typ := (Entry{name, v.Get("value"), v.Maybe()}), v.Get("type").Default("PLAINTEXT"); {
		case typ.Is("PLAINTEXT"):
			h.Variables = append(h.Variables, e)
		case typ.Is("PARAMETER_STORE"), typ.Is("SECRETS_MANAGER"):
			h.Secrets = append(h.Secrets, e)
		}
	}
	for _, source := range slices.Concat(r.Get("source").Items(), r.Get("secondary_sources").Items()) {
		script := source.Get("buildspec")
		h.Scripts = append(h.Scripts, script)
		env := script.DecodeYAML().Get("env")
		h.Secrets = append(h.Secrets, members(env.Get("parameter-store"))...)
		h.Secrets = append(h.Secrets, members(env.Get("secrets-manager"))...)
	}
	return h
}

// HolderTypes are the types of Holders, beside the carriers of containers.
var HolderTypes = []string{"aws_codebuild_project", "aws_lambda_function"}

const instanceRole = "the instance role"

// OwnRole is what the role is called that the container's processes act with.
func (c Container) OwnRole() string {
	switch {
	case c.Carrier.Type == appRunnerType:
		return instanceRole
	case c.Task.IsPod():
		return "the role of the pod's service account"
	case c.Carrier.Type == jobType:
		return "the job role"
	}
	return "the task role"
}

// SecretsField is how the carrier calls the list of secrets, in a message.
func (c Container) SecretsField() string {
	switch c.Carrier.Type {
	case appRunnerType:
		return "runtime_environment_secrets"
	case "aws_ecs_daemon_task_definition", "aws_ecs_express_gateway_service":
		return "a secret block"
	}
	return "secrets"
}
