package terraform

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// occurrencesOf are the places at which the module says var.name, the first in each file. The host evaluates an expression
// that it is told the place of, in bytes, and what stands around it does not matter: it may be a comment.
func (m *Module) occurrencesOf(name string) []hcl.Range {
	if m.occurrences == nil {
		m.occurrences = map[string][]hcl.Range{}
		for _, file := range slices.Sorted(keys(m.sources)) {
			m.noteOccurrences(file, m.sources[file])
		}
	}
	return m.occurrences[name]
}

func (m *Module) noteOccurrences(file string, src []byte) {
	for offset := 0; ; {
		next := bytes.Index(src[offset:], []byte("var"))
		if next < 0 {
			return
		}
		from := offset + next
		offset = from + len("var")
		name, to := variableAt(src, offset)
		places := m.occurrences[name]
		if name == "" || len(places) > 0 && places[len(places)-1].Filename == file {
			continue
		}
		if strings.HasSuffix(file, ".json") {
			// There the host can only be asked for whole values: a string that is nothing but "${var.x}".
			if !bytes.HasSuffix(src[:from], []byte(`"${`)) || !bytes.HasPrefix(src[to:], []byte(`}"`)) {
				continue
			}
			from, to = from-len(`"${`), to+len(`}"`)
		}
		m.occurrences[name] = append(places, hcl.Range{Filename: file, Start: hcl.Pos{Byte: from}, End: hcl.Pos{Byte: to}})
	}
}

// variableAt is the name of a variable of which var ends at offset, and where it ends; empty where there is none.
func variableAt(src []byte, offset int) (name string, end int) {
	rest := bytes.TrimLeft(src[offset:], " \t\r\n")
	if len(rest) == 0 || rest[0] != '.' {
		return "", offset
	}
	rest = bytes.TrimLeft(rest[1:], " \t\r\n")
	length := bytes.IndexFunc(rest, func(r rune) bool { return !isNamePart(r) })
	if length < 0 {
		length = len(rest)
	}
	return string(rest[:length]), len(src) - len(rest) + length
}

// isNamePart tells whether a character may stand in a name. Beside letters Terraform knows some marks, none of them ASCII.
func isNamePart(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_' || r == '-' || r >= 0x80
}
