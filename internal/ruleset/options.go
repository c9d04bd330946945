package ruleset

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// options are what people set in a rule's block. The SDK wants a struct that describes the block; it is made of the rule's
// options, so that a rule says once what it takes. Every rule that has a block decodes it, also one that takes nothing but
// a severity: TFLint tells of a wrong name only then.
func (r *runner) options(of *rule.Rule) (options map[string]any, severity rule.Severity, err error) {
	if !r.configured[of.Name] {
		return nil, "", nil
	}
	block := reflect.New(reflect.StructOf(fields(of)))
	if err := r.DecodeRuleConfig(of.Name, block.Interface()); err != nil {
		return nil, "", fmt.Errorf("rule %q: %w; it takes %s", of.Name, err, strings.Join(optionNames(of), ", "))
	}
	if set := block.Elem().Field(0).Elem(); set.IsValid() {
		severity = rule.Severity(set.String())
		if !slices.Contains(rule.Severities, severity) {
			return nil, "", fmt.Errorf(`rule %q: severity is %q, but has to be "error", "warning" or "notice"`, of.Name, severity)
		}
	}
	options = map[string]any{}
	for i, o := range of.Options {
		value := block.Elem().Field(i + 1)
		switch {
		case value.IsNil():
		case value.Kind() == reflect.Pointer:
			options[o.Name] = value.Elem().Interface()
		default:
			options[o.Name] = value.Interface()
		}
		if set, ok := options[o.Name]; ok && o.Check != nil {
			if err := o.Check(set); err != nil {
				return nil, "", fmt.Errorf("rule %q: %s: %w", of.Name, o.Name, err)
			}
		}
	}
	return options, severity, nil
}

// fields are the fields of the struct that describes a rule's block: the severity, and the rule's options in their order.
// What is not set is nil.
func fields(of *rule.Rule) []reflect.StructField {
	field := func(i int, name string, t reflect.Type) reflect.StructField {
		if t.Kind() != reflect.Slice {
			t = reflect.PointerTo(t)
		}
		return reflect.StructField{
			Name: fmt.Sprintf("Option%d", i), Type: t,
			Tag: reflect.StructTag(fmt.Sprintf(`hclext:"%s,optional"`, name)),
		}
	}
	out := []reflect.StructField{field(0, "severity", reflect.TypeFor[string]())}
	for i, o := range of.Options {
		out = append(out, field(i+1, o.Name, reflect.TypeOf(o.Default)))
	}
	return out
}

func optionNames(of *rule.Rule) []string {
	names := []string{"enabled", "severity"}
	for _, o := range of.Options {
		names = append(names, o.Name)
	}
	return names
}
