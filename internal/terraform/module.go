// Package terraform is a Terraform module, evaluated: its resources and data sources with their blocks expanded, its
// locals and variables, and who refers to whom. What the module's files leave open is unknown, and stays so; see package eval.
package terraform

import (
	"errors"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Host is what a module needs to know that its own files don't say.
type Host interface {
	// Variable is the value of an input variable, asked for with an expression var.name that stands at one of places.
	// It is not ok where the host can't tell.
	Variable(name string, places []hcl.Range) (value cty.Value, ok bool)
	// ReadFile is the content of a file, relative to the directory that Terraform runs in.
	ReadFile(name string) ([]byte, error)
	// Dir is the absolute path of the directory that Terraform runs in; empty where it is not known.
	Dir() string
	// ModuleDir is the module's directory, relative to where Terraform runs: "." for the root module.
	ModuleDir() string
	// Module are the files of another module of the same configuration, by its directory relative to where Terraform
	// runs; nil where it can't be read.
	Module(dir string) map[string]*hcl.File
	// Argument is what the caller of this module passes for a variable, as the caller writes it; nil where this is
	// the root module or the caller is not known.
	Argument(variable string) *eval.Value
}

// Installer is a Host that knows where terraform init has put modules from elsewhere.
type Installer interface {
	// Installed is the directory of the module that a chain of module calls leads to, relative to where Terraform runs;
	// empty where it is not installed.
	Installed(calls ...string) string
}

// Callee is a Host that knows whether another module calls this one.
type Callee interface {
	Called() bool
}

// Discerner is a Host that knows all arguments that the instances of a call pass, but not which instance this module is.
type Discerner interface {
	// ArgumentFor is Argument of an instance that this module may be, by what is known of its variables.
	ArgumentFor(variable string, given Given) *eval.Value
}

// Given is what is known of the variables of a module.
type Given interface {
	// Value is the value of a variable. It is not ok where nothing is known.
	Value(variable string) (value cty.Value, ok bool)
	// MayBe tells whether the value of a variable may be what was passed.
	MayBe(variable string, passed func() *eval.Value) bool
}

// Computed gives a data source of a type the attributes that its provider makes of its arguments, for example the json of
// a policy document. It is called with the instance's arguments; keys of the result are attributes.
type Computed map[string]func(arguments *eval.Value) map[string]*eval.Value

// Module is one module.
type Module struct {
	host     Host
	computed Computed
	meter    *eval.Meter
	dir      string // of the files, as the host names them
	depth    int    // how many calls lie between this module and the one that is checked

	evaluating map[string]bool // outputs that are being evaluated

	blocks    []*Block // resources and data sources, in the order of files and lines
	byAddress map[string]*Block
	locals    map[string]hcl.Expression
	variables map[string]*body
	outputs   map[string]*body
	calls     map[string]*body
	providers map[string]*body // by what resources call them: aws, aws.replica

	localValues    map[string]*eval.Value
	variableValues map[string]*eval.Value
	files          map[string]file
	called         map[string]*Module       // by call and instance
	others         *calls                   // shared with all that are read for outputs
	callInstances  map[string][]*repetition // the instances of module calls
	singles        map[*body]bool           // whether a count that is not known is 0 or 1
	sources        map[string][]byte        // the files
	occurrences    map[string][]hcl.Range
	uses           index // who refers to what; nil: not known yet
}

// Load makes a module of its files. A file that is broken is read as far as it goes.
func Load(files map[string]*hcl.File, host Host, computed Computed) *Module {
	m := &Module{
		host: host, computed: computed, meter: &eval.Meter{}, dir: ".",
		byAddress: map[string]*Block{}, locals: map[string]hcl.Expression{}, variables: map[string]*body{},
		outputs: map[string]*body{}, calls: map[string]*body{}, providers: map[string]*body{}, sources: map[string][]byte{},
		files: map[string]file{}, called: map[string]*Module{}, others: &calls{files: map[string]map[string]*hcl.File{}}, callInstances: map[string][]*repetition{}, singles: map[*body]bool{}, evaluating: map[string]bool{},
		localValues: map[string]*eval.Value{}, variableValues: map[string]*eval.Value{},
	}
	m.read(files)
	return m
}

// Block is a resource or a data source as it is written, before count and for_each.
type Block struct {
	Data     bool
	Type     string
	Name     string
	DefRange hcl.Range

	address   string
	module    *Module
	body      *body
	instances []*Resource
	expanding bool
	expanded  bool
}

// Address is how the module refers to the block: aws_ecr_repository.app, data.aws_iam_policy_document.x.
func (b *Block) Address() string { return b.address }

func address(data bool, typ, name string) string {
	if data {
		return "data." + typ + "." + name
	}
	return typ + "." + name
}

// Resource is an instance of a resource or a data source: an object of its arguments and its nested blocks, each type of
// block a list, dynamic blocks expanded.
type Resource struct {
	*eval.Value
	*Block
	Key string // the instance's key in brackets, as Terraform writes it; empty without count and for_each, or unknown

	computed map[string]*eval.Value
	asked    bool        // whether computed is known
	cut      bool        // it stands for instances that are known, but too many
	seen     *eval.Value // as an expression sees it; nil: no expression has asked
}

// Argument is where an argument of the block is written: its expression. The zero place where it is not.
func (b *Block) Argument(name string) eval.Place {
	expr := b.body.attrs[name]
	if expr == nil {
		return eval.Place{}
	}
	return eval.Place{Range: expr.Range()}
}

// Resources are the instances of the resources of these types, in the order of the files. Where count or for_each is not
// known there is one, with an unknown key. Of more than maxInstances the first ones are enough, where nobody refers to the others.
func (m *Module) Resources(types ...string) []*Resource {
	return m.instances(false, types)
}

// Below are the values at a path through nested blocks, of all blocks of a type: network_configuration.subnets.
func Below(v *eval.Value, path string) []*eval.Value {
	name, rest, nested := strings.Cut(path, ".")
	if v = v.Get(name); !nested {
		return []*eval.Value{v}
	}
	var out []*eval.Value
	for _, item := range v.Items() {
		out = append(out, Below(item, rest)...)
	}
	return out
}

// DataSources are the instances of the data sources of these types.
func (m *Module) DataSources(types ...string) []*Resource {
	return m.instances(true, types)
}

func (m *Module) instances(data bool, types []string) []*Resource {
	var out []*Resource
	for _, b := range m.blocks {
		if b.Data == data && slices.Contains(types, b.Type) {
			for _, r := range b.Instances() {
				if !r.cut || len(m.UsesOf(b.Address())) > 0 {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// Find is the resource or data source at an address, or nil.
func (m *Module) Find(address string) *Block { return m.byAddress[address] }

// Blocks are all resources and data sources.
func (m *Module) Blocks() []*Block { return m.blocks }

// maxInstances bounds how many instances of a block are looked at: more of them differ in nothing that matters here.
const maxInstances = 200

// Instances are the block's instances.
func (b *Block) Instances() []*Resource {
	if b.expanded || b.expanding {
		return b.instances
	}
	b.expanding = true
	arguments := b.body.withoutRepetition()
	for _, names := range b.module.repetitions(b.body, b.DefRange) {
		r := &Resource{Value: evalBody(b.module.scopeOf(names), arguments, b.DefRange), Block: b}
		if names != nil {
			r.Key, r.cut = names.key, names.cut
		}
		b.instances = append(b.instances, r)
	}
	b.expanding, b.expanded = false, true
	return b.instances
}

// repetition is what count or for_each gives an instance.
type repetition struct {
	key    string
	scope  map[string]*eval.Value
	passed map[string]*eval.Value // the arguments of a module call that were asked for
	cut    bool                   // it stands for instances that are known, but too many
}

// is tells whether the instance has a key; an empty one stands for every instance.
func (r *repetition) is(key string) bool { return r == nil || key == "" || r.key == key }

// scopeOf is where the arguments of an instance are evaluated.
func (m *Module) scopeOf(r *repetition) *eval.Scope {
	if r == nil {
		return m.scope()
	}
	return m.scope().With(r.scope)
}

// repetitions are one for each instance that count or for_each makes; a nil one for a block that has neither.
func (m *Module) repetitions(b *body, at hcl.Range) []*repetition {
	place := eval.Place{Range: at}
	if expr := b.attrs["count"]; expr != nil {
		return countRepetitions(m.scope().Eval(expr), place)
	}
	if expr := b.attrs["for_each"]; expr != nil {
		return forEachRepetitions(m.scope().Eval(expr), place)
	}
	return []*repetition{nil}
}

func countRepetitions(count *eval.Value, place eval.Place) []*repetition {
	index := func(i *eval.Value, key string) *repetition {
		return &repetition{key: key, scope: map[string]*eval.Value{
			"count": eval.NewObject([]eval.Member{{Key: "index", Value: i}}, false, place),
		}}
	}
	n, ok := count.Int()
	if !ok || n > maxInstances {
		return []*repetition{index(eval.NewUnknown(place, count.Cause(), count.Refs()...), "")}
	}
	var out []*repetition
	for i := range max(n, 0) {
		v := eval.NewNumber(int64(i), place)
		s, _ := v.Text()
		out = append(out, index(v, "["+s+"]"))
	}
	return out
}

func forEachRepetitions(collection *eval.Value, place eval.Place) []*repetition {
	each := func(key, value *eval.Value, name string) *repetition {
		return &repetition{key: name, scope: map[string]*eval.Value{
			"each": eval.NewObject([]eval.Member{{Key: "key", Value: key}, {Key: "value", Value: value}}, false, place),
		}}
	}
	entries := collection.Entries()
	var out []*repetition
	seen := map[string]bool{}
	most := maxInstances
	if collection.HasRest() {
		most++ // one of them stands for all others
	}
	for _, e := range entries[:min(len(entries), most)] {
		k, ok := e.Key.Text()
		if collection.IsList() {
			// for_each takes sets: the key is the value.
			e.Key = e.Value
			k, ok = e.Key.Text()
		}
		if !ok {
			out = append(out, each(e.Key, e.Value, ""))
			continue
		}
		name := `["` + k + `"]`
		if !seen[name] || !e.Maybe {
			out = append(out, each(e.Key, e.Value, name))
		}
		seen[name] = true
	}
	mayHaveMore := collection.HasOthers() && !collection.HasRest()
	if mayHaveMore || len(entries) > most {
		u := eval.NewUnknown(place, collection.Cause(), collection.Refs()...)
		others := each(u, u, "")
		others.cut = !mayHaveMore
		out = append(out, others)
	}
	return out
}

func (m *Module) scope() *eval.Scope { return eval.NewScope(m, m.meter) }

// Source gives the evaluation the text of the module's own files.
func (m *Module) Source(filename string) []byte { return m.sources[filename] }

// ListFiles gives the evaluation the paths of the files in a directory, where the host can tell.
func (m *Module) ListFiles(dir string) ([]string, error) { return listFiles(m.host, dir) }

func listFiles(h Host, dir string) ([]string, error) {
	if l, ok := h.(eval.Lister); ok {
		return l.ListFiles(dir)
	}
	return nil, errors.ErrUnsupported
}

// ReadFile gives the evaluation the module's files, each read once.
func (m *Module) ReadFile(name string) ([]byte, error) {
	f, read := m.files[name]
	if !read {
		f.content, f.err = m.host.ReadFile(name)
		m.files[name] = f
	}
	return f.content, f.err
}

// file is a file that an expression names.
type file struct {
	content []byte
	err     error
}

// Variables are the names of the module's input variables.
func (m *Module) Variables() []string { return slices.Sorted(keys(m.variables)) }

// Dir is the directory of the module's files, as the host names them.
func (m *Module) Dir() string { return m.dir }

// Expression is how an argument is written, or nil.
func (b *Block) Expression(argument string) hcl.Expression { return b.body.attrs[argument] }
