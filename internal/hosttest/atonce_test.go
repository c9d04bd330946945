package hosttest

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/terraform-linters/tflint-plugin-sdk/hclext"
	"github.com/terraform-linters/tflint-plugin-sdk/plugin/host2plugin"
	"github.com/terraform-linters/tflint-plugin-sdk/plugin/plugin2host"
	"github.com/terraform-linters/tflint-plugin-sdk/tflint"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/tools/bench/generate"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/project"
)

// One plugin process serves many modules, several at once, and for hours under the language server. Each has to get
// its own findings, every time. The plugin is built with the race detector and stops at the first race.
func TestModulesAtOnce(t *testing.T) {
	const modules, rounds = 12, 3
	plugin := startPlugin(t)

	check := func(n int) []string {
		h := newHost(t, fmt.Sprintf("m%d", n), n)
		if err := plugin.Check(h); err != nil {
			t.Errorf("module %d: %v", n, err)
		}
		slices.Sort(h.issues)
		return h.issues
	}

	configure(t, plugin)
	var alone [modules][]string
	for n := range modules {
		alone[n] = check(n)
		if got, want := only(mutableTags, alone[n]), mutableRepositories(n); !slices.Equal(got, want) {
			t.Fatalf("module %d: got findings at %v, want them at %v", n, got, want)
		}
	}
	for range rounds {
		configure(t, plugin)
		var atOnce [modules][]string
		var group sync.WaitGroup
		for n := range modules {
			group.Go(func() { atOnce[n] = check(n) })
		}
		group.Wait()
		for n := range modules {
			if !slices.Equal(atOnce[n], alone[n]) {
				t.Errorf("module %d: at once with others it has\n%s\nand alone\n%s",
					n, strings.Join(atOnce[n], "\n"), strings.Join(alone[n], "\n"))
			}
		}
	}
}

// repositories are the first file of module n: n repositories with mutable tags, one a line, and after each of them
// one whose tags the module's variable decides: mutable in every other module.
func repositories(n int) string {
	var text strings.Builder
	fmt.Fprintf(&text, "variable \"mutability\" { default = %q }\n", []string{"MUTABLE", "IMMUTABLE"}[n%2])
	for i := range n {
		fmt.Fprintf(&text, "resource \"aws_ecr_repository\" \"a%d\" { name = \"a%d\" }\n", i, i)
		fmt.Fprintf(&text, "resource \"aws_ecr_repository\" \"b%d\" { image_tag_mutability = var.mutability }\n", i)
	}
	return text.String()
}

// mutableRepositories are the places where module n has a finding of mutableTags.
func mutableRepositories(n int) []string {
	var places []string
	for i := range n {
		places = append(places, fmt.Sprintf("m%d/main.tf:%d", n, 2+2*i))
		if n%2 == 0 {
			places = append(places, fmt.Sprintf("m%d/main.tf:%d", n, 3+2*i))
		}
	}
	slices.Sort(places)
	return places
}

// only are the places in main.tf where a rule has found something.
func only(rule string, issues []string) []string {
	var places []string
	for _, issue := range issues {
		place, rest, _ := strings.Cut(issue, " ")
		if strings.Contains(place, "/main.tf:") && strings.HasPrefix(rest, rule+" ") {
			places = append(places, place)
		}
	}
	slices.Sort(places)
	return places
}

// startPlugin starts the plugin as TFLint does.
func startPlugin(t *testing.T) *host2plugin.Client {
	t.Helper()
	races := filepath.Join(t.TempDir(), "race")
	cmd := exec.Command(filepath.Join(path(t, "PLUGIN_RACE_DIR"), project.Binary))
	cmd.Env = append(os.Environ(), "GORACE=halt_on_error=1 log_path="+races)
	client := host2plugin.NewClient(&host2plugin.ClientOpts{Cmd: cmd})
	t.Cleanup(func() {
		client.Kill()
		logs, _ := filepath.Glob(races + "*")
		for _, log := range logs {
			text, err := os.ReadFile(log)
			t.Errorf("the plugin has a data race: %v\n%s", err, text)
		}
	})
	protocol, err := client.Client()
	if err != nil {
		t.Fatal(err)
	}
	plugin, err := protocol.Dispense("ruleset")
	if err != nil {
		t.Fatal(err)
	}
	return plugin.(*host2plugin.Client)
}

// configure tells the plugin its configuration, as TFLint does once and its language server before every run.
func configure(t *testing.T, plugin *host2plugin.Client) {
	t.Helper()
	// The plugin takes a host that does not ask this for one that is too old.
	if _, err := plugin.VersionConstraints(); err != nil {
		t.Fatal(err)
	}
	if err := plugin.ApplyGlobalConfig(&tflint.Config{}); err != nil {
		t.Fatal(err)
	}
	if _, err := plugin.ConfigSchema(); err != nil {
		t.Fatal(err)
	}
	if err := plugin.ApplyConfig(&hclext.BodyContent{}, nil); err != nil {
		t.Fatal(err)
	}
}

// host is a TFLint of few words: it has one module, knows the defaults of its variables and collects findings.
type host struct {
	files map[string]*hcl.File
	scope *hcl.EvalContext

	mu     sync.Mutex
	issues []string
}

var _ plugin2host.Server = (*host)(nil)

// newHost makes module n: repositories, and some of everything else that the rules look at.
func newHost(t *testing.T, dir string, n int) *host {
	t.Helper()
	texts := generate.Containers(20, 2, n%2 == 0)
	texts["main.tf"] = repositories(n)

	h := &host{files: map[string]*hcl.File{}}
	for name, text := range texts {
		name = dir + "/" + name
		file, diags := hclsyntax.ParseConfig([]byte(text), name, hcl.InitialPos)
		if diags.HasErrors() {
			t.Error(diags)
		}
		h.files[name] = file
	}
	h.scope = &hcl.EvalContext{Variables: map[string]cty.Value{"var": cty.ObjectVal(h.variables())}}
	return h
}

func (h *host) variables() map[string]cty.Value {
	values := map[string]cty.Value{}
	for _, file := range h.files {
		for _, block := range file.Body.(*hclsyntax.Body).Blocks {
			if block.Type != "variable" {
				continue
			}
			value := cty.DynamicVal
			if attribute, ok := block.Body.Attributes["default"]; ok {
				value, _ = attribute.Expr.Value(nil)
			}
			values[block.Labels[0]] = value
		}
	}
	return values
}

func (h *host) GetOriginalwd() string   { return "/" }
func (h *host) GetModulePath() []string { return nil }

func (h *host) GetModuleContent(schema *hclext.BodySchema, _ tflint.GetModuleContentOption) (*hclext.BodyContent, hcl.Diagnostics) {
	content := &hclext.BodyContent{Attributes: hclext.Attributes{}}
	var diags hcl.Diagnostics
	for _, file := range h.files {
		part, partDiags := hclext.PartialContent(file.Body, schema)
		diags = diags.Extend(partDiags)
		maps.Copy(content.Attributes, part.Attributes)
		content.Blocks = append(content.Blocks, part.Blocks...)
	}
	return content, diags
}

func (h *host) GetFile(name string) (*hcl.File, error) { return h.files[name], nil }

func (h *host) GetFiles(tflint.ModuleCtxType) map[string][]byte {
	sources := map[string][]byte{}
	for name, file := range h.files {
		sources[name] = file.Bytes
	}
	return sources
}

func (h *host) GetRuleConfigContent(string, *hclext.BodySchema) (*hclext.BodyContent, map[string][]byte, error) {
	return &hclext.BodyContent{}, nil, nil
}

func (h *host) EvaluateExpr(expr hcl.Expression, o tflint.EvaluateExprOption) (cty.Value, error) {
	value, diags := expr.Value(h.scope)
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	return convert.Convert(value, *o.WantType)
}

func (h *host) EmitIssue(rule tflint.Rule, message string, at hcl.Range, _ bool) (bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.issues = append(h.issues, fmt.Sprintf("%s:%d %s %s", at.Filename, at.Start.Line, rule.Name(), message))
	return true, nil
}

func (h *host) ApplyChanges(map[string][]byte) error { return nil }
