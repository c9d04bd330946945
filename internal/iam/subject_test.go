package iam

import (
	"strings"
	"testing"
)

// Whom a pattern of subjects lets in; $ stands for what is not known.
func TestBreadthOf(t *testing.T) {
	for _, tt := range []struct {
		want     Breadth
		patterns []string
	}{
		{Everyone, []string{
			"*", "**", "*:*", "?*", "*/*",
			// GitHub
			"repo:*", "repo:*:*", "repo:*/*", "repo:*/*:*", "repo:*/app:*", "repo:*:ref:refs/heads/main", "repo:*:environment:production",
			"repo:acme*", "repo:acme*:*", "repo:acme-*/app:*", "repo:acm?/app:*", "repo:*acme/app:*", "repo:*/$:*", "repo:*@*/app:*", "repo:*@/app:*", "repo:*@1*/app:*",
			"re*", "repo*", "*:ref:refs/heads/main", "*:pull_request", "*/any:*", "*refs/heads/*",
			"repository_owner:*", "repository:*/app:*", "job_workflow_ref:*", "repository_owner_id:*:repository_id:*",
			"https://github.com/*", "https://github.com/acme*",
			// GitLab
			"project_path:*", "project_path:*/*", "project_path:*:ref_type:branch:ref:main", "project_path:acme*", "project_path:*/app:ref_type:*",
			"project*", "*:ref_type:branch:ref:main",
			// HCP Terraform, Buildkite
			"organization:*", "organization:*:project:*:workspace:*:run_phase:*", "organization:*:workspace:app:run_phase:apply", "organization:acme*",
			"organization:acme*:pipeline:app:*", "*:run_phase:apply", "organization:*:pipeline:*",
			// Codefresh, Scalr, CircleCI
			"account:*", "account:*:pipeline:1", "org/*", "org/*/project/*",
			// Kubernetes
			"system:*", "system:serviceaccount:*", "system:serviceaccount:*:*", "system:serviceaccount:?*:*", "system:serviceaccount*", "*any:*",
		}},
		{AnyNamespace, []string{
			"system:serviceaccount:*:app", "system:serviceaccount:*:app-*", "system:serviceaccount:*:$", "*:app", "system:*:app",
		}},
		{WholeOrganization, []string{
			"repo:acme/*", "repo:acme/**", "repo:acme/*:*", "repo:acme/*:ref:refs/heads/main", "repo:acme/*:environment:production", "repo:acme@*/*", "repo:acme@1/*", "repo:*@1/*",
			"project_path:acme/*", "project_path:acme/*:ref_type:branch:ref:main",
			"organization:acme:*", "organization:acme:workspace:*:run_phase:apply", "organization:acme:project:*:workspace:*:run_phase:*", "organization:acme:pipeline:*",
			"org/1/*", "org/1/project/*", "org/1/project/*/user/*",
		}},
		{Particular, []string{
			"", "repo:acme/app:ref:refs/heads/main", "sts.amazonaws.com", "$", "$*", "*$*", "$/*",
			"repo:acme/app:*", "repo:acme/app*", "repo:acme/app-*:*", "repo:acme/*-app:ref:refs/heads/main", "repo:acme/a?p:*", "repo:acme@*/app@*:*", "repo:*@1/*@2:ref:refs/heads/main",
			"repo:$/*", "repo:$*", "repo:$:*", "repo:acme/$:*", "repo:acme$*", "repo:*$*", "re$*", "*:acme/app:*",
			"repository_owner:acme:*", "job_workflow_ref:acme/app/.github/workflows/*", "https://github.com/acme", "environment:production:*",
			"project_path:acme/app:*", "project_path:acme/web/*", "project_path:$/*",
			"organization:acme:workspace:app:*", "organization:acme:project:web:workspace:*:run_phase:*", "organization:acme:pipeline:app:*", "organization:$:*",
			"account:1:*", "org/1/project/2/*", "org/$/*",
			"system:serviceaccount:web:app", "system:serviceaccount:web:*", "system:serviceaccount:web-*:*", "system:serviceaccount:*-web:app", "system:serviceaccount:web*",
			"system:serviceaccount:$:*", "system:serviceaccount:$*:*", "system:serviceaccount:$*", "system:serviceaccount:kube-?:app",
			"{1}:*", "auth0|*", "user:*",
		}},
	} {
		for _, p := range tt.patterns {
			if got := breadthOf(strings.ReplaceAll(p, "$", hole)); got != tt.want {
				t.Errorf("%s: %d, want %d", p, got, tt.want)
			}
		}
	}
}
