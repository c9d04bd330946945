package generate

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func TestModules(t *testing.T) {
	for name, module := range map[string]map[string]string{
		"clean":  Containers(100, 10, false),
		"bad":    Containers(100, 10, true),
		"roles":  Roles(130, 10),
		"others": Others(100, 10),
	} {
		t.Run(name, func(t *testing.T) {
			files := 0
			for file := range module {
				if file != "variables.tf" {
					files++
				}
			}
			if files != 10 {
				t.Errorf("got %d files, want 10", files)
			}
			resources := map[string]bool{}
			for file, text := range module {
				parsed, diags := hclsyntax.ParseConfig([]byte(text), file, hcl.InitialPos)
				if diags.HasErrors() {
					t.Fatal(diags)
				}
				for _, block := range parsed.Body.(*hclsyntax.Body).Blocks {
					if block.Type == "resource" {
						resources[strings.Join(block.Labels, ".")] = true
					}
				}
			}
			want := 100
			if name == "roles" {
				want = 130
			}
			if len(resources) != want {
				t.Errorf("got %d resources, want %d", len(resources), want)
			}
		})
	}
}
