package hosttest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// An editing session: what a person sees while typing, and that nothing half-typed ends it.
func TestLanguageServer(t *testing.T) {
	EachTFLint(t, func(t *testing.T, tflint string) {
		const (
			// No HCL: TFLint publishes nothing, and what it published last stays.
			broken = "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n  image_tag_mutability = \"IMM\n"
			// HCL, but no Terraform: there is no such local.
			undeclared = "resource \"aws_ecr_repository\" \"app\" {\n  name = \"app\"\n  image_tag_mutability = local.mut\n}\n"
		)
		editor := openEditor(t, tflint, mutable)
		editor.wantFinding(1, "\"app\"")

		editor.change(immutable)
		editor.wantNothing()

		editor.change(broken)
		editor.change(mutable)
		editor.wantFinding(1, "\"app\"")

		editor.change(broken)
		editor.change(undeclared)
		editor.wantNothing()

		editor.change(mutable)
		editor.wantFinding(1, "\"app\"")
		editor.close()
	})
}

// What instances of a call have in common is reported once, but each time that somebody looks. TFLint has looked into called modules
// unasked only since 0.54, so the oldest one is not tried.
func TestLanguageServerInCalledModule(t *testing.T) {
	const calling = `resource "aws_kms_key" "key" {}
module "app" {
  source   = "./app"
  count    = 2
  settings = { name = "called", mutability = "MUTABLE", key = aws_kms_key.key.arn }
}
`
	editor := openEditor(t, Newest(t), calling)
	editor.wantFinding(5, "\"called\"")
	editor.change(immutable)
	editor.wantNothing()
	editor.change(calling)
	editor.wantFinding(5, "\"called\"")
	editor.close()
}

// calledModule is a module that gets the arguments of its repository as one object.
const calledModule = `variable "settings" {
  type = any
}

resource "aws_ecr_repository" "app" {
  name                 = var.settings.name
  image_tag_mutability = var.settings.mutability
}
`

// editor is a client of the language server with one open file.
type editor struct {
	t     *testing.T
	uri   string
	edits int
	stdin io.WriteCloser
	from  <-chan message
	wait  func() error
}

// message is what the server says, an answer or a notification.
type message struct {
	ID     *int
	Method string
	Params struct {
		URI         string
		Diagnostics []diagnostic
	}
	Error json.RawMessage
}

type diagnostic struct {
	Message string
	Range   struct{ Start struct{ Line int } }
}

func openEditor(t *testing.T, tflint, text string) *editor {
	t.Helper()
	dir := Module(t, map[string]string{".tflint.hcl": DefaultConfig, "main.tf": text, "app/main.tf": calledModule})
	e := &editor{t: t, uri: "file://" + filepath.ToSlash(filepath.Join(dir, "main.tf"))}

	cmd := command(t, tflint, "--langserver", "--only="+mutableTags)
	cmd.Dir, cmd.Stderr = dir, t.Output()
	e.wait = cmd.Wait
	var err error
	if e.stdin, err = cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	// A test that fails midway ends the server by its input, so that the server ends the plugin.
	cmd.Cancel, cmd.WaitDelay = e.stdin.Close, 10*time.Second
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Wait() })
	from := make(chan message)
	go func() {
		defer close(from)
		for reader := bufio.NewReader(stdout); ; {
			m, err := read(reader)
			if err != nil {
				return
			}
			select {
			case from <- m:
			case <-t.Context().Done():
				return
			}
		}
	}()
	e.from = from

	e.request("initialize", map[string]any{"rootUri": "file://" + filepath.ToSlash(dir), "capabilities": map[string]any{}})
	e.notify("initialized", map[string]any{})
	e.notify("textDocument/didOpen", map[string]any{
		"textDocument": map[string]any{"uri": e.uri, "languageId": "terraform", "version": 0, "text": text},
	})
	return e
}

// change replaces the text of the open file.
func (e *editor) change(text string) {
	e.t.Helper()
	e.edits++
	e.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": e.uri, "version": e.edits},
		"contentChanges": []any{map[string]any{"text": text}},
	})
}

// wantFinding waits for one finding on a line whose message holds a text.
func (e *editor) wantFinding(line int, text string) {
	e.t.Helper()
	got := e.diagnostics()
	if len(got) != 1 || got[0].Range.Start.Line != line-1 || !strings.Contains(got[0].Message, text) {
		e.t.Fatalf("after %d edits: got %+v, want one finding on line %d about %s", e.edits, got, line, text)
	}
}

// wantNothing waits for the findings to go away.
func (e *editor) wantNothing() {
	e.t.Helper()
	if got := e.diagnostics(); len(got) != 0 {
		e.t.Fatalf("after %d edits: got %+v, want nothing", e.edits, got)
	}
}

// diagnostics are the next that the server publishes of the file.
func (e *editor) diagnostics() []diagnostic {
	e.t.Helper()
	m := e.next(func(m message) bool {
		return m.Method == "textDocument/publishDiagnostics" && m.Params.URI == e.uri
	})
	return m.Params.Diagnostics
}

// close ends the session as the protocol says; the server has to end well.
func (e *editor) close() {
	e.t.Helper()
	e.request("shutdown", nil)
	e.notify("exit", nil)
	for range e.from {
		// What the server says now is of no interest, but it has to be read before it can be waited for.
	}
	if err := e.wait(); err != nil {
		e.t.Errorf("the language server ended with %v", err)
	}
}

// request asks the server for something and waits for its answer.
func (e *editor) request(method string, params any) {
	e.t.Helper()
	e.send(map[string]any{"id": 1, "method": method, "params": params})
	if m := e.next(func(m message) bool { return m.ID != nil }); m.Error != nil {
		e.t.Fatalf("%s: %s", method, m.Error)
	}
}

func (e *editor) notify(method string, params any) {
	e.t.Helper()
	e.send(map[string]any{"method": method, "params": params})
}

func (e *editor) send(m map[string]any) {
	e.t.Helper()
	m["jsonrpc"] = "2.0"
	body, err := json.Marshal(m)
	if err != nil {
		e.t.Fatal(err)
	}
	if _, err := fmt.Fprintf(e.stdin, "Content-Length: %d\r\n\r\n%s", len(body), body); err != nil {
		e.t.Fatalf("the language server has ended: %v", e.wait())
	}
}

// next is the next message that is wanted.
func (e *editor) next(wanted func(message) bool) message {
	e.t.Helper()
	deadline := time.After(time.Minute)
	for {
		select {
		case m, ok := <-e.from:
			if !ok {
				e.t.Fatalf("the language server has ended: %v", e.wait())
			}
			if wanted(m) {
				return m
			}
		case <-deadline:
			e.t.Fatalf("after %d edits: the language server keeps silent", e.edits)
		}
	}
}

// read reads one message: headers, an empty line and as many bytes of JSON as the headers say.
func read(from *bufio.Reader) (message, error) {
	var m message
	header, err := textproto.NewReader(from).ReadMIMEHeader()
	if err != nil {
		return m, err
	}
	length, err := strconv.Atoi(header.Get("Content-Length"))
	if err != nil {
		return m, err
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(from, body); err != nil {
		return m, err
	}
	return m, json.Unmarshal(body, &m)
}
