package terraform

import "testing"

// TestProvider: which configuration of a provider a resource belongs to, and what the module says of it.
func TestProvider(t *testing.T) {
	m := Load(files(t, `
		provider "aws" { region = "eu-west-1" }
		provider "aws" {
			alias  = "replica"
			region = local.replica
		}
		provider {}
		locals { replica = "eu-central-1" }
		resource "aws_x" "plain" {}
		resource "aws_x" "replica" { provider = aws.replica }
		resource "aws_x" "quoted" { provider = "aws.replica" }
		resource "aws_x" "elsewhere" { provider = aws.caller }
		resource "google_x" "other" {}`), bareHost{}, nil)
	for address, want := range map[string]struct{ name, region string }{
		"aws_x.plain":     {"aws", "eu-west-1"},
		"aws_x.replica":   {"aws.replica", "eu-central-1"},
		"aws_x.quoted":    {"aws.replica", "eu-central-1"},
		"aws_x.elsewhere": {"aws.caller", ""},
		"google_x.other":  {"google", ""},
	} {
		name, region := m.Find(address).Provider(), ""
		if configuration := m.Provider(name); configuration != nil {
			region, _ = configuration.Get("region").Text()
		}
		if name != want.name || region != want.region {
			t.Errorf("%s belongs to %s in %q, want %s in %q", address, name, region, want.name, want.region)
		}
	}
}
