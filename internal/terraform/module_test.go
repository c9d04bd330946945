package terraform

import (
	"fmt"
	"os"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

type host struct{}

func (host) Variable(string, []hcl.Range) (cty.Value, bool) { return cty.DynamicVal, false }
func (host) ReadFile(name string) ([]byte, error)          { return os.ReadFile(name) }
func (host) Dir() string                                   { return "" }
func (host) Argument(string) *eval.Value                   { return nil }

func dump(v *eval.Value, indent string) {
	p := v.Place()
	where := fmt.Sprintf("%s:%d %s", p.Range.Filename, p.Range.Start.Line, p)
	switch {
	case v.Unknown():
		fmt.Printf("UNKNOWN %v %+v @%s\n", v.Refs(), v.Cause(), where)
	case v.Absent():
		fmt.Printf("ABSENT @%s\n", where)
	case len(v.Alternatives()) > 1:
		fmt.Printf("EITHER @%s\n", where)
		for _, a := range v.Alternatives() {
			fmt.Print(indent, "  | ")
			dump(a, indent+"    ")
		}
	case v.IsList():
		fmt.Printf("LIST open=%v @%s\n", v.Open(), where)
		for _, i := range v.Items() {
			fmt.Print(indent, "  - maybe=", i.Maybe(), " ")
			dump(i, indent+"    ")
		}
	case v.IsObject():
		fmt.Printf("OBJECT open=%v @%s\n", v.Open(), where)
		for _, k := range v.Keys() {
			fmt.Printf("%s  %q: ", indent, k)
			dump(v.Get(k), indent+"    ")
		}
	default:
		s, ok := v.Text()
		fmt.Printf("%q %v pieces=%d refs=%v @%s\n", s, ok, len(v.Pieces()), v.Refs(), where)
		if d := v.DecodeJSON(); d != v && !ok {
			fmt.Print(indent, "  json: ")
			dump(d, indent+"    ")
		}
	}
}

func TestTry(t *testing.T) {
	src, _ := os.ReadFile("/tmp/try.tf")
	f, d := hclsyntax.ParseConfig(src, "main.tf", hcl.InitialPos)
	fmt.Println(d)
	m := Load(map[string]*hcl.File{"main.tf": f}, host{}, nil)
	for _, b := range m.Blocks() {
		for _, r := range b.Instances() {
			fmt.Println("==", b.Address(), r.Key)
			dump(r.Value, "")
		}
	}
}
