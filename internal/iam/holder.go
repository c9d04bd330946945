package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/host"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Workload is what takes a role, in the order in which messages prefer it.
type Workload uint8

const (
	// Container is a task of ECS, Batch or App Runner: its code has the role.
	Container Workload = iota
	// Pod is a pod on EKS.
	Pod
	// Node is a host of containers, whose role all containers on it may reach.
	Node
	// Build is CodeBuild, or a pipeline of another provider, which builds too.
	Build
	// Pipeline is CodePipeline.
	Pipeline
	// Start is ECS or EKS when it starts containers: it pulls images and reads secrets.
	Start
	// Server is an instance of which it is not known that it runs containers.
	Server
	// Function is a function of Lambda.
	Function
	// Service is any other service of AWS.
	Service
)

// Holder is who takes a role.
type Holder struct {
	Workload Workload
	// By is the resource that names the role; empty where only the trust policy tells.
	By string
}

// String is the holder in words, for a message: the tasks of aws_ecs_task_definition.web.
func (h Holder) String() string {
	words := map[Workload][2]string{
		Container: {"containers", "the containers of "}, Pod: {"pods", "the pods of "}, Node: {"container hosts", "the container hosts of "},
		Build: {"builds", "the builds of "}, Pipeline: {"pipelines", ""}, Start: {"the start of containers", "the start of "}, Server: {"instances", "the instances of "},
		Function: {"functions", ""}, Service: {"services of AWS", ""},
	}[h.Workload]
	if h.By == "" {
		return words[0]
	}
	return words[1] + h.By
}

// workloadArgument is an argument of a resource that names the role, or the instance profile, of a workload.
type workloadArgument struct {
	typ, path string
	workload  Workload
}

// roleArguments are where resources name the role of a workload.
var roleArguments = []workloadArgument{
	{"aws_ecs_task_definition", "task_role_arn", Container},
	{"aws_ecs_daemon_task_definition", "task_role_arn", Container},
	{"aws_ecs_express_gateway_service", "task_role_arn", Container},
	{"aws_batch_job_definition", "container_properties", Container},
	{"aws_batch_job_definition", "ecs_properties", Container},
	{"aws_apprunner_service", "instance_configuration.instance_role_arn", Container},
	{"aws_eks_pod_identity_association", "role_arn", Pod},
	{"aws_eks_addon", "service_account_role_arn", Pod},
	{"aws_eks_addon", "pod_identity_association.role_arn", Pod},
	{"aws_eks_node_group", "node_role_arn", Node},
	{"aws_eks_cluster", "compute_config.node_role_arn", Node},
	{"aws_batch_compute_environment", "compute_resources.instance_role", Node},
	{"aws_codebuild_project", "service_role", Build},
	{"aws_codepipeline", "role_arn", Pipeline},
	{"aws_ecs_task_definition", "execution_role_arn", Start},
	{"aws_ecs_daemon_task_definition", "execution_role_arn", Start},
	{"aws_ecs_express_gateway_service", "execution_role_arn", Start},
	{"aws_eks_fargate_profile", "pod_execution_role_arn", Start},
	{"aws_apprunner_service", "source_configuration.authentication_configuration.access_role_arn", Start},
	{"aws_lambda_function", "role", Function},
}

// profileArguments are where resources name the instance profile of a workload. What runs on instances themselves is told by
// what the instances are.
var profileArguments = []workloadArgument{
	{"aws_ecs_capacity_provider", "managed_instances_provider.instance_launch_template.ec2_instance_profile_arn", Node},
	{"aws_batch_compute_environment", "compute_resources.instance_role", Node},
	{"aws_imagebuilder_infrastructure_configuration", "instance_profile_name", Build},
	{host.LaunchTemplate, "iam_instance_profile.name", Server},
	{host.LaunchTemplate, "iam_instance_profile.arn", Server},
	{host.LaunchConfiguration, "iam_instance_profile", Server},
	{host.Instance, "iam_instance_profile", Server},
}

// inPods are the beginnings of the types of resources that run pods, or name the service account of pods.
var inPods = []string{"kubernetes_", "kubectl_", "helm_release"}

// ProfileType is the resource that gives instances a role.
const ProfileType = "aws_iam_instance_profile"

// Holders are who takes the identity, as far as the module shows: the resources that name it, and those that its trust policy
// names. Those that matter most come first.
func (v *View) Holders(id *Identity) []Holder {
	if id.Kind == Role && id.resource == nil && id.elsewhere != "" {
		v.named()
		return v.takersElsewhere[id.elsewhere]
	}
	if id.Kind != Role || id.resource == nil {
		return nil
	}
	if holders, known := v.holders[id.resource]; known {
		return holders
	}
	out := v.users(id.resource)
	for _, t := range v.trusted(id.resource) {
		if !slices.ContainsFunc(out, func(h Holder) bool { return h.Workload.family() == t.workload.family() }) {
			out = append(out, Holder{Workload: t.workload})
		}
	}
	for i, h := range out {
		if h.Workload == Server && id.hasHostPolicy() {
			out[i].Workload = Node
		}
	}
	slices.SortStableFunc(out, func(a, b Holder) int { return int(a.Workload) - int(b.Workload) })
	v.holders[id.resource] = out
	return out
}

// hostPolicies are AWS's own policies for the agents on container hosts, which nothing else needs.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
// https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
var hostPolicies = []string{"AmazonEC2ContainerServiceforEC2Role", "AmazonEKSWorkerNodePolicy"}

// hasHostPolicy tells whether instances that take the role run the agent of a container host.
func (id *Identity) hasHostPolicy() bool {
	return slices.ContainsFunc(id.attachments, func(a Attachment) bool { return slices.Contains(hostPolicies, a.Managed) })
}

// holderOf is the workload, in words, that takes the role which the statement belongs to: containers, pods, their hosts and
// builds. It is empty where there is none.
func (v *View) holderOf(s Statement) string {
	v.Identities()
	for _, id := range v.identities.holders[s.document.grantor] {
		if s.holder == nil && id.isFree() || s.holder != nil && s.heldBy(id).isHeldAs(s) {
			if holder := v.firstHolder(id); holder != "" {
				return holder
			}
		}
	}
	return ""
}

// firstHolder is the workload, in words, that takes the identity and matters most; empty where none matters.
func (v *View) firstHolder(id *Identity) string {
	if holders := v.Holders(id); len(holders) > 0 && holders[0].Workload <= Server {
		return holders[0].String()
	}
	return ""
}

// IsTakenBy tells whether one of these workloads takes the identity.
func (v *View) IsTakenBy(id *Identity, workloads ...Workload) bool {
	return slices.ContainsFunc(v.Holders(id), func(h Holder) bool { return slices.Contains(workloads, h.Workload) })
}

// RunsCode tells whether what takes the identity runs code that others write, or may reach from outside: containers, hosts,
// pods, builds and pipelines. Functions are no container workload.
func (v *View) RunsCode(id *Identity) bool {
	return v.IsTakenBy(id, Container, Pod, Node, Build, Pipeline, Start, Server)
}

// HostAndTask is a role that hosts and tasks share.
type HostAndTask struct {
	Role       string
	Host, Task Holder
	// At is where the trust policy names the hosts, or where the role's trust policy is.
	At *eval.Value
}

// SharedByHostAndTask are the roles of the module that both instances and tasks take.
func (v *View) SharedByHostAndTask() []HostAndTask {
	var out []HostAndTask
	for _, id := range v.Identities() {
		holders := v.Holders(id)
		first := func(family Workload) int {
			return slices.IndexFunc(holders, func(h Holder) bool { return h.Workload.family() == family })
		}
		host, task := first(Node), first(Container)
		if host < 0 || task < 0 || !id.IsOfModule() {
			continue
		}
		at := id.resource.Get("assume_role_policy")
		for _, t := range v.trusted(id.resource) {
			if t.workload == Server {
				at = t.at
			}
		}
		out = append(out, HostAndTask{id.Name, holders[host], holders[task], at.WhereUsed()})
	}
	return out
}

// family are workloads that trust policies don't tell apart.
func (w Workload) family() Workload {
	switch w {
	case Start:
		return Container
	case Server:
		return Node
	}
	return w
}

// users are the resources that name a role, which may be one of several instances.
func (v *View) users(role *terraform.Resource) []Holder {
	out := slices.Clone(v.named()[role])
	for _, u := range v.resourcesThatUse(role) {
		out = append(out, v.mayTake(u, roleArguments)...)
		if slices.ContainsFunc(inPods, func(prefix string) bool { return strings.HasPrefix(u.block.Type, prefix) }) {
			out = append(out, Holder{Pod, u.block.Address()})
		}
		if u.block.Type == ProfileType && u.path == "role" && v.mayName(u, u.path) {
			for _, profile := range u.block.Instances() {
				out = append(out, v.profileUsers(profile)...)
			}
		}
	}
	for _, profile := range v.profiles[role] {
		out = append(out, v.profileUsers(profile)...)
	}
	return out
}

// profileUsers are the resources that give instances a profile.
func (v *View) profileUsers(profile *terraform.Resource) []Holder {
	out := slices.Clone(v.named()[profile])
	for _, u := range v.resourcesThatUse(profile) {
		out = append(out, v.mayTake(u, profileArguments)...)
	}
	return out
}

// mayTake is the workload that a resource names something for in one of the arguments, where it is not known what that is.
func (v *View) mayTake(u userOf, arguments []workloadArgument) []Holder {
	var out []Holder
	for _, a := range arguments {
		if u.block.Type == a.typ && u.path == a.path && v.mayName(u, a.path) {
			out = append(out, Holder{v.onInstances(a.workload, u.block.Instances()), u.block.Address()})
		}
	}
	return out
}

// onInstances is the workload of instances: hosts of containers, where they are.
func (v *View) onInstances(workload Workload, instances []*terraform.Resource) Workload {
	if workload == Server && slices.ContainsFunc(instances, v.nodes.Has) {
		return Node
	}
	return workload
}

// named are who takes the roles and profiles of the module, where it is known which of them an argument names. It also finds
// out the roles' profiles.
func (v *View) named() map[*terraform.Resource][]Holder {
	if v.takers != nil {
		return v.takers
	}
	v.takersElsewhere = map[string][]Holder{}
	v.takers, v.profiles = map[*terraform.Resource][]Holder{}, map[*terraform.Resource][]*terraform.Resource{}
	for _, profile := range v.module.Resources(ProfileType) {
		if role := v.naming.find(roleType, profile.Get("role")); role != nil {
			v.profiles[role] = append(v.profiles[role], profile)
		}
	}
	add := func(arguments []workloadArgument, typ string) {
		for _, a := range arguments {
			for _, r := range v.module.Resources(a.typ) {
				for _, value := range terraform.Below(r.Value, a.path) {
					h := Holder{v.onInstances(a.workload, []*terraform.Resource{r}), r.Address()}
					if of := v.naming.find(typ, value); of != nil {
						v.takers[of] = append(v.takers[of], h)
					} else if of := elsewhere(value); of != "" {
						v.takersElsewhere[of] = append(v.takersElsewhere[of], h)
					}
				}
			}
		}
	}
	add(roleArguments, roleType)
	add(profileArguments, ProfileType)
	return v.takers
}

// elsewhere is the address of the role of another module, or of the data source, that a value comes from; empty where it is none.
func elsewhere(v *eval.Value) string {
	for _, r := range v.Refs() {
		if address, foreign := r.Home(); strings.HasPrefix(address, "data."+roleType+".") || foreign && strings.HasPrefix(address, roleType+".") {
			return r.Address + r.Key
		}
	}
	return ""
}

// userOf is a resource that refers to another one.
type userOf struct {
	block *terraform.Block
	path  string
}

// resourcesThatUse are the resources that exist and refer to another one, to whichever instance of it.
func (v *View) resourcesThatUse(r *terraform.Resource) []userOf {
	var out []userOf
	for _, u := range v.module.UsesOf(r.Address()) {
		user := v.module.Find(u.Type + "." + u.Name)
		if u.Kind == "resource" && user != nil && len(user.Instances()) > 0 {
			out = append(out, userOf{user, u.Path})
		}
	}
	return out
}

// mayName tells whether it is not known what an argument of the resource names, in one of its instances.
func (v *View) mayName(u userOf, path string) bool {
	return slices.ContainsFunc(u.block.Instances(), func(r *terraform.Resource) bool {
		values := terraform.Below(r.Value, path)
		return len(values) == 0 || slices.ContainsFunc(values, func(value *eval.Value) bool {
			return v.naming.find(roleType, value) == nil && v.naming.find(ProfileType, value) == nil
		})
	})
}

// trustees are the services that take roles for workloads, as trust policies name them.
var trustees = map[string]Workload{
	"ecs-tasks.amazonaws.com": Container, "tasks.apprunner.amazonaws.com": Container,
	"pods.eks.amazonaws.com": Pod, "eks-fargate-pods.amazonaws.com": Start, "build.apprunner.amazonaws.com": Start,
	"ec2.amazonaws.com": Server, "ec2.amazonaws.com.cn": Server,
	"codebuild.amazonaws.com": Build, "codepipeline.amazonaws.com": Pipeline,
	"lambda.amazonaws.com": Function,
}

// trustee is a workload that a trust policy names, and where it does.
type trustee struct {
	workload Workload
	at       *eval.Value
}

// trusted are the workloads that a role's trust policy lets take it.
func (v *View) trusted(role *terraform.Resource) []trustee {
	var out []trustee
	for _, s := range v.trustPolicy(role).trusted() {
		for _, t := range s.Principals {
			name, known := t.Value.Text()
			workload, isWorkload := trustees[strings.ToLower(name)]
			switch {
			case t.Kind == ServicePrincipal && isWorkload:
				out = append(out, trustee{workload, t.Value})
			case t.Kind == ServicePrincipal && known:
				out = append(out, trustee{Service, t.Value})
			case t.Kind == FederatedPrincipal && s.Covers("sts:AssumeRoleWithWebIdentity"):
				out = append(out, trustee{v.federated(t, s), t.Value})
			}
		}
	}
	return out
}

// federated is what takes a role with a token of an identity provider: pods where the provider is that of a cluster, or is called
// so, and a pipeline where it is that of one.
func (v *View) federated(t Trusted, s TrustStatement) Workload {
	conditions, _ := s.namedConditions()
	switch issuer := v.issuer(t.Value, conditions); {
	case issuer.tenancy == ofCluster, strings.Contains(strings.ToLower(shown(t.Value)), "eks"), slices.ContainsFunc(conditions, Condition.isOnServiceAccount):
		return Pod
	case issuer.tenancy == byAudience, t.isSAML():
		return Service // people and applications
	}
	return Build
}

// isOnServiceAccount tells whether the condition names service accounts of Kubernetes.
func (c Condition) isOnServiceAccount() bool {
	return c.claim() == "sub" && slices.ContainsFunc(c.Values.Items(), func(v *eval.Value) bool { return strings.HasPrefix(v.Prefix(), "system:serviceaccount:") })
}
