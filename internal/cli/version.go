package cli

import (
	"runtime/debug"
	"strings"
)

// version is that of the source. Where pre-commit builds the command the tag
// is not known, so that only this can tell.
const version = "0.1.0"

// released is the version of a release build; the linker writes it (-X).
var released string

// versionText returns the version and, for a build that is no release, the
// commit that it was built from.
func versionText() string {
	if released != "" {
		return released
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version
	}
	return versionOf(info)
}

func versionOf(info *debug.BuildInfo) string {
	if tag := info.Main.Version; isTag(tag) {
		return strings.TrimPrefix(tag, "v")
	}
	revision, modified := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = "+"
		}
	}
	if revision == "" {
		return version
	}
	return version + " (" + revision + modified + ")"
}

// isTag tells v1.2.3 from v0.0.0-20260102030405-0123456789ab and (devel).
func isTag(v string) bool {
	return strings.HasPrefix(v, "v") && !strings.ContainsAny(v, "-+")
}
