package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// wildcardAction is wildcards that take in writing actions that nobody has listed, on everything of a service. On single
// resources a whole service is Minor.
func (s Statement) wildcardAction() *Excess {
	if !s.NotActions().Absent() && !s.isListed(resource{all: true}) {
		return s.allButActions()
	}
	e := Excess{Kind: WildcardAction, Statement: s, Limited: true}
	minor := Excess{Kind: WildcardAction, Statement: s, Minor: true}
	resources := s.resources()
	for _, p := range s.granted() {
		if !p.isBroad() {
			continue
		}
		where, reached := widest(resources, func(r resource) Reach { return r.reach(p.service()) })
		if s.isWithheld(p.Text, where) || p.isEvery() && s.isListed(where) {
			continue
		}
		switch {
		case reached == Everything, reached == Region && p.isWhole():
			e.add(p.Text, p.Value, s.on(where))
			e.Limited = e.Limited && reached == Region
		case reached > Nothing && p.isWhole(), reached == Region:
			minor.add(p.Text, p.Value, s.on(where))
		}
	}
	if e.At != nil {
		return e.orNil()
	}
	return minor.orNil()
}

// allButActions is every action but some, on everything of a service; on single resources it is Minor.
func (s Statement) allButActions() *Excess {
	excepted := s.exceptedActions(true)
	if excepted == nil {
		return nil
	}
	e := Excess{Kind: WildcardAction, Statement: s, Actions: excepted, AllBut: true, Limited: true}
	minor := Excess{Kind: WildcardAction, Statement: s, Actions: excepted, AllBut: true, Minor: true}
	for _, r := range s.resources() {
		if r.arn == nil || strings.ContainsAny(r.arn.service, "*?") || !s.leavesWriting(r, excepted) {
			continue
		}
		switch reached := r.reach(r.arn.service); reached {
		case Everything, Region:
			e.add("", s.NotActions(), s.on(r))
			e.Limited = e.Limited && reached == Region
		default:
			minor.add("", s.NotActions(), s.on(r))
		}
	}
	if e.At != nil {
		return e.orNil()
	}
	return minor.orNil()
}

// leavesWriting tells whether a writing action on a resource is left, by NotAction and by denials.
func (s Statement) leavesWriting(on resource, excepted []string) bool {
	for a := range actions.Match(on.arn.service + ":*") {
		left := !slices.ContainsFunc(excepted, func(p string) bool { return actions.MatchesFold(p, a.String()) })
		if left && !a.ReadOnly() && !s.isWithheld(a.String(), on) {
			return true
		}
	}
	return false
}

// wildcardResource is writing, permission-changing or secret-reading actions that could be limited to resources, and are not.
// What is idle is left out.
func (s Statement) wildcardResource(idle func(p Pattern, action string) bool) *Excess {
	var all []granted
	worst := isFine
	resources := s.resources()
	for _, p := range s.granted() {
		var matched []granted
		n := 0
		for a := range actions.Match(p.Text) {
			n++
			if couldBeLimited(a) {
				where, reached := widest(resources, func(r resource) Reach { return r.reachOf(a) })
				weight := weigh(a, reached)
				if s.NotActions().Present() && s.covering(a.String()) == nil || s.isWithheld(a.String(), where) || weight > isFine && idle != nil && idle(p, a.String()) {
					continue
				}
				matched = append(matched, granted{a.String(), where, weight})
			}
		}
		all = append(all, asWritten(p, matched, n)...)
	}
	for _, g := range all {
		worst = max(worst, g.weight)
	}
	// With something serious in the statement all that is worth it is named, otherwise all there is.
	least := isSlight
	if worst == isSerious {
		least = isPartial
	}
	e := Excess{Kind: WildcardResource, Statement: s, Minor: worst < isSerious}
	seen := map[string]bool{}
	for _, g := range all {
		if g.weight >= least && !seen[g.action] {
			seen[g.action] = true
			e.add(g.action, g.on.value, s.on(g.on))
		}
	}
	return e.orNil()
}

// isWithheld tells whether what the statement allows on a resource is certainly taken back: by a Deny, or by its holder's
// permissions boundary.
func (s Statement) isWithheld(action string, on resource) bool {
	return s.isDenied(action, on) || s.boundary.leavesOut(action)
}

// isDenied tells whether a Deny of the statement's document, or of its holder's policies, is certainly about what it allows on
// a resource.
func (s Statement) isDenied(action string, on resource) bool {
	return slices.ContainsFunc(s.denies, func(deny Statement) bool { return deny.withholds(action, on) })
}

// granted is an action that could be limited to resources, and what it is granted on.
type granted struct {
	action string
	on     resource
	weight weight
}

// asWritten is what a pattern matches as the pattern itself, where all of it is the same.
func asWritten(p Pattern, matched []granted, n int) []granted {
	if n < 2 || len(matched) < n {
		return matched
	}
	for _, g := range matched[1:] {
		if g.weight != matched[0].weight || g.on != matched[0].on {
			return matched
		}
	}
	matched[0].action = p.Text
	return matched[:1]
}

// granted are the action patterns of the statement, or the parts of them that its holder's boundary lists, and the denials
// that leave only what they list: Effect = "Deny", NotAction = […].
func (s Statement) granted() []Pattern {
	excepted := s.exceptedActions(true)
	if excepted == nil || !s.isListed(resource{all: true}) {
		return s.leftOf(s.ActionPatterns())
	}
	return slices.DeleteFunc(s.leftOf([]Pattern{{"*", s.NotActions()}}), func(p Pattern) bool {
		return slices.ContainsFunc(excepted, func(but string) bool { return actions.MatchesFold(but, p.Text) })
	})
}

// leftOf is what is left of patterns where denials, or the boundary, list all that they leave.
func (s Statement) leftOf(out []Pattern) []Pattern {
	for _, deny := range s.denies {
		if deny.NotActions().Present() && deny.withholds(unlisted, resource{all: true}) {
			out = narrowed(out, patterns(deny.NotActions().CertainItems()))
		}
	}
	if s.boundary != nil && s.boundary.whole {
		out = narrowed(out, s.boundary.listed())
	}
	return out
}

// narrowed are patterns, of those that a list doesn't hold whole the parts that it holds. What the list only overlaps stays as it is.
func narrowed(granted, list []Pattern) []Pattern {
	var out []Pattern
	for _, p := range granted {
		var parts []Pattern
		for _, listed := range list {
			switch {
			case listed.Matches(p.Text):
			case p.Matches(listed.Text):
				parts = append(parts, Pattern{listed.Text, p.Value})
			default:
				parts = append(parts, p.shared(listed)...)
			}
		}
		if len(parts) == 0 || slices.ContainsFunc(list, func(listed Pattern) bool { return listed.Matches(p.Text) }) {
			parts = []Pattern{p}
		}
		out = append(out, parts...)
	}
	return out
}

// shared are the actions that two patterns have in common, neither of which holds the other: iam:*Role and iam:Pass*.
func (p Pattern) shared(o Pattern) []Pattern {
	if !p.hasWildcard() || !o.hasWildcard() || !overlap(p.service(), o.service()) {
		return nil
	}
	var out []Pattern
	for a := range actions.Match(o.Text) {
		if actions.MatchesFold(p.Text, a.String()) {
			out = append(out, Pattern{a.String(), p.Value})
		}
	}
	return out
}

// weight is how bad an action is on the resources that it is granted on.
type weight uint8

const (
	isFine    weight = iota
	isSlight         // most people don't care
	isPartial        // it would be serious on everything
	isSerious
)

// slightActions are actions that AWS's own policies for tasks, functions and hosts grant on everything: writing logs, pulling
// images, the network interfaces of functions and builds, whose names nobody knows beforehand, and the reports of the agents of
// SSM and ECS.
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/CloudWatchAgentServerPolicy.html
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEC2ContainerServiceforEC2Role.html
var slightActions = []string{
	"logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents",
	"ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer",
	"ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:UnassignPrivateIpAddresses",
	"ssm:PutComplianceItems", "ssm:PutConfigurePackageResult", "ssm:PutInventory", "ssm:UpdateAssociationStatus",
	"ssm:UpdateInstanceAssociationStatus", "ssm:UpdateInstanceInformation",
	"ecs:CreateCluster", "ecs:DeregisterContainerInstance", "ecs:Poll", "ecs:RegisterContainerInstance", "ecs:StartTelemetrySession",
	"ecs:SubmitAttachmentStateChanges", "ecs:SubmitContainerStateChange", "ecs:SubmitTaskStateChange", "ecs:UpdateContainerInstancesState",
}

// couldBeLimited tells whether an action is one to limit to resources: it can be, and it changes something or reads what is
// worth it. iam:PassRole is for a rule of its own, and metrics are limited by a condition on their namespace, hardly to resources:
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html
func couldBeLimited(a actions.Action) bool {
	name := a.String()
	return a.Resources && name != "iam:PassRole" && name != "cloudwatch:PutMetricData" && (!a.ReadOnly() || slices.Contains(slightActions, name))
}

// weigh tells how bad an action that could be limited is on so many resources.
func weigh(a actions.Action, reached Reach) weight {
	switch {
	case reached <= Few:
		return isFine
	case slices.Contains(slightActions, a.String()):
		if reached == Everything {
			return isSlight
		}
		return isFine
	case a.Level == actions.Tagging:
		return isSlight
	case reached == Everything:
		return isSerious
	case a.Service == "sts":
		// In other accounts the roles' trust policies decide.
		return isSlight
	case a.Secret, a.Level == actions.Permissions:
		return isSerious
	}
	// Whoever names a kind, or a region, has thought of it; some actions can't be limited further, because what they make
	// has no name yet.
	return isPartial
}
