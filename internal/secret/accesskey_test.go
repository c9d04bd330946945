package secret_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/secret"
)

const keys = `
resource "aws_iam_access_key" "counted" {
  count = var.plain ? 1 : 0
  user  = aws_iam_user.bot.name
}
resource "aws_iam_access_key" "each" {
  for_each = toset(["a", "b"])
  user     = each.key
}
resource "aws_iam_access_key" "unknown" {
  for_each = var.plain
  user     = each.key
}
resource "aws_iam_user" "bot" { name = "${var.plain}-bot" }
`

func TestKeyParts(t *testing.T) {
	for expr, want := range map[string]string{
		`aws_iam_access_key.ci.id`:                                              "aws_iam_access_key.ci.id",
		`aws_iam_access_key.ci.secret`:                                          "aws_iam_access_key.ci.secret",
		`aws_iam_access_key.ci.encrypted_secret`:                                "aws_iam_access_key.ci.encrypted_secret",
		`aws_iam_access_key.ci.ses_smtp_password_v4`:                            "aws_iam_access_key.ci.ses_smtp_password_v4",
		`aws_iam_access_key.each["a"].secret`:                                   `aws_iam_access_key.each["a"].secret`,
		`aws_iam_access_key.unknown["a"].secret`:                                `aws_iam_access_key.unknown["a"].secret`,
		`aws_iam_access_key.unknown[var.plain].secret`:                          "aws_iam_access_key.unknown.secret",
		`aws_iam_access_key.counted[0].secret`:                                  "aws_iam_access_key.counted[0].secret",
		`one(aws_iam_access_key.counted[*].secret)`:                             "aws_iam_access_key.counted.secret",
		`join("", aws_iam_access_key.counted.*.secret)`:                         "aws_iam_access_key.counted.secret",
		`element(concat(aws_iam_access_key.counted.*.secret, [""]), 0)`:         "aws_iam_access_key.counted.secret",
		`try(aws_iam_access_key.counted[0].secret, "")`:                         "aws_iam_access_key.counted[0].secret",
		`[for k in ["a", "b"] : aws_iam_access_key.each[k].id]`:                 `aws_iam_access_key.each["a"].id aws_iam_access_key.each["b"].id`,
		`[for k in var.plain : aws_iam_access_key.ci.id]`:                       "aws_iam_access_key.ci.id",
		`{ for k, v in aws_iam_access_key.each : k => v.secret }`:               `aws_iam_access_key.each["a"].secret aws_iam_access_key.each["b"].secret`,
		`{ for k in var.plain : k => aws_iam_access_key.ci.id }`:                "aws_iam_access_key.ci.id",
		`values(aws_iam_access_key.each)[*].secret`:                             `aws_iam_access_key.each["a"].secret aws_iam_access_key.each["b"].secret`,
		`var.plain == "" ? aws_iam_access_key.ci.secret : ""`:                   "aws_iam_access_key.ci.secret",
		`var.plain == "" ? aws_iam_access_key.ci.secret : "none"`:               "aws_iam_access_key.ci.secret",
		`false ? aws_iam_access_key.ci.secret : "none"`:                         "",
		`merge(var.plain, { KEY = aws_iam_access_key.ci.secret })`:              "aws_iam_access_key.ci.secret",
		`coalesce(var.plain, aws_iam_access_key.ci.secret)`:                     "aws_iam_access_key.ci.secret",
		`"[default]\naws_secret_access_key = ${aws_iam_access_key.ci.secret}"`:  "aws_iam_access_key.ci.secret",
		`"${aws_iam_access_key.ci.id}:${aws_iam_access_key.ci.secret}"`:         "aws_iam_access_key.ci.id aws_iam_access_key.ci.secret",
		`"%{if var.plain}${aws_iam_access_key.ci.secret}%{endif}"`:              "aws_iam_access_key.ci.secret",
		`format("key=%s", aws_iam_access_key.ci.secret)`:                        "aws_iam_access_key.ci.secret",
		`replace("key=KEY", "KEY", aws_iam_access_key.ci.secret)`:               "aws_iam_access_key.ci.secret",
		`trimspace(aws_iam_access_key.ci.secret)`:                               "aws_iam_access_key.ci.secret",
		`base64encode("key=${aws_iam_access_key.ci.secret}")`:                   "aws_iam_access_key.ci.secret",
		`base64gzip(aws_iam_access_key.ci.secret)`:                              "aws_iam_access_key.ci.secret",
		`jsonencode({ key = aws_iam_access_key.ci.secret })`:                    "aws_iam_access_key.ci.secret",
		`yamlencode({ key = aws_iam_access_key.ci.secret })`:                    "aws_iam_access_key.ci.secret",
		`"#cloud-config\n${yamlencode({ k = aws_iam_access_key.ci.secret })}"`:  "aws_iam_access_key.ci.secret",
		`templatestring("key=$${key}", { key = aws_iam_access_key.ci.secret })`: "aws_iam_access_key.ci.secret",
		`templatestring("key", { key = aws_iam_access_key.ci.secret })`:         "",
		`urlencode(aws_iam_access_key.ci.secret)`:                               "aws_iam_access_key.ci.secret",
		`sensitive(aws_iam_access_key.ci.secret)`:                               "aws_iam_access_key.ci.secret",
		`nonsensitive(aws_iam_access_key.ci.secret)`:                            "aws_iam_access_key.ci.secret",
		`jsonencode(aws_iam_access_key.ci)`:                                     "",
		`sha256(aws_iam_access_key.ci.secret)`:                                  "",
		`length(aws_iam_access_key.counted)`:                                    "",
		`aws_iam_access_key.ci.id == ""`:                                        "",
		`aws_iam_access_key.ci.user`:                                            "",
		`aws_iam_access_key.ci.status`:                                          "",
		`aws_iam_access_key.none.id`:                                            "",
		`data.aws_iam_access_keys.ci.id`:                                        "",
		`var.plain`:                                                             "",
	} {
		_, v := scan(t, keys, expr)
		var parts []string
		for _, p := range secret.KeyParts(v) {
			parts = append(parts, p.String())
		}
		slices.Sort(parts)
		if got := strings.Join(slices.Compact(parts), " "); got != want {
			t.Errorf("%s holds %q, not %q", expr, got, want)
		}
	}
}

func TestKeyUser(t *testing.T) {
	for expr, want := range map[string]string{
		`aws_iam_access_key.ci.id`:           `user "ci"`,
		`aws_iam_access_key.counted[0].id`:   "aws_iam_user.bot",
		`aws_iam_access_key.each["b"].id`:    `user "b"`,
		`aws_iam_access_key.unknown["b"].id`: "",
	} {
		s, v := scan(t, keys, expr)
		for _, p := range secret.KeyParts(v) {
			if got := p.User(s.Module); got != want {
				t.Errorf("%s is of %q, not %q", expr, got, want)
			}
		}
	}
}

const kept = `
resource "aws_ssm_parameter" "named" {
  name  = "/app/key"
  value = "named"
}
resource "aws_ssm_parameter" "partly" {
  name  = "/${var.plain}/key"
  value = "partly"
}
resource "aws_ssm_parameter" "each" {
  for_each = toset(["a", "b"])
  name     = "/each/${each.key}"
  value    = each.key
}
resource "aws_ssm_parameter" "nameless" {
  name             = var.db_password
  insecure_value   = "nameless"
}
data "aws_ssm_parameter" "named" { name = "/app/key" }
data "aws_ssm_parameter" "partly" { name = aws_ssm_parameter.partly.name }
resource "aws_secretsmanager_secret" "key" { name = "app/key" }
resource "aws_secretsmanager_secret_version" "key" {
  secret_id     = aws_secretsmanager_secret.key.id
  secret_string = jsonencode({ id = "the id", password = "the password" })
}
resource "aws_secretsmanager_secret" "plain" { name_prefix = "app/" }
resource "aws_secretsmanager_secret_version" "plain" {
  secret_id     = aws_secretsmanager_secret.plain.arn
  secret_string = "plain"
}
data "aws_secretsmanager_secret" "key" { name = "app/key" }
data "aws_secretsmanager_secret_version" "key" { secret_id = aws_secretsmanager_secret.key.id }
data "aws_ssm_parameter" "one" { name = data.aws_ssm_parameter.other.name }
data "aws_ssm_parameter" "other" { name = data.aws_ssm_parameter.one.name }
`

func TestBehind(t *testing.T) {
	for expr, want := range map[string]string{
		// Parameters.
		`aws_ssm_parameter.named.arn`:             "named",
		`aws_ssm_parameter.named.name`:            "named",
		`aws_ssm_parameter.named.id`:              "named",
		`"${aws_ssm_parameter.named.arn}:3"`:      "named",
		`"/app/key"`:                              "named",
		`"/app/key:3"`:                            "named",
		`"/app/keys"`:                             "",
		`"app/key"`:                               "the id, the password", // of the secret: no parameter is called so
		`"${aws_ssm_parameter.named.name}/other"`: "",
		`"arn:aws:ssm:eu-west-1:111122223333:parameter/app/key"`:                "named",
		`"arn:aws:ssm:${var.plain}:111122223333:parameter/app/key"`:             "named",
		`"arn:aws:ssm:${var.plain}:1:parameter${aws_ssm_parameter.named.name}"`: "named",
		`"arn:aws:ssm:eu-west-1:111122223333:parameter/app/keys"`:               "",
		`aws_ssm_parameter.partly.name`:                                         "partly",
		`aws_ssm_parameter.partly.arn`:                                          "partly",
		`"/${var.plain}/key"`:                                                   "partly",
		`"/${var.marked_arn}/key"`:                                              "",
		`"arn:aws:ssm:eu-west-1:1:parameter${aws_ssm_parameter.partly.name}"`:   "partly",
		`aws_ssm_parameter.each["a"].arn`:                                       "a",
		`aws_ssm_parameter.each[var.plain].arn`:                                 "a b",
		`aws_ssm_parameter.nameless.name`:                                       "nameless",
		`var.db_password`:                                                       "nameless",
		`data.aws_ssm_parameter.named.arn`:                                      "named",
		`data.aws_ssm_parameter.partly.arn`:                                     "partly",
		`data.aws_ssm_parameter.one.arn`:                                        "",
		`aws_ssm_parameter.named.value`:                                         "",
		`var.plain == "" ? aws_ssm_parameter.named.arn : ""`:                    "named",
		`var.plain == "" ? "/app/key" : "/each/a"`:                              "a named",
		`var.plain`: "",
		`null`:      "",
		// Secrets.
		`aws_secretsmanager_secret.key.arn`:                     "the id, the password",
		`aws_secretsmanager_secret.key.name`:                    "the id, the password",
		`aws_secretsmanager_secret_version.key.arn`:             "the id, the password",
		`"${aws_secretsmanager_secret.key.arn}:password::"`:     "the password",
		`"${aws_secretsmanager_secret.key.name}:password"`:      "the password",
		`"${aws_secretsmanager_secret.key.arn}:${var.plain}::"`: "",
		`"${aws_secretsmanager_secret.key.arn}:other::"`:        "",
		`"${aws_secretsmanager_secret.key.arn}::AWSPREVIOUS:"`:  "the id, the password",
		`"app/key:id"`:                                                           "the id",
		`"app/keys:id"`:                                                          "",
		`data.aws_secretsmanager_secret.key.arn`:                                 "the id, the password",
		`"${data.aws_secretsmanager_secret.key.arn}:id::"`:                       "the id",
		`data.aws_secretsmanager_secret_version.key.arn`:                         "the id, the password",
		`aws_secretsmanager_secret.plain.arn`:                                    "plain",
		`aws_secretsmanager_secret.plain.id`:                                     "plain",
		`"${aws_secretsmanager_secret.plain.arn}:password::"`:                    "",
		`"arn:aws:secretsmanager:eu-west-1:111122223333:secret:other-AbCdEf:id"`: "",
	} {
		s, v := scan(t, kept, expr)
		var found []string
		for _, k := range secret.Behind(s.Module, secret.KeptBy(s.Module), v) {
			var texts []string
			for _, leaf := range k.Value.Leaves() {
				if text, known := leaf.Text(); known {
					texts = append(texts, text)
				}
			}
			found = append(found, strings.Join(texts, ", "))
		}
		slices.Sort(found)
		if got := strings.TrimSpace(strings.Join(found, " ")); got != want {
			t.Errorf("%s leads to %q, not %q", expr, got, want)
		}
	}
}
