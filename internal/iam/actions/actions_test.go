package actions

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
)

// get is the one action of that name.
func get(t *testing.T, name string) Action {
	t.Helper()
	all := slices.Collect(Match(name))
	if len(all) != 1 {
		t.Fatalf("%s: got %d actions %v, want one", name, len(all), all)
	}
	return all[0]
}

func names(pattern string) []string {
	list := []string{}
	for a := range Match(pattern) {
		list = append(list, a.String())
	}
	return list
}

func TestFacts(t *testing.T) {
	for _, want := range []Action{
		{"ecr", "GetAuthorizationToken", Read, false, false},
		{"ecr", "BatchGetImage", Read, true, false},
		{"ecr", "GetDownloadUrlForLayer", Read, true, false},
		{"ecr", "PutImage", Write, true, false},
		{"ecr", "SetRepositoryPolicy", Permissions, true, false},
		{"ecr", "PutReplicationConfiguration", Write, false, false},
		{"ecr-public", "GetAuthorizationToken", Read, false, false},
		{"ecs", "RegisterTaskDefinition", Write, true, false},
		{"ecs", "DeregisterTaskDefinition", Write, false, false},
		{"ecs", "ExecuteCommand", Write, true, false},
		{"ecs", "ListClusters", List, false, false},
		{"ecs", "Poll", Write, true, false},
		{"ecs", "TagResource", Tagging, true, false},
		{"eks", "CreateCluster", Write, false, false},
		{"eks-auth", "AssumeRoleForPodIdentity", Read, true, true},
		{"iam", "PassRole", Write, true, false},
		{"iam", "PutRolePolicy", Permissions, true, false},
		{"iam", "CreateAccessKey", Write, true, true},
		{"logs", "CreateLogGroup", Write, true, false},
		{"logs", "CreateLogStream", Write, true, false},
		{"logs", "PutLogEvents", Write, true, false},
		{"logs", "DescribeLogGroups", List, false, false},
		{"ec2", "RunInstances", Write, true, false},
		{"ec2", "CreateTags", Tagging, true, false},
		{"ec2", "CreateNetworkInterface", Write, true, false},
		{"ec2", "ModifyInstanceMetadataDefaults", Write, false, false},
		{"ec2", "GetPasswordData", Read, true, true},
		{"ssm", "DescribeParameters", List, false, false},
		{"ssm", "GetParametersByPath", Read, true, true},
		{"secretsmanager", "GetSecretValue", Read, true, true},
		{"secretsmanager", "BatchGetSecretValue", Read, false, true},
		{"secretsmanager", "DescribeSecret", Read, true, false},
		{"secretsmanager", "ListSecrets", List, false, false},
		{"kms", "Decrypt", Write, true, true},
		{"kms", "CreateKey", Write, false, false},
		{"sts", "AssumeRole", Write, true, true},
		{"sts", "GetCallerIdentity", Read, false, false},
		{"sts", "GetServiceBearerToken", Read, false, false},
		{"s3", "GetObject", Read, true, false},
		{"s3", "ListAllMyBuckets", List, false, false},
		{"s3", "PutBucketPolicy", Permissions, true, false},
		{"rds-db", "connect", Permissions, true, false},
		{"apigateway", "DELETE", Write, true, false},
		{"appsync", "ListApiKeys", List, false, true},
	} {
		if got := get(t, want.String()); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}

// Statements with these have Resource "*" because nothing else works.
func TestWithoutResources(t *testing.T) {
	for service, list := range map[string]string{
		"autoscaling":    "DescribeAutoScalingGroups GetPredictiveScalingForecast",
		"ec2":            "DescribeInstances DescribeImages DescribeVpcs DescribeSecurityGroups EnableEbsEncryptionByDefault CreateDefaultVpc",
		"ec2messages":    "AcknowledgeMessage DeleteMessage FailMessage GetEndpoint GetMessages SendReply",
		"ecr":            "DescribeRegistry GetRegistryPolicy PutRegistryPolicy DeleteRegistryPolicy GetRegistryScanningConfiguration PutRegistryScanningConfiguration GetAccountSetting PutAccountSetting CreatePullThroughCacheRule DescribePullThroughCacheRules ValidatePullThroughCacheRule CreateRepositoryCreationTemplate GetSigningConfiguration RegisterPullTimeUpdateExclusion ListPullTimeUpdateExclusions",
		"ecs":            "DeleteAccountSetting DescribeTaskDefinition DiscoverPollEndpoint ListAccountSettings ListDaemonTaskDefinitions ListDaemons ListServices ListServicesByNamespace ListTaskDefinitionFamilies ListTaskDefinitions PutAccountSetting PutAccountSettingDefault",
		"eks":            "RegisterCluster ListClusters DescribeAddonVersions DescribeAddonConfiguration DescribeClusterVersions ListAccessPolicies CreateEksAnywhereSubscription",
		"kms":            "ListKeys ListAliases GenerateRandom CreateCustomKeyStore ListRetirableGrants",
		"logs":           "DescribeQueries PutResourcePolicy DescribeResourcePolicies CreateLogDelivery StopQuery PutAccountPolicy",
		"secretsmanager": "GetRandomPassword",
		"signer":         "PutSigningProfile GetSigningPlatform ListSigningProfiles",
		"ssm":            "ListCommands GetCommandInvocation DescribeInstanceInformation GetInventory CancelCommand",
		"ssmmessages":    "CreateControlChannel CreateDataChannel OpenControlChannel OpenDataChannel",
		"sts":            "GetSessionToken DecodeAuthorizationMessage GetAccessKeyInfo GetWebIdentityToken GetDelegatedAccessToken",
	} {
		for name := range strings.FieldsSeq(list) {
			if a := get(t, service+":"+name); a.Resources {
				t.Errorf("%v supports resources", a)
			}
		}
	}
	for _, pattern := range []string{"ec2messages:*", "ssmmessages:*"} {
		if len(names(pattern)) == 0 {
			t.Errorf("%s matches nothing", pattern)
		}
		for a := range Match(pattern) {
			if a.Resources {
				t.Errorf("%v supports resources", a)
			}
		}
	}
}

func TestSecrets(t *testing.T) {
	for pattern, want := range map[string]bool{
		"ecr:*":                 false,
		"ecr-public:*":          false,
		"s3:Get*":               false, // a usual grant: S3 Access Grants give callers what is theirs
		"ecs:*":                 false,
		"cloudwatch:*":          false,
		"ssm:Describe*":         false,
		"ssm:GetParameter*":     true,
		"secretsmanager:Get*":   true,
		"kms:*":                 true,
		"lambda:GetFunction":    false,
		"codeartifact:*":        false,
		"sts:Get*Token":         true,
		"redshift:Get*":         true,
		"glue:GetConnection*":   true,
		"cognito-idp:Describe*": true,
	} {
		got := false
		for a := range Match(pattern) {
			got = got || a.Secret
			if a.Secret && a.ReadOnly() {
				t.Errorf("%v hands out secrets and is read-only", a)
			}
		}
		if got != want {
			t.Errorf("%s: hands out secrets: %t, want %t", pattern, got, want)
		}
	}
}

func TestReadOnly(t *testing.T) {
	for name, want := range map[string]bool{
		"s3:GetObject":                  true,
		"ecs:ListClusters":              true,
		"ecs:RunTask":                   false,
		"ecs:TagResource":               false,
		"ecr:SetRepositoryPolicy":       false,
		"secretsmanager:GetSecretValue": false,
	} {
		if got := get(t, name).ReadOnly(); got != want {
			t.Errorf("%s: read-only: %t, want %t", name, got, want)
		}
	}
}

// What the rules talk about.
func TestServices(t *testing.T) {
	const needed = "apprunner autoscaling batch cloudformation codebuild dynamodb ec2 ec2messages ecr ecr-public ecs eks eks-auth elasticloadbalancing events guardduty iam inspector2 kms lambda logs rds s3 secretsmanager servicediscovery signer sns sqs ssm ssmmessages sts"
	for name := range strings.FieldsSeq(needed) {
		if !Known(name) {
			t.Errorf("the table has no service %q", name)
		} else if len(names(name+":*")) == 0 {
			t.Errorf("service %q has no actions", name)
		}
	}
}

func TestKnown(t *testing.T) {
	for name, want := range map[string]bool{
		"ecs": true, "ECS": true, "Eks-Auth": true, "a2c": true, "xray": true,
		"": false, "e": false, "ecs-": false, "zzz": false, "*": false, "ec?": false, "ecs:*": false,
	} {
		if got := Known(name); got != want {
			t.Errorf("Known(%q) = %t", name, got)
		}
	}
}

func TestMatch(t *testing.T) {
	for pattern, want := range map[string][]string{
		"ecr:PutImage":               {"ecr:PutImage"},
		"ECR:putimage":               {"ecr:PutImage"},
		"ecr:PutImage?":              {},
		"ecr:PutImage?CANNING*":      {"ecr:PutImageScanningConfiguration"},
		"ecr:PutImage*":              {"ecr:PutImage", "ecr:PutImageScanningConfiguration", "ecr:PutImageTagMutability"},
		"ecs:Poll":                   {"ecs:Poll"},
		"ssm:GetParameter":           {"ssm:GetParameter"},
		"ssm:GetParameter?":          {"ssm:GetParameters"},
		"ssm:getparameter*":          {"ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParameters", "ssm:GetParametersByPath"},
		"ssmmessages:*":              {"ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"},
		"ssmmessages:?????ata*":      {"ssmmessages:OpenDataChannel"},
		"ssmmessages:????ata*":       {},
		"ssmmessages:*data*":         {"ssmmessages:CreateDataChannel", "ssmmessages:OpenDataChannel"},
		"ec?:RunTask":                {"ecs:RunTask"},
		"e*:RunInstances":            {"ec2:RunInstances"},
		"*:RunInstances":             {"ec2:RunInstances"},
		"*:CreateCacheCluster":       {"elasticache:CreateCacheCluster"},
		"ecr*:getauthorizationtoken": {"ecr:GetAuthorizationToken", "ecr-public:GetAuthorizationToken"},
		"ecr":                        {},
		"ec*":                        {},
		"?":                          {},
		"":                           {},
		":":                          {},
		":*":                         {},
		"ecr:":                       {},
		"ecr:*:*":                    {},
		" ecr:PutImage":              {},
		"ecs:RunTask ":               {},
		"nosuch:*":                   {},
		"ecs:NoSuch":                 {},
		"ecs:\xff":                   {},
		"ecs:Rün*":                   {},
	} {
		if got := names(pattern); !slices.Equal(got, want) {
			t.Errorf("Match(%q) = %v, want %v", pattern, got, want)
		}
	}
}

func TestMatchEverything(t *testing.T) {
	everything := names("*")
	if len(everything) < 20_000 {
		t.Errorf(`"*" matches %d actions`, len(everything))
	}
	for _, pattern := range []string{"**", "*:*", "?*:**", "*:?*"} {
		if got := names(pattern); !slices.Equal(got, everything) {
			t.Errorf("%q matches %d actions, not the %d of %q", pattern, len(got), len(everything), "*")
		}
	}
}

func TestMatchEndsEarly(t *testing.T) {
	for _, pattern := range []string{"*", "*:Create*", "ecs:*", "ecs:RunTask"} {
		n := 0
		for range Match(pattern) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%s: %d actions, want 1", pattern, n)
		}
	}
}

// The iterator can be ranged over again, and from many goroutines, also when they
// are the first to ask.
func TestConcurrent(t *testing.T) {
	list := split(table)
	want := len(names("*"))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			n := 0
			for _, s := range list {
				s.match("*", func(Action) bool { n++; return true })
			}
			if n != want {
				t.Errorf("%d actions, want %d", n, want)
			}
		})
	}
	wg.Wait()
}

func TestTable(t *testing.T) {
	if kb := len(table) / 1000; kb > 300 {
		t.Errorf("the table has %d KB: a plugin that starts on every keystroke carries no more than 300", kb)
	}
	for i, s := range services() {
		if i > 0 && compareFold(services()[i-1].name, s.name) >= 0 {
			t.Errorf("service %q is out of order", s.name)
		}
		if strings.Trim(s.name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("service %q", s.name)
		}
		last := ""
		for _, a := range s.actions() {
			switch {
			case a.Service != s.name:
				t.Errorf("%v is in service %q", a, s.name)
			case compareFold(last, a.Name) >= 0:
				t.Errorf("%v is there twice", a)
			case strings.ContainsFunc(a.Name, func(r rune) bool {
				return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
			}):
				t.Errorf("%q is no name", a)
			case a.Level > Tagging:
				t.Errorf("%v has level %d", a, a.Level)
			}
			last = a.Name
		}
		if last == "" {
			t.Errorf("service %q has no actions", s.name)
		}
	}
}

// Match finds what a look at every action finds.
func FuzzMatch(f *testing.F) {
	for _, pattern := range []string{"*", "ecr:PutImage", "ECS:*", "ec?:Delete*", "*:*", "*:?escribe*", "s3", "s3:", ":", "", "ecr:put*e", "kms:\xe2\x84\xaa*", "**:***"} {
		f.Add(pattern)
	}
	f.Fuzz(func(t *testing.T, pattern string) {
		if len(pattern) > 100 {
			t.Skip()
		}
		service, name, ok := strings.Cut(pattern, ":")
		if pattern != "" && strings.Trim(pattern, "*") == "" {
			service, name, ok = "*", "*", true
		}
		want := []string{}
		for _, s := range services() {
			for _, a := range s.actions() {
				if ok && MatchesFold(service, a.Service) && MatchesFold(name, a.Name) {
					want = append(want, a.String())
				}
			}
		}
		if got := names(pattern); !slices.Equal(got, want) {
			t.Errorf("Match(%q) = %v, want %v", pattern, got, want)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	for _, pattern := range []string{"*", "*:Delete*", "ecs:*", "ec2:*", "ecr:PutImage", "ec2:RunInstances"} {
		b.Run(pattern, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for range Match(pattern) {
				}
			}
		})
	}
}

// What the first look at one service costs, and at all of them.
func BenchmarkFirst(b *testing.B) {
	for _, service := range []string{"ecs", "ec2", "*"} {
		b.Run(service, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range split(table) {
					if MatchesFold(service, s.name) {
						s.actions()
					}
				}
			}
		})
	}
}

func ExampleMatch() {
	for a := range Match("ecr:PutImage*") {
		fmt.Println(a, a.Level == Write, a.Resources)
	}
	// Output:
	// ecr:PutImage true true
	// ecr:PutImageScanningConfiguration true true
	// ecr:PutImageTagMutability true true
}
