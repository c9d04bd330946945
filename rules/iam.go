package rules

import (
	"fmt"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// silentPolicies is when the rules on what policies grant are silent.
var silentPolicies = []string{
	"`Deny` statements, and statements with principals: policies of resources and trust policies.",
	"Permissions boundaries, also policies called so that nothing here attaches, policies of an organization, and session policies (`aws_eks_pod_identity_association`): they grant nothing.",
	"Documents that no resource, output or module call refers to.",
	"Statements with a `sid` that an unknown override document may replace.",
	"Statements of a data source or a policy of another module of the configuration: they are reported there.",
}

// eachExcess reports what is too much about statements, of one kind. leadsTo is what comes of it, and what to write instead.
func eachExcess(kind iam.ExcessKind, leadsTo string) func(*rule.Pass) {
	return func(p *rule.Pass) {
		for _, e := range p.Excesses(kind) {
			message := fmt.Sprintf("%s allows %s on %s", heldLabel(e.Statement, e.Holder), e.Granted(), e.On())
			if e.Within != "" {
				message += " within " + e.Within
			}
			message += ", " + leadsTo
			if e.InEveryCase {
				message += rule.NoBetter
			}
			switch {
			case !e.Minor && !e.Limited:
				p.Report(e.At, "%s", message)
			case !e.Minor || p.Everything:
				p.ReportAs(rule.Notice, e.At, "%s", message)
			}
		}
	}
}

// heldLabel is how a message calls a statement, with the workload that has it, where there is one.
func heldLabel(s iam.Statement, holder string) string {
	if holder == "" {
		return s.Label()
	}
	return fmt.Sprintf("%s, held by %s,", s.Label(), holder)
}
