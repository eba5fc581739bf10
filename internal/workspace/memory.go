package workspace

import (
	"os"
	"slices"
	"sync"
	"time"

	"github.com/gouji-lint/gouji/internal/config"
)

// Memory keeps what came of each file from one run to the next, for as long
// as nothing has changed but a few texts. Runs that share it have the same
// rules, library and project, and do not run at the same time.
type Memory struct {
	lists *ruleLists

	mutex sync.Mutex
	kept  map[string]memory // by path
	round int
}

// NewMemory returns a memory of nothing.
func NewMemory() *Memory { return &Memory{kept: map[string]memory{}} }

// memory is what came of one file.
type memory struct {
	look    look
	context bool
	config  *config.Config
	state   state
	round   int // in which the state was last looked at
}

// state tells a text from what it was before.
type state struct {
	text     string // one that stands in for the file
	size     int64
	modified time.Time
}

// Refresh has the next run ask the disk which files have changed. Until then
// those that are known are taken to be as they were.
func (m *Memory) Refresh() {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.round++
}

// Knows reports whether something is kept of a file.
func (m *Memory) Knows(path string) bool {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	_, ok := m.kept[path]
	return ok
}

// recall returns what came of a file, if it is as it was; and else the state
// to keep its look with.
func (m *Memory) recall(f *File, at *place, texts map[string]string) (look, state, bool) {
	if m == nil {
		return look{}, state{}, false
	}
	m.mutex.Lock()
	known, ok := m.kept[f.Path]
	round := m.round
	m.mutex.Unlock()
	text, open := texts[f.Path]
	ok = ok && known.context == f.Context && known.config == at.config
	if ok && !open && known.state.text == "" && known.round == round {
		return known.look.again(), known.state, true
	}
	now := state{text: text}
	if !open {
		now = stateOf(f.Path)
	}
	if !ok || now != known.state {
		return look{}, now, false
	}
	known.round = round
	m.put(f.Path, known)
	return known.look.again(), now, true
}

// keep remembers what came of a file. A failure is not kept.
func (m *Memory) keep(f *File, at *place, s state, l look) {
	if m == nil || l.kind == failed {
		return
	}
	m.mutex.Lock()
	round := m.round
	m.mutex.Unlock()
	m.put(f.Path, memory{look: l.again(), context: f.Context, config: at.config, state: s, round: round})
}

func (m *Memory) put(path string, known memory) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.kept[path] = known
}

// stateOf asks the disk. A file that is gone is in no state that another has.
func stateOf(path string) state {
	info, err := os.Stat(path)
	if err != nil {
		return state{size: -1, modified: time.Now()}
	}
	return state{size: info.Size(), modified: info.ModTime()}
}

// again returns a copy that comparing and finishing may change.
func (l look) again() look {
	if l.result == nil {
		return l
	}
	result := *l.result
	result.Diagnostics = slices.Clone(result.Diagnostics)
	result.Skipped = slices.Clone(result.Skipped)
	result.Directives = slices.Clone(result.Directives)
	l.result = &result
	return l
}
