// Package signer is the typed view of AWS Signer: who may use the profiles with which images and functions are signed.
package signer

import (
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// PermissionType is the resource that lets others use a signing profile.
const PermissionType = "aws_signer_signing_profile_permission"

// Permission lets a principal do something with a signing profile.
type Permission struct{ *terraform.Resource }

// Permissions are those of a module.
func Permissions(m *terraform.Module) []Permission {
	var out []Permission
	for _, r := range m.Resources(PermissionType) {
		out = append(out, Permission{r})
	}
	return out
}

// Principal is who may: an account's number, or an ARN.
func (p Permission) Principal() *eval.Value { return p.Get("principal").WhereUsed() }

// IsPublic tells whether the permission is certainly for everyone.
func (p Permission) IsPublic() bool { return p.Principal().Is("*") }

// deeds are what the actions let people do: all that a permission can be for.
// https://docs.aws.amazon.com/signer/latest/api/API_AddProfilePermission.html
var deeds = map[string]string{
	"signer:SignPayload":       "sign with it in your name",
	"signer:StartSigningJob":   "sign with it in your name",
	"signer:RevokeSignature":   "revoke its signatures, which then count for nothing",
	"signer:GetSigningProfile": "look at it",
}

// Allows is what the permission is for, in words.
func (p Permission) Allows() string {
	action, _ := p.Get("action").Text()
	if deed := deeds[action]; deed != "" {
		return deed
	}
	return "use it"
}

// OnlyReads tells whether the permission certainly lets nobody sign or revoke.
func (p Permission) OnlyReads() bool { return p.Get("action").Is("signer:GetSigningProfile") }
