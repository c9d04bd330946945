package terraform

// IsSensitive tells whether the module says that an input variable is sensitive.
func (m *Module) IsSensitive(variable string) bool {
	b := m.variables[variable]
	return b != nil && b.attrs["sensitive"] != nil && m.scope().Eval(b.attrs["sensitive"]).True()
}
