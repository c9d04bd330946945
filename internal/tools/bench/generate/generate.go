// Package generate makes Terraform modules of any size, for the benchmark and for tests.
//
// A module repeats one of the .tf files beside this one, with a number in place of NNN.
package generate

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

var (
	//go:embed variables.tf
	variables string
	//go:embed clean.tf
	clean string
	//go:embed bad.tf
	bad string
	//go:embed other.tf
	other string
	//go:embed forms.tf
	forms string
	//go:embed roles.tf
	roles string
	//go:embed web.json.tftpl
	template string
)

// Containers makes a module of container resources, spread evenly over a number of files: repositories, task
// definitions, security groups, roles and policies, in every form that people write them. They are as they should
// be, or all of them bad.
func Containers(resources, files int, allBad bool) map[string]string {
	group := clean
	if allBad {
		group = bad
	}
	module := repeat(group, resources, files)
	module["variables.tf"] = variables
	return module
}

// Forms makes a module of task definitions in every form in which people write them, as they should be.
func Forms(resources, files int) map[string]string {
	module := repeat(forms, resources, files)
	module["variables.tf"], module["web.json.tftpl"] = variables, template
	return module
}

// Roles makes a module of roles that may do what they need: of 13 resources 3 are roles, and there are 10 policy documents.
func Roles(resources, files int) map[string]string {
	module := repeat(roles, resources, files)
	module["variables.tf"] = variables
	return module
}

// Others makes a module without anything that has to do with containers.
func Others(resources, files int) map[string]string {
	return repeat(other, resources, files)
}

func repeat(group string, resources, files int) map[string]string {
	texts := make([]strings.Builder, files)
	groups := resources / strings.Count(group, "resource \"")
	for n := range groups {
		text := &texts[n*files/groups]
		if text.Len() > 0 {
			text.WriteByte('\n')
		}
		text.WriteString(strings.ReplaceAll(group, "NNN", strconv.Itoa(n)))
	}
	module := map[string]string{}
	for file := range texts {
		module[name(file)] = texts[file].String()
	}
	return module
}

func name(file int) string { return fmt.Sprintf("main%03d.tf", file) }
