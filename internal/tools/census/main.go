// Command census walks a tree of Terraform and counts how the container definitions and policies in it are written, how much
// of them the evaluation reads, and what keeps the rest from being read:
//
//	go run ./internal/tools/census [-list] DIR
//
// -list names each block of which not every object is found.
//
// Every directory is a module of its own, with the defaults of its variables and its terraform.tfvars.
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

// documents are the attributes that hold JSON documents, by what they hold.
var documents = []struct {
	what, typ, attribute string
}{
	{"container definitions", "aws_ecs_task_definition", "container_definitions"},
	{"container definitions", "aws_batch_job_definition", "container_properties"},
	{"policies", "aws_iam_policy", "policy"},
	{"policies", "aws_iam_role_policy", "policy"},
	{"policies", "aws_iam_user_policy", "policy"},
	{"policies", "aws_iam_group_policy", "policy"},
	{"trust policies", "aws_iam_role", "assume_role_policy"},
	{"repository policies", "aws_ecr_repository_policy", "policy"},
	{"lifecycle policies", "aws_ecr_lifecycle_policy", "policy"},
}

// How much of a document is read.
const (
	whole   = "whole"        // every part is known
	found   = "every object" // every container or statement is found, with parts that are not known
	some    = "some"         // there may be more than what is found
	nothing = "nothing"
)

var states = []string{whole, found, some, nothing}

func main() {
	list := flag.Bool("list", false, "name each block of which not every object is found")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: census [-list] DIR")
		os.Exit(2)
	}
	c := &census{list: *list, counts: map[string]map[string]map[string]int{}, causes: map[string]map[string]int{}}
	if err := filepath.WalkDir(flag.Arg(0), c.visit); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	c.print(os.Stdout)
}

type census struct {
	list   bool
	counts map[string]map[string]map[string]int // what → form → state → how many
	causes map[string]map[string]int            // what → cause → how many are not found
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
		for _, b := range m.Blocks() {
			if !b.Data && b.Type == doc.typ {
				c.count(dir, doc.what, doc.attribute, b)
			}
		}
	}
	return nil
}

// count counts a block once, as its least readable instance.
func (c *census) count(dir, what, attribute string, b *terraform.Block) {
	expr := b.Expression(attribute)
	if expr == nil {
		return
	}
	state := whole
	var unread *eval.Value
	for _, r := range b.Instances() {
		s, u := read(what, r.Get(attribute).DecodeJSON())
		if slices.Index(states, s) >= slices.Index(states, state) {
			state, unread = s, u
		}
	}
	forms := c.counts[what]
	if forms == nil {
		forms = map[string]map[string]int{}
		c.counts[what], c.causes[what] = forms, map[string]int{}
	}
	f := form(expr)
	if forms[f] == nil {
		forms[f] = map[string]int{}
	}
	forms[f][state]++
	if state == some || state == nothing {
		c.causes[what][cause(unread)]++
		if c.list {
			fmt.Printf("%s/%s:%d %s: %s is read, because of %s %s (%s)\n", dir, b.DefRange.Filename, b.DefRange.Start.Line, b.Address(), state, cause(unread), where(unread), f)
		}
	}
}

// read tells how much of a document is read, and the part that is not.
func read(what string, v *eval.Value) (state string, unread *eval.Value) {
	objects := v
	switch what {
	case "policies", "trust policies", "repository policies":
		objects = v.GetFold("Statement")
	case "lifecycle policies":
		objects = v.GetFold("rules")
	}
	items := objects.Items()
	unknown := slices.IndexFunc(items, func(i *eval.Value) bool { return !i.IsObject() })
	switch {
	case v.WhollyKnown():
		return whole, nil
	case len(items) == 0 || unknown == 0 && len(items) == 1:
		return nothing, v.FirstUnknown()
	case unknown >= 0:
		return some, items[unknown]
	case objects.Open() || slices.ContainsFunc(items, (*eval.Value).Open):
		return some, objects.FirstUnknown()
	}
	return found, nil
}

var kinds = map[eval.CauseKind]string{
	eval.Variable: "variable without a value", eval.ModuleOutput: "output of a called module",
	eval.ResourceAttribute: "attribute of a resource", eval.DataSource: "data source", eval.File: "file that can't be read",
	eval.Function: "function", eval.Sensitive: "sensitive value", eval.Broken: "broken expression or text",
	eval.TooLarge: "too large", eval.OpenObject: "part of something unknown",
}

func cause(v *eval.Value) string {
	if v == nil || v.Cause() == nil {
		return "not told"
	}
	return kinds[v.Cause().Kind]
}

// where is what the cause is called in the code, and where it stands.
func where(v *eval.Value) string {
	if v == nil || v.Cause() == nil {
		return ""
	}
	return fmt.Sprintf("%s at %s:%d", v.Cause().What, v.Cause().Range.Filename, v.Cause().Range.Start.Line)
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

func (c *census) print(w io.Writer) {
	for _, what := range slices.Sorted(maps.Keys(c.counts)) {
		fmt.Fprintf(w, "## %s\n\n| Form | Blocks | %s |\n|---|---:|---:|---:|---:|---:|\n", what, strings.Join(states, " | "))
		total := map[string]int{}
		for _, f := range slices.Sorted(maps.Keys(c.counts[what])) {
			row(w, f, c.counts[what][f])
			for s, n := range c.counts[what][f] {
				total[s] += n
			}
		}
		row(w, "**all**", total)
		fmt.Fprintln(w, "\nWhat keeps some or all objects from being found:")
		fmt.Fprintln(w)
		for _, cause := range slices.Sorted(maps.Keys(c.causes[what])) {
			fmt.Fprintf(w, "- %s: %d\n", cause, c.causes[what][cause])
		}
		fmt.Fprintln(w)
	}
}

func row(w io.Writer, name string, counts map[string]int) {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	fmt.Fprintf(w, "| %s | %d |", name, sum)
	for _, s := range states {
		fmt.Fprintf(w, " %d |", counts[s])
	}
	fmt.Fprintln(w)
}
