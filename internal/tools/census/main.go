// Command census walks a tree of Terraform and counts how the container definitions and policies in it are written, how much
// of them the evaluation reads, and what keeps the rest from being read:
//
//	go run ./internal/tools/census [-list] DIR
//
// -list names each block of which not every object is found.
//
// Every directory is a module of its own, with the defaults of its variables and its tfvars files. So what a module is called
// with, what another module gives, and files that another step makes are not in the directory; what is not found for any other
// reason is. A reason is the innermost one: that a variable decides which of several files is read is a variable's doing.
package main

import (
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// document is a kind of JSON document.
type document struct {
	what    string // in the plural
	object  string // what a document is a list of
	holders []holder
	objects func(document *eval.Value) *eval.Value
}

// holder is an attribute that holds documents.
type holder struct{ typ, attribute string }

var documents = []document{
	{"task definitions", "container", []holder{{"aws_ecs_task_definition", "container_definitions"}}, itself},
	{"job definitions", "container", []holder{{"aws_batch_job_definition", "container_properties"}}, itself},
	{"policies of identities", "statement", []holder{
		{"aws_iam_policy", "policy"}, {"aws_iam_role_policy", "policy"}, {"aws_iam_user_policy", "policy"}, {"aws_iam_group_policy", "policy"},
	}, member("Statement")},
	{"trust policies", "statement", []holder{{"aws_iam_role", "assume_role_policy"}}, member("Statement")},
	{"repository policies", "statement", []holder{{"aws_ecr_repository_policy", "policy"}}, member("Statement")},
	{"lifecycle policies", "rule", []holder{{"aws_ecr_lifecycle_policy", "policy"}}, member("rules")},
}

func itself(document *eval.Value) *eval.Value { return document }

func member(name string) func(*eval.Value) *eval.Value {
	return func(document *eval.Value) *eval.Value { return document.GetFold(name) }
}

// How much of a document is read.
const (
	whole   = "whole"        // every part is known
	found   = "every object" // every object is found, with parts that are not known
	some    = "in part"      // there may be more objects than are found
	nothing = "not at all"
)

var states = []string{whole, found, some, nothing}

func main() {
	list := flag.Bool("list", false, "name each block of which not every object is found")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: census [-list] DIR")
		os.Exit(2)
	}
	if err := count(os.Stdout, flag.Arg(0), *list); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// count writes the census of a tree, after the blocks of which not every object is found.
func count(w io.Writer, tree string, list bool) error {
	c := &census{list: io.Discard, tree: tree, of: map[string]*tally{}}
	if list {
		c.list = w
	}
	for _, d := range documents {
		c.of[d.what] = &tally{dirs: map[string]bool{}, forms: map[string]map[string]int{}, missing: map[bool]map[string]int{true: {}, false: {}}}
	}
	if err := filepath.WalkDir(tree, c.visit); err != nil {
		return err
	}
	for _, d := range documents {
		c.of[d.what].print(w, d)
	}
	return nil
}

type census struct {
	list io.Writer
	tree string
	of   map[string]*tally // by what is counted
}

// tally is what is counted of one kind of document.
type tally struct {
	dirs    map[string]bool
	forms   map[string]map[string]int // form → state → how many
	missing map[bool]map[string]int   // whether the directory holds what is not found → cause → how many
}

func (c *census) visit(dir string, entry fs.DirEntry, err error) error {
	switch {
	case err != nil:
		return err
	case !entry.IsDir():
		return nil
	case entry.Name() == ".terraform" || entry.Name() == ".git":
		return filepath.SkipDir
	}
	d := disk(dir)
	files := d.Module(".")
	if len(files) == 0 {
		return nil
	}
	m := terraform.Load(files, newModule(d, files), rule.Computed)
	for _, doc := range documents {
		for _, h := range doc.holders {
			for _, b := range m.Blocks() {
				if expr := b.Expression(h.attribute); !b.Data && b.Type == h.typ && expr != nil {
					c.block(dir, doc, h, b, form(expr))
				}
			}
		}
	}
	return nil
}

// block counts a block once, as its least readable instance.
func (c *census) block(dir string, doc document, h holder, b *terraform.Block, form string) {
	state := whole
	var unread *eval.Value
	for _, r := range b.Instances() {
		s, u := read(r.Get(h.attribute), doc.objects)
		if slices.Index(states, s) >= slices.Index(states, state) {
			state, unread = s, u
		}
	}
	t := c.of[doc.what]
	t.dirs[dir] = true
	if t.forms[form] == nil {
		t.forms[form] = map[string]int{}
	}
	t.forms[form][state]++
	if state == some || state == nothing {
		why, held := cause(unread)
		t.missing[held][why]++
		file, err := filepath.Rel(c.tree, filepath.Join(dir, b.DefRange.Filename))
		if err != nil {
			file = b.DefRange.Filename
		}
		fmt.Fprintf(c.list, "%s:%d %s (%s) is read %s: %s%s\n", file, b.DefRange.Start.Line, b.Address(), form, state, why, where(unread))
	}
}

// read tells how much of a document is read, and the part that is not.
func read(v *eval.Value, objectsOf func(*eval.Value) *eval.Value) (state string, unread *eval.Value) {
	if v.Is("") {
		return nothing, v
	}
	v = v.DecodeJSON()
	objects := objectsOf(v)
	items := objects.Items()
	unknown := slices.IndexFunc(items, func(i *eval.Value) bool { return !i.IsObject() })
	switch {
	case v.WhollyKnown():
		return whole, nil
	case len(items) == 0 || unknown == 0 && len(items) == 1:
		return nothing, v.FirstUnknown()
	case unknown >= 0:
		return some, items[unknown]
	case objects.IsList() && objects.Open() && objects.Cause() != nil:
		return some, objects
	case objects.IsList() && objects.Open():
		return some, objects.FirstUnknown()
	}
	return found, nil
}

// elsewhere are the causes of what can't be known from a directory alone, by what they are called.
var elsewhere = map[eval.CauseKind]string{
	eval.Variable: "variable without a value", eval.ModuleOutput: "output of a called module",
	eval.ResourceAttribute: "attribute of a resource", eval.DataSource: "data source", eval.File: "file that can't be read",
	eval.Sensitive: "sensitive value", eval.Workspace: "workspace",
}

// here are those of what stands in the directory, and is not read.
var here = map[eval.CauseKind]string{
	eval.Function: "function", eval.Broken: "broken expression or text",
	eval.TooLarge: "too large", eval.OpenObject: "part of something unknown",
}

// cause is why something is not read, and whether it is held by the directory all the same.
func cause(v *eval.Value) (why string, held bool) {
	switch {
	case v != nil && v.Is(""):
		return "empty text", false
	case v == nil || v.Cause() == nil:
		return "not told", true
	}
	kind := v.Cause().Kind
	if why, ok := elsewhere[kind]; ok {
		return why, false
	}
	return here[kind], true
}

// where is what the cause is called in the code, and where it stands.
func where(v *eval.Value) string {
	if v == nil || v.Cause() == nil {
		return ""
	}
	c := v.Cause()
	what := ""
	if c.What != "" {
		what = " " + c.What
	}
	if c.Range.Filename == "" {
		return what
	}
	return fmt.Sprintf("%s at %s:%d", what, c.Range.Filename, c.Range.Start.Line)
}

// form is how an expression is written, as far as the outermost part goes.
func form(expr hcl.Expression) string {
	switch e := expr.(type) {
	case *hclsyntax.FunctionCallExpr:
		if e.Name != "jsonencode" || len(e.Args) != 1 {
			return e.Name + "()"
		}
		switch e.Args[0].(type) {
		case *hclsyntax.TupleConsExpr, *hclsyntax.ObjectConsExpr:
			return "jsonencode of a literal"
		}
		return "jsonencode of " + form(e.Args[0])
	case *hclsyntax.TemplateExpr:
		if e.IsStringLiteral() {
			return "string"
		}
		return "heredoc or string with interpolation"
	case *hclsyntax.TemplateWrapExpr:
		return form(e.Wrapped)
	case *hclsyntax.ConditionalExpr:
		return "conditional"
	case *hclsyntax.ScopeTraversalExpr:
		if root := e.Traversal.RootName(); root == "data" && len(e.Traversal) > 1 {
			return "data." + e.Traversal[1].(hcl.TraverseAttr).Name
		} else if root == "local" || root == "var" || root == "module" || root == "each" {
			return root
		}
		return "resource"
	case *hclsyntax.ForExpr:
		return "for"
	}
	return "other"
}

func (t *tally) print(w io.Writer, d document) {
	total := map[string]int{}
	for _, counts := range t.forms {
		for s, n := range counts {
			total[s] += n
		}
	}
	all := sum(total)
	if all == 0 {
		return
	}
	holds := all - sum(t.missing[false])
	fmt.Fprintf(w, "## %s%s\n\n%d in %d directories. Of %d the directory holds every %s; in %d of these (%.1f %%) every %s is found.\n\n",
		strings.ToUpper(d.what[:1]), d.what[1:], all, len(t.dirs), holds, d.object, total[whole]+total[found], percent(total[whole]+total[found], holds), d.object)
	fmt.Fprintf(w, "| Form | Blocks | %s |\n|---|---:|---:|---:|---:|---:|\n", strings.Join(states, " | "))
	for _, f := range slices.Sorted(maps.Keys(t.forms)) {
		row(w, f, t.forms[f])
	}
	row(w, "**all**", total)
	for _, held := range []bool{false, true} {
		if len(t.missing[held]) == 0 {
			continue
		}
		if held {
			fmt.Fprintf(w, "\nNot every %s is found, although the directory holds them:\n\n", d.object)
		} else {
			fmt.Fprintf(w, "\nNot every %s is in the directory:\n\n", d.object)
		}
		for _, why := range slices.Sorted(maps.Keys(t.missing[held])) {
			fmt.Fprintf(w, "- %s: %d\n", why, t.missing[held][why])
		}
	}
	fmt.Fprintln(w)
}

func sum(counts map[string]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

func percent(part, of int) float64 {
	if of == 0 {
		return 100
	}
	return 100 * float64(part) / float64(of)
}

func row(w io.Writer, name string, counts map[string]int) {
	fmt.Fprintf(w, "| %s | %d |", name, sum(counts))
	for _, s := range states {
		fmt.Fprintf(w, " %d |", counts[s])
	}
	fmt.Fprintln(w)
}
