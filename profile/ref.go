package profile

// Ref names a figure by the ids of its profile: which table, which row,
// which column. Empty parts are not meant.
type Ref struct{ Table, Row, Column string }

// IsZero reports whether the ref names nothing.
func (r Ref) IsZero() bool { return r == Ref{} }
