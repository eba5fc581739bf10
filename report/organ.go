package report

// Organ is a 机关 that reports, as the configuration describes it.
type Organ struct {
	Name     string   `toml:"name"`
	Aliases  []string `toml:"aliases"`  // former or short names; folders may be called so
	Kind     string   `toml:"kind"`     // ministry, province, city, county, department, township, authorized
	Parent   string   `toml:"parent"`   // the organ whose report adds this one up
	Scope    string   `toml:"scope"`    // own, or aggregate when the report adds up its members
	Complete bool     `toml:"complete"` // all its members are in the repository
}
