package eval

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// inTime fails where f takes longer than anybody waits for.
func inTime(t *testing.T, f func()) {
	t.Helper()
	start := time.Now()
	f()
	if took := time.Since(start); took > boundTime {
		t.Errorf("took %v", took)
	}
}

// lookThrough asks everything that is asked of values.
func lookThrough(v *Value) {
	v.WhollyKnown()
	v.Text()
	v.Pieces()
	v.Int()
	v.AllRefs()
	v.Cty()
	v.Entries()
	v.Default("").First()
	v.DecodeBase64()
	for _, k := range v.Keys() {
		v.GetFold(strings.ToUpper(k)).Place()
	}
	for _, item := range v.Items() {
		_ = item.Place().String()
	}
	Concat([]*Value{v, v}, v.Place())
}

// harmless is what may stand in a hole: whatever doesn't end the string or the brackets around it.
var harmless = regexp.MustCompile(`^[-A-Za-z0-9 .:/,]*$|^\[[-A-Za-z0-9 .,]*\]$|^\{\}$`)

// FuzzJSON reads JSON with holes, which a "_" stands for. What it makes of it admits what it says when they are filled.
func FuzzJSON(f *testing.F) {
	for _, src := range []string{
		`[{"name": "web", "image": "_/web:_", "cpu": _, "environment": [_], "portMappings": [{"containerPort": _}]}]`,
		`{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["ecr:*", _], "Resource": "arn:aws:_"}, _]}`,
		`[_,_]`, `{_}`, `{"_": 1, _}`, `"\_"`, `[1_2]`, `{"a": _ "b"}`, "\ufeff{\"a\":\n[tru", `[[[[[`, `1e9`, `"\u00e9\n"`, ``,
	} {
		f.Add(src, "a")
		f.Add(src, "1, 2")
	}
	f.Fuzz(func(t *testing.T, src, filling string) {
		inTime(t, func() {
			v := withHoles(src)
			decoded := v.DecodeJSON()
			lookThrough(decoded)
			lookThrough(v)
			filled := strings.ReplaceAll(src, "_", filling)
			// Of what is no text, bytes on both sides of a hole may make one together.
			if utf8.ValidString(src) && harmless.MatchString(filling) && json.Valid([]byte(filled)) && !strings.Contains(filled, "\x00") {
				if c := NewText(filled, Place{}).DecodeJSON(); c.WhollyKnown() && !admits(decoded, c) {
					t.Errorf("%s is %s, but %s is %s", src, show(decoded), filled, show(c))
				}
			}
		})
	})
}

// withHoles is a text with a hole for each "_".
func withHoles(src string) *Value {
	var values []*Value
	for i, piece := range strings.Split(src, "_") {
		if i > 0 {
			values = append(values, NewUnknown(Place{}, &Cause{Kind: Variable, What: "var.u"}))
		}
		values = append(values, NewText(piece, Place{}))
	}
	return Concat(values, Place{})
}

// fillings are what var.u turns out to be.
var fillings = []string{
	`"a"`, `""`, `"a/b:c"`, `1`, `-0.5`, `true`, `false`, `null`, `[]`, `["a", "b"]`, `[1, [2, null]]`, `{}`, `{ a = 1, b = "x" }`,
	`[{ a = 1 }, { a = "x", b = [] }]`, `tomap({ a = "x" })`, `"{\"a\": [1]}"`,
}

// filledRoot is a root in which var.u is known.
type filledRoot struct {
	*fakeRoot
	u *Value
}

func (r filledRoot) Resolve(t hcl.Traversal) (*Value, int) {
	if t.RootName() == "var" {
		return r.u, min(2, len(t))
	}
	return r.fakeRoot.Resolve(t)
}

// checkFilled evaluates with var.u unknown, and with what it may be.
func checkFilled(t *testing.T, of string, eval func(s *Scope) *Value) {
	t.Helper()
	inTime(t, func() {
		v := eval(newRoot().scope())
		lookThrough(v)
		for _, src := range fillings {
			expr, _ := hclsyntax.ParseExpression([]byte(src), "u.tf", hcl.InitialPos)
			root := filledRoot{newRoot(), newRoot().scope().Eval(expr)}
			failed := false
			scope := NewScope(root, &Meter{})
			scope.mayFail = &failed
			c := eval(scope)
			if !c.failed && c.WhollyKnown() && !admits(v, c) {
				t.Errorf("%s\nis %s, but with %s it is %s", of, show(v), src, show(c))
			}
		}
	})
}

// FuzzExpression evaluates any expression of HCL.
func FuzzExpression(f *testing.F) {
	src, err := os.ReadFile(expressionsFile)
	if err != nil {
		f.Fatal(err)
	}
	file, diags := hclsyntax.ParseConfig(src, expressionsFile, hcl.InitialPos)
	if diags.HasErrors() {
		f.Fatal(diags)
	}
	strings := regexp.MustCompile(`"[a-z]+"`)
	for _, block := range file.Body.(*hclsyntax.Body).Blocks {
		for _, attr := range block.Body.Attributes {
			if list, ok := attr.Expr.(*hclsyntax.TupleConsExpr); ok {
				for _, e := range list.Exprs {
					s := string(e.Range().SliceBytes(src))
					f.Add(s)
					f.Add(strings.ReplaceAllString(s, "var.u"))
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		expr, diags := hclsyntax.ParseExpression([]byte(src), "main.tf", hcl.InitialPos)
		if diags.HasErrors() {
			lookThrough(newRoot().scope().Eval(expr)) // half-typed code
			return
		}
		checkFilled(t, src, func(s *Scope) *Value { return s.Eval(expr) })
	})
}

// FuzzTemplate renders any template, with the variable u.
func FuzzTemplate(f *testing.F) {
	files, err := filepath.Glob("testdata/files/*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	for _, src := range []string{
		"a${u}b", "%{ if u }a%{ else }b%{ endif }", "%{ for x in u ~}\n${x},\n%{ endfor ~}\n", "[%{ for i, x in u }${i}${jsonencode(x)}%{ endfor }]",
		"{\"a\": ${u}, \"b\": \"${u}\"}", "$${u} %%{u}", "${~ u ~}", "${u.a}", "${u[0]}", "${join(\",\", u)}", "${upper(u)}", "%{ if u == \"a\" }x", "${",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		checkFilled(t, src, func(s *Scope) *Value {
			u, _ := s.root.Resolve(hcl.Traversal{hcl.TraverseRoot{Name: "var"}, hcl.TraverseAttr{Name: "u"}})
			vars := NewObject([]Member{{Key: "u", Value: u}}, false, Place{})
			v := s.RenderTemplate(src, "web.tpl", vars, Place{})
			lookThrough(v.DecodeJSON())
			return v
		})
	})
}
