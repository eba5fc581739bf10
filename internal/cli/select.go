package cli

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/gouji-lint/gouji/internal/gitdiff"
	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// selection says which findings a run shows: those that touch a file that
// was asked for, or a line that a change touches. A finding touches a place
// when it stands there or one of its operands does.
type selection struct {
	dir    string
	files  []workspace.File  // that were asked for
	asked  map[string]bool   // their names; nil when nothing else is read
	change *gitdiff.Change   // nil when there is none
	named  map[string]string // what the change calls a file, by path
}

// selectInput returns the files that a run reads and what it shows of them.
// Standard input stands in for the file that it is named after.
func (t *tool) selectInput(run *workspace.Run, o *checkOptions, paths []string) ([]workspace.File, *selection, error) {
	switch {
	case len(paths) == 1 && paths[0] == "-", len(paths) == 0 && o.stdinName != "":
	case slices.Contains(paths, "-"), o.stdinName != "":
		return nil, nil, t.problem("标准输入「-」不能和别的文件一起核对", "standard input (-) cannot be checked together with other files")
	default:
		return t.selectFiles(run, o, paths)
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, nil, err
	}
	text, err := workspace.ReadText(t.in)
	if err != nil {
		return nil, nil, t.problem("无法读取标准输入：%v", "cannot read standard input: %v", err)
	}
	f := workspace.Named(dir, cmp.Or(o.stdinName, "<stdin>"))
	run.Texts = map[string]string{f.Path: text}
	return t.around(run, &selection{dir: dir}, []workspace.File{f}, nil)
}

// selectFiles returns the files that a run reads and what it shows of them.
func (t *tool) selectFiles(run *workspace.Run, o *checkOptions, paths []string) ([]workspace.File, *selection, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, nil, err
	}
	s := &selection{dir: dir, named: map[string]string{}}
	if s.change, err = t.change(o, dir); err != nil {
		return nil, nil, err
	}
	files, err := t.find(paths)
	if err != nil {
		return nil, nil, err
	}
	if o.staged {
		files = workspace.Tidy(append(files, s.deleted(orHere(paths))...))
	}
	asked := files
	if s.change != nil {
		asked = s.touched(files)
	}
	if o.staged {
		if run.Texts, err = s.staged(files); err != nil {
			return nil, nil, err
		}
	}
	var listed []string
	if s.change == nil {
		listed = folders(dir, paths)
	}
	return t.around(run, s, asked, files, listed...)
}

// folders returns those of the paths that are folders.
func folders(dir string, paths []string) (all []string) {
	for _, path := range orHere(paths) {
		f := workspace.Named(dir, path)
		if info, err := os.Stat(f.Path); err == nil && info.IsDir() {
			all = append(all, f.Path)
		}
	}
	return all
}

// orHere returns the paths, or the current folder when there are none.
func orHere(paths []string) []string {
	if len(paths) == 0 {
		return []string{"."}
	}
	return paths
}

// around adds to the files asked for those that findings about them rest on.
// found are those that paths mean, listed the folders among these.
func (t *tool) around(run *workspace.Run, s *selection, asked, found []workspace.File, listed ...string) ([]workspace.File, *selection, error) {
	around, err := run.Project.Scope(asked, listed...)
	if err != nil {
		return nil, nil, err
	}
	if s.change != nil && len(around) == len(asked) {
		around = append(around, contexts(found, asked)...) // no pattern tells what belongs together
	}
	s.files = asked
	if len(around) > len(asked) {
		s.asked = make(map[string]bool, len(asked))
		for i := range asked {
			s.asked[asked[i].Name] = true
		}
	}
	return workspace.Tidy(around), s, nil
}

// find returns the files that paths mean, those of the current folder if
// there are none.
func (t *tool) find(paths []string) ([]workspace.File, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	return workspace.Find(dir, orHere(paths))
}

// change asks git what --since or --staged mean.
func (t *tool) change(o *checkOptions, dir string) (*gitdiff.Change, error) {
	switch {
	case o.staged && o.since != "":
		return nil, t.problem("参数 --staged 和 --since 只能用一个", "use one of --staged and --since")
	case o.staged:
		c, err := gitdiff.Staged(dir)
		return c, t.wordGit(err, o.since)
	case o.since != "":
		c, err := gitdiff.Since(dir, o.since)
		return c, t.wordGit(err, o.since)
	}
	return nil, nil
}

// wordGit puts an error about a change into the language of the user.
func (t *tool) wordGit(err error, ref string) error {
	switch {
	case errors.Is(err, gitdiff.ErrNoGit):
		return t.problem("参数 --staged 和 --since 要用 git，没有找到", "--staged and --since need git, which was not found")
	case errors.Is(err, gitdiff.ErrNoWorkTree):
		return t.problem("参数 --staged 和 --since 只能在 git 仓库里用", "--staged and --since need a git repository")
	case errors.Is(err, gitdiff.ErrShallow):
		return t.problem("参数 --since：没有取到分支或提交「%s」和它以来的历史。仓库只取了最近的提交：用 git fetch --unshallow 取回全部，或在 GitHub Actions 的 checkout 中写 fetch-depth: 0",
			"flag --since: the repository has only the latest commits, not %q and the history since. git fetch --unshallow brings them; in GitHub Actions, write fetch-depth: 0 at the checkout", ref)
	case errors.Is(err, gitdiff.ErrNoCommit):
		return t.problem("参数 --since：没有分支或提交「%s」，或者它与现在的提交没有共同的历史",
			"flag --since: there is no branch or commit %q, or it has no history in common with this one", ref)
	}
	return err
}

// touched returns the files that the change touches.
func (s *selection) touched(files []workspace.File) (touched []workspace.File) {
	names := map[string]bool{}
	for _, name := range s.change.Files() {
		names[name] = true
	}
	for _, f := range files {
		if names[s.inChange(f.Path)] {
			touched = append(touched, f)
		}
	}
	return touched
}

// staged returns, by path, the texts that the next commit holds of files that
// were changed again since they were staged.
func (s *selection) staged(files []workspace.File) (map[string]string, error) {
	paths := make(map[string]string, len(files))
	for _, f := range files {
		paths[s.inChange(f.Path)] = f.Path
	}
	texts, err := s.change.Unstaged(func(name string) bool { return paths[name] != "" })
	if err != nil {
		return nil, err
	}
	byPath := make(map[string]string, len(texts))
	for name, text := range texts {
		byPath[paths[name]] = text
	}
	return byPath, nil
}

// deleted returns the files that were deleted since they were staged: the next
// commit still has them.
func (s *selection) deleted(paths []string) (files []workspace.File) {
	for _, name := range s.change.Files() {
		if f, ok := workspace.Deleted(s.dir, paths, s.change.Root, name); ok {
			s.named[f.Path] = name
			files = append(files, f)
		}
	}
	return files
}

// inChange returns what the change calls the file at path. git knows files by
// where they really lie, which is asked for once.
func (s *selection) inChange(path string) string {
	name, ok := s.named[path]
	if ok {
		return name
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		real = path
	}
	if rel, err := filepath.Rel(s.change.Root, real); err == nil {
		name = filepath.ToSlash(rel)
	}
	s.named[path] = name
	return name
}

// contexts returns the files that are not asked for, as context.
func contexts(files, asked []workspace.File) (rest []workspace.File) {
	have := map[string]bool{}
	for _, f := range asked {
		have[f.Name] = true
	}
	for _, f := range files {
		if !have[f.Name] {
			f.Context = true
			rest = append(rest, f)
		}
	}
	return rest
}

// shows reports whether the finding is shown.
func (s *selection) shows(d *rules.Diagnostic) bool {
	if s.at(d.Span) {
		return true
	}
	for _, r := range d.Related {
		if s.at(r.Span) {
			return true
		}
	}
	return false
}

// at reports whether the place is one that was asked for.
func (s *selection) at(place report.Span) bool {
	if place.File == nil {
		return false
	}
	if s.change == nil {
		return s.asked == nil || s.asked[place.File.Name]
	}
	path := filepath.FromSlash(place.File.Name)
	if !filepath.IsAbs(path) {
		path = filepath.Join(s.dir, path)
	}
	return s.change.Touches(s.inChange(path), place)
}
