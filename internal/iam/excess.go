package iam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// ExcessKind is what is too much about a statement.
type ExcessKind uint8

const (
	// AdminAccess: whoever holds the statement is an administrator, or can become one.
	AdminAccess ExcessKind = iota + 1
	// WildcardAction: a wildcard takes in writing actions that nobody has listed.
	WildcardAction
	// WildcardResource: writing, permission-changing or secret-reading actions on every resource.
	WildcardResource
)

// Excess is what is too much about a statement. A statement has one at most: administrator access before wildcards in actions
// before wildcards in resources, and what matters before what is Minor.
type Excess struct {
	Kind      ExcessKind
	Statement Statement
	At        *eval.Value // the value to change, where it is used
	Actions   []string    // what is granted: action patterns, or actions
	AllBut    bool        // Actions are what is not granted
	Resources []string    // on what, in words: every resource, arn:aws:s3:::*
	// Limited tells that conditions, or one region, limit what is granted, but not enough.
	Limited bool
	// Conditional tells that conditions do.
	Conditional bool
	// Minor tells that most people don't care: a whole service on single resources, log writing, tags.
	Minor bool
}

// Excess is what is too much about a statement of an identity's policy; nil where nothing is for certain.
func (s Statement) Excess() *Excess {
	if !s.Allows() || s.Principals().Present() || s.NotPrincipals().Present() {
		return nil
	}
	limit := s.Limit()
	if limit == Unknowable {
		return nil
	}
	if e := s.adminAccess(); e != nil {
		return e.limited(limit)
	}
	action := s.wildcardAction().limited(limit)
	if action != nil && !action.Minor || limit >= ByResource {
		return action
	}
	resource := s.wildcardResource().limited(limit)
	if action != nil && (resource == nil || resource.Minor) {
		return action
	}
	return resource
}

// Excesses are what is too much about the granted statements of the module.
func (v *View) Excesses() []*Excess {
	var out []*Excess
	for _, s := range v.Granted() {
		if e := s.Excess(); e != nil {
			out = append(out, e)
		}
	}
	return out
}

func (e *Excess) limited(limit Limit) *Excess {
	if e != nil && limit != Unlimited {
		e.Limited, e.Conditional = true, true
	}
	return e
}

// Granted is what is granted, in words.
func (e *Excess) Granted() string {
	listed := enumerate(e.Actions)
	switch {
	case e.AllBut:
		return "every action but " + listed
	case len(e.Actions) == 1 && (Pattern{Text: e.Actions[0]}).isEvery():
		return "every action"
	}
	return listed
}

// On is on what it is granted, in words.
func (e *Excess) On() string { return enumerate(e.Resources) }

// maxNamed is how many actions or resources a message names.
const maxNamed = 4

// enumerate names the first of some things: a, b and 3 more.
func enumerate(things []string) string {
	last := ""
	switch n := len(things); {
	case n == 1:
		return things[0]
	case n > maxNamed+1:
		things, last = things[:maxNamed], fmt.Sprintf("%d more", n-maxNamed)
	default:
		things, last = things[:n-1], things[n-1]
	}
	return strings.Join(things, ", ") + " and " + last
}

// adminAccess is every action, or all that it takes to get them, on every resource.
func (s Statement) adminAccess() *Excess {
	where, reached := widest(s.resources(), func(r resource) Reach { return r.reach("iam") })
	if reached < Everything {
		return nil
	}
	e := &Excess{Kind: AdminAccess, Statement: s, Resources: []string{s.on(where)}}
	if excepted := s.exceptedActions(where.all); excepted != nil {
		e.At, e.Actions, e.AllBut = s.NotActions().WhereUsed(), excepted, true
		return e
	}
	granted := patterns(s.Actions())
	switch {
	case where.all && everyAction(granted):
	case everyAction(granted, waysToAdmin...):
		granted = slices.DeleteFunc(granted, func(p Pattern) bool {
			return !slices.ContainsFunc(waysToAdmin, func(a string) bool { return actions.MatchesFold(p.Text, a) })
		})
	default:
		return nil
	}
	if i := slices.IndexFunc(granted, Pattern.isWhole); i >= 0 && everyAction(granted[i:i+1], waysToAdmin...) {
		// One wildcard says it all.
		granted = granted[i : i+1]
	}
	e.At, e.Actions = granted[0].Value.WhereUsed(), actionTexts(granted)
	return e
}

// exceptedActions are the patterns of NotAction, where it is certain that they leave actions with which one can become an
// administrator: on all resources any writing action is taken for that, because nobody has listed them.
func (s Statement) exceptedActions(everywhere bool) []string {
	not := s.NotActions()
	excepted := patterns(not)
	if !not.Present() || not.Open() || len(excepted) < len(not.Items()) || len(excepted) == 0 {
		return nil
	}
	left := func(action string) bool {
		return !slices.ContainsFunc(excepted, func(p Pattern) bool { return actions.MatchesFold(p.Text, action) })
	}
	if !everywhere {
		if !slices.ContainsFunc(waysToAdmin, func(a string) bool { return !left(a) }) {
			return actionTexts(excepted)
		}
		return nil
	}
	for a := range actions.Match("*") {
		if !a.ReadOnly() && left(a.String()) {
			return actionTexts(excepted)
		}
	}
	return nil
}

// wildcardAction is wildcards that take in writing actions that nobody has listed, on everything of a service. On single
// resources a whole service is Minor.
func (s Statement) wildcardAction() *Excess {
	e := &Excess{Kind: WildcardAction, Statement: s, Limited: true}
	minor := &Excess{Kind: WildcardAction, Statement: s, Minor: true}
	resources := s.resources()
	for _, p := range patterns(s.Actions()) {
		if !p.isBroad() {
			continue
		}
		where, reached := widest(resources, func(r resource) Reach { return r.reach(p.service()) })
		switch {
		case reached == Everything, reached == Region && p.isWhole():
			e.add(p.Text, p.Value, s.on(where))
			e.Limited = e.Limited && reached == Region
		case reached > Nothing && p.isWhole(), reached == Region:
			minor.add(p.Text, p.Value, s.on(where))
		}
	}
	if e.At != nil {
		return e
	}
	return minor.orNil()
}

// wildcardResource is writing, permission-changing or secret-reading actions that could be limited to resources, and are not.
func (s Statement) wildcardResource() *Excess {
	e := &Excess{Kind: WildcardResource, Statement: s}
	minor := &Excess{Kind: WildcardResource, Statement: s, Minor: true}
	resources := s.resources()
	for _, p := range patterns(s.Actions()) {
		matched := 0
		var serious, slight named
		for a := range actions.Match(p.Text) {
			matched++
			if !couldBeLimited(a) {
				continue
			}
			where, reached := widest(resources, func(r resource) Reach { return r.reachOf(a) })
			switch weigh(a, reached) {
			case isSerious:
				serious.add(a, where)
			case isSlight:
				slight.add(a, where)
			}
		}
		e.addActions(p, serious, matched)
		minor.addActions(p, slight, matched)
	}
	if e.At != nil {
		return e
	}
	return minor.orNil()
}

// named are actions to name, and the resources that they are granted on.
type named struct {
	actions   []string
	resources []resource
}

func (n *named) add(a actions.Action, r resource) {
	n.actions, n.resources = append(n.actions, a.String()), append(n.resources, r)
}

// weight is how bad an action is on the resources that it is granted on.
type weight uint8

const (
	isFine weight = iota
	isSlight
	isSerious
)

// slightActions are actions that AWS's own policies for tasks, functions and hosts grant on everything: writing logs and
// metrics, pulling images, the network interfaces of functions and builds, whose names nobody knows beforehand, and the reports
// of the SSM agent.
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/CloudWatchAgentServerPolicy.html
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
var slightActions = []string{
	"logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "cloudwatch:PutMetricData",
	"ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer",
	"ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:UnassignPrivateIpAddresses",
	"ssm:PutComplianceItems", "ssm:PutConfigurePackageResult", "ssm:PutInventory", "ssm:UpdateAssociationStatus",
	"ssm:UpdateInstanceAssociationStatus", "ssm:UpdateInstanceInformation",
}

// couldBeLimited tells whether an action is one to limit to resources: it can be, and it changes something or reads what is
// worth it. iam:PassRole is for a rule of its own.
func couldBeLimited(a actions.Action) bool {
	name := a.String()
	return a.Resources && name != "iam:PassRole" && (!a.ReadOnly() || slices.Contains(slightActions, name))
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
	case reached == Everything, a.Secret, a.Level == actions.Permissions:
		return isSerious
	}
	// Whoever names a kind, or a region, has thought of it; some actions can't be limited further, because what they make
	// has no name yet.
	return isSlight
}

// addActions takes in what a pattern matches: the pattern itself, where all of it is to be named.
func (e *Excess) addActions(p Pattern, n named, matched int) {
	whole := len(n.actions) == matched && matched > 1
	for i, action := range n.actions {
		if whole {
			action = p.Text
		}
		e.add(action, n.resources[i].value, e.Statement.on(n.resources[i]))
	}
}

// add takes in an action, or a pattern, on resources.
func (e *Excess) add(action string, at *eval.Value, on string) {
	if e.At == nil {
		e.At = at.WhereUsed()
	}
	if !slices.Contains(e.Actions, action) {
		e.Actions = append(e.Actions, action)
	}
	if !slices.Contains(e.Resources, on) {
		e.Resources = append(e.Resources, on)
	}
}

func (e *Excess) orNil() *Excess {
	if e.At == nil {
		return nil
	}
	return e
}
