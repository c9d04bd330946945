package ruleset

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/gocty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// options are what people set in a rule's block. Every rule that has a block decodes it, also one that takes nothing but a
// severity: TFLint tells of a wrong name only then. The error names the option and what is allowed; TFLint adds the rule.
func (r *runner) options(of *rule.Rule) (options map[string]any, severity rule.Severity, err error) {
	if !r.configured[of.Name] {
		return nil, "", nil
	}
	block := reflect.New(blockType(of))
	if err := r.DecodeRuleConfig(of.Name, block.Interface()); err != nil {
		return nil, "", fmt.Errorf("%w; the rule takes %s", err, strings.Join(optionNames(of), ", "))
	}
	set := func(i int) cty.Value { return block.Elem().Field(i).Interface().(cty.Value) }
	if v := set(0); v != cty.NilVal {
		if severity, err = severityOf(v); err != nil {
			return nil, "", err
		}
	}
	options = map[string]any{}
	for i, o := range of.Options {
		if v := set(i + 1); v != cty.NilVal && !v.IsNull() {
			if options[o.Name], err = decodeOption(o, v); err != nil {
				return nil, "", err
			}
		}
	}
	return options, severity, nil
}

// blockType is a struct that describes a rule's block to the SDK, made of the rule's options, so that a rule says once what it
// takes: the severity, then the options in their order. Values are taken as they come and checked here.
func blockType(of *rule.Rule) reflect.Type {
	field := func(i int, name string) reflect.StructField {
		return reflect.StructField{
			Name: fmt.Sprintf("Option%d", i), Type: reflect.TypeFor[cty.Value](),
			Tag: reflect.StructTag(fmt.Sprintf(`hclext:"%s,optional"`, name)),
		}
	}
	fields := []reflect.StructField{field(0, "severity")}
	for i, o := range of.Options {
		fields = append(fields, field(i+1, o.Name))
	}
	return reflect.StructOf(fields)
}

func optionNames(of *rule.Rule) []string {
	names := []string{"enabled", "severity"}
	for _, o := range of.Options {
		names = append(names, o.Name)
	}
	return names
}

func severityOf(v cty.Value) (rule.Severity, error) {
	s, err := convert.Convert(v, cty.String)
	if err == nil && s.IsKnown() && !s.IsNull() && slices.Contains(rule.Severities, rule.Severity(s.AsString())) {
		return rule.Severity(s.AsString()), nil
	}
	return "", fmt.Errorf(`severity is %s, but has to be "error", "warning" or "notice"`, written(v))
}

// decodeOption is the value of an option, of the type of its default.
func decodeOption(o rule.Option, v cty.Value) (any, error) {
	value, wanted := reflect.New(reflect.TypeOf(o.Default)), "true or false"
	switch o.Default.(type) {
	case int:
		wanted = "a whole number"
	case string:
		wanted = "a string"
	case []string:
		wanted = "a list of strings"
	}
	implied, err := gocty.ImpliedType(o.Default)
	if err != nil {
		return nil, err
	}
	converted, err := convert.Convert(v, implied)
	if err == nil {
		err = gocty.FromCtyValue(converted, value.Interface())
	}
	if err != nil {
		return nil, fmt.Errorf("%s is %s, but has to be %s", o.Name, written(v), wanted)
	}
	if o.Check != nil {
		if err := o.Check(value.Elem().Interface()); err != nil {
			return nil, fmt.Errorf("%s: %w", o.Name, err)
		}
	}
	return value.Elem().Interface(), nil
}

// written is a value for a message.
func written(v cty.Value) string {
	if s, err := convert.Convert(v, cty.String); err == nil && s.IsKnown() && !s.IsNull() {
		if v.Type() == cty.String {
			return fmt.Sprintf("%q", s.AsString())
		}
		return s.AsString()
	}
	return "a " + v.Type().FriendlyName()
}
