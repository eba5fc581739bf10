package lsp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

// The limits of what is read of a message. A report of the size that is
// checked at most takes some six megabytes in JSON.
const (
	mostHeader = 4 << 10
	mostBody   = 64 << 20
	// mostSkipped is how much of a message over the limit is passed over. One
	// that claims more than that has a wrong header.
	mostSkipped = 1 << 30
)

const (
	lengthHeader  = "Content-Length:"
	headerLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"
	noHeader      = "a message needs a header Content-Length with its size in bytes"
)

// stream reads and writes messages with their headers. A message that is too
// large or no JSON-RPC is answered with an error, and the next one is read.
type stream struct {
	in   *bufio.Reader
	lost func(bytes int64) // is told of a message that was passed over

	mutex sync.Mutex
	out   io.WriteCloser
}

func newStream(in io.Reader, out io.WriteCloser) *stream {
	return &stream{in: bufio.NewReaderSize(in, 64<<10), out: out, lost: func(int64) {}}
}

// Close implements jsonrpc2.ObjectStream.
func (s *stream) Close() error { return s.out.Close() }

// WriteObject implements jsonrpc2.ObjectStream.
func (s *stream) WriteObject(v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return s.write(body)
}

// write writes a message in one piece.
func (s *stream) write(body []byte) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	message := make([]byte, 0, len(body)+32)
	message = fmt.Appendf(message, "%s %d\r\n\r\n", lengthHeader, len(body))
	_, err := s.out.Write(append(message, body...))
	return err
}

// ReadObject implements jsonrpc2.ObjectStream.
func (s *stream) ReadObject(v any) error {
	for {
		body, err := s.body()
		if err != nil {
			return err
		}
		if body == nil {
			continue
		}
		id, problem := envelope(body)
		if problem == nil {
			if err := json.Unmarshal(body, v); err == nil {
				return nil
			}
			reflect.ValueOf(v).Elem().SetZero() // it may be half filled
			problem = &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "not a JSON-RPC message"}
		}
		if err := s.refuse(id, problem); err != nil {
			return err
		}
	}
}

// body reads one message. It returns nil for one that was passed over.
func (s *stream) body() ([]byte, error) {
	size, err := s.header()
	if err != nil {
		return nil, err
	}
	if size > mostBody {
		if _, err := io.CopyN(io.Discard, s.in, size); err != nil {
			return nil, err
		}
		s.lost(size)
		return nil, s.refuse(nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest,
			Message: fmt.Sprintf("a message of %d bytes was not read; at most %d are", size, mostBody)})
	}
	var body bytes.Buffer // grows with what comes, not with what was promised
	_, err = io.CopyN(&body, s.in, size)
	return body.Bytes(), err
}

// header reads up to the blank line before a message and returns the size of
// the message. What is no header is passed over with an answer that says so.
func (s *stream) header() (size int64, err error) {
	size = -1
	for begun, bad := false, false; ; {
		line, err := s.line()
		if err != nil {
			return 0, err
		}
		if line != "" {
			n, ok := lengthIn(line)
			if n >= 0 {
				size = n
			}
			begun, bad = true, bad || !ok
			continue
		}
		if begun && (bad || size < 0) {
			if err := s.refuse(nil, &jsonrpc2.Error{Code: jsonrpc2.CodeParseError, Message: noHeader}); err != nil {
				return 0, err
			}
		}
		if size >= 0 {
			return size, nil
		}
		begun, bad = false, false
	}
}

// line reads a line of a header, without its end; of a long one what may be
// a header at its end.
func (s *stream) line() (string, error) {
	var line []byte
	for {
		part, err := s.in.ReadSlice('\n')
		line = append(line, part...)
		line = line[max(0, len(line)-mostHeader):]
		switch {
		case err == nil:
			return strings.TrimRight(string(line), "\r\n"), nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return "", err
		}
	}
}

// lengthIn reads a line of a header: the size of the message, -1 when it does
// not say, and whether the line is right. What a broken message left over may
// stand before the header on its line.
func lengthIn(line string) (size int64, ok bool) {
	if at := strings.LastIndex(line, lengthHeader); at >= 0 {
		n, err := strconv.ParseInt(strings.TrimSpace(line[at+len(lengthHeader):]), 10, 64)
		if err != nil || n < 0 || n > mostSkipped {
			return -1, false
		}
		return n, at == 0
	}
	name, _, ok := strings.Cut(line, ":")
	return -1, ok && strings.Trim(name, headerLetters) == ""
}

// refuse answers a message that is none.
func (s *stream) refuse(id json.RawMessage, problem *jsonrpc2.Error) error {
	if id == nil {
		id = json.RawMessage("null")
	}
	body, err := json.Marshal(struct {
		Version string          `json:"jsonrpc"`
		ID      json.RawMessage `json:"id"`
		Error   *jsonrpc2.Error `json:"error"`
	}{"2.0", id, problem})
	if err != nil {
		return err
	}
	return s.write(body)
}

// envelope looks at a message from outside and says what keeps it from being
// one. The id is that of the request, nil when it has none.
func envelope(body []byte) (id json.RawMessage, problem *jsonrpc2.Error) {
	if !json.Valid(body) {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeParseError, Message: "not JSON"}
	}
	var m struct {
		ID     json.RawMessage `json:"id"`
		Method json.RawMessage `json:"method"`
	}
	invalid := func(why string) (json.RawMessage, *jsonrpc2.Error) {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: why}
	}
	if err := json.Unmarshal(body, &m); err != nil {
		return invalid("a message is one JSON object") // batches are not in the protocol
	}
	if m.ID != nil && !isID(m.ID) {
		return invalid("an id is a number that is not negative, or a string")
	}
	if m.Method != nil && m.Method[0] != '"' {
		_, problem = invalid("a method is a string")
		return m.ID, problem
	}
	return m.ID, nil
}

func isID(id json.RawMessage) bool {
	if id[0] == '"' || string(id) == "null" {
		return true
	}
	_, err := strconv.ParseInt(string(id), 10, 64)
	return err == nil && id[0] != '-'
}
