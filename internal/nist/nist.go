// Package nist names the risks of NIST SP 800-190, Application Container Security Guide (September 2017), section 3:
// https://doi.org/10.6028/NIST.SP.800-190
package nist

// Risk is one of the risks, by its number in the publication.
type Risk struct {
	ID    string // for example 3.4.3
	Title string
	// Countermeasure is what AWS offers against the risk.
	Countermeasure string
	// Hidden is what of the risk Terraform can't show, and why.
	Hidden string
}

// Document is how a finding names the publication.
const Document = "NIST SP 800-190"

// Group is a chapter of the publication's risks.
type Group struct {
	ID    string
	Title string
	Risks []Risk
}
