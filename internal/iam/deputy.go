package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Deputy is a statement that lets a service assume a role for whatever account the service works for.
type Deputy struct {
	TrustStatement
	Service string // ecs-tasks.amazonaws.com
	At      *eval.Value
}

// deputies are the services that build and run containers, and say for which account they assume a role: what AWS's
// documentation of each shows, as of November 2026. Left out are those that don't say so, or of which AWS doesn't: ec2, whose
// roles nothing of another account can use, pods.eks, and ecs, which manages infrastructure.
//
//	https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
//	https://docs.aws.amazon.com/eks/latest/userguide/cross-service-confused-deputy-prevention.html
//	https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html
//	https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html
//	https://docs.aws.amazon.com/codedeploy/latest/userguide/security_confused_deputy.html
//	https://docs.aws.amazon.com/batch/latest/userguide/cross-service-confused-deputy-prevention.html
var deputies = []string{"ecs-tasks", "eks", "eks-fargate-pods", "codebuild", "codedeploy", "batch"}

// Deputies are the statements of trust policies that trust such a service without a condition on the source.
func (v *View) Deputies() []Deputy {
	var out []Deputy
	for _, s := range v.trustStatements() {
		// One for everyone is another finding.
		if s.isForAnyone() || !s.Covers("sts:AssumeRole") || s.NarrowsCallers() != NotNarrowed {
			continue
		}
		services := s.of(ServicePrincipal)
		i := slices.IndexFunc(services, func(t Trusted) bool {
			// The end of the name may not be known: ecs-tasks.${data.aws_partition.current.dns_suffix}.
			name, _, ended := strings.Cut(strings.ToLower(t.Value.Prefix()), ".")
			return ended && slices.Contains(deputies, name)
		})
		if i < 0 || s.keptOut(ServicePrincipal, Condition.guardsCallers) {
			continue
		}
		name, _, _ := strings.Cut(services[i].Value.Prefix(), ".")
		out = append(out, Deputy{s, name + ".amazonaws.com", services[i].Value.WhereUsed()})
	}
	return out
}

// guardsCallers tells whether a Deny with the condition keeps strangers out: they meet the opposite of what narrows.
func (c Condition) guardsCallers() bool {
	return c.negated() && c.opposite().narrowsCallers() == Narrowed
}
