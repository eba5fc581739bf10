package cli

import (
	"io"
	"os"
	"path/filepath"

	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/reporter"
	"github.com/gouji-lint/gouji/rules"
)

// atForge adds to the options what a forge, or who writes for one, must know:
// where this folder is in the repository, and where its files are on the web.
func atForge(o reporter.Options) (reporter.Options, error) {
	dir, err := os.Getwd()
	if err != nil {
		return o, err
	}
	o.Prefix, o.BlobURL = inRepository(dir), blobURL()
	return o, nil
}

// inRepository returns the path of dir below the root of the repository, with
// slashes. Without git it is below the folder that the forge put the files in.
func inRepository(dir string) string {
	if prefix, ok := workspace.Prefix(dir); ok {
		return prefix
	}
	for _, root := range []string{os.Getenv("GITHUB_WORKSPACE"), os.Getenv("CI_PROJECT_DIR")} {
		if rel, err := filepath.Rel(root, dir); root != "" && err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return ""
}

// blobURL returns where the files of the commit that a forge checks are on
// the web; "" elsewhere.
func blobURL() string {
	switch {
	case os.Getenv("GITHUB_ACTIONS") == "true":
		return os.Getenv("GITHUB_SERVER_URL") + "/" + os.Getenv("GITHUB_REPOSITORY") + "/blob/" + os.Getenv("GITHUB_SHA") + "/"
	case os.Getenv("GITLAB_CI") == "true":
		return os.Getenv("CI_PROJECT_URL") + "/-/blob/" + os.Getenv("CI_COMMIT_SHA") + "/"
	}
	return ""
}

// print writes the result to standard output. The format github also writes
// the page of the step, which other commands may have begun.
func (t *tool) print(f reporter.Format, result *rules.Result, o reporter.Options) (err error) {
	path := os.Getenv("GITHUB_STEP_SUMMARY")
	if f.Name != "github" || path == "" {
		return f.Write(t.out, result, o)
	}
	page, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if e := page.Close(); err == nil {
			err = e
		}
	}()
	before, err := page.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	o.Summary, o.SummaryUsed = page, int(before)
	return f.Write(t.out, result, o)
}
