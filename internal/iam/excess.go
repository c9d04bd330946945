package iam

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/words"
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
	// Within is within what it is granted, in words: its conditions, the permissions boundary. It is empty where nothing limits it.
	Within string
	// Holder is the workload that takes the role which the statement belongs to, in words; empty where there is none.
	Holder string
	// Minor tells that most people don't care: a whole service on single resources, log writing, tags.
	Minor bool
	// InEveryCase tells that something of it is one of several values, each of which is as bad or worse.
	InEveryCase bool
}

// Excess is what is too much about a statement of an identity's policy; nil where nothing is for certain.
func (s Statement) Excess() *Excess { return s.excess(nil) }

// isLimited tells whether an action is allowed within conditions, or in one region, or is so by the holder's boundary.
func (s Statement) isLimited(action string) bool {
	return s.limitOf(action) != Unlimited || s.boundary.limits(action)
}

// excess is Excess without the actions on every resource that are idle: another finding is about them.
func (s Statement) excess(idle func(p Pattern, action string) bool) *Excess {
	if !s.Allows() || s.Principals().Present() || s.NotPrincipals().Present() {
		return nil
	}
	limit := s.Limit()
	if limit == Unknowable {
		return nil
	}
	if e := s.adminAccess(); e != nil {
		return e.limited(limit).bounded()
	}
	action := s.wildcardAction().limited(limit).bounded()
	if action != nil && !action.Minor || limit >= ByResource {
		return action
	}
	resource := s.wildcardResource(idle).limited(limit).bounded()
	if action != nil && (resource == nil || resource.Minor) {
		return action
	}
	return resource
}

// Excesses are what is too much about the granted statements of the module, for those who are most allowed by them. Left out are
// single actions that an escalation is about.
func (v *View) Excesses() []*Excess {
	var out []*Excess
	at := map[origins]int{}
	for _, s := range v.Granted() {
		for _, held := range v.asHeld(s) {
			idle := func(p Pattern, action string) bool {
				return !p.hasWildcard() && v.escalates(p.Value.WhereUsed(), action, held.isLimited(action))
			}
			e := held.excess(idle)
			if certain := held.excessInEveryCase(idle); certain != nil && (e == nil || certain.isWorse(e)) {
				e = certain
			}
			if e == nil {
				continue
			}
			e.Holder = v.holderOf(held)
			where := held.origins()
			switch i, known := at[where]; {
			case !known:
				at[where] = len(out)
				out = append(out, e)
			case e.isWorse(out[i]):
				out[i] = e
			}
		}
	}
	return out
}

// origins is where a statement is written, with its actions and resources, which may be others for each instance.
type origins struct {
	statement          eval.PlaceKey
	actions, resources hcl.Range
}

func (s Statement) origins() origins {
	return origins{s.value.Written().Key(), firstPlace(s.Actions(), s.NotActions()), firstPlace(s.Resources(), s.NotResources())}
}

// firstPlace is where the first element of lists stands.
func firstPlace(lists ...*eval.Value) hcl.Range {
	for _, list := range lists {
		for _, item := range list.Items() {
			return item.WhereUsed().Place().Range
		}
	}
	return hcl.Range{}
}

// isWorse tells whether it is more that is too much than another.
func (e *Excess) isWorse(o *Excess) bool {
	rank := func(e *Excess) (n int) {
		for _, milder := range []bool{e.Minor, e.Limited, e.Kind > AdminAccess, e.Kind > WildcardAction} {
			n *= 2
			if milder {
				n++
			}
		}
		return n
	}
	return rank(e) < rank(o)
}

func (e *Excess) limited(limit Limit) *Excess {
	if e != nil && limit != Unlimited {
		e.Limited = true
		e.within("its conditions")
	}
	return e
}

// bounded is the excess within the permissions boundary of the statement's holder. One that is not known makes less of an
// administrator, for certain: it is there to leave that out. Of a wildcard it may leave all there is.
func (e *Excess) bounded() *Excess {
	if e == nil || e.Statement.boundary == nil {
		return e
	}
	b := e.Statement.boundary
	limits := e.Kind == AdminAccess
	if b.whole {
		judged := e.Actions
		if e.AllBut {
			judged = []string{unlisted}
		}
		limits = !slices.ContainsFunc(judged, func(action string) bool { return !b.limits(action) })
	}
	narrows := b.whole && (e.Statement.NotActions().Present() && !b.allows(unlisted) ||
		slices.ContainsFunc(e.Statement.ActionPatterns(), func(p Pattern) bool { return !b.allows(p.Text) }))
	if limits || narrows {
		e.Limited = e.Limited || limits
		e.within("the permissions boundary")
	}
	return e
}

func (e *Excess) within(what string) { e.Within = strings.TrimPrefix(e.Within+" and "+what, " and ") }

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

// enumerate is some things in words: as many actions or resources as a message names.
func enumerate(things []string) string { return words.List(things, 4) }

// adminAccess is every action, or all that it takes to get them, on every resource, if denials and the boundary leave enough of it.
func (s Statement) adminAccess() *Excess {
	where, reached := widest(s.resources(), func(r resource) Reach { return r.reach("iam") })
	if reached < Everything {
		return nil
	}
	e := &Excess{Kind: AdminAccess, Statement: s, Resources: []string{s.on(where)}}
	if excepted := s.exceptedActions(where.all); excepted != nil && !s.isListed(where) {
		if !s.leavesAdmin(where) {
			return nil
		}
		e.At, e.Actions, e.AllBut = s.NotActions().WhereUsed(), excepted, true
		return e
	}
	granted := s.granted()
	switch {
	case where.all && everyAction(granted):
		if !s.leavesAdmin(where) {
			return nil
		}
	case everyAction(granted, waysToAdmin...):
		if slices.ContainsFunc(waysToAdmin, func(a string) bool { return s.covering(a) == nil || s.isWithheld(a, where) }) {
			return nil
		}
		granted = slices.DeleteFunc(slices.Clone(granted), func(p Pattern) bool {
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

// leavesAdmin tells whether denials and the boundary leave a way to become an administrator, or any writing action that nobody has
// listed: an exception for some actions does not help, but a list of those that are left does.
func (s Statement) leavesAdmin(where resource) bool {
	if len(s.denies) == 0 && s.boundary == nil {
		return true
	}
	left := func(action string) bool { return s.covering(action) != nil && !s.isWithheld(action, where) }
	if slices.ContainsFunc(waysToAdmin, left) {
		return true
	}
	if s.isListed(where) {
		return false
	}
	for a := range actions.Match("*") {
		if !a.ReadOnly() && left(a.String()) {
			return true
		}
	}
	return false
}

// unlisted is an action that there is not, so that no list has it.
const unlisted = "none:of-all"

// isListed tells whether a Deny, or the boundary, leaves only actions that it lists: Effect = "Deny", NotAction = […].
func (s Statement) isListed(where resource) bool { return s.isWithheld(unlisted, where) }

// exceptedActions are the patterns of NotAction, where it is certain that they leave actions with which one can become an
// administrator: on all resources any writing action is taken for that, because nobody has listed them.
func (s Statement) exceptedActions(everywhere bool) []string {
	if everywhere {
		return s.elements.excepted
	}
	return s.readExcepted(false)
}

func (s Statement) readExcepted(everywhere bool) []string {
	not := s.NotActions()
	excepted := patterns(not.CertainItems())
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

// add takes in an action, or a pattern, on resources; of all but some actions only the resources.
func (e *Excess) add(action string, at *eval.Value, on string) {
	if e.At == nil {
		e.At = at.WhereUsed()
	}
	if !e.AllBut {
		e.Actions = append(e.Actions, action)
	}
	if !slices.Contains(e.Resources, on) {
		e.Resources = append(e.Resources, on)
	}
}

// orNil is the excess, or nil where there is nothing about the statement: of most there isn't, and they need no room.
func (e Excess) orNil() *Excess {
	if e.At == nil {
		return nil
	}
	found := e
	return &found
}
