// Package house holds the tests of how the house is built: who may import
// whom, and what may stand in it.
package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

const (
	root   = "../.."
	module = "github.com/gouji-lint/gouji"
)

// room is what a package may import beside the standard library: other rooms,
// and other modules.
type room struct{ rooms, modules []string }

// rooms is the picture of the house: the arrows go one way, downward. Only the
// command is let into internal, whose rooms may use all of those below it.
func rooms() map[string]room {
	return map[string]room{
		".":        {rooms: []string{"rules", "internal/cli"}},
		"report":   {},
		"profile":  {rooms: []string{"report", "profile/internal/quicktoml"}, modules: []string{"github.com/BurntSushi/toml"}},
		"parser":   {rooms: []string{"report"}, modules: []string{"github.com/yuin/goldmark", "golang.org/x/net", "golang.org/x/text", "github.com/BurntSushi/toml", "go.yaml.in/yaml/v3"}},
		"rules":    {rooms: []string{"report", "profile"}},
		"reporter": {rooms: []string{"report", "rules"}, modules: []string{"github.com/clipperhouse/displaywidth"}},
		"testdata": {},

		"profile/internal/quicktoml": {},

		"examples/ownrule": {rooms: []string{"report", "profile", "rules"}, modules: []string{module}},
	}
}

// inner are the modules that only the parser knows: Markdown and HTML must
// not leak into a rule.
func inner() []string { return []string{"github.com/yuin/goldmark", "golang.org/x/net"} }

// provers are the rooms that prove the others, and are no part of the tool.
func provers() []string {
	return []string{"testdata", "internal/mutation", "internal/ruletest", "internal/scale", "internal/shape"}
}

func TestArrowsGoOneWay(t *testing.T) {
	for _, f := range sources(t) {
		dir := path.Dir(f.name)
		allowed, listed := rooms()[dir]
		free := strings.HasPrefix(dir, "internal/") || strings.HasPrefix(dir, "cmd/")
		if !listed && !free {
			t.Errorf("%s: %s is a new room; put it into the picture in this test", f.name, dir)
			continue
		}
		for _, spec := range f.syntax.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if why := forbidden(dir, imported, allowed, free); why != "" {
				t.Errorf("%s imports %s: %s", f.name, imported, why)
			}
		}
	}
}

// forbidden says why dir must not import a package, "" when it may.
func forbidden(dir, imported string, allowed room, free bool) string {
	own, isOwn := strings.CutPrefix(imported, module+"/")
	within := func(module string) bool { return imported == module || strings.HasPrefix(imported, module+"/") }
	switch {
	case isOwn && own == "internal/cli" && dir != ".":
		return "nobody imports the command"
	case isOwn && slices.Contains(provers(), own) && !slices.Contains(provers(), dir):
		return "what proves the tool is no part of it"
	case isOwn && !free && !slices.Contains(allowed.rooms, own):
		return "that is no arrow of the picture"
	case isOwn:
		return ""
	case !strings.Contains(strings.Split(imported, "/")[0], "."):
		return "" // the standard library
	case dir == "internal/importer" && within("golang.org/x/net"):
		return "" // web pages become reports there
	case free && slices.ContainsFunc(inner(), within):
		return "only the parser knows Markdown and HTML"
	case !free && !slices.ContainsFunc(allowed.modules, within):
		return "that module is not for this room"
	}
	return ""
}

// There is no init, nothing is compiled before it is needed, and no name
// says nothing.
func TestHouseRules(t *testing.T) {
	for _, f := range sources(t) {
		if slices.Contains([]string{"util", "utils", "common", "core", "helpers"}, f.syntax.Name.Name) {
			t.Errorf("%s: package %s says nothing", f.name, f.syntax.Name.Name)
		}
		for _, d := range f.syntax.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == "init" {
					t.Errorf("%s: no init", f.name)
				}
			case *ast.GenDecl:
				if d.Tok == token.VAR && compiles(d) {
					t.Errorf("%s: a regular expression of a package is compiled at every start", f.name)
				}
			}
		}
	}
}

// compiles reports whether a declaration calls regexp.MustCompile outside a
// function.
func compiles(d *ast.GenDecl) (found bool) {
	ast.Inspect(d, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		s, ok := n.(*ast.SelectorExpr)
		found = found || ok && strings.HasPrefix(s.Sel.Name, "MustCompile")
		return true
	})
	return found
}

// A name with any other character makes every version of the module that has
// the file impossible to download: go install PATH@latest fails for all.
// Odd names live inside txtar files.
func TestFileNamesFitIntoAModule(t *testing.T) {
	seen := map[string]string{}
	for _, name := range files(t) {
		if other, ok := seen[strings.ToLower(name)]; ok {
			t.Errorf("%s and %s are one file where case does not count", name, other)
		}
		seen[strings.ToLower(name)] = name
		for _, r := range name {
			if r != '/' && !fits(r) {
				t.Errorf("%s: a module cannot have a file with %q in its name", name, r)
			}
		}
	}
}

// fits is what golang.org/x/mod/module allows in a path: ASCII but for
// some that mean something to a shell or to Windows, and letters.
func fits(r rune) bool {
	if r < unicode.MaxASCII {
		return r >= ' ' && !strings.ContainsRune("\"'*<>?`|/\\:;", r)
	}
	return unicode.IsLetter(r)
}

// A dependency says in the README what it is for, and goes when nothing needs
// it any more.
func TestModulesAreExplained(t *testing.T) {
	readme := read(t, "README.md")
	used := map[string]bool{}
	for _, name := range files(t) {
		if !strings.HasSuffix(name, ".go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			used[imported] = true
		}
	}
	for _, m := range required(t) {
		imported := false
		for path := range used {
			imported = imported || path == m || strings.HasPrefix(path, m+"/")
		}
		if explained := strings.Contains(readme, m); imported != explained {
			t.Errorf("%s: imported %t, in the table of README.md %t", m, imported, explained)
		}
	}
}

// required returns the modules of go.mod.
func required(t *testing.T) (modules []string) {
	t.Helper()
	for _, line := range strings.Split(read(t, "go.mod"), "\n") {
		if fields := strings.Fields(line); strings.HasPrefix(line, "\t") && len(fields) > 1 {
			modules = append(modules, fields[0])
		}
	}
	if len(modules) < 5 {
		t.Fatalf("go.mod requires only %v", modules)
	}
	return modules
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// source is a Go file that is no test.
type source struct {
	name   string
	syntax *ast.File
}

func sources(t *testing.T) (all []source) {
	t.Helper()
	set := token.NewFileSet()
	for _, name := range files(t) {
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		syntax, err := parser.ParseFile(set, filepath.Join(root, name), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, source{name, syntax})
	}
	if len(all) < 20 {
		t.Fatalf("only %d Go files: this test does not look at the module", len(all))
	}
	return all
}

// files returns the files of the module; slashes, from the root.
func files(t *testing.T) (names []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, p)
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || name == filepath.Join(".ci", "bin") || name == filepath.Join(".ci", "node_modules")):
			return fs.SkipDir
		case !d.IsDir():
			names = append(names, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
