package eval

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

var update = flag.Bool("update", false, "ask Terraform for the answers in testdata/answers.json anew")

const (
	expressionsFile = "testdata/expressions.hcl"
	answersFile     = "testdata/answers.json"
)

// answer is what Terraform makes of an expression.
type answer struct {
	Type  json.RawMessage `json:"type"`
	Value json.RawMessage `json:"value"`
}

// answers are what a Terraform says.
type answers struct {
	Version   string            `json:"version"`
	Functions []string          `json:"functions"`
	Answers   map[string]answer `json:"answers"`
}

// expression is one of expressionsFile.
type expression struct {
	source string
	expr   hclsyntax.Expression
}

// readExpressions are the expressions, and what they refer to.
func readExpressions(t *testing.T) (all []expression, given map[string]hclsyntax.Expression, src []byte) {
	t.Helper()
	src, err := os.ReadFile(expressionsFile)
	if err != nil {
		t.Fatal(err)
	}
	f, diags := hclsyntax.ParseConfig(src, expressionsFile, hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	given = map[string]hclsyntax.Expression{}
	for _, block := range f.Body.(*hclsyntax.Body).Blocks {
		for name, attr := range block.Body.Attributes {
			list, ok := attr.Expr.(*hclsyntax.TupleConsExpr)
			if !ok {
				given[name] = attr.Expr
				continue
			}
			for _, e := range list.Exprs {
				r := e.Range()
				if p, ok := e.(*hclsyntax.ParenthesesExpr); ok {
					r = p.SrcRange
				}
				all = append(all, expression{string(r.SliceBytes(src)), e})
			}
		}
	}
	slices.SortFunc(all, func(a, b expression) int { return strings.Compare(a.source, b.source) })
	return all, given, src
}

// TestTerraform: the engine's value of an expression without unknown parts is Terraform's own.
func TestTerraform(t *testing.T) {
	all, given, src := readExpressions(t)
	if len(all) < 320 {
		t.Errorf("%d expressions, want 320 or more", len(all))
	}
	recorded := answers{}
	if !*update {
		b, err := os.ReadFile(answersFile)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &recorded); err != nil {
			t.Fatal(err)
		}
	}
	if terraform, err := exec.LookPath("terraform"); err == nil {
		asked := askTerraform(t, terraform, all, given, src)
		if *update {
			record(t, asked)
			recorded = asked
		}
		compareAnswers(t, recorded, asked)
	} else if *update {
		t.Fatal(err)
	}
	root := newRoot()
	for name, expr := range given {
		root.locals[name] = expr
	}
	for _, e := range all {
		want, ok := recorded.Answers[e.source]
		if !ok {
			t.Errorf("%s: no recorded answer; run with -update", e.source)
			continue
		}
		compareAnswer(t, e.source, root.scope().Eval(e.expr), want)
	}
	checkFunctions(t, recorded.Functions, src)
}

// compareAnswer compares a value with Terraform's.
func compareAnswer(t *testing.T, source string, v *Value, want answer) {
	t.Helper()
	c, ok := v.wholeCty()
	if !ok {
		t.Errorf("%s: unknown (failed: %v, cause: %+v), want %s", source, v.failed, v.cause, want.Value)
		return
	}
	got, err := ctyjson.Marshal(c, c.Type())
	if err != nil {
		t.Errorf("%s: %v", source, err)
		return
	}
	if !sameJSON(t, got, want.Value) {
		t.Errorf("%s:\n got %s\nwant %s", source, got, want.Value)
	}
	// The type of null, and of the elements of an empty list, is lost.
	ty, err := ctyjson.MarshalType(v.ctyType())
	if err == nil && !v.ctyType().HasDynamicTypes() && !sameJSON(t, ty, want.Type) {
		t.Errorf("%s: type\n got %s\nwant %s", source, ty, want.Type)
	}
}

func sameJSON(t *testing.T, a, b []byte) bool {
	t.Helper()
	var x, y any
	for src, v := range map[*[]byte]*any{&a: &x, &b: &y} {
		if err := json.Unmarshal(*src, v); err != nil {
			t.Fatalf("%s: %v", *src, err)
		}
	}
	return reflect.DeepEqual(x, y)
}

// checkFunctions checks that the engine has all functions that Terraform has, and that each has an expression.
func checkFunctions(t *testing.T, names []string, src []byte) {
	for _, name := range names {
		if functions[name] == nil && name != "try" && name != "can" {
			t.Errorf("Terraform's %s is not in the table", name)
		}
	}
	unknowable := []string{"bcrypt", "plantimestamp", "rsadecrypt", "timestamp", "uuid", "base64gzip"}
	for name := range functions {
		if !slices.Contains(names, name) {
			t.Errorf("Terraform has no %s", name)
		}
		if !bytes.Contains(src, []byte(name+"(")) && !slices.Contains(unknowable, name) {
			t.Errorf("%s has no expression in %s", name, expressionsFile)
		}
	}
	for _, name := range unknowable {
		v := eval(t, map[string]string{"bcrypt": `bcrypt("a")`, "rsadecrypt": `rsadecrypt("a", "b")`, "base64gzip": `base64gzip("a")`}[name]+
			map[bool]string{true: name + "()"}[name == "uuid" || strings.HasSuffix(name, "timestamp")])
		if v.WhollyKnown() && name != "base64gzip" || v.failed {
			t.Errorf("%s is known, or fails", name)
		}
		if _, ok := v.Text(); ok {
			t.Errorf("%s is known", name)
		}
	}
}

// compareAnswers checks that what is recorded is what this Terraform says.
func compareAnswers(t *testing.T, recorded, asked answers) {
	t.Helper()
	for source, got := range asked.Answers {
		want, ok := recorded.Answers[source]
		if ok && !(sameJSON(t, got.Value, want.Value) && sameJSON(t, got.Type, want.Type)) {
			t.Errorf("%s: recorded %s %s, Terraform says %s %s", source, want.Type, want.Value, got.Type, got.Value)
		}
	}
}

func record(t *testing.T, a answers) {
	t.Helper()
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(a); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(answersFile, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// askTerraform evaluates all expressions in one run.
func askTerraform(t *testing.T, terraform string, all []expression, given map[string]hclsyntax.Expression, src []byte) answers {
	t.Helper()
	dir := t.TempDir()
	files, err := filepath.Abs("testdata/files")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "files"), os.DirFS(files)); err != nil {
		t.Fatal(err)
	}
	var config bytes.Buffer
	config.WriteString("locals {\n")
	for name, expr := range given {
		fmt.Fprintf(&config, "%s = %s\n", name, expr.Range().SliceBytes(src))
	}
	config.WriteString("}\n")
	for i, e := range all {
		fmt.Fprintf(&config, "output \"o%d\" {\n sensitive = true\n value = [(\n%s\n)]\n}\n", i, e.source) // an output that is null is none
	}
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), config.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(into any, args ...string) {
		cmd := exec.Command(terraform, args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1", "TF_CLI_CONFIG_FILE=/dev/null")
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if err := cmd.Run(); err != nil {
			t.Fatalf("terraform %s: %v\n%s%s", args[0], err, stdout.Bytes(), stderr.Bytes())
		}
		if into != nil {
			if err := json.Unmarshal(stdout.Bytes(), into); err != nil {
				t.Fatal(err)
			}
		}
	}
	var version struct {
		Version string `json:"terraform_version"`
	}
	var functions struct {
		Signatures map[string]any `json:"function_signatures"`
	}
	var outputs map[string]struct {
		Type  []json.RawMessage // "tuple", and a list of the types of its elements
		Value []json.RawMessage
	}
	run(&version, "version", "-json")
	run(&functions, "metadata", "functions", "-json")
	run(nil, "apply", "-auto-approve", "-no-color")
	run(&outputs, "output", "-json")
	out := answers{Version: version.Version, Answers: map[string]answer{}}
	for name := range functions.Signatures {
		if !strings.Contains(name, "::") {
			out.Functions = append(out.Functions, name)
		}
	}
	slices.Sort(out.Functions)
	for i, e := range all {
		o := outputs[fmt.Sprintf("o%d", i)]
		var types []json.RawMessage
		if err := json.Unmarshal(o.Type[1], &types); err != nil {
			t.Fatal(err)
		}
		out.Answers[e.source] = answer{types[0], o.Value[0]}
	}
	return out
}
