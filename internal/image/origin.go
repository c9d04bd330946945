package image

import (
	"strings"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// origin is what is known of an unknown part from where it comes.
type origin uint8

const (
	unknownPart origin = iota
	// repositoryURL is the address of a repository, without tag and digest.
	repositoryURL
	// pinnedImage is a reference with a digest.
	pinnedImage
)

// origins are attributes of resources and data sources that say what they hold:
//   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository#repository_url-1
//   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ecr_image#image_uri-1
//   - https://registry.terraform.io/providers/kreuzwerker/docker/latest/docs/resources/image#repo_digest-1
var origins = map[string]origin{
	"aws_ecr_repository.repository_url":       repositoryURL,
	"data.aws_ecr_repository.repository_url":  repositoryURL,
	"aws_ecrpublic_repository.repository_uri": repositoryURL,
	"data.aws_ecr_image.image_uri":            pinnedImage,
	"docker_image.repo_digest":                pinnedImage,
	"data.docker_image.repo_digest":           pinnedImage,
}

// originOf is what an unknown part is. What a function made of several things may be anything.
func originOf(v *eval.Value) origin {
	if v == nil || v.Cause() == nil {
		return unknownPart
	}
	switch v.Cause().Kind {
	case eval.ResourceAttribute, eval.DataSource, eval.ModuleOutput:
	default:
		return unknownPart
	}
	var source eval.Ref
	sources, ways := 0, 0
	for _, ref := range v.Refs() {
		if address, _ := ref.Home(); typeOf(address) == "var" || typeOf(address) == "module" {
			ways++
			continue
		}
		source = ref
		sources++
	}
	address, foreign := source.Home()
	// What comes through a variable of a caller's, or an output of a called module, refers to that, too, and to nothing else.
	if sources != 1 || ways > 1 || ways == 1 && !foreign {
		return unknownPart
	}
	return origins[typeOf(address)+"."+source.Path]
}

// typeOf is the type of what stands at an address: aws_ecr_repository, data.aws_ecr_image.
func typeOf(address string) string {
	return address[:max(strings.LastIndexByte(address, '.'), 0)]
}

// repositoryOf is the repository of the module that a reference is made of: of its address, or of its name.
func repositoryOf(refs []eval.Ref) string {
	for _, ref := range refs {
		if typeOf(ref.Address) != "aws_ecr_repository" {
			continue
		}
		switch ref.Path {
		case "repository_url", "name", "id":
			return ref.Address
		}
	}
	return ""
}
