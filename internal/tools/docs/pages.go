package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/nist"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/rule"
)

// generated stands at the head of every page.
const generated = "<!-- Written by `make generate` from the rules in rules/. Change them, not this page. -->\n\n"

// page is the page of a rule.
func page(r *rule.Rule, e example) string {
	var b strings.Builder
	b.WriteString(generated)
	fmt.Fprintf(&b, "# %s\n\n**%s.** %s\n\n", r.Name, r.Title, r.Reports)
	fmt.Fprintf(&b, "| Severity | Preset | %s |\n|---|---|---|\n| %s | `%s` | %s |\n\n", nist.Document, r.Severity, r.Preset, risks(r, "../"))
	section(&b, "Why", r.Why)
	section(&b, "Example", "```hcl\n"+e.source+"\n```\n\n```console\n$ tflint\n"+e.output+"\n```")
	section(&b, "How to fix", r.Fix)
	silent := slices.Clone(r.Silent)
	if !r.OfUnknown {
		silent = append(silent, "A value that decides is not known. See [what is read](../how-it-reads.md).")
	}
	section(&b, "When it stays silent", list(silent))
	if r.Known != nil {
		section(&b, "What it knows", r.Known())
	}
	section(&b, "Options", options(r))
	if len(r.Peers) > 0 {
		section(&b, "Also checked by", strings.Join(r.Peers, " · "))
	}
	if len(r.Sources) > 0 {
		section(&b, "Sources", list(r.Sources))
	}
	return strings.TrimSpace(b.String()) + "\n"
}

func section(b *strings.Builder, title, text string) {
	fmt.Fprintf(b, "## %s\n\n%s\n\n", title, strings.TrimSpace(text))
}

func list(items []string) string { return "- " + strings.Join(items, "\n- ") }

// risks are a rule's risks, linked to the page of the publication, which lies in the folder to.
func risks(r *rule.Rule, to string) string {
	links := make([]string, len(r.Risks))
	for i, risk := range r.Risks {
		links[i] = fmt.Sprintf("[%s %s](%snist-sp-800-190.md#%s)", risk.ID, risk.Title, to, anchor(risk))
	}
	return strings.Join(links, ", ")
}

// anchor is the anchor of a risk's heading, as Markdown pages make it.
func anchor(r nist.Risk) string {
	heading := strings.ToLower(r.ID + " " + r.Title)
	return strings.ReplaceAll(strings.ReplaceAll(heading, ".", ""), " ", "-")
}

// options describes a rule's block.
func options(r *rule.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| Name | Default | |\n|---|---|---|\n| `severity` | `%q` | `\"error\"`, `\"warning\"` or `\"notice\"`. Milder findings of the rule stay milder. |\n", string(r.Severity))
	for _, o := range r.Options {
		fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n", o.Name, literal(o.Default), o.Doc)
	}
	fmt.Fprintf(&b, "\n```hcl\nrule %q {\n  enabled = true\n", r.Name)
	width := len("severity")
	for _, o := range r.Options {
		width = max(width, len(o.Name))
	}
	if len(r.Options) == 0 {
		fmt.Fprintf(&b, "  severity = %q\n", "notice")
	}
	for _, o := range r.Options {
		fmt.Fprintf(&b, "  %s = %s\n", o.Name, literal(o.Default))
	}
	b.WriteString("}\n```")
	return b.String()
}

// literal is a value as HCL.
func literal(v any) string {
	list, ok := v.([]string)
	if !ok {
		return fmt.Sprint(v)
	}
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = fmt.Sprintf("%q", s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// index is the list of all rules.
func index(all []rule.Rule) string {
	var b strings.Builder
	b.WriteString(generated)
	b.WriteString("# Rules\n\nThe rules of the preset `recommended` are enabled by default; `all` is every rule. See [configuration](../configuration.md).\n\n")
	b.WriteString("| Rule | Reports | Severity | Preset | " + nist.Document + " |\n|---|---|---|---|---|\n")
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(x, y rule.Rule) int { return strings.Compare(x.Name, y.Name) })
	for _, r := range sorted {
		ids := make([]string, len(r.Risks))
		for i, risk := range r.Risks {
			ids[i] = risk.ID
		}
		fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s | `%s` | %s |\n", r.Name, r.Name, r.Title, r.Severity, r.Preset, strings.Join(ids, ", "))
	}
	return b.String()
}

// coverage is the page that tells an auditor which risks are looked for, and what can't be seen.
func coverage(all []rule.Rule) string {
	var b strings.Builder
	b.WriteString(generated)
	b.WriteString("# NIST SP 800-190\n\nThe risks of [NIST SP 800-190](https://doi.org/10.6028/NIST.SP.800-190), Application Container Security Guide, section 3: " +
		"what AWS has against each, the rules that show it in Terraform, and what Terraform can't show.\n\n" +
		"A rule that stays silent says that nothing is wrong in what it could read, not that the risk is dealt with.\n\n")
	for _, group := range nist.Groups {
		fmt.Fprintf(&b, "## %s %s\n\n", group.ID, group.Title)
		for _, risk := range group.Risks {
			fmt.Fprintf(&b, "### %s %s\n\n**On AWS:** %s\n\n%s\n\n**Terraform can't show:** %s\n\n", risk.ID, risk.Title, risk.Countermeasure, rulesOf(all, risk), risk.Hidden)
		}
	}
	return strings.TrimSpace(b.String()) + "\n"
}

// rulesOf are the rules about a risk.
func rulesOf(all []rule.Rule, risk nist.Risk) string {
	var lines []string
	for _, r := range all {
		if slices.Contains(r.Risks, risk) {
			lines = append(lines, fmt.Sprintf("- [%s](rules/%s.md): %s (%s, `%s`)", r.Name, r.Name, r.Title, r.Severity, r.Preset))
		}
	}
	if len(lines) == 0 {
		return "**Rules:** none yet."
	}
	return "**Rules:**\n\n" + strings.Join(lines, "\n")
}
