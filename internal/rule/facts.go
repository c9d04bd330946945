package rule

import (
	"strings"
	"sync"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecr"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/ecs"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/endpoint"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/network"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/secret"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// Facts is what all rules look at: a module, and the views of it that several rules share, made once.
type Facts struct {
	Module *terraform.Module
	// Settings are what people have set for a rule, and whether it is enabled; nil: every rule is as it is by default.
	Settings func(*Rule) (options map[string]any, enabled bool)

	tasks        lazy[[]ecs.Task]
	containers   lazy[[]ecs.Container]
	holders      lazy[[]ecs.Holder]
	scripts      lazy[[]ecs.Script]
	repositories lazy[[]ecr.Repository]
	groupRules   lazy[[]network.Rule]
	iam          lazy[*iam.View]
	excesses     lazy[[]*iam.Excess]
	asked        *asked
	names        *lazy[*secret.Names] // the same for all facts of a module
	undecided    lazy[[]*open]
}

// Computed are the attributes that data sources of the provider make of their arguments.
var Computed = map[string]func(*eval.Value) map[string]*eval.Value{
	ecr.LifecycleDocument: ecr.RenderLifecycle,
	iam.DocumentType:      iam.Render,
	endpoint.ServiceType:  endpoint.ServiceName,
}

// NewFacts are the facts of a module.
func NewFacts(m *terraform.Module) *Facts { return &Facts{Module: m, names: &lazy[*secret.Names]{}} }

// SecretNames are the names that say of a value that it is a secret, by words of theirs and with exceptions: see secret.NewNames.
func (f *Facts) SecretNames(words, harmless []string) *secret.Names {
	return f.names.get(func() *secret.Names { return secret.NewNames(words, harmless) })
}

// settings are those of a rule.
func (f *Facts) settings(r *Rule) (options map[string]any, enabled bool) {
	if f.Settings == nil {
		return nil, true
	}
	return f.Settings(r)
}

// Holders are what takes environment variables beside containers.
func (f *Facts) Holders() []ecs.Holder {
	return f.holders.get(func() []ecs.Holder { return ecs.Holders(f.Module) })
}

// HostScripts are what hosts do when they start.
func (f *Facts) HostScripts() []ecs.Script {
	return f.scripts.get(func() []ecs.Script { return ecs.HostScripts(f.Module) })
}

// Containers are the containers of the module, whatever resource carries them.
func (f *Facts) Containers() []ecs.Container {
	return f.containers.get(func() []ecs.Container { return ecs.Containers(f.Tasks()) })
}

// Tasks are what the containers of the module run in.
func (f *Facts) Tasks() []ecs.Task {
	return f.tasks.get(func() []ecs.Task { return ecs.Tasks(f.Module) })
}

// Repositories are the private ECR repositories of the module.
func (f *Facts) Repositories() []ecr.Repository {
	return f.repositories.get(func() []ecr.Repository { return ecr.Repositories(f.Module) })
}

// SecurityGroupRules are the rules of security groups of the module, in whatever form they are written.
func (f *Facts) SecurityGroupRules() []network.Rule {
	return f.groupRules.get(func() []network.Rule { return network.Rules(f.Module) })
}

// IAM is the IAM of the module.
func (f *Facts) IAM() *iam.View {
	return f.iam.get(func() *iam.View {
		v := iam.NewView(f.Module)
		v.Targets = iam.Targets{Images: sync.OnceValue(f.privilegedImages), Secrets: sync.OnceValue(f.containerSecrets)}
		return v
	})
}

// privilegedImages are the addresses of the repositories with mutable tags from which privileged containers start.
func (f *Facts) privilegedImages() []string {
	mutable := map[string]bool{}
	for _, t := range ecr.Tagged(f.Module) {
		mutable[t.Address()] = t.Mutability().Is("MUTABLE")
	}
	var out []string
	for _, c := range f.Containers() {
		if !c.Privileged().True() {
			continue
		}
		for _, ref := range c.Image().Refs() {
			if mutable[ref.Address] {
				out = append(out, ref.Address)
			}
		}
	}
	return out
}

// containerSecrets are the addresses of the secrets of Secrets Manager that containers start with.
func (f *Facts) containerSecrets() []string {
	var out []string
	for _, c := range f.Containers() {
		for _, s := range c.Secrets() {
			for _, ref := range s.Value.Refs() {
				if strings.HasPrefix(ref.Address, "aws_secretsmanager_secret.") {
					out = append(out, ref.Address)
				}
			}
		}
	}
	return out
}

// Excesses are what is too much about the policies of identities, of one kind.
func (f *Facts) Excesses(kind iam.ExcessKind) []*iam.Excess {
	all := f.excesses.get(func() []*iam.Excess { return f.IAM().Excesses() })
	var out []*iam.Excess
	for _, e := range all {
		if e.Kind == kind {
			out = append(out, e)
		}
	}
	return out
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
