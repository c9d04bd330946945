package rules

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// InstanceProfileOverprivileged reports roles of container hosts that can do more than a host has to.
var InstanceProfileOverprivileged = rule.Rule{
	Name:  "aws_iam_instance_profile_overprivileged",
	Title: "Container host with more permissions than a host needs",
	Reports: "The role of container hosts, by an instance profile or as the role of EKS nodes, that has one of AWS's own policies that gives a whole service, such as `AmazonS3FullAccess`, or that may read every object of every bucket. " +
		"In the preset `all` also policies that pods should have themselves: `AmazonEKS_CNI_Policy`, `AmazonEBSCSIDriverPolicy`, `AmazonEFSCSIDriverPolicy`.",
	Why: "Every container on a host can ask the host's metadata service for the credentials of the host's role, unless it is kept from it. What the host may do, each of its containers may do, and whoever breaks into any of them.",
	Fix: "Leave the host what it takes to join the cluster and to pull images, and give the rest to the tasks or pods that need it:\n\n" +
		"```hcl\nresource \"aws_iam_role_policy_attachment\" \"host\" {\n  role       = aws_iam_role.host.name\n  policy_arn = \"arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role\"\n}\n\nresource \"aws_ecs_task_definition\" \"app\" {\n  task_role_arn = aws_iam_role.app.arn # may read its own bucket\n}\n```",
	Silent: []string{
		"What hosts need: `AmazonEC2ContainerServiceforEC2Role`, `AmazonEKSWorkerNodePolicy`, `AmazonEKSWorkerNodeMinimalPolicy`, `AmazonEC2ContainerRegistryReadOnly`, `AmazonEC2ContainerRegistryPullOnly`, `AmazonSSMManagedInstanceCore`, `CloudWatchAgentServerPolicy`.",
		"Instances of which nothing shows that containers run on them: no user data, image, role or capacity provider of ECS, EKS or Batch.",
		"Statements that the rules on what policies allow report, which then say that container hosts have them; `AdministratorAccess`, `PowerUserAccess` and `IAMFullAccess`, which `aws_iam_admin_policy_attached` reports.",
		"Policies of which the ARN is not known.",
	},
	Peers: []string{"Guard `iam_role_elevated_managed_policy_rule`"},
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html",
		"https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html",
		"https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html#_restrict_access_to_the_instance_profile_assigned_to_the_worker_node",
	},
	Risks:    []nist.Risk{nist.NodeTrust},
	Severity: rule.Warning,
	Preset:   rule.Recommended,
	Reads:    append(iam.AttachmentTypes(), iam.GrantorTypes()...),
	Check: func(p *rule.Pass) {
		for _, a := range p.IAM().Attachments() {
			if !p.IAM().IsTakenBy(a.Identity, iam.Node) {
				continue
			}
			who := p.IAM().Who(a.Identity)
			if policy, broad := iam.Broad(a.Managed); broad && !policy.Reads {
				p.Report(a.Policy.WhereUsed(), "%s has %s, so every container on the host gets %s; give it to the tasks or pods that need it", who, a.Managed, policy.Gives)
			} else if iam.IsForPods(a.Managed) && p.Everything {
				p.ReportAs(rule.Notice, a.Policy.WhereUsed(), "%s has %s, so every container on the host has it too; give it to the pods that need it, with EKS Pod Identity", who, a.Managed)
			}
		}
		for _, g := range p.IAM().HostGrants("s3:GetObject") {
			p.Report(g.At, "%s lets container hosts read every object of every bucket, and with them each container on the host; give it to the tasks or pods that need it, for their buckets", g.Statement.Label())
		}
	},
}
