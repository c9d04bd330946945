package iam

import (
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// merged are the statements of a data source as the provider merges them: those of the source documents first, then its own,
// then those of the override documents. A later statement takes the place of an earlier one that has the same sid.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document#source_policy_documents
func merged(arguments *eval.Value) *eval.Value {
	m := &merge{place: arguments.Get("statement").Place()}
	m.documents(arguments.Get("source_json"), false)
	m.documents(arguments.Get("source_policy_documents"), false)
	m.earlier = len(m.items)
	m.statements(ownStatements(arguments), false, false)
	m.documents(arguments.Get("override_policy_documents"), true)
	m.documents(arguments.Get("override_json"), true)
	list := eval.NewList(m.items, m.open, m.place)
	if m.open {
		return list.Because(m.cause)
	}
	return list
}

type merge struct {
	place eval.Place
	items []*eval.Value
	open  bool
	cause *eval.Cause // why it is open
	// earlier is how many of items the next statements may take the place of: the provider wants the sids of the source
	// documents to differ, and those of its own statements.
	earlier int
}

// documents takes in a list of JSON documents, or a single one. override tells that statements are there to replace others.
func (m *merge) documents(list *eval.Value, override bool) {
	for _, item := range list.Items() {
		alternatives := item.Alternatives()
		maybe := item.Maybe() || len(alternatives) > 1
		for _, document := range alternatives {
			if document.Absent() || document.Is("") {
				continue
			}
			if override {
				m.earlier = len(m.items)
			}
			for _, statements := range document.DecodeJSON().GetFold("Statement").Alternatives() {
				if statements.IsObject() {
					statements = eval.NewList([]*eval.Value{statements}, false, statements.Place())
				}
				if isGrantedElsewhere(document) {
					statements = statements.MapItems(markWritten)
				}
				m.statements(statements, maybe, override)
			}
		}
	}
	if list.Open() {
		m.unknown(list, override)
	}
}

// statements takes in the statements of a document, which may not be there.
func (m *merge) statements(list *eval.Value, maybe, override bool) {
	for _, s := range list.Items() {
		m.statement(s, maybe || s.Maybe(), override)
	}
	if list.Open() {
		m.unknown(list, override)
	}
}

func (m *merge) statement(s *eval.Value, maybe, override bool) {
	if s.Unknown() {
		m.unknown(s, override)
		return
	}
	sid := s.GetFold("Sid")
	name, known := sid.Text()
	if maybe {
		s = s.Optional()
	}
	if sid.Absent() || known && name == "" {
		m.items = append(m.items, s)
		return
	}
	for i, other := range m.items[:m.earlier] {
		// Where one of two names is not known they may be the same, and the later statement takes the earlier one's place.
		if theirs := other.GetFold("Sid"); !theirs.Absent() && !theirs.Is("") && (!known || !isText(theirs)) {
			m.items[i] = other.Optional()
		}
	}
	if !known {
		m.items = append(m.items, s)
		return
	}
	i := slices.IndexFunc(m.items, func(other *eval.Value) bool { return other.GetFold("Sid").Is(name) })
	switch {
	case i < 0:
		m.items = append(m.items, s)
	case maybe:
		m.items[i] = eval.Choose(m.place, m.items[i], s)
	default:
		m.items[i] = s
	}
}

func isText(v *eval.Value) bool {
	_, known := v.Text()
	return known
}

// unknown takes in statements that are not known, because of a value. Those of an override document may replace whatever has a name.
func (m *merge) unknown(because *eval.Value, override bool) {
	m.open = true
	if others := because.Others(); others != nil {
		because = others
	}
	if m.cause == nil {
		m.cause = because.Reason().Cause()
	}
	if !override {
		return
	}
	for i, s := range m.items {
		sid := s.GetFold("Sid")
		if name, known := sid.Text(); !sid.Absent() && (!known || name != "") {
			place := s.Place()
			m.items[i] = eval.NewUnknown(place, &eval.Cause{Kind: eval.OpenObject, What: "override_policy_documents", Range: place.Range})
		}
	}
}
