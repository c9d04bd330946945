package secret

import (
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// yield is what a reference gives.
type yield uint8

const (
	nothing yield = iota
	// suspect: named like a secret, and nothing more is known of it.
	suspect
	// perhaps: a secret where it is used as one.
	perhaps
	// marked: its author says that it is sensitive, which people say of user names, too.
	marked
	// certain: a secret.
	certain
)

// yields are the attributes of resources and data sources that are a secret in clear, with what lies below them. Attributes
// with a hash of a secret are not among them, nor are its ARN and its name. Neither are those of access keys: see KeyParts.
var yields = map[string]yield{
	"random_password.result": certain,
	"random_string.result":   perhaps,
	"random_id.hex":          perhaps,
	"random_id.b64_std":      perhaps,
	"random_id.b64_url":      perhaps,
	"random_bytes.hex":       perhaps,
	"random_bytes.base64":    perhaps,
	"random_uuid.result":     perhaps,

	"aws_secretsmanager_secret_version.secret_string":         certain,
	"aws_secretsmanager_secret_version.secret_binary":         certain,
	"data.aws_secretsmanager_secret_version.secret_string":    certain,
	"data.aws_secretsmanager_secret_version.secret_binary":    certain,
	"data.aws_secretsmanager_random_password.random_password": certain,
	"aws_ssm_parameter.value":                                 perhaps, // see ofParameter
	"data.aws_ssm_parameter.value":                            perhaps, // see ofParameter
	"data.aws_ssm_parameters_by_path.values":                  perhaps,
	"data.aws_kms_secrets.plaintext":                          certain,
	"data.sops_file.data":                                     certain,
	"data.vault_generic_secret.data":                          certain,
	"data.vault_kv_secret_v2.data":                            certain,

	"aws_db_instance.password":                             certain,
	"aws_rds_cluster.master_password":                      certain,
	"aws_docdb_cluster.master_password":                    certain,
	"aws_redshift_cluster.master_password":                 certain,
	"aws_lightsail_database.master_password":               certain,
	"aws_elasticache_replication_group.auth_token":         certain,
	"aws_iam_user_login_profile.password":                  certain,
	"aws_iam_service_specific_credential.service_password": certain,
	"aws_cognito_user_pool_client.client_secret":           certain,
	"data.aws_cognito_user_pool_client.client_secret":      certain,
	"aws_api_gateway_api_key.value":                        certain,
	"data.aws_api_gateway_api_key.value":                   certain,
	"aws_appsync_api_key.key":                              certain,
	"data.aws_ecr_authorization_token.password":            certain,
	"data.aws_ecr_authorization_token.authorization_token": certain,
	"data.aws_eks_cluster_auth.token":                      certain,
	"tls_private_key.private_key_pem":                      certain,
	"tls_private_key.private_key_openssh":                  certain,
	"tls_private_key.private_key_pem_pkcs8":                certain,
	"acme_certificate.private_key_pem":                     certain,
}

// of is what a reference gives.
func (s *Scanner) of(ref eval.Ref) yield {
	address, foreign := ref.Home()
	typ, name := split(address)
	attribute, below, _ := strings.Cut(ref.Path, ".")
	switch {
	case typ == "var" && !foreign && s.Module.IsSensitive(name):
		if s.isPlainAmongSecrets(name) || !s.isSecretPart(name, partOf(ref)) {
			return nothing
		}
		return marked
	case typ == "var" && s.Names.Secret(name), typ == "module" && s.Names.Secret(last(ref.Path)):
		return suspect
	case strings.HasSuffix(typ, "aws_ssm_parameter") && attribute == "value" && !foreign:
		return s.ofParameter(address)
	}
	given := yields[typ+"."+attribute]
	if given == certain && below != "" && s.isPlainPart(last(below)) {
		return nothing
	}
	return given
}

// split is the type and the name of what stands at an address.
func split(address string) (typ, name string) {
	i := strings.LastIndexByte(address, '.')
	return address[:max(i, 0)], address[i+1:]
}

func last(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// isPlainAmongSecrets tells whether a name is that of what people keep among secrets, or mark as sensitive, although it is none:
// the ARN of one, a user's name. An address is there because of the password in it.
func (s *Scanner) isPlainAmongSecrets(name string) bool {
	split := words(name)
	return len(split) > 0 && s.Names.isHarmless(split) && !slices.Contains([]string{"URL", "URLS", "URI", "URIS"}, split[len(split)-1])
}

// isUserName tells whether a name is that of a user's name.
func isUserName(name string) bool {
	split := words(name)
	return slices.Contains(split, "USERNAME") || len(split) > 0 && split[len(split)-1] == "USER"
}

// plainParts are the parts of a secret of several that AWS keeps beside the user's name and the password:
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
var plainParts = []string{"host", "hostname", "endpoint", "port", "dbname", "database", "db", "engine", "region"}

// isPlainPart tells whether a part of a secret is none by itself, such as the user's name.
func (s *Scanner) isPlainPart(key string) bool {
	return isUserName(key) || slices.Contains(plainParts, strings.ToLower(key)) || s.isPlainAmongSecrets(key)
}

// isSecretPart tells whether a part of a sensitive variable is secret by itself. A variable is marked as a whole because of one
// of its parts: which one is told by the part's name, or by that of a variable that holds nothing but secrets.
func (s *Scanner) isSecretPart(variable, part string) bool {
	return part == "" || s.Names.Secret(part) || s.Names.Secret(strings.TrimSuffix(variable, "s")) && !s.isPlainPart(part)
}

// partOf is the name of the part that a reference takes of a variable: of var.db.password, of var.db["password"]; empty for all of it.
func partOf(ref eval.Ref) string {
	if part := last(ref.Path); part != "" {
		return part
	}
	if strings.HasPrefix(ref.Key, `["`) { // an element of a list is as secret as the list
		return strings.Trim(ref.Key, `[]"`)
	}
	return ""
}

// namesSecret tells whether a text is the name of a secret or of a parameter, by what it comes from.
func namesSecret(v *eval.Value) bool {
	return slices.ContainsFunc(v.AllRefs(), func(ref eval.Ref) bool {
		return slices.Contains([]string{secretType, parameterType}, ref.Type()) && slices.Contains([]string{"name", "arn", "id"}, ref.Path)
	})
}

// ofParameter is what the value of a parameter gives. The provider marks it as sensitive whatever its type is, and reads both
// plain and encrypted ones alike, so that only the type, or somebody's asking for decryption, tells:
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ssm_parameter
func (s *Scanner) ofParameter(address string) yield {
	b := s.Module.Find(address)
	if b == nil {
		return perhaps
	}
	given := perhaps
	for _, r := range b.Instances() {
		name := r.Get("name")
		switch {
		case r.Get("type").Is("SecureString"), r.Get("with_decryption").True():
			given = certain
		case r.Get("type").Is("String"), r.Get("type").Is("StringList"), strings.HasPrefix(name.Prefix(), "/aws/service/"):
			return nothing
		case s.Names.Secret(last(strings.ReplaceAll(name.Suffix(), "/", "."))):
			given = certain
		}
	}
	return given
}
