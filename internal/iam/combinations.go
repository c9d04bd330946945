package iam

import (
	"slices"
	"strings"
	"sync"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// Combination is actions that together give their holder more than they say: usually the permissions of another role.
type Combination struct {
	// Actions are what it takes, all of them: ecs:RunTask, or a pattern, of which it takes all that it matches.
	Actions []string
	// Can is what their holder can do, in words that follow "can".
	Can string
	// Weight is how much it is.
	Weight Weight

	all []string // Actions, with patterns spelled out
	on  string   // what they have to be done to, where that is not anything: see Targets
}

// Weight is how much a combination gives.
type Weight uint8

const (
	// Severe: the permissions of others.
	Severe Weight = iota
	// Mild: less than that, or only if more than the actions is so.
	Mild
	// Ordinary: what a pipeline may be there for. A reviewer should know of it.
	Ordinary
)

// Targets are resources of the module that are worth more than others to whom may change them, by address. They are asked for
// only where it matters.
type Targets struct {
	// Images are the repositories with mutable tags from which privileged containers start.
	Images func() []string
	// Secrets are the secrets that containers start with.
	Secrets func() []string
}

// of are the targets that a combination is about.
func (t Targets) of(on string) []string {
	switch {
	case on == "images" && t.Images != nil:
		return t.Images()
	case on == "secrets" && t.Secrets != nil:
		return t.Secrets()
	}
	return nil
}

// Combinations are all that are known, those that can hurt most first, and of these the shortest first.
//
// They are those that cloudsplaining, parliament, Prowler, pathfinding.cloud and KICS looked for in 2025 and 2026, and more for
// containers. What the actions do: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
func Combinations() []Combination { return sortedCombinations() }

var sortedCombinations = sync.OnceValue(func() []Combination {
	var all []Combination
	for line := range strings.Lines(combinationTable) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		list, can, _ := strings.Cut(line, " | ")
		c := Combination{Actions: strings.Fields(list), Can: can}
		if weight, rest, ok := strings.Cut(can, ": "); ok {
			c.Can, c.Weight = rest, Mild
			if on, ordinary := strings.CutPrefix(weight, "ordinary "); ordinary {
				c.Weight, c.on = Ordinary, on
			}
		}
		for _, a := range c.Actions {
			c.all = append(c.all, spellOut(a)...)
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b Combination) int {
		if a.Weight != b.Weight {
			return int(a.Weight) - int(b.Weight)
		}
		return len(a.all) - len(b.all)
	})
	return all
})

// spellOut are the actions that an action pattern takes in.
func spellOut(pattern string) []string {
	if !strings.Contains(pattern, "*") {
		return []string{pattern} // also one of a service that AWS has ended
	}
	var out []string
	for a := range actions.Match(pattern) {
		out = append(out, a.String())
	}
	return out
}

// combinationTable has a combination a line, and what it leads to. What makes an administrator comes first, then containers and
// their hosts. "mild" and "ordinary" are weights; what an ordinary one has to be done to stands behind it.
const combinationTable = `
iam:* | make itself an administrator
iam:AddUserToGroup | make any user a member of any group
iam:AttachGroupPolicy | attach any policy to any group
iam:AttachRolePolicy | attach any policy to any role
iam:AttachRolePolicy iam:UpdateAssumeRolePolicy | take any role, and attach any policy to it
iam:AttachRolePolicy sts:AssumeRole | take any role, and attach any policy to it
iam:AttachUserPolicy | attach any policy to any user
iam:AttachUserPolicy iam:CreateAccessKey | attach any policy to any user, and log in as the user
iam:CreateAccessKey | make access keys of any user
iam:CreateAccessKey iam:DeleteAccessKey | make access keys of any user
iam:CreateAccessKey iam:PutUserPolicy | give any user any permissions, and log in as the user
iam:CreateLoginProfile | set a password for any user who has none, and log in as the user
iam:CreatePolicyVersion | change any policy
iam:CreatePolicyVersion iam:UpdateAssumeRolePolicy | take any role, and change its policies
iam:CreatePolicyVersion sts:AssumeRole | take any role, and change its policies
iam:DeleteRolePermissionsBoundary sts:AssumeRole | take any role, and remove what bounds its permissions
iam:DeleteUserPermissionsBoundary | mild: remove what bounds the permissions of any user
iam:Put* | give any identity any permissions
iam:PutGroupPolicy | give any group any permissions
iam:PutRolePolicy | give any role any permissions
iam:PutRolePolicy iam:UpdateAssumeRolePolicy | take any role, and give it any permissions
iam:PutRolePolicy sts:AssumeRole | take any role, and give it any permissions
iam:PutUserPolicy | give any user any permissions
iam:SetDefaultPolicyVersion | bring back an older version of any policy
iam:UpdateAssumeRolePolicy | let itself take any role
iam:UpdateAssumeRolePolicy sts:AssumeRole | let itself take any role
iam:UpdateLoginProfile | set the password of any user, and log in as the user
sso:AttachManagedPolicyToPermissionSet | attach any policy of AWS to any permission set
sso:AttachManagedPolicyToPermissionSet sso:CreateAccountAssignment sso:CreatePermissionSet | give itself any permissions in any account of the organization
sso:PutInlinePolicyToPermissionSet | give any permission set any permissions

iam:PassRole apprunner:CreateService | start a service with any role that App Runner can take
apprunner:UpdateService | run an image of its own with the role of any App Runner service
iam:PassRole autoscaling:CreateAutoScalingGroup autoscaling:CreateLaunchConfiguration | start hosts with any instance profile
iam:PassRole autoscaling:CreateLaunchConfiguration autoscaling:UpdateAutoScalingGroup | start hosts with any instance profile
iam:PassRole batch:RegisterJobDefinition batch:SubmitJob | run a job of its own with any role that ECS tasks can take
batch:SubmitJob | run its own command with the role of any job definition
iam:PassRole codebuild:CreateProject codebuild:StartBuild | run a build of its own with any role that CodeBuild can take
iam:PassRole codebuild:CreateProject codebuild:StartBuildBatch | run a build of its own with any role that CodeBuild can take
codebuild:StartBuild | run its own build commands with the role of any CodeBuild project
codebuild:StartBuildBatch | run its own build commands with the role of any CodeBuild project
iam:PassRole codebuild:UpdateProject | give a CodeBuild project any role that CodeBuild can take, and commands of its own
codebuild:UpdateProject codebuild:StartBuild | run its own build commands with the role of any CodeBuild project
ec2-instance-connect:SendSSHPublicKey ec2:DescribeInstances | log in to any host, and take its role
ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate | run its own commands on the hosts that any launch template starts, with their role
ec2:ModifyInstanceAttribute ec2:StartInstances ec2:StopInstances | run its own commands on any host, with the host's role
iam:PassRole ec2:RequestSpotInstances | start a host with any instance profile
iam:PassRole ec2:RunInstances | start a host with any instance profile
iam:PassRole ecs:CreateCluster ecs:CreateService ecs:RegisterTaskDefinition | run a service of its own with any role that ECS tasks can take
iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:RunTask | run a task of its own with any role that ECS tasks can take
iam:PassRole ecs:CreateService ecs:RegisterTaskDefinition | run a service of its own with any role that ECS tasks can take
iam:PassRole ecs:UpdateService ecs:RegisterTaskDefinition | swap the task of any service for one of its own, with any role that ECS tasks can take
iam:PassRole ecs:CreateTaskSet ecs:RegisterTaskDefinition | run a task of its own in any service, with any role that ECS tasks can take
ecs:CreateTaskSet ecs:UpdateServicePrimaryTaskSet | mild: put another task definition in the place of what a service runs
iam:PassRole ecs:DeregisterContainerInstance ecs:RegisterContainerInstance ecs:StartTask | start a task on a host of its own, with any role that ECS tasks can take
ecs:ExecuteCommand ecs:DescribeTasks | open a shell in any running task, and take its role
iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask | run a task of its own with any role that ECS tasks can take
iam:PassRole ecs:RegisterTaskDefinition ecs:StartTask | start a task of its own with any role that ECS tasks can take
iam:PassRole ecs:RunTask | run any task with other commands, and any role that ECS tasks can take
iam:PassRole ecs:StartTask | start any task with other commands, and any role that ECS tasks can take
iam:PassRole imagebuilder:CreateComponent imagebuilder:CreateImage imagebuilder:CreateImageRecipe imagebuilder:CreateInfrastructureConfiguration | run its own commands on a build host with any instance profile
iam:PassRole ssm:CreateDocument ssm:StartAutomationExecution | run an automation of its own with any role that Systems Manager can take
ssm:SendCommand | run its own commands on any host, with the host's role
ssm:StartSession | open a shell on any host, and take its role
iam:PassRole ssm:CreateActivation | mild: register hosts of its own, with any role that Systems Manager can take
eks:CreateAccessEntry eks:AssociateAccessPolicy | make itself an administrator of any EKS cluster
eks:UpdateAccessEntry | mild: put any principal into other Kubernetes groups of any EKS cluster
iam:PassRole eks:CreatePodIdentityAssociation | give pods any role that pods can take
iam:PassRole eks:CreateNodegroup | start nodes with any role that EC2 can take
eks:UpdateClusterConfig | mild: open the endpoint of any EKS cluster to the internet, and end its logs
iam:PassRole events:PutTargets | mild: have EventBridge run tasks with any role that it can take
ecr:PutImageTagMutability | mild: make the tags of any repository mutable, so that other images can take their place
ecr:SetRepositoryPolicy | mild: let any principal of any account pull from, and push to, every repository
ecr:PutRegistryPolicy | mild: let any account replicate images into the registry
ecr:BatchDeleteImage | mild: delete the images that tasks and nodes start from
ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage | ordinary images: put another image in the place of one that a privileged container starts from
secretsmanager:PutSecretValue | ordinary secrets: change a secret that containers start with
ecs:PutAccountSettingDefault | mild: end protections that the account has for all tasks, such as authorization for tags

iam:PassRole bedrock-agentcore:ConnectBrowserAutomationStream bedrock-agentcore:CreateBrowser bedrock-agentcore:StartBrowserSession | run a browser with any role that AgentCore can take
bedrock-agentcore:ConnectBrowserAutomationStream bedrock-agentcore:StartBrowserSession | use the role of any browser of AgentCore
iam:PassRole bedrock-agentcore:CreateAgentRuntime bedrock-agentcore:CreateAgentRuntimeEndpoint bedrock-agentcore:CreateHarness bedrock-agentcore:CreateWorkloadIdentity bedrock-agentcore:GetAgentRuntime bedrock-agentcore:InvokeAgentRuntimeCommand | run commands with any role that AgentCore can take
iam:PassRole bedrock-agentcore:CreateAgentRuntime bedrock-agentcore:CreateAgentRuntimeEndpoint bedrock-agentcore:CreateWorkloadIdentity bedrock-agentcore:InvokeAgentRuntimeCommand | run commands with any role that AgentCore can take
iam:PassRole bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:InvokeCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession | run code with any role that AgentCore can take
bedrock-agentcore:InvokeAgentRuntimeCommand | run commands with the role of any agent of AgentCore
bedrock-agentcore:InvokeCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession | run code with the role of any code interpreter of AgentCore
iam:PassRole braket:CreateJob | run a job with any role that Braket can take
cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet | change any stack, with the stack's role
iam:PassRole cloudformation:CreateStack | create a stack with any role that CloudFormation can take
iam:PassRole cloudformation:CreateStackInstances cloudformation:CreateStackSet | create stacks with any role that CloudFormation can take
cloudformation:UpdateStack | change any stack, with the stack's role
iam:PassRole cloudformation:UpdateStackSet | change any stack set, with any role that CloudFormation can take
codedeploy:CreateDeployment codedeploy:GetDeploymentConfig codedeploy:RegisterApplicationRevision | run its own code on any host that CodeDeploy deploys to, with the host's role
iam:PassRole codestar:CreateProject | create a project with any role that CodeStar can take
iam:PassRole cognito-identity:SetIdentityPoolRoles | give the users of an identity pool any role that Cognito can take
iam:PassRole datapipeline:ActivatePipeline datapipeline:CreatePipeline datapipeline:PutPipelineDefinition | run a pipeline with any role that Data Pipeline can take
iam:PassRole datapipeline:CreatePipeline | create a pipeline with any role that Data Pipeline can take
iam:PassRole dynamodb:CreateTable dynamodb:PutItem lambda:CreateEventSourceMapping lambda:CreateFunction | run a function of its own with any role that Lambda can take
iam:PassRole elasticmapreduce:RunJobFlow | run a cluster with any role that EMR can take
iam:PassRole emr-serverless:CreateApplication emr-serverless:StartJobRun | run a job with any role that EMR can take
iam:PassRole gamelift:CreateBuild gamelift:CreateFleet gamelift:RequestUploadCredentials | run its own code with any role that GameLift can take
iam:PassRole glue:CreateDevEndpoint | log in to an endpoint with any role that Glue can take
iam:PassRole glue:CreateJob glue:CreateTrigger | run a job with any role that Glue can take
iam:PassRole glue:CreateJob glue:StartJobRun | run a job with any role that Glue can take
iam:PassRole glue:CreateSession glue:RunStatement | run code with any role that Glue can take
iam:PassRole glue:CreateTrigger glue:UpdateJob | run its own code in a job with any role that Glue can take
iam:PassRole glue:StartJobRun glue:UpdateJob | run its own code in a job with any role that Glue can take
glue:UpdateDevEndpoint | log in to any endpoint of Glue, and take its role
iam:PassRole kinesisanalytics:CreateApplication kinesisanalytics:StartApplication | run an application with any role that Kinesis Analytics can take
iam:PassRole lambda:CreateFunction | create a function of its own, from code or from an image, with any role that Lambda can take
iam:PassRole lambda:AddPermission lambda:CreateFunction | run a function of its own with any role that Lambda can take
iam:PassRole lambda:CreateEventSourceMapping lambda:CreateFunction | run a function of its own with any role that Lambda can take
iam:PassRole lambda:CreateFunction lambda:InvokeFunction | run a function of its own with any role that Lambda can take
iam:PassRole omics:CreateWorkflow omics:StartRun s3:GetObject | run a workflow with any role that HealthOmics can take
iam:PassRole sagemaker:CreateNotebookInstance | run a notebook with any role that SageMaker can take
iam:PassRole sagemaker:CreateProcessingJob | run a job with any role that SageMaker can take
iam:PassRole sagemaker:CreateTrainingJob | run a job with any role that SageMaker can take
iam:PassRole scheduler:CreateSchedule | call nearly any action of AWS with any role that EventBridge Scheduler can take
iam:PassRole states:CreateStateMachine states:StartExecution | call nearly any action of AWS with any role that Step Functions can take
lambda:AddPermission lambda:UpdateFunctionCode | run its own code with the role of any function
lambda:InvokeFunction lambda:UpdateFunctionCode | run its own code with the role of any function
lambda:UpdateFunctionCode | run its own code with the role of any function
lambda:UpdateFunctionConfiguration | have any function load a layer of its own, with the function's role
sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StartNotebookInstance sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance | run its own commands in any notebook, with the notebook's role
sagemaker:CreatePresignedNotebookInstanceUrl | open any notebook, and take its role
states:UpdateStateMachine states:StartExecution | call nearly any action of AWS with the role of any state machine
sts:AssumeRole | mild: take every role that trusts the account
`

// targets tell which actions are done to resources of a kind, beside those of kinds: a statement that names every resource of the
// kind does not stop them.
var targets = kindsOf(map[string]string{
	"apprunner:service":           `^apprunner:UpdateService$`,
	"batch:job-definition":        `^batch:(RegisterJobDefinition|SubmitJob)$`,
	"cloudformation:stack":        `^cloudformation:(CreateStack|UpdateStack|CreateChangeSet|ExecuteChangeSet)$`,
	"cloudformation:stackset":     `^cloudformation:(CreateStackSet|UpdateStackSet|CreateStackInstances)$`,
	"codebuild:project":           `^codebuild:(CreateProject|UpdateProject|StartBuild|StartBuildBatch)$`,
	"ec2:instance":                `^(ec2-instance-connect:SendSSHPublicKey|ec2:(ModifyInstanceAttribute|StartInstances|StopInstances)|ssm:StartSession)$`,
	"ec2:launch-template":         `^ec2:(CreateLaunchTemplateVersion|ModifyLaunchTemplate)$`,
	"ecr:repository":              `^ecr:(BatchDeleteImage|PutImageTagMutability|SetRepositoryPolicy)$`,
	"ecs:cluster":                 `^ecs:(CreateCluster|ExecuteCommand|RegisterContainerInstance|DeregisterContainerInstance)$`,
	"ecs:service":                 `^ecs:(CreateService|UpdateService|UpdateServicePrimaryTaskSet)$`,
	"ecs:task":                    `^ecs:(DescribeTasks|ExecuteCommand)$`,
	"ecs:task-definition":         `^ecs:(RegisterTaskDefinition|RunTask|StartTask)$`,
	"eks:cluster":                 `^eks:(CreateAccessEntry|CreateNodegroup|CreatePodIdentityAssociation|UpdateClusterConfig)$`,
	"eks:access-entry":            `^eks:(AssociateAccessPolicy|UpdateAccessEntry)$`,
	"events:rule":                 `^events:PutTargets$`,
	"glue:job":                    `^glue:(CreateJob|UpdateJob|StartJobRun)$`,
	"sagemaker:notebook-instance": `^sagemaker:.*NotebookInstance`,
	"states:stateMachine":         `^states:`,
})
