// Package shell reads commands as people give them to containers: lists of words, of which some are whole scripts. It is no
// shell: it finds which programs are called with which words, which is all that can be judged without running them.
package shell

import (
	"path"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Unknown stands in a word for a part that is not known.
const Unknown = '\x00'

// Word is a word of a command.
type Word struct {
	Text string
	// At is the expression that the word is written in.
	At *eval.Value
}

// Literal is the word's text where all of it is known and a shell puts nothing in its place.
func (w Word) Literal() (string, bool) {
	return w.Text, !strings.ContainsAny(w.Text, "$`"+string(Unknown))
}

// Command is a program that is called with words.
type Command struct {
	Words []Word
	// Piped tells whether the next command reads what this one writes.
	Piped bool
	// Substituted tells whether what this command writes is put into the command before it: $(…), `…`, <(…).
	Substituted bool
}

// Program is the name of the program without its directory, and the words behind it. What stands before it, variables and
// programs that only call another one, is left out.
func (c Command) Program() (name string, arguments []Word) {
	for i, w := range c.Words {
		base := path.Base(w.Text)
		switch {
		case strings.HasPrefix(w.Text, "-"), isAssignment(w.Text), callers[base], keywords[base]:
			continue
		}
		return base, c.Words[i+1:]
	}
	return "", nil
}

// callers are programs that call the one that follows.
var callers = map[string]bool{"sudo": true, "exec": true, "env": true, "nice": true, "time": true, "nohup": true, "command": true,
	"tini": true, "dumb-init": true, "gosu": true, "su-exec": true,
	// The first word of a health check, which says how the others are run.
	"CMD": true, "CMD-SHELL": true}

// keywords are words of a shell's language that a command follows.
var keywords = map[string]bool{"if": true, "then": true, "else": true, "elif": true, "do": true, "while": true, "until": true, "!": true, "{": true}

// isAssignment tells whether a word sets a variable: NAME=value.
func isAssignment(word string) bool {
	name, _, ok := strings.Cut(word, "=")
	return ok && name != "" && strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// IsShell tells whether a program runs the script that it is given.
func IsShell(program string) bool {
	switch program {
	case "sh", "bash", "dash", "ash", "zsh", "ksh", "fish", "eval", "source", ".":
		return true
	}
	return false
}

// Commands are the commands of a list of words, of which those with spaces are read as scripts, commands of their own.
func Commands(words []*eval.Value) []Command {
	var r reader
	for _, w := range words {
		text := textOf(w)
		if isScript(text) {
			r.end()
			r.script(text, w)
			r.end()
			continue
		}
		r.current.Words = append(r.current.Words, Word{text, w})
	}
	r.end()
	return r.commands
}

// textOf is a text with Unknown for what is not known of it.
func textOf(v *eval.Value) string {
	pieces := v.Pieces()
	if pieces == nil {
		return string(Unknown)
	}
	var b strings.Builder
	for _, p := range pieces {
		if !p.Known {
			b.WriteRune(Unknown)
			continue
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// reader splits scripts into commands.
type reader struct {
	commands []Command
	current  Command
	word     strings.Builder
	inWord   bool
}

// end ends a command. What a shell is given to run after -c, in one word of a script, is commands, too.
func (r *reader) end() {
	ended := r.current
	r.current = Command{}
	if len(ended.Words) == 0 {
		return
	}
	r.commands = append(r.commands, ended)
	program, arguments := ended.Program()
	for i, w := range arguments[:max(len(arguments)-1, 0)] {
		if inner := arguments[i+1]; IsShell(program) && strings.HasPrefix(w.Text, "-") && strings.HasSuffix(w.Text, "c") && isScript(inner.Text) {
			r.script(inner.Text, inner.At)
			r.end()
			return
		}
	}
}

// isScript tells whether a word is several: a script, and not an argument.
func isScript(word string) bool { return strings.ContainsAny(strings.TrimSpace(word), " \t\n") }

// script reads a script. Quotes keep what they hold in one word, but commands put into a word are commands.
func (r *reader) script(text string, at *eval.Value) {
	endWord := func() {
		if r.inWord {
			r.current.Words = append(r.current.Words, Word{r.word.String(), at})
		}
		r.word.Reset()
		r.inWord = false
	}
	var quote byte
	for i := 0; i < len(text); i++ {
		b := text[i]
		next := byte(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		switch {
		case b == '\\' && quote != '\'' && next != 0:
			if next != '\n' {
				r.put(next)
			}
			i++
		case quote != 0 && b == quote:
			quote = 0
			r.inWord = true
		case quote == '\'':
			r.put(b)
		case quote == 0 && (b == '\'' || b == '"'):
			quote = b
			r.inWord = true
		case (b == '$' || b == '<') && next == '(', b == '`':
			// What follows is a command of its own; what stands after it is read as one, too.
			r.inWord = r.word.Len() > 0
			endWord()
			r.end()
			r.current.Substituted = true
			quote = 0
			if b != '`' {
				i++
			}
		case quote != 0:
			r.put(b)
		case strings.IndexByte(" \t\r", b) >= 0:
			endWord()
		case b == '#' && !r.inWord:
			for i+1 < len(text) && text[i+1] != '\n' {
				i++
			}
		case strings.IndexByte("\n;&|()", b) >= 0:
			endWord()
			r.current.Piped = b == '|' && next != '|'
			r.end()
			if next == b && (b == '|' || b == '&') {
				i++
			}
		default:
			r.put(b)
		}
	}
	endWord()
}

func (r *reader) put(b byte) {
	r.word.WriteByte(b)
	r.inWord = true
}
