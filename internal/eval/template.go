package eval

import "github.com/hashicorp/hcl/v2"

// templateRoot resolves the names in a template file: the variables that it was called with.
type templateRoot struct {
	Root
	vars *Value
}

// Resolve is a variable of the template. One that is not passed fails in Terraform; where the variables are not known
// as a whole, it may be passed.
func (r templateRoot) Resolve(t hcl.Traversal) (*Value, int) {
	return attribute(r.vars, t.RootName(), r.vars.Place()), 1
}
