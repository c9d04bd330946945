package iam

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/iam/actions"
)

// Reach is how many resources of a service a resource pattern takes in.
type Reach uint8

const (
	// Nothing: the pattern is for another service.
	Nothing Reach = iota
	// Few: single resources, or those with a prefix. What is not known of a pattern is taken for a name.
	Few
	// Kind: every resource of a kind, such as every role: arn:aws:iam::*:role/*.
	Kind
	// Region: everything of the service in one region: arn:aws:ecs:eu-west-1:*:*.
	Region
	// Everything of the service: "*", arn:aws:ecs:*:*:*, arn:aws:s3:::*. An account narrows nothing, because a policy of an
	// identity reaches into other accounts only where these let it in.
	Everything
)

// resource is a resource pattern of a statement.
type resource struct {
	value *eval.Value // what is written
	all   bool        // it takes in every resource there is
	but   bool        // it is NotResource: all but those of value
	arn   *arn        // nil: it is no ARN, or none that is known well enough
	kind  string      // of an ARN that takes in every resource of a kind: role
}

// arn is an ARN pattern: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
type arn struct{ service, region, account, name string }

// hole stands for a part of a pattern that is not known; nobody writes it.
const hole = "\x00"

// holes are unknown parts one after the other.
var holes = regexp.MustCompile(hole + "+")

// pattern is a text with its unknown parts as holes.
func pattern(v *eval.Value) string {
	var b strings.Builder
	for _, p := range v.Pieces() {
		if !p.Known {
			b.WriteString(hole)
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// parseResource takes a pattern apart.
func parseResource(v *eval.Value) resource {
	p := pattern(v)
	r := resource{value: v, all: isAll(p), arn: parseARN(completed(p))}
	if r.arn == nil || slices.Contains(nameless, r.arn.service) {
		return r
	}
	if kind := kindName.FindStringSubmatch(r.arn.name); kind != nil {
		r.kind = kind[1]
	} else if kind, ok := strings.CutSuffix(r.arn.name, "*"); ok && isKind(r.arn.service, kind) {
		r.kind = kind // role*: what follows the kind is a separator
	}
	return r
}

// completed is an ARN pattern with all its fields: a star at the end of one takes in those that follow.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
func completed(pattern string) string {
	if n := strings.Count(pattern, ":"); n < 5 && strings.HasSuffix(pattern, "*") {
		pattern += strings.Repeat(":*", 5-n)
	}
	return pattern
}

func parseARN(pattern string) *arn {
	fields := strings.SplitN(pattern, ":", 6)
	if len(fields) < 6 || fields[0] != "arn" || strings.Contains(fields[2], hole) {
		return nil
	}
	return &arn{fields[2], fields[3], fields[4], fields[5]}
}

// onlyStars tells whether a text is made of wildcards that match anything, one at least, and of separators.
func onlyStars(s string) bool { return strings.Contains(s, "*") && strings.Trim(s, "*/:") == "" }

// isAll tells whether a resource pattern takes in every resource there is: "*", arn:aws:*, arn:*:*:*:*:*.
func isAll(pattern string) bool {
	if isWildcard(pattern) {
		return true
	}
	fields := strings.SplitN(pattern, ":", 3)
	if fields[0] != "arn" {
		return false
	}
	return len(fields) == 2 && fields[1] == "*" || len(fields) == 3 && onlyStars(fields[2])
}

// kindName is the name in an ARN that takes in every resource of a kind: role/*, secret:*, log-group:*:log-stream:*.
var kindName = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9-]*)([:/](\*+|log-stream))*[:/]\*+$`)

// nameless are services whose ARNs have no kind of resource before the name: arn:aws:s3:::name/key.
var nameless = []string{"s3", "sns", "sqs", "execute-api", "codecommit", "codepipeline", "s3express", "apigateway"}

// soleKinds are kinds that are all that a service has for a policy to name.
var soleKinds = map[string]string{"ecr": "repository", "ecr-public": "repository", "secretsmanager": "secret"}

// arnServices are the services in the ARNs of what a service's actions are about, where it is not the service itself.
var arnServices = map[string][]string{"sts": {"iam"}, "eks-auth": {"eks"}, "ssm": {"ssm", "ec2"}}

// reach is how much of a service, in any case and with wildcards, the resource takes in.
func (r resource) reach(service string) Reach {
	// Of all services it takes more than one to be excepted.
	if r.excepts(func(e resource) bool { return service != "*" && e.reach(service) == Everything }) {
		return Nothing
	}
	if r.all {
		return Everything
	}
	if r.arn == nil {
		return Few
	}
	services := arnServices[strings.ToLower(service)]
	if services == nil {
		services = []string{service}
	}
	if !slices.ContainsFunc(services, func(s string) bool { return actions.MatchesFold(s, r.arn.service) }) {
		return Nothing
	}
	if r.arn.service == "iam" && r.arn.account == "" {
		return Nothing // every ARN of IAM has an account, or "aws"
	}
	switch whole := onlyStars(r.arn.name) || r.kind != "" && r.kind == soleKinds[r.arn.service]; {
	case whole && strings.Trim(r.arn.region, "*") == "":
		return Everything
	case whole:
		return Region
	case r.kind != "":
		return Kind
	}
	return Few
}

// kinds tell which actions are about resources of a kind: iam:AddUserToGroup is about a group, not a user. Of other kinds it is
// not known: a statement often names kinds for some of its actions and single resources for others.
var kinds = kindsOf(map[string]string{
	"iam:role":        `^(iam|sts):.*Role($|P|D|With)`,
	"iam:user":        `^iam:.*(User($|P)|LoginProfile|AccessKey|Credential)`,
	"iam:group":       `^iam:.*Group`,
	"iam:policy":      `^iam:(CreatePolicyVersion|SetDefaultPolicyVersion)$`,
	"kms:key":         `^kms:`,
	"lambda:function": `^lambda:(.*Function|(Add|Remove)Permission$)`,
	"ssm:parameter":   `^ssm:.*Parameter`,
})

// isKind tells whether a service has resources of a kind, of those that matter here.
func isKind(service, kind string) bool {
	of := service + ":" + kind
	return kinds[of] != nil || targets[of] != nil || soleKinds[service] == kind
}

// kindsOf are which actions are about resources of a kind, by service:kind.
func kindsOf(about map[string]string) map[string]*regexp.Regexp {
	out := make(map[string]*regexp.Regexp, len(about))
	for kind, actions := range about {
		out[kind] = regexp.MustCompile(actions)
	}
	return out
}

// reachOf is how much of a service the resource takes in for an action.
func (r resource) reachOf(a actions.Action) Reach {
	reach := r.reach(a.Service)
	if r.excepts(func(e resource) bool { return e.isWideFor(a.String()) }) {
		return Nothing
	}
	if reach == Kind {
		if about := kinds[r.arn.service+":"+r.kind]; about == nil || !about.MatchString(a.String()) {
			return Few
		}
	}
	return reach
}

// otherModule is what stands before the addresses of another module.
var otherModule = regexp.MustCompile(`^(caller\.|module\.[^.]+\.)+`)

// isNamed tells whether a value comes from a resource of a module, whose ARN is a name whatever it is.
func isNamed(v *eval.Value) bool {
	return slices.ContainsFunc(v.Refs(), func(r eval.Ref) bool {
		kind, _, _ := strings.Cut(otherModule.ReplaceAllString(r.Address, ""), ".")
		return !slices.Contains([]string{"var", "local", "module", "data", "each", "count"}, kind)
	})
}

// entries are the elements of a list of resources that are listed. What is not known but comes from a resource is a single one:
// Resource = aws_s3_bucket.app.arn.
func entries(list *eval.Value, listed func(*eval.Value) []*eval.Value) []*eval.Value {
	if list.Unknown() && isNamed(list) {
		return []*eval.Value{list}
	}
	return listed(list)
}

// resources are the resource patterns of the statement that are certainly there. NotResource is one that takes in everything,
// where it is certain that it excepts only some.
func (s Statement) resources() []resource { return s.elements.resources }

func readResources(list, not *eval.Value, listed func(*eval.Value) []*eval.Value) []resource {
	if !not.Absent() {
		if exceptsSome(not) {
			return []resource{{value: not, all: true, but: true}}
		}
		return nil
	}
	var out []resource
	for _, v := range entries(list, listed) {
		if !v.Absent() {
			out = append(out, parseResource(v))
		}
	}
	return out
}

// excepts tells whether the resource is all but others, one of which is such.
func (r resource) excepts(such func(resource) bool) bool {
	return r.but && slices.ContainsFunc(entries(r.value, (*eval.Value).CertainItems), func(v *eval.Value) bool { return such(parseResource(v)) })
}

func exceptsSome(not *eval.Value) bool {
	excepted := entries(not, (*eval.Value).CertainItems)
	if !not.Unknown() && (!not.Present() || not.Open() || len(excepted) < len(not.Items())) {
		return false
	}
	return len(excepted) > 0 && !slices.ContainsFunc(excepted, func(v *eval.Value) bool {
		p := pattern(v)
		return isAll(p) || (p == "" || p == hole) && !isNamed(v)
	})
}

// widest is the resource that takes in most, and how much.
func widest(resources []resource, reach func(resource) Reach) (widest resource, most Reach) {
	for _, r := range resources {
		if n := reach(r); n > most {
			widest, most = r, n
		}
	}
	return widest, most
}

// shown is a pattern as a message shows it: what it begins with as it is written, where that is not known, and "…" for other
// parts that are not known.
func shown(v *eval.Value) string {
	p := holes.ReplaceAllString(pattern(v), hole)
	if p == "" {
		p = hole
	}
	if rest, begins := strings.CutPrefix(p, hole); begins {
		refs := v.Refs()
		if len(refs) == 0 {
			return strings.ReplaceAll(p, hole, "…")
		}
		name := refs[0].Address
		if refs[0].Path != "" {
			name += "." + refs[0].Path
		}
		if rest != "" {
			name = "${" + name + "}"
		}
		p = name + rest
	}
	return strings.ReplaceAll(p, hole, "…")
}

// on is a resource of the statement in words.
func (s Statement) on(r resource) string {
	switch {
	case !s.NotResources().Absent():
		var excepted []string
		for _, v := range entries(s.NotResources(), (*eval.Value).CertainItems) {
			excepted = append(excepted, shown(v))
		}
		return "every resource but " + enumerate(excepted)
	case r.all:
		return "every resource"
	}
	return shown(r.value)
}
