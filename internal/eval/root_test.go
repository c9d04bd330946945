package eval

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// fakeRoot resolves locals that are expressions, the unknown variable var.<name>, a resource aws_x.y of which nothing is
// known, a data source data.aws_d.y that holds JSON, and files of testdata or its own.
type fakeRoot struct {
	meter  *Meter
	locals map[string]hcl.Expression
	values map[string]*Value
	files  map[string]string
}

func newRoot() *fakeRoot {
	return &fakeRoot{meter: &Meter{}, locals: map[string]hcl.Expression{}, values: map[string]*Value{}, files: map[string]string{}}
}

func (r *fakeRoot) scope() *Scope { return NewScope(r, r.meter) }

func (r *fakeRoot) Resolve(t hcl.Traversal) (*Value, int) {
	at := Place{Range: t.SourceRange()}
	name := ""
	if len(t) > 1 {
		if step, ok := t[1].(hcl.TraverseAttr); ok {
			name = step.Name
		}
	}
	switch t.RootName() {
	case "local":
		return r.local(name), 2
	case "var":
		return NewUnknown(at, &Cause{Kind: Variable, What: "var." + name}, Ref{Address: "var." + name}), 2
	case "path":
		return NewText(map[string]string{"cwd": "/work"}[name]+".", at), 2
	case "aws_x":
		u := NewUnknown(at, &Cause{Kind: ResourceAttribute}, Ref{Address: "aws_x." + name})
		return NewObject([]Member{{Key: "name", Value: NewText(name, at)}}, true, at).WithUnknown(u), 2
	}
	return nil, 1
}

func (r *fakeRoot) local(name string) *Value {
	if v := r.values[name]; v != nil {
		return v
	}
	expr := r.locals[name]
	if expr == nil {
		return nil
	}
	r.values[name] = broken(Place{Range: expr.Range()})
	r.values[name] = r.scope().Eval(expr)
	return r.values[name]
}

func (r *fakeRoot) ReadFile(name string) ([]byte, error) {
	if s, ok := r.files[name]; ok {
		return []byte(s), nil
	}
	return os.ReadFile(filepath.Join("testdata", name))
}

func (r *fakeRoot) ListFiles(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(filepath.Join("testdata", dir), func(p string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(filepath.Join("testdata", dir), p)
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// parse is an expression that begins on the first line of main.tf.
func parse(t testing.TB, src string) hcl.Expression {
	t.Helper()
	expr, diags := hclsyntax.ParseExpression([]byte(src), "main.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatalf("%s: %s", src, diags)
	}
	return expr
}

// eval is the value of an expression.
func eval(t testing.TB, src string) *Value {
	t.Helper()
	return newRoot().scope().Eval(parse(t, src))
}
