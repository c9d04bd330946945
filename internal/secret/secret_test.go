package secret_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/secret"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/shell"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// declared is what the expressions of the tests refer to.
const declared = `
variable "marked" { sensitive = true }
variable "marked_arn" { sensitive = true }
variable "marked_url" { sensitive = true }
variable "db_password" {}
variable "plain" {}
resource "random_password" "db" { length = 32 }
resource "random_string" "suffix" { length = 8 }
resource "random_id" "secret_name" { byte_length = 8 }
resource "aws_db_instance" "db" { password = "hunter2" }
resource "aws_secretsmanager_secret" "db" { name = "db" }
resource "aws_ssm_parameter" "secure" {
  name = "/app/x"
  type = "SecureString"
}
resource "aws_ssm_parameter" "plain" {
  name  = "/app/url"
  type  = "String"
}
resource "aws_iam_access_key" "ci" { user = "ci" }
resource "aws_ssm_parameter" "key" {
  name  = "/app/key"
  type  = "SecureString"
  value = aws_iam_access_key.ci.secret
}
data "aws_secretsmanager_secret_version" "db" {}
data "aws_secretsmanager_secret_version" "db_username" {}
data "aws_ssm_parameter" "some" { name = "/app/url" }
data "aws_ssm_parameter" "named" { name = "/app/db_password" }
data "aws_ssm_parameter" "ami" { name = "/aws/service/ecs/optimized-ami/token" }
data "aws_ssm_parameter" "decrypted" {
  name            = "/app/x"
  with_decryption = true
}
`

type host struct{}

func (host) Variable(string, []hcl.Range) (cty.Value, bool) { return cty.DynamicVal, false }
func (host) ReadFile(string) ([]byte, error)                { return nil, errors.New("no files") }
func (host) Dir() string                                    { return "" }
func (host) ModuleDir() string                              { return "." }
func (host) Argument(string) *eval.Value                    { return nil }
func (host) Module(string) map[string]*hcl.File             { return nil }

// scan makes a scanner and the value of an expression, beside what else is declared.
func scan(t testing.TB, more, expr string) (*secret.Scanner, *eval.Value) {
	t.Helper()
	file, diags := hclsyntax.ParseConfig([]byte(declared+more+"\nresource \"test\" \"test\" {\n  value = "+expr+"\n}\n"), "main.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatalf("%s: %v", expr, diags)
	}
	m := terraform.Load(map[string]*hcl.File{"main.tf": file}, host{}, nil)
	s := &secret.Scanner{
		Module: m, Names: secret.NewNames(secret.DefaultNames, secret.DefaultHarmless),
		More: secret.Patterns([]string{`\bacme_[a-z]{8}\b`}), Exempt: secret.Patterns([]string{"EXAMPLE"}),
	}
	return s, m.Resources("test")[0].Get("value")
}

func show(f secret.Found) string {
	how := map[secret.Certainty]string{0: "nothing", secret.Suspected: "suspected", secret.Placeholder: "placeholder", secret.Written: "written", secret.Referred: "referred"}
	return strings.TrimSpace(how[f.Certainty] + " " + f.What)
}

func TestVariable(t *testing.T) {
	for _, c := range []struct{ name, expr, want string }{
		// By name.
		{"DB_PASSWORD", `"hunter2"`, "written a secret"},
		{"dbPassword", `"hunter2"`, "written a secret"},
		{"spring.datasource.password", `"hunter2"`, "written a secret"},
		{"DBPASSWORD", `"hunter2"`, "written a secret"},
		{"MYSQL_PWD", `"hunter2"`, "written a secret"},
		{"MY_API_KEY", `"hunter2"`, "written a secret"},
		{"MYAPIKEY", `"hunter2"`, "written a secret"},
		{"DB_PASSWORD", `12345`, "written a secret"},
		{"DB_PASSWORD", `var.plain == "" ? "hunter2" : "hunter3"`, "written a secret"},
		{"DB_PASSWORD", `var.plain == "" ? "hunter2" : ""`, "written a secret"},
		{"DB_PASSWORD", `"changeme"`, "placeholder a placeholder"},
		{"DB_PASSWORD", `"<your-password>"`, "nothing"},
		{"", `"hunter2"`, "nothing"},
		{"LOG_LEVEL", `"hunter2"`, "nothing"},
		{"BYPASS", `"hunter2"`, "nothing"},
		{"COMPASS_TOKENIZER", `"hunter2"`, "nothing"},
		{"MONKEY", `"hunter2"`, "nothing"},
		// Names and values that are about secrets.
		{"DB_PASSWORD_ARN", `"hunter2"`, "nothing"},
		{"TOKEN_URL", `"login.example.com"`, "nothing"},
		{"PASSWORD_LENGTH", `"32"`, "nothing"},
		{"USE_SECRETS", `"yes"`, "nothing"},
		{"MAX_TOKEN_COUNT", `"32"`, "nothing"},
		{"REFRESH_TOKEN", `"3600"`, "nothing"},
		{"DB_USERNAME", `"hunter"`, "nothing"},
		{"NEXT_PUBLIC_API_KEY", `"hunter2"`, "nothing"},
		{"DB_PASSWORD", `""`, "nothing"},
		{"DB_PASSWORD", `null`, "nothing"},
		{"REQUIRE_PASSWORD", `"true"`, "nothing"},
		{"DB_PASSWORD", `"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db"`, "nothing"},
		{"DB_PASSWORD", `"/prod/db/password"`, "nothing"},
		{"DB_SECRET", `"prod/db/password"`, "nothing"},
		{"DB_PASSWORD", `"$PASSWORD"`, "nothing"},
		{"DB_PASSWORD", `"{{resolve:secretsmanager:db}}"`, "nothing"},
		{"DB_PASSWORD", `"ssm:/prod/db"`, "nothing"},
		{"PASSWORD_VARIABLE", `"DB_PASSWORD"`, "nothing"},
		{"TOKEN", `"https://login.example.com"`, "nothing"},
		{"AWS_SECRET_ACCESS_KEY", `"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"`, "nothing"},
		// By shape.
		{"X", `"AKIAABCDEFGHIJKLMNOP"`, "written an AWS access key"},
		{"X", `"AKIAIOSFODNN7EXAMPLE"`, "nothing"},
		{"X", `"AKIA${var.plain}"`, "nothing"},
		{"X", `"-----BEGIN RSA PRIVATE KEY-----\nMIIE"`, "written a private key"},
		{"X", `"-----BEGIN PUBLIC KEY-----\nMIIE"`, "nothing"},
		{"X", `"ghp_0123456789abcdefghijklmnopqrstuvwxyz"`, "written a GitHub token"},
		{"X", `"postgres://app:hunter2@${var.plain}/db"`, "written a password in a URL"},
		{"X", `"postgres://${var.plain}:hunter2@db/db"`, "written a password in a URL"},
		{"X", `"redis://:hunter2@cache:6379"`, "written a password in a URL"},
		{"DB_URL", `"postgres://app:hunter2@db/db"`, "written a password in a URL"},
		{"X", `"postgres://app:password@db/db"`, "placeholder a placeholder for a password in a URL"},
		{"X", `"postgres://app:${var.plain}@db/db"`, "nothing"},
		{"X", `"postgres://app:$DB_PASSWORD@db/db"`, "nothing"},
		{"X", `"postgres://db:5432/app?user=a@b"`, "nothing"},
		{"X", `"https://example.com/a:b@c"`, "nothing"},
		{"X", `"jdbc:postgresql://db/app?user=app&password=hunter2"`, "written a password in a connection string"},
		{"X", `"Server=db;User Id=app;Password=hunter2;"`, "written a password in a connection string"},
		{"X", `"acme_abcdefgh"`, "written a secret"},
		{"X", `var.plain == "" ? "AKIAABCDEFGHIJKLMNOP" : var.plain`, "written an AWS access key"},
		{"PUBLIC_MAPS_KEY", `"AIza01234567890123456789012345678901234"`, "nothing"},
		{"MAPS_KEY", `"AIza01234567890123456789012345678901234"`, "written a Google API key"},
		{"GIT_SHA", `"da39a3ee5e6b4b0d3255bfef95601890afd80709"`, "nothing"},
		// By what it comes from.
		{"X", `random_password.db.result`, "referred random_password.db.result"},
		{"X", `"postgres://app:${random_password.db.result}@db"`, "referred random_password.db.result"},
		{"X", `jsonencode({ password = random_password.db.result })`, "referred random_password.db.result"},
		{"X", `base64encode(random_password.db.result)`, "referred random_password.db.result"},
		{"X", `sha256(random_password.db.result)`, "nothing"},
		{"X", `tostring(length(random_password.db.result))`, "nothing"},
		{"X", `random_password.db.result != ""`, "nothing"},
		{"X", `random_password.db.result == "" ? "none" : "some"`, "nothing"},
		{"X", `random_password.db.bcrypt_hash`, "nothing"},
		{"X", `var.plain == "" ? random_password.db.result : ""`, "referred random_password.db.result"},
		{"X", `var.plain == "" ? random_password.db.result : var.plain`, "referred random_password.db.result"},
		{"X", `var.plain == "" ? random_password.db.result : "none"`, "nothing"},
		{"X", `aws_db_instance.db.password`, "referred aws_db_instance.db.password"},
		{"X", `aws_secretsmanager_secret.db.arn`, "nothing"},
		{"X", `data.aws_secretsmanager_secret_version.db.secret_string`, "referred data.aws_secretsmanager_secret_version.db.secret_string"},
		{"X", `jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["password"]`, "referred data.aws_secretsmanager_secret_version.db.secret_string.password"},
		{"X", `jsondecode(data.aws_secretsmanager_secret_version.db.secret_string).username`, "nothing"},
		{"X", `jsondecode(data.aws_secretsmanager_secret_version.db.secret_string).database_url`, "referred data.aws_secretsmanager_secret_version.db.secret_string.database_url"},
		{"DB_USERNAME", `data.aws_secretsmanager_secret_version.db_username.secret_string`, "nothing"},
		{"GIT_USER", `data.aws_secretsmanager_secret_version.db.secret_string`, "referred data.aws_secretsmanager_secret_version.db.secret_string"},
		{"X", `data.aws_secretsmanager_secret_version.db.arn`, "nothing"},
		{"X", `random_string.suffix.result`, "nothing"},
		{"SESSION_SECRET", `random_string.suffix.result`, "referred random_string.suffix.result"},
		{"SESSION_SECRET", `random_id.secret_name.hex`, "nothing"},
		{"X", `aws_ssm_parameter.secure.value`, "referred aws_ssm_parameter.secure.value"},
		{"X", `aws_ssm_parameter.secure.name`, "nothing"},
		{"API_TOKEN", `aws_ssm_parameter.plain.value`, "nothing"},
		{"X", `data.aws_ssm_parameter.some.value`, "nothing"},
		{"API_TOKEN", `data.aws_ssm_parameter.some.value`, "referred data.aws_ssm_parameter.some.value"},
		{"X", `data.aws_ssm_parameter.named.value`, "referred data.aws_ssm_parameter.named.value"},
		{"X", `data.aws_ssm_parameter.decrypted.value`, "referred data.aws_ssm_parameter.decrypted.value"},
		{"API_TOKEN", `data.aws_ssm_parameter.ami.value`, "nothing"},
		{"X", `aws_iam_access_key.ci.secret`, "nothing"},
		{"AWS_SECRET_ACCESS_KEY", `aws_iam_access_key.ci.secret`, "nothing"},
		{"X", `aws_ssm_parameter.key.value`, "nothing"},
		{"X", `"${aws_iam_access_key.ci.id}:${random_password.db.result}"`, "nothing"},
		{"AWS_SECRET_ACCESS_KEY", `var.plain == "" ? aws_iam_access_key.ci.secret : var.db_password`, "nothing"},
		{"AWS_SECRET_ACCESS_KEY", `var.plain == "" ? aws_iam_access_key.ci.secret : "hunter2"`, "written a secret"},
		{"X", `"AKIAABCDEFGHIJKLMNOP ${aws_iam_access_key.ci.secret}"`, "written an AWS access key"},
		{"X", `var.marked`, "referred var.marked"},
		{"X", `"https://${var.marked}@example.com"`, "referred var.marked"},
		{"X_ARN", `var.marked`, "nothing"},
		{"X", `var.marked_arn`, "nothing"},
		{"DATABASE_URL", `var.marked_url`, "referred var.marked_url"},
		{"X", `sensitive("hunter2")`, "referred a value that is marked as sensitive"},
		{"X", `var.plain`, "nothing"},
		{"X", `var.db_password`, "nothing"},
		{"DB_PASSWORD", `var.plain`, "nothing"},
		{"DB_PASSWORD", `var.db_password`, "suspected var.db_password"},
		{"DB_PASSWORD", `module.db.password`, "suspected module.db.password"},
		{"DB_PASSWORD", `module.db.password_secret_arn`, "nothing"},
	} {
		s, v := scan(t, "", c.expr)
		found, _ := s.Variable(c.name, v)
		if got := show(found); got != c.want {
			t.Errorf("%s = %s gives %q, not %q", c.name, c.expr, got, c.want)
		}
	}
}

func TestReference(t *testing.T) {
	for expr, want := range map[string]string{
		`"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password::"`: "",
		`"arn:aws-cn:ssm:cn-north-1:111122223333:parameter/db/password"`:              "",
		`"arn:aws:ssm:${var.plain}:111122223333:parameter/db"`:                        "",
		`"${aws_secretsmanager_secret.db.arn}:password::"`:                            "",
		`aws_ssm_parameter.secure.arn`:                                                "",
		`aws_ssm_parameter.secure.name`:                                               "",
		`data.aws_ssm_parameter.some.value`:                                           "", // it may hold the ARN
		`var.plain`:                                                                   "",
		`var.marked`:                                                                  "",
		`null`:                                                                        "",
		`"/prod/db/password"`:                                                         "",
		`"prod.db_password-1:3"`:                                                      "",
		`"/${var.plain}/db"`:                                                          "",
		`"hunter2"`:                                                                   "", // a parameter may be called so
		`var.plain == "" ? "hunter 2" : var.plain`:                                    "",
		`"hunter 2!"`:                                                                 "text that is neither an ARN nor the name of a parameter",
		`var.plain == "" ? "hunter 2" : "hunter 3"`:                                   "text that is neither an ARN nor the name of a parameter",
		`"ghp_0123456789abcdefghijklmnopqrstuvwxyz"`:                                  "a GitHub token itself",
		`"arn:aws:s3:::bucket/key"`:                                                   "the ARN of something else",
		`"arn:aws:secretsmanager"`:                                                    "the ARN of something else",
		`aws_secretsmanager_secret.db.name`:                                           secret.IsName,
		`random_password.db.result`:                                                   "random_password.db.result itself",
		`aws_iam_access_key.ci.secret`:                                                "",
		`aws_ssm_parameter.key.value`:                                                 "",
		`aws_ssm_parameter.secure.value`:                                              "aws_ssm_parameter.secure.value itself",
	} {
		s, v := scan(t, "", expr)
		if got := s.Reference(v); got != want {
			t.Errorf("%s: %q, not %q", expr, got, want)
		}
	}
}

func TestArguments(t *testing.T) {
	for expr, want := range map[string]string{
		`["app", "--password=hunter2"]`:                    "password written a secret",
		`["app", "--db-password", "hunter2"]`:              "db-password written a secret",
		`["java", "-Dspring.datasource.password=hunter2"]`: "Dspring.datasource.password written a secret",
		`["sh", "-c", "PGPASSWORD='hunter2' psql"]`:        "PGPASSWORD written a secret",
		`["sh", "-c", "export API_TOKEN=hunter2\napp"]`:    "API_TOKEN written a secret",
		`["app", "--password", "changeme"]`:                "password placeholder a placeholder",
		`["app", "--password", "$DB_PASSWORD"]`:            "nothing",
		`["sh", "-c", "TOKEN=$(cat /run/token) app"]`:      "nothing",
		`["app", "--password-file", "/run/password"]`:      "nothing",
		`["app", "--password", "--verbose"]`:               "nothing",
		`["app", "--password", "${var.plain}"]`:            "nothing",
		`["app", "--verbose", "hunter2"]`:                  "nothing",
		`["app", "--password"]`:                            "nothing",
	} {
		s, v := scan(t, "", expr)
		found, name, _ := s.Arguments(shell.Commands(v.Items()))
		if got := strings.TrimSpace(name + " " + show(found)); got != want {
			t.Errorf("%s gives %q, not %q", expr, got, want)
		}
	}
}

func TestChecks(t *testing.T) {
	if secret.CheckWords([]string{"API_KEY"}) != nil || secret.CheckWords([]string{"*KEY"}) == nil || secret.CheckWords([]string{""}) == nil {
		t.Error("CheckWords takes or refuses the wrong words")
	}
	if secret.CheckPatterns([]string{`a+`}) != nil || secret.CheckPatterns([]string{`(`}) == nil || secret.CheckPatterns([]string{`a*`}) == nil {
		t.Error("CheckPatterns takes or refuses the wrong patterns")
	}
}

func FuzzScanner(f *testing.F) {
	for _, s := range []string{"hunter2", "postgres://a:b@c", "?password=x", "arn:aws:ssm:::parameter/x", "AKIAABCDEFGHIJKLMNOP", "--a=b 'c", "\x00"} {
		f.Add(s, s)
	}
	s, _ := scan(f, "", "null")
	f.Fuzz(func(t *testing.T, name, text string) {
		unknown := eval.NewUnknown(eval.Place{}, nil)
		for _, v := range []*eval.Value{
			eval.NewText(text, eval.Place{}),
			eval.Concat([]*eval.Value{unknown, eval.NewText(text, eval.Place{}), unknown, eval.NewText(name, eval.Place{})}, eval.Place{}),
		} {
			for _, found := range []func() (secret.Found, bool){
				func() (secret.Found, bool) { return s.Variable(name, v) },
				func() (secret.Found, bool) { return s.Text(v) },
			} {
				if got, ok := found(); ok != (got.Certainty != 0) {
					t.Errorf("%q %q: found %t, but %s", name, text, ok, fmt.Sprint(got))
				}
			}
			s.Reference(v)
			s.Arguments(shell.Commands([]*eval.Value{v, eval.NewText(name, eval.Place{})}))
		}
	})
}
