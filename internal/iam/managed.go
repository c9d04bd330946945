package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// ManagedPolicy is what matters here of one of AWS's own policies.
type ManagedPolicy struct {
	// Gives is what it gives, in words.
	Gives string
	// Reads tells that it changes nothing.
	Reads bool

	allows string // action patterns, each allowed on every resource
	but    string // patterns that are left out: allows is "*"
	whole  bool   // nothing that matters is left out here
}

// Broad is what is broad about one of AWS's own policies, for a workload that needs a part of it; false for those that are
// made for workloads, such as AmazonECSTaskExecutionRolePolicy, and for those that are not known.
func Broad(managed string) (ManagedPolicy, bool) {
	p, ok := managedPolicies[managed]
	return p, ok && p.Gives != ""
}

// IsForPods tells whether one of AWS's own policies is for single pods of a cluster, which can have it without their host.
// https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html
func IsForPods(managed string) bool {
	return slices.Contains([]string{"AmazonEKS_CNI_Policy", "AmazonEBSCSIDriverPolicy", "AmazonEFSCSIDriverPolicy"}, managed)
}

// Admins are the policies of AWS's own with which one is, or becomes, an administrator.
var Admins = []string{"AdministratorAccess", "PowerUserAccess", "IAMFullAccess"}

// managedPolicies are AWS's own policies that matter, by name: what they allow on every resource, without conditions. What they
// allow on some resources only, or within conditions, is left out: it opens nothing.
//
// From https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html, as of 2026-11.
var managedPolicies = map[string]ManagedPolicy{
	"AdministratorAccess": {allows: "*", whole: true},
	"PowerUserAccess":     {allows: "*", but: "iam:* organizations:* account:*", whole: true},
	"IAMFullAccess":       {allows: "iam:*", whole: true},

	"AmazonECS_FullAccess": {Gives: "all of ECS, and more of EC2 and CloudFormation",
		allows: "ecs:* autoscaling:CreateAutoScalingGroup autoscaling:CreateLaunchConfiguration autoscaling:UpdateAutoScalingGroup cloudformation:CreateStack cloudformation:UpdateStack"},
	"AmazonEC2ContainerServiceFullAccess": {Gives: "all of ECS, and more of EC2 and CloudFormation",
		allows: "ecs:* autoscaling:CreateAutoScalingGroup autoscaling:CreateLaunchConfiguration autoscaling:UpdateAutoScalingGroup cloudformation:CreateStack cloudformation:UpdateStack"},
	"AmazonEC2ContainerRegistryFullAccess":           {Gives: "all repositories, to push and to delete", allows: "ecr:*"},
	"AmazonEC2ContainerRegistryPowerUser":            {Gives: "all repositories, to push", allows: "ecr:PutImage ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload"},
	"AmazonElasticContainerRegistryPublicFullAccess": {Gives: "all public repositories, to push and to delete", allows: "ecr-public:*"},
	"AmazonElasticContainerRegistryPublicPowerUser":  {Gives: "all public repositories, to push", allows: "ecr-public:PutImage ecr-public:InitiateLayerUpload ecr-public:UploadLayerPart ecr-public:CompleteLayerUpload"},
	"AmazonEC2FullAccess":                            {Gives: "all of EC2", allows: "ec2:* elasticloadbalancing:* cloudwatch:* autoscaling:*"},
	"AmazonVPCFullAccess":                            {Gives: "all networks and security groups", allows: "ec2:AuthorizeSecurityGroupEgress ec2:AuthorizeSecurityGroupIngress ec2:CreateRoute ec2:CreateSecurityGroup"},
	"SecretsManagerReadWrite":                        {Gives: "all secrets", allows: "secretsmanager:* cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet"},
	"AmazonSSMFullAccess":                            {Gives: "all of Systems Manager: every parameter, and a shell on every host", allows: "ssm:* logs:* ec2messages:*"},
	"AWSKeyManagementServicePowerUser":               {Gives: "making keys, and aliases for all of them", allows: "kms:CreateAlias kms:CreateKey kms:DeleteAlias kms:TagResource kms:UntagResource"},
	"AmazonS3FullAccess":                             {Gives: "all buckets", allows: "s3:* s3-object-lambda:*", whole: true},
	"CloudWatchFullAccess":                           {Gives: "all metrics, alarms and logs, to delete too", allows: "cloudwatch:* logs:*"},
	"CloudWatchFullAccessV2":                         {Gives: "all metrics, alarms and logs, to delete too", allows: "cloudwatch:* logs:*"},
	"CloudWatchLogsFullAccess":                       {Gives: "all logs, to delete too", allows: "logs:*"},
	"AmazonDynamoDBFullAccess":                       {Gives: "all tables", allows: "dynamodb:* dax:*"},
	"AmazonDynamoDBFullAccess_v2":                    {Gives: "all tables", allows: "dynamodb:* dax:*"},
	"AmazonSQSFullAccess":                            {Gives: "all queues", allows: "sqs:*", whole: true},
	"AmazonSNSFullAccess":                            {Gives: "all topics", allows: "sns:*"},
	"AmazonRDSFullAccess":                            {Gives: "all databases", allows: "rds:*"},
	"SystemAdministrator":                            {Gives: "most of EC2, RDS, CloudFormation and more", allows: "ec2:Describe*"},
	"ReadOnlyAccess":                                 {Gives: "reading all objects, tables and messages", Reads: true, allows: "s3:Get* ssm:Get* ecr:BatchGetImage ecr:GetDownloadUrlForLayer", whole: true},

	"AWSLambda_FullAccess":              {Gives: "all functions", allows: "lambda:*"},
	"AWSCloudFormationFullAccess":       {Gives: "all stacks", allows: "cloudformation:*"},
	"AWSCodeBuildAdminAccess":           {Gives: "all build projects", allows: "codebuild:*"},
	"AWSCodeCommitFullAccess":           {Gives: "all repositories of CodeCommit, to push and to delete", allows: "codecommit:*"},
	"AWSCodeDeployFullAccess":           {Gives: "all of CodeDeploy", allows: "codedeploy:*"},
	"AWSCodePipeline_FullAccess":        {Gives: "all pipelines", allows: "codepipeline:*"},
	"AWSAppRunnerFullAccess":            {Gives: "all of App Runner", allows: "apprunner:*"},
	"AWSBatchFullAccess":                {Gives: "all of Batch", allows: "batch:*"},
	"AWSStepFunctionsFullAccess":        {Gives: "all state machines", allows: "states:*"},
	"AWSGlueConsoleFullAccess":          {Gives: "all of Glue", allows: "glue:*"},
	"AmazonAthenaFullAccess":            {Gives: "all of Athena", allows: "athena:*"},
	"AmazonBedrockFullAccess":           {Gives: "all of Bedrock", allows: "bedrock:*"},
	"AmazonElastiCacheFullAccess":       {Gives: "all caches", allows: "elasticache:*"},
	"AmazonElasticFileSystemFullAccess": {Gives: "all file systems, to delete too", allows: "elasticfilesystem:*"},
	"AmazonEventBridgeFullAccess":       {Gives: "all of EventBridge", allows: "events:*"},
	"AmazonKinesisFullAccess":           {Gives: "all streams", allows: "kinesis:*"},
	"AmazonMSKFullAccess":               {Gives: "all of Kafka's clusters", allows: "kafka:*"},
	"AmazonOpenSearchServiceFullAccess": {Gives: "all search domains", allows: "es:*"},
	"AmazonRedshiftFullAccess":          {Gives: "all warehouses", allows: "redshift:*"},
	"AmazonRoute53FullAccess":           {Gives: "all DNS zones", allows: "route53:*"},
	"AmazonSESFullAccess":               {Gives: "all of SES, to send as anybody", allows: "ses:*"},
	"AmazonSageMakerFullAccess":         {Gives: "nearly all of SageMaker", allows: "sagemaker:CreateTrainingJob"},
	"CloudFrontFullAccess":              {Gives: "all distributions", allows: "cloudfront:*"},
	"ElasticLoadBalancingFullAccess":    {Gives: "all load balancers", allows: "elasticloadbalancing:*"},
}

// managedDocument is one of AWS's own policies as far as it matters, which stands where something names it; one without
// statements where it is not known.
func managedDocument(m *terraform.Module, name string, named *eval.Value) Document {
	at := named.WhereUsed().Place()
	policy := managedPolicies[name]
	list := func(patterns string) *eval.Value {
		var items []*eval.Value
		for _, p := range strings.Fields(patterns) {
			items = append(items, eval.NewText(p, at))
		}
		return eval.NewList(items, false, at)
	}
	actions := eval.Member{Key: "Action", Value: list(policy.allows)}
	if policy.but != "" {
		actions = eval.Member{Key: "NotAction", Value: list(policy.but)}
	}
	var statements []*eval.Value
	if policy.allows != "" {
		statements = append(statements, eval.NewObject([]eval.Member{
			{Key: "Effect", Value: eval.NewText("Allow", at)}, actions, {Key: "Resource", Value: list("*")},
		}, false, at))
	}
	value := eval.NewObject([]eval.Member{{Key: "Statement", Value: eval.NewList(statements, false, at)}}, false, at)
	return Document{Name: name, managed: !slices.Contains(Admins, name), module: m, argument: eval.NewEncoded(value, at), value: value}
}
