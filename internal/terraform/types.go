package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// constrained is an argument as the variable's type makes it: what optional attributes lack has their default. Where the type
// can't be read it may be anything, so nothing that is missing is missing for certain.
func (m *Module) constrained(v *eval.Value, typeExpr hcl.Expression) *eval.Value {
	if typeExpr == nil {
		return v
	}
	ty, defaults, diags := typeexpr.TypeConstraintWithDefaults(typeExpr)
	if diags.HasErrors() {
		return v
	}
	return withDefaults(v, ty, defaults)
}

func withDefaults(v *eval.Value, ty cty.Type, defaults *typeexpr.Defaults) *eval.Value {
	if defaults == nil {
		return v
	}
	return v.Map(func(v *eval.Value) *eval.Value {
		switch {
		case v.IsObject() && ty.IsObjectType():
			return objectWithDefaults(v, ty, defaults)
		case v.IsObject() && ty.IsMapType():
			return eval.NewLazyObject(v.Keys(), func(k string) *eval.Value {
				return withDefaults(v.Get(k), ty.ElementType(), defaults.Children[""])
			}, v.Open(), v.Place())
		case v.IsList() && ty.IsCollectionType():
			return v.MapItems(func(item *eval.Value) *eval.Value {
				return withDefaults(item, ty.ElementType(), defaults.Children[""])
			})
		}
		return v
	})
}

func objectWithDefaults(v *eval.Value, ty cty.Type, defaults *typeexpr.Defaults) *eval.Value {
	keys := v.Keys()
	for k := range ty.AttributeTypes() {
		if !slices.Contains(keys, k) {
			keys = append(slices.Clip(keys), k)
		}
	}
	return eval.NewLazyObject(keys, func(k string) *eval.Value {
		member := v.Get(k)
		if fallback, ok := defaults.DefaultValues[k]; ok {
			member = member.DefaultValue(eval.FromCty(fallback, v.Place()))
		}
		if child := defaults.Children[k]; child != nil && ty.HasAttribute(k) {
			member = withDefaults(member, ty.AttributeType(k), child)
		}
		return member
	}, v.Open(), v.Place())
}
