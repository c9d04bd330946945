package shell

import (
	"slices"
	"strings"
)

// installers are the programs that install packages, with the words that make them do so. The word has to be the first one
// that is no option, unless later says that options may take words of their own before it.
var installers = map[string]struct {
	verbs []string
	later bool
}{
	"apt": {[]string{"install"}, true}, "apt-get": {[]string{"install"}, true}, "aptitude": {[]string{"install"}, true},
	"yum": {[]string{"install", "localinstall", "groupinstall"}, true}, "dnf": {[]string{"install", "groupinstall"}, true},
	"microdnf": {[]string{"install"}, true}, "tdnf": {[]string{"install"}, true}, "zypper": {[]string{"install", "in"}, true},
	"apk":  {[]string{"add"}, true},
	"pip":  {[]string{"install"}, false},
	"pip3": {[]string{"install"}, false}, "pipx": {[]string{"install"}, false}, "conda": {[]string{"install"}, false},
	"poetry": {[]string{"install", "add"}, false}, "pipenv": {[]string{"install", "sync"}, false},
	"npm":  {[]string{"install", "i", "ci", "add"}, false},
	"pnpm": {[]string{"install", "i", "add"}, false}, "yarn": {[]string{"install", "add"}, false}, "bun": {[]string{"install", "add"}, false},
	"gem": {[]string{"install"}, false}, "bundle": {[]string{"install"}, false}, "composer": {[]string{"install", "require"}, false},
	"go": {[]string{"install", "get"}, false}, "cargo": {[]string{"install"}, false},
}

// Install is a call that installs software.
type Install struct {
	// What is the call in a few words: apt-get install, curl | sh.
	What string
	At   Word
}

// Installs are the calls that install packages, or run a script that comes from the network.
func Installs(commands []Command) []Install {
	var out []Install
	for i, c := range commands {
		name, arguments := c.Program()
		if name == "python" || name == "python3" {
			// python -m pip install
			if len(arguments) > 1 && arguments[0].Text == "-m" {
				name, arguments = arguments[1].Text, arguments[2:]
			}
		}
		if name == "uv" && len(arguments) > 0 && arguments[0].Text == "pip" {
			name, arguments = "pip", arguments[1:]
		}
		switch verb := installs(name, arguments); {
		case verb != "":
			out = append(out, Install{name + " " + verb, c.Words[0]})
		case name == "curl" || name == "wget":
			if shell := runsOutput(commands, i); shell != "" {
				out = append(out, Install{name + " | " + shell, c.Words[0]})
			}
		}
	}
	return out
}

// installs is the word that makes a program install packages, or empty.
func installs(program string, arguments []Word) string {
	if program == "rpm" || program == "dpkg" {
		return installsFile(arguments)
	}
	installer, ok := installers[program]
	if !ok {
		return ""
	}
	for _, a := range arguments {
		switch {
		case strings.HasPrefix(a.Text, "-"):
		case slices.Contains(installer.verbs, a.Text):
			return a.Text
		case !installer.later:
			return ""
		}
	}
	return ""
}

// installsFile is the option that makes rpm or dpkg install a package.
func installsFile(arguments []Word) string {
	for _, a := range arguments {
		long := strings.HasPrefix(a.Text, "--")
		switch {
		case a.Text == "--query", strings.HasPrefix(a.Text, "-q"):
			return "" // -i is for information then
		case a.Text == "--install", a.Text == "--upgrade",
			!long && strings.HasPrefix(a.Text, "-i"), !long && strings.HasPrefix(a.Text, "-U"):
			return a.Text
		case !strings.HasPrefix(a.Text, "-"):
			return ""
		}
	}
	return ""
}

// runsOutput is the shell that runs what the command at i writes, or empty: curl … | sh, sh -c "$(curl …)", bash <(curl …).
func runsOutput(commands []Command, i int) string {
	if commands[i].Piped {
		for _, next := range commands[i+1:] {
			if name, _ := next.Program(); IsShell(name) {
				return name
			}
			if !next.Piped {
				break
			}
		}
		return ""
	}
	if !commands[i].Substituted || i == 0 {
		return ""
	}
	name, arguments := commands[i-1].Program()
	isOption := func(w Word) bool { return strings.HasPrefix(w.Text, "-") }
	if IsShell(name) && !slices.ContainsFunc(arguments, func(w Word) bool { return !isOption(w) }) {
		return name
	}
	return ""
}
