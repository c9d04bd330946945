package eval

import (
	"encoding/base64"
	"errors"
	"fmt"
	"hash"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// maxFile is how large a file may be to be read, in bytes.
const maxFile = 4 << 20

// ErrTooLarge is what a Root answers for a file that is too large to be read.
var ErrTooLarge = errors.New("the file is too large")

// content is the content of the file that the first argument names, and its name, relative to where Terraform runs if it
// lies there.
func (c call) content() (b []byte, name string, failure *Value) {
	name, ok := c.text(0).Text()
	if !ok {
		return nil, "", c.unknownOr(c.text(0))
	}
	name = path.Clean(filepath.ToSlash(name))
	b, err := c.scope.root.ReadFile(name)
	if err != nil || len(b) > maxFile || !c.scope.meter.spend(len(b)/stepSize) {
		cause := &Cause{Kind: File, What: fmt.Sprintf("%s(%q)", c.name, name), Range: c.place.Range}
		if err == nil || errors.Is(err, ErrTooLarge) {
			cause.Kind = TooLarge
		}
		return nil, "", NewUnknown(c.place, cause, c.args[0].AllRefs()...)
	}
	if path.IsAbs(name) {
		if cwd, ok := c.scope.workingDirectory(); ok {
			name = strings.TrimPrefix(name, cwd+"/")
		}
	}
	return b, name, nil
}

// workingDirectory is where Terraform runs.
func (s *Scope) workingDirectory() (string, bool) {
	cwd, _ := s.files().Resolve(hcl.Traversal{hcl.TraverseRoot{Name: "path"}, hcl.TraverseAttr{Name: "cwd"}})
	if cwd == nil {
		return "", false
	}
	return cwd.Text()
}

func readFile(c call) *Value {
	b, name, failure := c.content()
	switch {
	case failure != nil:
		return failure
	case !utf8.Valid(b):
		return c.broken()
	}
	return fileText(string(b), name, c.place)
}

// fileText is the content of a file as a text that remembers its lines.
func fileText(content, name string, place Place) *Value {
	return newText([]part{{text: content, source: source{Range: place.Range, file: name, line: 1}}}, place)
}

// ReadFile is the content of a file as a text that remembers its lines, shown at place.
func (s *Scope) ReadFile(name *Value, place Place) *Value {
	return functions["file"](call{scope: s, name: "file", args: []*Value{name}, place: place})
}

func fileBase64(c call) *Value {
	b, name, failure := c.content()
	switch {
	case failure != nil:
		return failure
	case !utf8.Valid(b):
		return NewText(base64.StdEncoding.EncodeToString(b), c.place)
	}
	return encodedAs(base64Text, fileText(string(b), name, c.place), c.place)
}

func hashedFile(algorithm func() hash.Hash, write func([]byte) string) builtin {
	return func(c call) *Value {
		b, _, failure := c.content()
		if failure != nil {
			return failure
		}
		h := algorithm()
		h.Write(b)
		return NewText(write(h.Sum(nil)), c.place)
	}
}

// fileExists is not known of a file that can't be read: it may be made before Terraform runs.
func fileExists(c call) *Value {
	if _, _, failure := c.content(); failure != nil {
		return failure
	}
	return NewBool(true, c.place)
}

// Lister is a Root that can tell which files there are.
type Lister interface {
	// ListFiles are the paths of the files in a directory and below it, relative to the directory.
	ListFiles(dir string) ([]string, error)
}

// fileSet is the set of files whose paths match a pattern. It is not known where the root can't list files.
func fileSet(c call) *Value {
	dir, ok := c.text(0).Text()
	pattern, ok2 := c.text(1).Text()
	lister, ok3 := c.scope.files().(Lister)
	if !ok || !ok2 || !ok3 {
		return c.unknown(Function)
	}
	re, err := globPattern(pattern)
	if err != nil {
		return c.unknown(Function)
	}
	names, err := lister.ListFiles(path.Clean(filepath.ToSlash(dir)))
	if err != nil {
		return c.unknown(File)
	}
	var items []*Value
	for _, name := range names {
		if name = filepath.ToSlash(name); re.MatchString(name) {
			items = append(items, NewText(name, c.place))
		}
	}
	return NewList(items, false, c.place).toSet(cty.Set(cty.String))
}

// globPattern is a pattern for paths as a regular expression: * and ? are none of the slashes, ** is any number of
// directories, {a,b} one of several, [a-z] and [^a-z] a character.
func globPattern(pattern string) (*regexp.Regexp, error) {
	var b strings.Builder
	braces := 0
	for pattern = path.Clean(pattern); pattern != ""; {
		n := 1
		switch {
		case strings.HasPrefix(pattern, "**/"):
			n = 3
			b.WriteString(`(?:[^/]*/)*`)
		case strings.HasPrefix(pattern, "**"):
			n = 2
			b.WriteString(`.*`)
		case pattern[0] == '*':
			b.WriteString(`[^/]*`)
		case pattern[0] == '?':
			b.WriteString(`[^/]`)
		case pattern[0] == '{':
			braces++
			b.WriteString(`(?:`)
		case pattern[0] == '}' && braces > 0:
			braces--
			b.WriteString(`)`)
		case pattern[0] == ',' && braces > 0:
			b.WriteString(`|`)
		case pattern[0] == '[' && strings.Contains(pattern, "]"):
			n = strings.IndexByte(pattern, ']') + 1
			b.WriteString(pattern[:n])
		case pattern[0] == '\\' && len(pattern) > 1:
			n = 2
			b.WriteString(regexp.QuoteMeta(pattern[1:2]))
		default:
			b.WriteString(regexp.QuoteMeta(pattern[:1]))
		}
		pattern = pattern[n:]
	}
	return regexp.Compile("^" + b.String() + "$")
}

// files is the root that reads files: that of the module, also in a template.
func (s *Scope) files() Root {
	if t, ok := s.root.(templateRoot); ok {
		return t.Root
	}
	return s.root
}

// templateFile is a template file with its variables, of which any may be unknown.
func templateFile(c call) *Value {
	src := readFile(c)
	if src.kind != text {
		return src
	}
	return c.scope.Render(src, c.args[1], c.place)
}

func templateString(c call) *Value {
	return c.scope.Render(c.text(0), c.args[1], c.text(0).Place())
}

// ofPath is a function of a path.
func ofPath(f func(string) string) builtin {
	return func(c call) *Value {
		s, ok := c.text(0).Text()
		if !ok {
			return c.unknownOr(c.text(0))
		}
		return NewText(f(s), c.text(0).Place())
	}
}

func baseName(p string) string { return filepath.Base(p) }

func dirName(p string) string { return filepath.Dir(p) }

// absPath is the absolute path of a path that is relative to where Terraform runs.
func absPath(c call) *Value {
	p, ok := c.text(0).Text()
	if !ok {
		return c.unknownOr(c.text(0))
	}
	p = filepath.ToSlash(p)
	if !path.IsAbs(p) {
		dir, ok := c.scope.workingDirectory()
		if !ok {
			return c.unknown(Function)
		}
		p = path.Join(dir, p)
	}
	return NewText(path.Clean(p), c.text(0).Place())
}

// pathExpand is a path, where it does not begin in somebody's home.
func pathExpand(c call) *Value {
	p, ok := c.text(0).Text()
	if !ok || strings.HasPrefix(p, "~") {
		return c.unknown(Function)
	}
	return c.text(0)
}
