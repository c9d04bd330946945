package ecr

import (
	"maps"
	"slices"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// LifecycleDocument is the data source that writes a lifecycle policy.
const LifecycleDocument = "aws_ecr_lifecycle_policy_document"

// lifecycleNames are the arguments of the data source's blocks, with what the policy calls them:
// https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
var lifecycleNames = map[string]map[string]string{
	"rule": {"priority": "rulePriority", "description": "description"},
	"selection": {
		"tag_status": "tagStatus", "tag_pattern_list": "tagPatternList", "tag_prefix_list": "tagPrefixList",
		"storage_class": "storageClass", "count_type": "countType", "count_unit": "countUnit", "count_number": "countNumber",
	},
	"action": {"type": "type", "target_storage_class": "targetStorageClass"},
}

// RenderLifecycle is what the data source makes of its arguments: the policy as JSON.
func RenderLifecycle(arguments *eval.Value) map[string]*eval.Value {
	rules := arguments.Get("rule").MapItems(func(rule *eval.Value) *eval.Value {
		members := renamed(rule, "rule")
		for _, nested := range []string{"selection", "action"} {
			block := rule.Get(nested).First()
			if !block.Absent() {
				members = append(members, eval.Member{Key: nested, Value: eval.NewObject(renamed(block, nested), block.Open(), block.Place())})
			}
		}
		return eval.NewObject(members, rule.Open(), rule.Place())
	})
	policy := eval.NewObject([]eval.Member{{Key: "rules", Value: rules}}, false, arguments.Place())
	return map[string]*eval.Value{"json": eval.NewEncoded(policy, arguments.Place())}
}

// renamed are the arguments of a block under the names that the policy has for them.
func renamed(block *eval.Value, typ string) []eval.Member {
	var members []eval.Member
	for _, argument := range slices.Sorted(maps.Keys(lifecycleNames[typ])) {
		name := lifecycleNames[typ][argument]
		if v := block.Get(argument); !v.Absent() {
			members = append(members, eval.Member{Key: name, Value: v})
		}
	}
	return members
}
