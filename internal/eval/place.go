package eval

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// Place is where a value was written.
type Place struct {
	// Range is an expression or a block header in a file of the module: where a finding is shown.
	Range hcl.Range
	// Text is set where the value stands inside a text that Range only holds or names: JSON in a heredoc, a template file.
	Text *TextPos
}

// opening is where what stands at the place begins. What is missing is shown there: it is no part of the expression, so that
// an editor underlines the bracket and not the whole object, and TFLint doesn't take a finding in a called module for one
// about each variable in the object.
func (p Place) opening() Place {
	if r := p.Range; r.Start.Line != r.End.Line {
		p.Range.End = r.Start
		p.Range.End.Byte++
		p.Range.End.Column++
	}
	return p
}

// Same tells whether two places are the same.
func (p Place) Same(o Place) bool {
	return p.Range == o.Range && (p.Text == o.Text || p.Text != nil && o.Text != nil && *p.Text == *o.Text)
}

// PlaceKey is a Place that can be compared, to be the key of a map.
type PlaceKey struct {
	Range hcl.Range
	Text  TextPos // zero: the value stands in no text
}

// Key is the place as a key.
func (p Place) Key() PlaceKey {
	k := PlaceKey{Range: p.Range}
	if p.Text != nil {
		k.Text = *p.Text
	}
	return k
}

// TextPos is a position inside a text.
type TextPos struct {
	File string // the file that holds the text; empty: the file of the place's Range
	Line int    // counted from 1 in that file; 0: not known
	Path string // JSON path, for example [0].privileged; empty: not in JSON
}

// pin is a place at which something that was written elsewhere is shown.
type pin struct {
	Place
	inside bool   // only what is written inside the place's range
	module string // the module that it was written in, where that is another one

	passed     *Place // where a module call passes it
	byArgument bool   // what a call passes is shown there, in the module that calls
}

// show is where what was written at p is shown, with what p was kept as a position in a text. A nil pin changes nothing.
func (pin *pin) show(p Place) Place {
	if pin != nil && p.Range.Filename == "" {
		return pin.Place // written nowhere: a value that the host gave
	}
	if pin == nil || p.Range == pin.Range || pin.inside && !pin.contains(p.Range) {
		return p
	}
	text := TextPos{File: p.Range.Filename, Line: p.Range.Start.Line}
	if p.Text != nil {
		text = *p.Text
		if text.File == "" {
			text.File = p.Range.Filename
		}
	}
	return Place{Range: pin.Range, Text: &text}
}

func (p Place) contains(r hcl.Range) bool {
	return r.Filename == p.Range.Filename && p.Range.Start.Byte <= r.Start.Byte && r.End.Byte <= p.Range.End.Byte
}

// String tells a reader where to look beyond the range: "line 7 of web.json, [0].privileged"; empty where the range says it all.
func (p Place) String() string {
	if p.Text == nil {
		return ""
	}
	var where []string
	switch elsewhere := p.Text.File != "" && p.Text.File != p.Range.Filename; {
	case elsewhere && p.Text.Line == 0:
		where = append(where, p.Text.File)
	case elsewhere:
		where = append(where, fmt.Sprintf("line %d of %s", p.Text.Line, p.Text.File))
	case p.Text.Line > 0 && p.Text.Line != p.Range.Start.Line: // the host gives values without a line
		where = append(where, fmt.Sprintf("line %d", p.Text.Line))
	}
	if p.Text.Path != "" {
		where = append(where, p.Text.Path)
	}
	return strings.Join(where, ", ")
}

// Ref is a reference to an object of the module: a resource, a data source, a variable, a local, a module call.
type Ref struct {
	// Address is the object without index and attributes: aws_ecr_repository.app, data.aws_iam_policy_document.x, var.x,
	// local.x, module.x.
	Address string
	// Path are the attributes taken of it, without indexes: "id", "network_configuration.subnets".
	Path string
	// Key is the instance key that was asked for where it is known, as Terraform writes it: [0], ["a"].
	Key string
}

// Step is the reference to what lies under key in what r refers to.
func (r Ref) Step(key string) Ref {
	if r.Path != "" {
		key = r.Path + "." + key
	}
	r.Path = key
	return r
}

// callPrefix is what stands before the address of what lies in a called module: module.x., module.x["a"].
var callPrefix = regexp.MustCompile(`^module\.[\w-]+(\[("[^"]*"|[0-9]+)\])?\.`)

// Home is the address as the module writes it that it belongs to; foreign tells whether that is another module than the one
// that the value is used in: one that calls it, or that it calls.
func (r Ref) Home() (address string, foreign bool) {
	address = r.Address
	for {
		if rest, ok := strings.CutPrefix(address, "caller."); ok {
			address, foreign = rest, true
			continue
		}
		call := callPrefix.FindString(address)
		if call == "" {
			return address, foreign
		}
		address, foreign = address[len(call):], true
	}
}

// Type is the type of the resource or the data source that the reference is to, in whichever module: aws_iam_role.
func (r Ref) Type() string {
	address, _ := r.Home()
	typ, _, _ := strings.Cut(strings.TrimPrefix(address, "data."), ".")
	return typ
}

// foreign are the references as another module sees them.
func foreign(refs []Ref, module string) []Ref {
	if len(refs) == 0 {
		return nil
	}
	out := make([]Ref, len(refs))
	for i, r := range refs {
		r.Address = module + "." + r.Address
		out[i] = r
	}
	return out
}

// Why a value is unknown.
type CauseKind uint8

const (
	// Variable: an input variable without a value.
	Variable CauseKind = iota
	// ModuleOutput: an output of a called module.
	ModuleOutput
	// ResourceAttribute: an attribute that is known only after apply.
	ResourceAttribute
	// DataSource: an attribute of a data source that is not read here.
	DataSource
	// File: a file that can't be read.
	File
	// Function: a function that is not known here, or that can't work on what is unknown.
	Function
	// Sensitive: a value that must not be looked at.
	Sensitive
	// Broken: the expression or the text is wrong and can't be evaluated.
	Broken
	// TooLarge: the value was given up because it costs too much.
	TooLarge
	// OpenObject: a key that may come from an unknown part.
	OpenObject
	// Undecided: one of many values.
	Undecided
	// Workspace: the workspace that Terraform runs in.
	Workspace
)

// Cause is the innermost reason why a value is unknown.
type Cause struct {
	Kind  CauseKind
	What  string // as the person wrote it: module.x.json, var.image, file("x.json")
	Range hcl.Range
	Inner *Cause // of the output of a module that is read: why it is unknown in there
}
