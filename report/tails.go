package report

// NumeralSigns are the characters of three bytes that numbers are written with.
const NumeralSigns = "０１２３４５６７８９〇零○◯一二三四五六七八九两廿卅十百千万亿"

// Tails is a set of characters of three bytes, told by the last two of them:
// nearly all of Chinese begins with one of six bytes. What does not fit is not
// in the set, and is passed over at a glance; what fits may be another
// character.
type Tails [64]uint64

// TailsOf returns the set of some characters of three bytes.
func TailsOf(characters string) (t Tails) {
	for _, r := range characters {
		t.Add(r)
	}
	return t
}

// Add adds a character.
func (t *Tails) Add(r rune) { t[r>>6&63] |= 1 << (r & 63) }

// Has reports whether a character with these last bytes may be in the set.
func (t *Tails) Has(second, third byte) bool { return t[second&63]&(1<<(third&63)) != 0 }
