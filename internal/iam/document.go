// Package iam is the typed view of IAM: policy documents in all forms that Terraform has for them, what grants them to whom,
// and what is too much about a statement.
package iam

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// DocumentType is the data source that makes a policy document of blocks.
const DocumentType = "aws_iam_policy_document"

// Document is a policy document, as far as it is known:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
type Document struct {
	// Name is how its owner calls what it is written in: aws_iam_role_policy.app.
	Name string

	module   *terraform.Module
	argument *eval.Value // the text
	value    *eval.Value // what it means
	managed  bool        // it is one of AWS's own policies, and makes no administrators: other rules judge it as a whole
	grantor  string      // the resource that grants it, with its key; empty where it is none, or not known
	leaves   bool        // it goes to an output or a module call
	known    []Statement // its statements; nil: not known yet, see read
}

// grantedBy is the document as one that a resource grants.
func (d Document) grantedBy(r *terraform.Resource) Document {
	d.grantor = r.Address() + r.Key
	return d
}

// NewDocument is the document that an argument of a resource holds, as JSON in any form.
func NewDocument(m *terraform.Module, name string, argument *eval.Value) Document {
	return Document{Name: name, module: m, argument: argument, value: argument.DecodeJSON()}
}

// read is the document with its statements found out, for one that is asked for them again and again.
func (d Document) read() Document {
	d.known = d.Statements()
	return d
}

// Statements are the statements that are known to be in the document, those included that are there only if an unknown
// condition holds: what is written is wrong when it is taken.
func (d Document) Statements() []Statement {
	if d.known != nil {
		return d.known
	}
	var out []Statement
	for _, list := range d.lists() {
		out = append(out, d.statements(list.value, list.elsewhere, list.maybe)...)
	}
	denies := denials(out)
	for i := range out {
		out[i].denies = denies
	}
	return out
}

// statementList is a list of statements.
type statementList struct {
	value     *eval.Value
	elsewhere bool // it is the policy of a resource of another module
	maybe     bool // the document may have another one
}

// lists are the lists of statements that the document may have, those that are written together as one: a condition within a text
// makes several texts of it, but what it decides about may be a part of one statement.
func (d Document) lists() []statementList {
	var all []statementList
	var values []*eval.Value
	elsewhere, others := false, false
	for _, text := range d.argument.Alternatives() {
		for _, document := range text.DecodeJSON().Alternatives() {
			for _, list := range document.GetFold("Statement").Alternatives() {
				if list.Unknown() || list.Absent() {
					others = true
					continue
				}
				all = append(all, statementList{value: list, elsewhere: isGrantedElsewhere(text)})
				values = append(values, list)
				elsewhere = elsewhere || isGrantedElsewhere(text)
			}
		}
	}
	if len(all) > 1 && len(all) <= maxLists && !elsewhere {
		return []statementList{{value: eval.Choose(d.argument.Place(), values...).Because(d.argument.Cause()), maybe: others}}
	}
	for i := range all {
		all[i].maybe = others || len(all) > 1
	}
	return all
}

// maxLists is how many lists of statements are taken together.
const maxLists = 8

// denials are those of some statements that deny something.
func denials(statements []Statement) []Statement {
	var out []Statement
	for _, s := range statements {
		if s.Denies() {
			out = append(out, s)
		}
	}
	return out
}

func (d Document) statements(list *eval.Value, elsewhere, maybe bool) []Statement {
	items := list.Items()
	out := make([]Statement, 0, len(items))
	for i, item := range items {
		alternatives := []*eval.Value{item}
		if !item.WrittenInOnePlace() {
			alternatives = item.Alternatives()
		}
		for _, v := range alternatives {
			if elsewhere {
				v = markWritten(v)
			}
			if v.IsObject() {
				maybe := maybe || item.Maybe() || len(alternatives) > 1
				out = append(out, Statement{document: &d, value: v, elements: read(v), index: i, only: len(items) == 1 && !list.Open(), maybe: maybe})
			}
		}
	}
	return out
}

// Statement is a statement of a policy document. Its elements are read in any case of letters, as the provider reads them.
type Statement struct {
	document *Document
	value    *eval.Value
	elements *elements
	index    int
	only     bool        // the document has no other statement
	maybe    bool        // an unknown condition decides whether it is there
	denies   []Statement // those that take back some of what it allows: of its document, or of all that its holder has
	boundary *boundary   // of its holder; nil: none, or not asked for
	holder   *Identity   // who has it; nil: not asked for; see heldBy
}

// Maybe tells whether the statement is there only if an unknown condition holds.
func (s Statement) Maybe() bool { return s.maybe }

// Value is the statement as it is written.
func (s Statement) Value() *eval.Value { return s.value }

// Document is the document that the statement is in; it may be written in another one.
func (s Statement) Document() Document { return *s.document }

// Sid is the statement's name.
func (s Statement) Sid() *eval.Value { return s.value.GetFold("Sid") }

// elements are a statement's elements, and what is known of them for certain. All rules ask for them, so they are read once.
type elements struct {
	action, notAction, resource, notResource, principal, notPrincipal *eval.Value

	allows, denies bool
	actions        []Pattern
	excepted       []string // see exceptedActions, on everything
	resources      []resource
	conditions     []Condition
	open           bool // there may be other conditions
}

func read(statement *eval.Value) *elements {
	get := statement.GetFold
	effect, _ := get("Effect").Text()
	e := &elements{
		action: get("Action"), notAction: get("NotAction"), resource: get("Resource"), notResource: get("NotResource"),
		principal: get("Principal"), notPrincipal: get("NotPrincipal"), allows: effect == "Allow", denies: effect == "Deny",
	}
	// What is allowed only if an unknown condition holds counts, what is denied only then does not.
	listed := (*eval.Value).CertainItems
	if e.allows {
		listed = (*eval.Value).Items
	}
	e.actions, e.resources = leastPatterns(listed(e.action)), readResources(e.resource, e.notResource, listed)
	e.conditions, e.open = readConditions(get("Condition"))
	e.excepted = Statement{elements: e}.readExcepted(true)
	return e
}

// Allows and Denies tell what the statement certainly does.
func (s Statement) Allows() bool { return s.elements.allows }

// Denies tells whether the statement certainly denies.
func (s Statement) Denies() bool { return s.elements.denies }

// Actions are the action patterns: a list, or a single one.
func (s Statement) Actions() *eval.Value { return s.elements.action }

// NotActions are the patterns of the actions that the statement is not about.
func (s Statement) NotActions() *eval.Value { return s.elements.notAction }

// Resources are the resource patterns: a list, or a single one.
func (s Statement) Resources() *eval.Value { return s.elements.resource }

// NotResources are the patterns of the resources that the statement is not about.
func (s Statement) NotResources() *eval.Value { return s.elements.notResource }

// Principals are whom the statement is for, in policies of resources: "*", or an object of lists.
func (s Statement) Principals() *eval.Value { return s.elements.principal }

// NotPrincipals are whom the statement is not for.
func (s Statement) NotPrincipals() *eval.Value { return s.elements.notPrincipal }

// Label is how its owner calls the statement, in a message: by its name, or by its position.
func (s Statement) Label() string {
	name, index, only := s.document.Name, s.index, s.only
	if o, ok := s.value.Origin().(origin); ok {
		if b := blockAt(s.document.module, o.block); b != nil {
			name, index, only = b.Address(), o.index, o.only
		}
	}
	if sid, ok := s.Sid().Text(); ok && strings.TrimSpace(sid) != "" {
		return fmt.Sprintf("statement %q of %s", sid, name)
	}
	if only {
		return name
	}
	return fmt.Sprintf("statement %d of %s", index+1, name)
}

// origin is where a statement is written, if it is a block of a data source, or belongs to a policy of another module.
type origin struct {
	block hcl.Range // the header of the data source, or the statement itself
	index int
	only  bool
}

// markWritten is a statement that remembers where it is written.
func markWritten(s *eval.Value) *eval.Value {
	if s.Origin() != nil {
		return s
	}
	return s.WithOrigin(origin{block: s.Written().Range})
}

// foreignGrantor is a resource of another module that grants a policy.
var foreignGrantor = regexp.MustCompile(`^(caller\.|module\.[^.]+\.)+aws_iam_(policy|role_policy|user_policy|group_policy)\.[^.]+$`)

// isGrantedElsewhere tells whether a document is the policy of a resource of another module, where it is reported: modules
// take the policies of others to merge them into one.
func isGrantedElsewhere(text *eval.Value) bool {
	return slices.ContainsFunc(text.Refs(), func(r eval.Ref) bool {
		return r.Path == "policy" && foreignGrantor.MatchString(r.Address)
	})
}

// blockAt is the block of a module whose header stands at a place; nil where it is a block of another module.
func blockAt(m *terraform.Module, header hcl.Range) *terraform.Block {
	for _, b := range m.Blocks() {
		if b.DefRange == header {
			return b
		}
	}
	return nil
}

// isForeign tells whether the statement is written in a data source or a policy of another module, where it is reported: one
// that calls this one, or is called by it.
func (s Statement) isForeign() bool {
	o, ok := s.value.Origin().(origin)
	return ok && path.Dir(strings.ReplaceAll(o.block.Filename, `\`, "/")) != s.document.module.Dir()
}
