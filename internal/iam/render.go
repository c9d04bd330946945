package iam

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Render is what data.aws_iam_policy_document makes of its arguments: the document as JSON, every part of it where it is
// written in a block. What it does with other documents is told in merge.go.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
func Render(arguments *eval.Value) map[string]*eval.Value {
	place := arguments.Place()
	var statements *eval.Value
	document := eval.NewLazyObject([]string{"Version", "Statement"}, func(key string) *eval.Value {
		if key == "Version" {
			return arguments.Get("version").Default("2012-10-17")
		}
		if statements == nil {
			// A document that holds itself finds this.
			statements = eval.NewUnknown(place, &eval.Cause{Kind: eval.Broken, Range: place.Range})
			statements = merged(arguments)
		}
		return statements
	}, false, place)
	json := eval.NewEncoded(document, place)
	return map[string]*eval.Value{"json": json, "minified_json": json}
}

// ownStatements are the statements that a data source has itself.
func ownStatements(arguments *eval.Value) *eval.Value {
	blocks := arguments.Get("statement")
	items := blocks.Items()
	out := make([]*eval.Value, len(items))
	for i, b := range items {
		out[i] = renderStatement(b).WithOrigin(origin{
			block: arguments.Place().Range, index: i, only: len(items) == 1 && !blocks.Open(),
		})
		if b.Maybe() {
			out[i] = out[i].Optional()
		}
	}
	return eval.NewList(out, blocks.Open(), blocks.Place())
}

// renderStatement is a statement block as JSON.
func renderStatement(b *eval.Value) *eval.Value {
	if b.Unknown() {
		return b
	}
	members := []eval.Member{{Key: "Effect", Value: b.Get("effect").Default("Allow")}}
	for _, e := range []struct {
		argument, element string
		render            func(*eval.Value) *eval.Value
	}{
		{"sid", "Sid", nil},
		{"actions", "Action", nil}, {"not_actions", "NotAction", nil},
		{"resources", "Resource", withVariables}, {"not_resources", "NotResource", withVariables},
		{"principals", "Principal", renderPrincipals}, {"not_principals", "NotPrincipal", renderPrincipals},
		{"condition", "Condition", renderConditions},
	} {
		v := b.Get(e.argument)
		if v.Absent() || isEmpty(v) {
			continue
		}
		if e.render != nil {
			v = e.render(v)
		}
		members = append(members, eval.Member{Key: e.element, Value: v})
	}
	return eval.NewObject(members, false, b.Place())
}

// isEmpty tells whether a list certainly has no elements: the provider leaves such an element out.
func isEmpty(v *eval.Value) bool { return v.IsList() && len(v.Items()) == 0 && !v.Open() }

// renderPrincipals is principals blocks as JSON: {"AWS": […], "Service": […]}. Type "*" is a key like any other here. What a
// block names that may not be there may not be there.
func renderPrincipals(blocks *eval.Value) *eval.Value {
	byType := &grouped{}
	others := moreThan(blocks)
	for _, b := range blocks.Items() {
		typ := b.Get("type")
		if _, known := typ.Text(); !known {
			others = cmp.Or(others, typ.FirstUnknown())
			continue
		}
		identifiers := withVariables(b.Get("identifiers"))
		for _, item := range identifiers.Items() {
			if b.Maybe() {
				item = item.Optional()
			}
			byType.add(typ, item)
		}
		others = cmp.Or(others, moreThan(identifiers))
	}
	return byType.object(others, blocks.Place())
}

// moreThan is what is not known of an open list, nil for one of which all elements are known.
func moreThan(list *eval.Value) *eval.Value {
	if !list.Open() {
		return nil
	}
	return list.FirstUnknown()
}

// renderConditions is condition blocks as JSON: {"StringEquals": {"aws:PrincipalOrgID": […]}}. A block that may not be there
// leaves it open what the conditions are.
func renderConditions(blocks *eval.Value) *eval.Value {
	tests := map[string]*grouped{}
	var order []string
	others := moreThan(blocks)
	for _, b := range blocks.Items() {
		test, ok := b.Get("test").Text()
		variable := b.Get("variable")
		if !ok || variable.Unknown() || b.Maybe() {
			others = cmp.Or(others, b.FirstUnknown())
			continue
		}
		if tests[test] == nil {
			tests[test] = &grouped{}
			order = append(order, test)
		}
		values := withVariables(b.Get("values"))
		items := values.Items()
		if values.Open() {
			items = append(slices.Clone(items), eval.NewUnknown(values.Place(), values.Cause(), values.Refs()...))
		}
		tests[test].add(variable, items...)
	}
	var members []eval.Member
	for _, test := range order {
		members = append(members, eval.Member{Key: test, Value: tests[test].object(nil, blocks.Place())})
	}
	return withOthers(eval.NewObject(members, false, blocks.Place()), others)
}

// withOthers is a list or an object that may hold more, because others is not known; where that is nil, it may not.
func withOthers(v, others *eval.Value) *eval.Value {
	if others == nil {
		return v
	}
	return v.WithUnknown(eval.NewUnknown(others.Place(), others.Cause()))
}

// grouped collects lists under keys, in the order in which the keys come.
type grouped struct{ lists []keyedList }

type keyedList struct {
	key   *eval.Value
	items []*eval.Value
}

func (g *grouped) add(key *eval.Value, items ...*eval.Value) {
	for i, l := range g.lists {
		if k, known := key.Text(); known && l.key.Is(k) {
			g.lists[i].items = append(l.items, items...)
			return
		}
	}
	g.lists = append(g.lists, keyedList{key, items})
}

// object is the lists as an object. What is under a key that is not wholly known may belong to another list, and not be there.
func (g *grouped) object(others *eval.Value, place eval.Place) *eval.Value {
	members := make([]eval.Member, len(g.lists))
	for i, l := range g.lists {
		shared := slices.ContainsFunc(g.lists, func(o keyedList) bool { return o.key != l.key && o.key.MayBe(l.key) })
		m := eval.Member{Value: withOthers(eval.NewList(l.items, shared, place), others)}
		if key, known := l.key.Text(); known {
			m.Key = key
		} else {
			m.Name = l.key
			if shared {
				m.Value = m.Value.Optional()
			}
		}
		members[i] = m
	}
	return withOthers(eval.NewObject(members, false, place), others)
}

// withVariables is texts in which the provider has replaced &{aws:username} by ${aws:username}: Terraform's own ${…} would
// need escapes.
func withVariables(list *eval.Value) *eval.Value {
	return list.MapItems(func(v *eval.Value) *eval.Value {
		if !slices.ContainsFunc(v.Pieces(), func(p eval.Piece) bool { return strings.Contains(p.Text, "&{") }) {
			return v
		}
		var pieces []*eval.Value
		for _, p := range v.Pieces() {
			if p.Known {
				p.Value = eval.NewText(strings.ReplaceAll(p.Text, "&{", "${"), v.Place())
			}
			pieces = append(pieces, p.Value)
		}
		return eval.Concat(pieces, v.Place())
	})
}
