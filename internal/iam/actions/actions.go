// Package actions knows every action of IAM policies: what kind of access it
// gives, whether it can be limited to resources, and whether it hands out
// credentials or secrets. It also has the wildcards of IAM.
//
// The facts are those of AWS's Service Authorization Reference, in table.txt, whose
// head tells its source, its date and how to read it. This renews them:
//
//	make facts IAM_DATA_VERSION=latest
//
// AWS adds actions every week, so an action that the table lacks may well exist:
// nothing follows from its absence.
//
// Nothing is parsed before it is asked for, and then only the services in question.
// All functions may be called concurrently.
package actions

//go:generate go run ../../tools/iamactions -in $IAM_DATA -out table.txt

import (
	"cmp"
	_ "embed"
	"iter"
	"slices"
	"strings"
	"sync"
)

// An Action is an action of an IAM policy, such as ecr:PutImage.
type Action struct {
	Service string // as in policies, lower case: "ecr"
	Name    string // as AWS spells it: "PutImage"
	Level   Level

	// Resources tells whether a policy can limit the action to resources. If not,
	// its statement's Resource has to be "*", which is no one's fault.
	Resources bool

	// Secret tells whether the answer holds credentials or secrets that open more
	// than the action itself: secretsmanager:GetSecretValue, but not
	// ecr:GetAuthorizationToken, whose token stands for nobody but the caller.
	// All reads were looked through for it; of the others, only the plain cases
	// are marked.
	Secret bool
}

// String is the action as in a policy.
func (a Action) String() string { return a.Service + ":" + a.Name }

// ReadOnly tells whether the action neither changes anything nor hands out
// credentials or secrets. AWS takes some that read for managing permissions, such
// as glue:GetQuery.
func (a Action) ReadOnly() bool {
	reads := a.Level == Read || a.Level == List || a.Level == Permissions && strings.HasPrefix(a.Name, "Get")
	return reads && !a.Secret
}

// A Level is what kind of access an action gives, in the words of AWS.
type Level uint8

const (
	Read        Level = iota // reads what is in a resource
	List                     // finds out which resources there are
	Write                    // creates, changes or deletes resources, or uses them
	Permissions              // grants or changes permissions on resources
	Tagging                  // changes tags, and nothing else
)

// levels are the levels' letters in the table.
const levels = "RLWPT"

// Known tells whether there is a service of that name, in any case of letters.
func Known(service string) bool {
	_, ok := find(service)
	return ok
}

// Match gives the actions that an action pattern of a policy matches, sorted by
// service and name. Letter case doesn't matter, and "*" and "?" may stand in both
// parts: "ecr:PutImage", "ecs:*", "ec?:Delete*", "*". Without a colon, only "*" is
// an action pattern; any other matches nothing.
//
// Patterns of one service look at no other one, and only at the names that begin
// like the pattern. A loop that ends early saves the rest of the work.
func Match(pattern string) iter.Seq[Action] {
	return func(yield func(Action) bool) {
		service, name, ok := strings.Cut(pattern, ":")
		if !ok {
			if pattern == "" || strings.Trim(pattern, "*") != "" {
				return
			}
			service, name = "*", "*"
		}
		if strings.ContainsAny(service, "*?") {
			for _, s := range services() {
				if MatchesFold(service, s.name) && !s.match(name, yield) {
					return
				}
			}
		} else if s, ok := find(service); ok {
			s.match(name, yield)
		}
	}
}

//go:embed table.txt
var table string

// A service is a section of the table.
type service struct {
	name string
	text string

	once sync.Once
	list []Action // the text's, sorted by name
}

// words are the words that the table writes as letters.
type words [128]struct {
	text  string
	level Level
}

var (
	services     = sync.OnceValue(func() []*service { return split(table) })
	abbreviation = sync.OnceValue(func() *words { return parseWords(table) })
)

// split finds the services. Behind the table's head, "=" is nowhere else.
func split(table string) []*service {
	var list []*service
	_, rest, more := strings.Cut(table, "\n=")
	for more {
		var section string
		section, rest, more = strings.Cut(rest, "=")
		name, text, _ := strings.Cut(section, "\n")
		list = append(list, &service{name: name, text: text})
	}
	return list
}

func find(name string) (*service, bool) {
	list := services()
	i, ok := slices.BinarySearchFunc(list, name, func(s *service, name string) int {
		return compareFold(s.name, name)
	})
	if !ok {
		return nil, false
	}
	return list[i], true
}

// match yields the actions whose names match a pattern. It tells whether to go on.
func (s *service) match(pattern string, yield func(Action) bool) bool {
	start := pattern
	if i := strings.IndexAny(pattern, "*?"); i >= 0 {
		start = pattern[:i]
	}
	list := s.actions()
	i, _ := slices.BinarySearchFunc(list, start, func(a Action, start string) int {
		return compareFold(a.Name, start)
	})
	for _, a := range list[i:] {
		if len(a.Name) < len(start) || compareFold(a.Name[:len(start)], start) != 0 {
			break
		}
		if MatchesFold(pattern[len(start):], a.Name[len(start):]) && !yield(a) {
			return false
		}
	}
	return true
}

func (s *service) actions() []Action {
	s.once.Do(func() { s.list = parse(s.name, s.text) })
	return s.list
}

// parseWords reads the table's abbreviations, such as "%C Create W".
func parseWords(table string) *words {
	w := new(words)
	for line := range strings.Lines(table) {
		if line[0] == '=' {
			break
		}
		if line[0] == '%' {
			f := strings.Fields(line)
			w[line[1]].text = f[1]
			w[line[1]].level = Level(strings.Index(levels, f[2]))
		}
	}
	return w
}

// parse reads a section, such as "Cluster CDU\n+s dL*\n". The table is a part of
// this package, and the tests read all of it: no line is ill-formed.
func parse(service, text string) []Action {
	var list []Action
	last := ""
	for line := range strings.Lines(text) {
		end, marks, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch {
		case end == ".":
			end = ""
		case end[0] == '+':
			end = last + end[1:]
		default:
			last = end
		}
		for marks != "" {
			a := Action{Service: service, Level: Write, Resources: true}
			if marks[0] == '(' {
				word, rest, _ := strings.Cut(marks[1:], ")")
				a.Name, marks = word+end, rest
			} else {
				abbr := abbreviation()[marks[0]]
				a.Name, a.Level, marks = abbr.text+end, abbr.level, marks[1:]
			}
			if strings.HasPrefix(marks, ":") {
				a.Level = Level(strings.IndexByte(levels, marks[1]))
				marks = marks[2:]
			}
			if rest, ok := strings.CutPrefix(marks, "*"); ok {
				a.Resources, marks = false, rest
			}
			if rest, ok := strings.CutPrefix(marks, "!"); ok {
				a.Secret, marks = true, rest
			}
			list = append(list, a)
		}
	}
	slices.SortFunc(list, func(a, b Action) int { return compareFold(a.Name, b.Name) })
	return slices.Clip(list)
}

// compareFold compares as if all ASCII letters were lower case.
func compareFold(a, b string) int {
	for i := range min(len(a), len(b)) {
		if x, y := lower(a[i]), lower(b[i]); x != y {
			return cmp.Compare(x, y)
		}
	}
	return cmp.Compare(len(a), len(b))
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
