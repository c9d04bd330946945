// Package image reads references to container images, of which Terraform often knows a part only:
// "${aws_ecr_repository.app.repository_url}:latest" says nothing of the registry and all of the tag.
package image

import (
	_ "crypto/sha256" // the algorithm of digests, which the parser looks up
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"github.com/distribution/reference"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// Image is what an expression says of the image to run: one reference, or several where an unknown condition decides.
type Image []Reference

// Reader reads the images of a module, each text once: the same sidecars stand in every task definition.
type Reader struct {
	names map[string]reference.Named
}

// Image is the image of an expression.
func (r *Reader) Image(v *eval.Value) Image {
	var out Image
	for _, a := range v.Alternatives() {
		out = append(out, r.read(a))
	}
	return out
}

// name takes a text apart; nil where it is no reference.
func (r *Reader) name(text string) reference.Named {
	named, known := r.names[text]
	if !known {
		var err error
		if named, err = reference.ParseNormalizedNamed(text); err != nil {
			named = nil
		}
		if r.names == nil {
			r.names = map[string]reference.Named{}
		}
		r.names[text] = named
	}
	return named
}

// All tells whether f holds whichever of its references the image turns out to be.
func (i Image) All(f func(Reference) bool) bool {
	return len(i) > 0 && !slices.ContainsFunc(i, func(r Reference) bool { return !f(r) })
}

// hole stands for an unknown part while a reference is read: a word that may stand in a host, a path and a tag. In what was
// read it is unknown.
const hole = "0unknown0"

// DockerHub is the registry of references without one.
const DockerHub = "docker.io"

// Reference is a reference to an image. Where a part of it is not known, questions about it are answered "yes" only where the
// answer holds whatever the part turns out to be.
type Reference struct {
	// Scheme is what somebody took for a part of a reference, "http" or "https"; runtimes refuse such references.
	Scheme string
	// Repository is the address of the repository of the module that the reference is made of; empty where there is none.
	Repository string

	written string // as the person wrote it, for messages
	valid   bool
	// registry and path may hold unknown; a registry that is not known at all is empty.
	registry, path, familiar string
	tag                      string
	tagKnown                 bool
	digest, noDigest         bool
}

// read reads one reference.
func (r *Reader) read(v *eval.Value) Reference {
	pieces := v.Pieces()
	if pieces == nil {
		if !v.Unknown() {
			return Reference{}
		}
		pieces = []eval.Piece{{Value: v}}
	}
	var text, written strings.Builder
	for _, p := range pieces {
		if p.Known {
			text.WriteString(p.Text)
			written.WriteString(p.Text)
			continue
		}
		text.WriteString(hole)
		written.WriteString(expression(p.Value))
	}
	out := Reference{written: credentials.ReplaceAllString(written.String(), "://…@"), Repository: repositoryOf(v.Refs())}
	out.parse(r, text.String(), pieces[len(pieces)-1].Value)
	return out
}

// credentials are what somebody may have put before a registry's name, which is no part of a reference and never shown.
var credentials = regexp.MustCompile(`://[^/@]*@`)

// expression is an unknown part as the person wrote it.
func expression(v *eval.Value) string {
	if c := v.Cause(); c != nil && c.What != "" {
		return "${" + c.What + "}"
	}
	return "${…}"
}

// parse takes a reference apart. last is the unknown part that it ends in, if it does.
func (r *Reference) parse(reader *Reader, text string, last *eval.Value) {
	if scheme, rest, ok := strings.Cut(text, "://"); ok && (scheme == "http" || scheme == "https") {
		r.Scheme, text = scheme, rest
	}
	name, digest, digested := strings.Cut(text, "@")
	parsed := name
	if digested && !strings.Contains(digest, hole) {
		parsed = text
	}
	named := reader.name(parsed)
	if named == nil {
		return
	}
	r.valid = true
	r.path, r.familiar = reference.Path(named), reference.FamiliarName(named)
	if registry := reference.Domain(named); registry != DockerHub || !strings.Contains(firstComponent(name), hole) {
		r.registry = registry
	}
	open := strings.HasSuffix(text, hole)
	switch from := originOf(last); {
	case digested, open && from == pinnedImage, strings.Contains(text, hole+"sha256:"):
		r.digest = true
		return
	case open && from == repositoryURL:
		open = false
	}
	if tagged, ok := named.(reference.Tagged); ok {
		r.tag = tagged.Tag()
	}
	r.tagKnown = !open && !strings.Contains(r.tag, hole)
	// Who writes "app:${var.tag}" may well put tag@sha256:… into the variable.
	r.noDigest = !open
}

// firstComponent is what may be a registry: what stands before the first slash, or before the tag where there is none.
func firstComponent(name string) string {
	if first, _, ok := strings.Cut(name, "/"); ok {
		return first
	}
	name, _, _ = strings.Cut(name, ":")
	return name
}

// String is the reference as the person wrote it, for a message.
func (r Reference) String() string { return r.written }

// HasDigest tells whether the reference certainly names one image for ever.
func (r Reference) HasDigest() bool { return r.digest }

// LacksDigest tells whether the reference certainly has no digest.
func (r Reference) LacksDigest() bool { return r.noDigest }

// Untagged tells whether the reference certainly has neither a tag nor a digest, which means the tag latest.
func (r Reference) Untagged() bool { return r.noDigest && r.tagKnown && r.tag == "" }

// Tag is the tag where it is certainly this one and decides which image it is: there is no digest.
func (r Reference) Tag() string {
	switch {
	case !r.tagKnown || !r.noDigest:
		return ""
	case r.tag == "":
		return "latest"
	}
	return r.tag
}

// TagKnown tells whether Tag is all that there is to know of the tag.
func (r Reference) TagKnown() bool { return r.tagKnown && r.noDigest }

// Registry is the host, and the port if one is written, where they are wholly known.
func (r Reference) Registry() string {
	if strings.Contains(r.registry, hole) {
		return ""
	}
	return r.registry
}

// Path is the repository in the registry where it is wholly known, "library/nginx" for Docker Hub's nginx.
func (r Reference) Path() string {
	if strings.Contains(r.path, hole) {
		return ""
	}
	return r.path
}

// OnDockerHub tells whether the image certainly comes from Docker Hub.
func (r Reference) OnDockerHub() bool {
	return r.registry == DockerHub || r.registry == "registry-1.docker.io"
}

// Port is the registry's port where one is written and known.
func (r Reference) Port() string {
	i := strings.LastIndexByte(r.registry, ':')
	if i < 0 || strings.Contains(r.registry[i:], hole) || strings.HasSuffix(r.registry, "]") {
		return ""
	}
	return r.registry[i+1:]
}

// host is the registry without the port.
func (r Reference) host() string {
	host := r.Registry()
	if port := r.Port(); port != "" {
		host = strings.TrimSuffix(host, ":"+port)
	}
	return strings.Trim(host, "[]")
}

// OnLoopback tells whether the registry is the host itself, which runtimes speak to without TLS when they have to:
// https://docs.docker.com/reference/cli/dockerd/#insecure-registries
func (r Reference) OnLoopback() bool {
	if r.host() == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(r.host())
	return err == nil && ip.IsLoopback()
}

// OnPrivateAddress tells whether the registry is a bare address of a private network, which no public authority issues a
// certificate for.
func (r Reference) OnPrivateAddress() bool {
	ip, err := netip.ParseAddr(r.host())
	return err == nil && (ip.IsPrivate() || ip.IsLinkLocalUnicast())
}
