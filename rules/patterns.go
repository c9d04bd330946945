package rules

import (
	"fmt"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/wildcard"
)

// checkPatterns says what is wrong with patterns in which * is any text.
func checkPatterns(value any) error {
	for _, p := range value.([]string) {
		if strings.Trim(p, "*") == "" {
			return fmt.Errorf("%q matches everything: write a part of what it is for", p)
		}
	}
	return nil
}

// likeAny tells whether a text matches one of the patterns, or may, in which * is any text. Of a text that is not wholly
// known the literal parts of a pattern have to be in what is known; a text of which nothing is known matches none.
func likeAny(patterns []string, v *eval.Value) bool {
	for _, p := range patterns {
		if s, known := v.Text(); known && wildcard.Match(p, s) {
			return true
		}
		for _, piece := range v.Pieces() {
			if piece.Known && strings.HasPrefix(p, "*") && strings.Contains(piece.Text, strings.Trim(p, "*")) {
				return true
			}
		}
		if first, rest, _ := strings.Cut(p, "*"); rest == "" && first != "" && strings.HasPrefix(v.Prefix(), first) {
			return true
		}
	}
	return false
}
