package rule

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Facts is what all rules look at: a module, and the views of it that several rules share, made once.
type Facts struct {
	Module *terraform.Module

	containers   lazy[[]ecs.Container]
	repositories lazy[[]ecr.Repository]
}

// Computed are the attributes that data sources of the provider make of their arguments.
var Computed = map[string]func(*eval.Value) map[string]*eval.Value{}

// NewFacts are the facts of a module.
func NewFacts(m *terraform.Module) *Facts { return &Facts{Module: m} }

// Containers are the containers of the module, whatever resource carries them.
func (f *Facts) Containers() []ecs.Container {
	return f.containers.get(func() []ecs.Container { return ecs.Containers(f.Module) })
}

// Repositories are the private ECR repositories of the module.
func (f *Facts) Repositories() []ecr.Repository {
	return f.repositories.get(func() []ecr.Repository { return ecr.Repositories(f.Module) })
}

// lazy is a value that is made when it is first asked for. A runner checks one rule after the other, so it needs no lock.
type lazy[T any] struct {
	made  bool
	value T
}

func (l *lazy[T]) get(make func() T) T {
	if !l.made {
		l.made, l.value = true, make()
	}
	return l.value
}
