// Command bench measures what the plugin costs in TFLint, as whole processes, and prints a Markdown table.
// Run it with `make bench`, which builds TFLint first.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/tools/bench/generate"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/project"
)

// contestants are what runs on every module: TFLint with no plugin, or with the one of that name.
var contestants = []string{"", "idle", "floor", project.Name}

const (
	bare = iota
	idle
	floor
	ours
)

type module struct {
	title string
	files map[string]string

	dir      string
	findings int
	times    [4][]time.Duration // of each contestant
}

func modules() []*module {
	return []*module{
		{title: "1,000 clean resources in 1 file", files: generate.Containers(1000, 1, false)},
		{title: "1,000 clean resources in 100 files", files: generate.Containers(1000, 100, false)},
		{title: "1,000 bad resources in 1 file", files: generate.Containers(1000, 1, true)},
		{title: "1,000 bad resources in 100 files", files: generate.Containers(1000, 100, true)},
		{title: "10,000 clean resources in 100 files", files: generate.Containers(10000, 100, false)},
		{title: "1,000 task definitions of every form in 100 files", files: generate.Forms(1000, 100)},
		{title: "1,000 documents of 300 roles in 100 files", files: generate.Roles(1300, 100)},
		{title: "1,000 other resources in 10 files", files: generate.Others(1000, 10)},
	}
}

func main() {
	log.SetFlags(0)
	tflint := flag.String("tflint", os.Getenv("TFLINT"), "the TFLint `binary`")
	runs := flag.Int("runs", 7, "how often to time each plugin on each module, after one run to warm up")
	flag.Parse()
	if *tflint == "" {
		log.Fatal("There is no TFLint to measure with: run make bench, or pass -tflint.")
	}
	if err := bench(*tflint, *runs); err != nil {
		log.Fatal(err)
	}
}

func bench(tflint string, runs int) error {
	temp, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	host := host{tflint: tflint, dir: temp}
	if err := host.build(); err != nil {
		return err
	}
	modules := modules()
	for n, m := range modules {
		m.dir = filepath.Join(temp, fmt.Sprint("module", n))
		if err := m.write(); err != nil {
			return err
		}
	}

	// Interleaved, so that a busy moment of the machine hits all alike.
	for run := range runs + 1 {
		for _, m := range modules {
			for contestant, plugin := range contestants {
				took, findings, err := host.lint(m.dir, plugin)
				if err != nil {
					return fmt.Errorf("%s, plugin %q: %w", m.title, plugin, err)
				}
				if run > 0 {
					m.times[contestant] = append(m.times[contestant], took)
				}
				if contestant == ours {
					m.findings = findings
				}
			}
		}
	}
	return host.report(modules, runs)
}

func (m *module) write() error {
	if err := os.Mkdir(m.dir, 0o755); err != nil {
		return err
	}
	for name, text := range m.files {
		if err := os.WriteFile(filepath.Join(m.dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (m *module) median(contestant int) time.Duration {
	times := slices.Sorted(slices.Values(m.times[contestant]))
	return times[len(times)/2]
}

// host runs TFLint with one of the plugins.
type host struct{ tflint, dir string }

// build builds the plugins and writes a configuration for each contestant.
func (h host) build() error {
	for _, plugin := range contestants {
		config := "plugin \"terraform\" {\n  enabled = false\n}\n"
		if plugin != "" {
			config += fmt.Sprintf("plugin %q {\n  enabled = true\n}\n", plugin)
			source := project.Repository // the module path, too
			if plugin != project.Name {
				source += "/internal/tools/bench/" + plugin
			}
			build := exec.Command("go", "build", "-trimpath", "-o", filepath.Join(h.dir, "tflint-ruleset-"+plugin), source)
			if out, err := build.CombinedOutput(); err != nil {
				return fmt.Errorf("building %s: %w\n%s", source, err, out)
			}
		}
		if err := os.WriteFile(h.config(plugin), []byte(config), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (h host) config(plugin string) string {
	return filepath.Join(h.dir, "config-"+plugin+".hcl")
}

// lint times one run of TFLint and counts what it finds.
func (h host) lint(dir, plugin string) (took time.Duration, findings int, err error) {
	cmd := exec.Command(h.tflint, "--format=json", "--force", "--config="+h.config(plugin))
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TFLINT_PLUGIN_DIR="+h.dir)

	start := time.Now()
	out, err := cmd.Output()
	took = time.Since(start)

	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return 0, 0, fmt.Errorf("%w\n%s%s", err, out, exit.Stderr)
	}
	if err != nil {
		return 0, 0, err
	}
	var result struct{ Issues []json.RawMessage }
	err = json.Unmarshal(out, &result)
	return took, len(result.Issues), err
}

func (h host) report(modules []*module, runs int) error {
	version, err := exec.Command(h.tflint, "--version").Output()
	if err != nil {
		return err
	}
	first, _, _ := strings.Cut(string(version), "\n")
	fmt.Printf("%s, %s on %s/%s, %d CPUs; medians of %d runs, in seconds.\n\n",
		first, runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runs)
	fmt.Println("| Module | Findings | No plugin | Idle plugin | Floor | This plugin | Times idle | Times the floor |")
	fmt.Println("|---|---:|---:|---:|---:|---:|---:|---:|")
	for _, m := range modules {
		mine := m.median(ours)
		fmt.Printf("| %s | %d | %.2f | %.2f | %.2f | **%.2f** | %.2f | %.2f |\n",
			m.title, m.findings,
			m.median(bare).Seconds(), m.median(idle).Seconds(), m.median(floor).Seconds(), mine.Seconds(),
			float64(mine)/float64(m.median(idle)), float64(mine)/float64(m.median(floor)))
	}
	return nil
}
