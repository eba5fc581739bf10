package rules

import (
	"fmt"
	"slices"

	"github.com/gouji-lint/gouji/report"
)

// slip says what slip of the pen makes actual of expected.
func slip(expected, actual report.Number) Message {
	a, b := []byte(actual.String()), []byte(expected.String())
	ten := report.Int(10)
	switch {
	case actual.IsZero() || expected.IsZero():
	case actual.Mul(ten).Equal(expected), expected.Mul(ten).Equal(actual):
		return Message{"两数相差十倍，可能多写或少写了一个 0", "one figure is ten times the other: a 0 may be missing or too many"}
	case len(a) == len(b):
		slices.Sort(a)
		slices.Sort(b)
		if slices.Equal(a, b) {
			return Message{"两数的数字相同而次序不同，可能写颠倒了", "both figures have the same digits: two may have changed places"}
		}
	}
	return Message{}
}

// hint says what may lie behind equations that fail.
func (s *sheet) hint(broken []int) Message {
	if len(broken) == 2 && s.cancel(broken[:1], broken[1:]) {
		return Message{"两处一多一少，差额相同，可能有一个数填错了位置", "one is too large by what the other is too small: a figure may stand in the wrong place"}
	}
	return s.operandHint(&s.equations[broken[0]])
}

// operandHint says which figures of an equation are as large as what it is off
// by.
func (s *sheet) operandHint(q *equation) Message {
	off := abs(q.residual)
	if len(q.left) != 1 || s.sum(q.right).IsZero() || s.value(q.left[0]).IsZero() {
		return Message{}
	}
	count, countEN := "漏计", "left out"
	if q.residual.Sign() < 0 {
		count, countEN = "重复计入", "counted twice"
	}
	zh, en := "", ""
	for _, v := range q.right {
		if s.value(v).Equal(off) {
			zh += "「" + s.operandName(q, v) + "」"
			en += s.operandName(q, v) + " "
		}
	}
	var m Message
	if zh != "" {
		m = Message{
			fmt.Sprintf("差额 %s 与%s的数相同，可能%s", off, zh, count),
			fmt.Sprintf("the difference %s equals %s, which may have been %s", off, en[:len(en)-1], countEN),
		}
	}
	if s.isSupported(q) {
		m.ZH = both(fmt.Sprintf("「%s」与其他各行相符，各项更可能有误", s.rowName(q.left[0])), m.ZH, "；")
		m.EN = both(fmt.Sprintf("%s agrees with the other rows, so its parts are more likely wrong", s.rowName(q.left[0])), m.EN, "; ")
	}
	return m
}

// isSupported reports whether the total of q satisfies another equation of its
// column, so that it is rather right.
func (s *sheet) isSupported(q *equation) bool {
	for i := range s.equations {
		o := &s.equations[i]
		if o.Identity != q.Identity && o.Identity.Over == q.Identity.Over && o.holds() && s.sign(i, q.left[0]) != 0 {
			return true
		}
	}
	return false
}
