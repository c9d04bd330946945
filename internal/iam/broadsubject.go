package iam

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// BroadSubject is a statement that trusts an OpenID Connect provider, and takes tokens of more subjects than it should.
type BroadSubject struct {
	TrustStatement
	Breadth Breadth
	// At is what says so: the pattern of the subject, or the provider where there is no condition on the subject.
	At *eval.Value
	// Missing tells that no condition limits the subject.
	Missing bool
	Issuer  Issuer
}

// Subject is the pattern of the subject, for a message.
func (b BroadSubject) Subject() string { return shown(b.At) }

// BroadSubjects are the statements of trust policies that take tokens of an OpenID Connect provider with any subject, or any of
// a kind.
func (v *View) BroadSubjects() []BroadSubject {
	var out []BroadSubject
	for _, s := range v.trustStatements() {
		conditions, open := s.namedConditions()
		if provider := v.webIdentity(s, conditions); provider != nil && !open {
			if b := v.broadSubject(s, provider, conditions); b.Breadth != Particular {
				out = append(out, b)
			}
		}
	}
	return out
}

// webIdentity is the provider of OpenID Connect that the statement trusts, nil where it trusts none that is told apart by
// subjects.
func (v *View) webIdentity(s TrustStatement, conditions []Condition) *eval.Value {
	if !s.Covers("sts:AssumeRoleWithWebIdentity") {
		return nil
	}
	if anyone, ok := s.Anyone(); ok && (!anyone.Federated || s.NarrowsCallers() != Narrowed) {
		return nil // that is the finding
	}
	if slices.ContainsFunc(conditions, func(c Condition) bool { return strings.HasPrefix(strings.ToLower(c.Key), "saml:") }) {
		return nil // no token of OpenID Connect passes it
	}
	for _, t := range s.of(FederatedPrincipal) {
		if !t.isSAML() && v.issuer(t.Value, conditions).tenancy != byAudience {
			return t.Value
		}
	}
	return nil
}

func (v *View) broadSubject(s TrustStatement, provider *eval.Value, conditions []Condition) BroadSubject {
	issuer := v.issuer(provider, conditions)
	out := BroadSubject{s, Everyone, provider.WhereUsed(), true, issuer}
	for _, c := range conditions {
		breadth, at := c.admits(issuer, hasToExist(conditions, c))
		if breadth < out.Breadth {
			out.Breadth, out.At, out.Missing = breadth, at, false
		}
		if breadth == Everyone && at != nil && out.Missing {
			out.At, out.Missing = at, false
		}
	}
	switch {
	case out.Breadth == Particular:
		return out
	case out.Breadth == Everyone && issuer.tenancy == ofOrganization:
		out.Breadth = WholeOrganization
	case issuer.URL == "" && !out.Missing:
		out.Issuer = issuerBySubject(pattern(out.At))
	}
	if s.keptOut(FederatedPrincipal, func(c Condition) bool {
		if !c.negated() {
			return false
		}
		breadth, _ := c.opposite().admits(issuer, true)
		return breadth < Everyone
	}) {
		out.Breadth = Particular
	}
	return out
}

// hasToExist tells whether another condition wants the key of this one to be there.
func hasToExist(conditions []Condition, c Condition) bool {
	return slices.ContainsFunc(conditions, func(o Condition) bool {
		return o.test() == "null" && o.claim() == c.claim() && o.says("false")
	})
}

// WithoutAudience are the statements that trust an OpenID Connect provider, take tokens of particular subjects only, but don't
// say for whom a token has to be.
func (v *View) WithoutAudience() []BroadSubject {
	var out []BroadSubject
	for _, s := range v.trustStatements() {
		conditions, open := s.namedConditions()
		provider := v.webIdentity(s, conditions)
		if provider == nil || open || slices.ContainsFunc(conditions, Condition.mayBeAudience) {
			continue
		}
		if b := v.broadSubject(s, provider, conditions); b.Breadth == Particular {
			b.At = provider.WhereUsed()
			out = append(out, b)
		}
	}
	return out
}

// mayBeAudience tells whether the condition limits the audience, or may.
func (c Condition) mayBeAudience() bool {
	switch c.claim() {
	case "?", "azp", "oaud":
		return true
	case "aud":
		return !c.negated() && c.test() != "null" && !c.anyValue()
	}
	return false
}
