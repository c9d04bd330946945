package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// constrained is a value as the variable's type makes it: converted, without attributes that the type lacks, and with the defaults of
// those that are optional. What the type does not take stays as it is: Terraform refuses it.
func (m *Module) constrained(v *eval.Value, typeExpr hcl.Expression) *eval.Value {
	if typeExpr == nil {
		return v
	}
	ty, defaults, diags := typeexpr.TypeConstraintWithDefaults(typeExpr)
	if diags.HasErrors() {
		return v
	}
	return shaped(v, ty, defaults)
}

func shaped(v *eval.Value, ty cty.Type, defaults *typeexpr.Defaults) *eval.Value {
	if ty == cty.DynamicPseudoType {
		return v
	}
	return v.Map(func(v *eval.Value) *eval.Value {
		switch {
		case v.Unknown(), v.Absent():
			return v
		case v.IsObject() && ty.IsObjectType():
			return objectOf(v, ty, defaults)
		case v.IsObject() && ty.IsMapType():
			v = v.MapMembers(func(member *eval.Value) *eval.Value { return shaped(member, ty.ElementType(), childOf(defaults, "")) })
		case v.IsList() && ty.IsCollectionType():
			v = v.MapItems(func(item *eval.Value) *eval.Value { return shaped(item, ty.ElementType(), childOf(defaults, "")) })
		}
		return v.Converted(ty.WithoutOptionalAttributesDeep())
	})
}

// childOf are the defaults of what lies under a key.
func childOf(defaults *typeexpr.Defaults, key string) *typeexpr.Defaults {
	if defaults == nil {
		return nil
	}
	return defaults.Children[key]
}

// objectOf is an object with the attributes of a type, in the order in which they are written.
func objectOf(v *eval.Value, ty cty.Type, defaults *typeexpr.Defaults) *eval.Value {
	names := slices.DeleteFunc(slices.Clone(v.Keys()), func(k string) bool { return !ty.HasAttribute(k) })
	for _, k := range slices.Sorted(keys(ty.AttributeTypes())) {
		if !slices.Contains(names, k) {
			names = append(names, k)
		}
	}
	members := make([]eval.Member, len(names))
	for i, k := range names {
		member := v.Get(k)
		if defaults != nil {
			if fallback, ok := defaults.DefaultValues[k]; ok {
				member = member.DefaultValue(eval.FromCty(fallback, v.Place()))
			}
		}
		members[i] = eval.Member{Key: k, Value: shaped(member, ty.AttributeType(k), childOf(defaults, k))}
	}
	return eval.NewObject(members, false, v.Place())
}
