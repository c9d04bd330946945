package iam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// PassRole is the action that gives a service a role to take.
const PassRole = "iam:PassRole"

// Escalation is how an identity can get more permissions than it is given.
type Escalation struct {
	Combination
	Identity *Identity
	// Grants are where each action of the combination is granted.
	Grants []Grant
	// Ways is how many ways there are, this one included.
	Ways int
}

// Escalations are how identities of the module can get more permissions, one for each: the worst and shortest way. An
// administrator has all of them already, and gets none. What AWS's own policies hold in themselves is left out too: whoever
// attaches them has chosen them whole.
func (v *View) Escalations() []Escalation {
	if v.escalations == nil {
		v.escalations = []Escalation{}
		for _, id := range v.Identities() {
			if e, ok := id.escalation(); ok {
				v.escalations = append(v.escalations, e)
			}
		}
	}
	return v.escalations
}

func (id *Identity) escalation() (worst Escalation, found bool) {
	if !id.hasWide() || id.isAdmin() {
		return Escalation{}, false
	}
	var held []Escalation
	for _, e := range id.Holds() {
		if slices.ContainsFunc(e.Grants, Grant.isAdmin) || id.inherits(e) {
			continue
		}
		if slices.ContainsFunc(e.Grants, Grant.isOwn) && !(e.Weight > Severe && e.key().isExcessive(e.Weight == Ordinary)) {
			held = append(held, e)
		}
	}
	if len(held) == 0 {
		return Escalation{}, false
	}
	worst = held[0]
	if i := slices.IndexFunc(held, func(e Escalation) bool { return !e.Limited() }); i >= 0 {
		worst = held[i]
	}
	worst.Ways = countMinimal(held)
	return worst, true
}

// inherits tells whether a group that the identity is in holds a combination by itself: it is reported there.
func (id *Identity) inherits(e Escalation) bool {
	return slices.ContainsFunc(id.groups, func(g *Identity) bool {
		return !slices.ContainsFunc(e.Grants, func(grant Grant) bool {
			return !slices.ContainsFunc(g.statements, grant.Statement.isSame)
		})
	})
}

// isSame tells whether both are one statement, of the same document.
func (s Statement) isSame(o Statement) bool {
	return s.document.Name == o.document.Name && s.value.Written().Same(o.value.Written())
}

// Holds are the combinations that the identity certainly holds, in the order of Combinations.
func (id *Identity) Holds() []Escalation {
	known := map[string]*Grant{} // nil: it certainly isn't granted
	grant := func(action string, c Combination) *Grant {
		if c.on != "" {
			return orNil(id.grantOn(action, id.targets.of(c.on)))
		}
		g, asked := known[action]
		if !asked {
			g = orNil(id.Grant(action))
			known[action] = g
		}
		return g
	}
	var out []Escalation
	for _, c := range Combinations() {
		e := Escalation{Combination: c, Identity: id}
		for _, action := range c.all {
			g := grant(action, c)
			if g == nil {
				e.Grants = nil
				break
			}
			e.Grants = append(e.Grants, *g)
		}
		if len(e.Grants) > 0 {
			out = append(out, e)
		}
	}
	return out
}

func orNil(g Grant, ok bool) *Grant {
	if !ok {
		return nil
	}
	granted := g // allocated only here
	return &granted
}

// countMinimal is how many of the combinations hold no other one.
func countMinimal(held []Escalation) int {
	n := 0
	for i, e := range held {
		contains := func(o Escalation) bool {
			return len(o.Grants) < len(e.Grants) && !slices.ContainsFunc(o.Grants, func(g Grant) bool {
				return !slices.ContainsFunc(e.Grants, func(h Grant) bool { return h.Action == g.Action })
			})
		}
		if !slices.ContainsFunc(held[:i], contains) && !slices.ContainsFunc(held[i:], contains) {
			n++
		}
	}
	return n
}

// hasWide tells whether the identity has a statement that may allow something without a limit to resources, or on itself: most
// identities have none, and need not be looked at further.
func (id *Identity) hasWide() bool {
	return slices.ContainsFunc(id.all(), func(s Statement) bool {
		return s.Allows() && !s.document.managed && slices.ContainsFunc(s.resources(), func(r resource) bool {
			return r.all || r.kind != "" || r.arn != nil && onlyStars(r.arn.name) || isNamed(r.value) || r.value.Suffix() != "" && strings.HasSuffix(r.value.Suffix(), "${aws:username}")
		})
	})
}

// isAdmin tells whether the identity is an administrator as it is, also by one of AWS's own policies.
func (id *Identity) isAdmin() bool {
	return slices.ContainsFunc(id.all(), func(s Statement) bool {
		return s.Allows() && s.Limit() == Unlimited && s.adminAccess() != nil
	})
}

// isAdmin tells whether the action comes from a statement that makes administrators, within conditions: it is reported itself.
func (g Grant) isAdmin() bool { return g.Limited && g.Statement.adminAccess() != nil }

// isOwn tells whether the module grants the action, in a statement that it has written itself.
func (g Grant) isOwn() bool { return !g.Statement.document.managed && !g.Statement.isForeign() }

// Limited tells whether conditions on the caller, the place or the time limit a part of it, or the permissions boundary does.
func (e Escalation) Limited() bool {
	return slices.ContainsFunc(e.Grants, func(g Grant) bool { return g.Limited })
}

// Bounded tells whether the permissions boundary limits a part of it.
func (e Escalation) Bounded() bool {
	return slices.ContainsFunc(e.Grants, func(g Grant) bool { return g.Bounded })
}

// Can is what the identity can do, in words that follow "can".
func (e Escalation) Can() string {
	if e.OnItself() {
		if e.Identity.boundary != nil {
			return "give itself any permissions that its boundary allows"
		}
		return "give itself any permissions"
	}
	return e.Combination.Can
}

// OnItself tells whether the identity can do it to itself.
func (e Escalation) OnItself() bool {
	return e.on == "" && slices.ContainsFunc(e.Grants, func(g Grant) bool { return g.Single })
}

// key is the grant that is the first to mend: of PassRole, if it takes that, or of the first action that the module grants.
func (e Escalation) key() Grant {
	own := slices.DeleteFunc(slices.Clone(e.Grants), func(g Grant) bool { return !g.isOwn() })
	if i := slices.IndexFunc(own, func(g Grant) bool { return g.Action == PassRole }); i >= 0 {
		return own[i]
	}
	return own[0]
}

// At is where to mend it.
func (e Escalation) At() *eval.Value { return e.key().At }

// Remedy is what to do about it, in words.
func (e Escalation) Remedy() string {
	if e.on == "images" {
		return "make the repository's tags immutable"
	}
	key := e.key()
	limitable := false
	for a := range actions.Match(key.Action) {
		limitable = a.Resources
	}
	switch {
	case key.Action == PassRole:
		return "limit " + PassRole + " to the roles that are needed"
	case key.isWildcard():
		return "list the actions that are needed, without " + key.Action
	case limitable:
		return "limit " + key.Action + " to what it is needed for"
	}
	return "take " + key.Action + " out"
}

// isWildcard tells whether nobody has listed the action: a wildcard, or NotAction, takes it in.
func (g Grant) isWildcard() bool {
	pattern, known := g.At.Text()
	return !known || Pattern{Text: pattern}.hasWildcard()
}

// Where tells which statement grants which actions, in words.
func (e Escalation) Where() string {
	var labels []string
	byLabel := map[string][]string{}
	for _, g := range e.Grants {
		label := g.Statement.Label()
		if byLabel[label] == nil {
			labels = append(labels, label)
		}
		byLabel[label] = append(byLabel[label], g.Action)
	}
	var where []string
	for _, label := range labels {
		where = append(where, fmt.Sprintf("%s by %s", enumerate(byLabel[label]), label))
	}
	return strings.Join(where, ", ")
}

// isExcessive tells whether the action is reported as a part of what is too much about the statement, also where that is minor.
// Of mild combinations that says enough.
func (g Grant) isExcessive(minor bool) bool {
	e := g.Statement.Excess()
	// Whoever names the roles of an account leaves it to their trust policies.
	minor = minor || g.Action == "sts:AssumeRole"
	return e != nil && (minor || !e.Minor) && slices.ContainsFunc(e.Actions, func(p string) bool { return actions.MatchesFold(p, g.Action) })
}

// spot is an action in a place.
type spot struct {
	action string
	where  eval.PlaceKey
}

func spotOf(action string, at *eval.Value) spot { return spot{action, at.Place().Key()} }

// beginning is what escalations begin with at one spot.
type beginning struct {
	reported  bool // one of them says more than others do of the action: it is not ordinary
	unlimited bool // such a one is not within conditions
	names     []string
}

func (v *View) beginnings() map[spot]beginning {
	if v.escalating == nil {
		v.escalating = map[spot]beginning{}
		for _, e := range v.Escalations() {
			key := e.key()
			s := spotOf(key.Action, key.At)
			b := v.escalating[s]
			b.reported = b.reported || e.Weight != Ordinary
			b.unlimited = b.unlimited || e.Weight != Ordinary && !e.Limited()
			if !slices.Contains(b.names, e.Identity.Name) {
				b.names = append(b.names, e.Identity.Name)
			}
			v.escalating[s] = b
		}
	}
	return v.escalating
}

// escalates tells whether an escalation is reported at a pattern, for this action. One within conditions says less than the
// action without any, and one that is ordinary less than anything.
func (v *View) escalates(at *eval.Value, action string, limited bool) bool {
	b := v.beginnings()[spotOf(action, at)]
	return b.reported && (limited || b.unlimited)
}

// Others are who else escalates with what an escalation begins with, in words; empty where it is nobody.
func (v *View) Others(e Escalation) string {
	key := e.key()
	others := slices.DeleteFunc(slices.Clone(v.beginnings()[spotOf(key.Action, key.At)].names), func(name string) bool { return name == e.Identity.Name })
	if len(others) == 0 {
		return ""
	}
	return enumerate(others)
}
