package terraform

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Computed are the attributes that a data source makes of its arguments and of nothing else.
func (r *Resource) Computed() map[string]*eval.Value {
	if !r.asked {
		r.asked, r.computed = true, r.module.computedBy(r)
	}
	return r.computed
}

func (m *Module) computedBy(r *Resource) map[string]*eval.Value {
	switch r.Type {
	case "template_file":
		none := eval.NewObject(nil, false, r.Place())
		vars := r.Get("vars")
		if vars.IsList() {
			vars = vars.First() // written as a block, which Terraform took until 0.12
		}
		// https://registry.terraform.io/providers/hashicorp/template/latest/docs/data-sources/file
		return map[string]*eval.Value{"rendered": m.scope().RenderValue(r.Get("template"), vars.DefaultValue(none))}
	case "local_file":
		// Not local_sensitive_file, which nobody may look into.
		name := r.Get("filename")
		return map[string]*eval.Value{"content": m.scope().ReadFile(name, name.Place())}
	}
	if f := m.computed[r.Type]; f != nil {
		return f(r.Value)
	}
	return nil
}
