package ledger

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// ID is a ULID: 26 upper-case Crockford base-32 characters, of which the first 10
// are milliseconds since 1970 and the last 16 are chance. Ids sorted as text are
// sorted by time.
type ID string

const (
	idAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ" // no I, L, O, U
	idLength   = 26
	idTimePart = 10
	idMaxTime  = 1<<48 - 1 // milliseconds; the year 10889
)

// IDSource makes ids. Its methods are safe for concurrent use.
type IDSource struct {
	now     func() time.Time
	entropy io.Reader

	mu     sync.Mutex
	begun  bool
	millis int64
	chance [10]byte
}

// NewIDs makes a source of ids from a clock and a reader of random bytes
// (crypto/rand.Reader, or a seeded one in tests).
func NewIDs(now func() time.Time, entropy io.Reader) *IDSource {
	return &IDSource{now: now, entropy: entropy}
}

// Next returns an id greater than every id this source gave before, also within
// one millisecond and when the clock steps back. It panics if entropy fails, as
// crypto/rand does: ids made without chance could collide between ledgers.
func (s *IDSource) Next() ID {
	s.mu.Lock()
	defer s.mu.Unlock()
	millis := min(max(s.now().UnixMilli(), 0), idMaxTime)
	switch {
	case !s.begun || millis > s.millis:
		s.begun, s.millis = true, millis
		s.draw()
	case !s.increment(): // 2^80 ids in a millisecond: chance began near its top
		s.millis++
		s.draw()
	}
	return encodeID(s.millis, s.chance)
}

func (s *IDSource) draw() {
	if _, err := io.ReadFull(s.entropy, s.chance[:]); err != nil {
		panic(fmt.Sprintf("ledger: reading random bytes for an id: %v", err))
	}
}

// increment adds one to the chance part; false when it was at its top.
func (s *IDSource) increment() bool {
	for i := len(s.chance) - 1; i >= 0; i-- {
		s.chance[i]++
		if s.chance[i] != 0 {
			return true
		}
	}
	return false
}

func encodeID(millis int64, chance [10]byte) ID {
	var out [idLength]byte
	for i := idTimePart - 1; i >= 0; i-- {
		out[i] = idAlphabet[millis&31]
		millis >>= 5
	}
	// 10 bytes are 16 groups of 5 bits: two halves of 5 bytes and 8 groups each.
	for half := range 2 {
		var bits uint64
		for _, b := range chance[half*5 : half*5+5] {
			bits = bits<<8 | uint64(b)
		}
		for i := 7; i >= 0; i-- {
			out[idTimePart+half*8+i] = idAlphabet[bits&31]
			bits >>= 5
		}
	}
	return ID(out[:])
}

// ParseID reads an id, in upper or lower case, and returns it in upper case.
func ParseID(s string) (ID, error) {
	if len(s) != idLength {
		return "", fmt.Errorf("an id has %d characters and this has %d; copy the whole id", idLength, len(s))
	}
	upper := strings.ToUpper(s)
	if len(upper) != idLength { // a rune that changes length is not in the alphabet
		upper = s
	}
	for i := range idLength {
		if strings.IndexByte(idAlphabet, upper[i]) < 0 {
			return "", fmt.Errorf("id %q, column %d: only digits and letters other than I, L, O, U are used; copy the id again", s, i+1)
		}
	}
	if upper[0] > '7' {
		return "", fmt.Errorf("id %q, column 1: an id begins with 0 to 7; copy the id again", s)
	}
	return ID(upper), nil
}

// Valid reports whether id is a ULID in upper case.
func (id ID) Valid() bool {
	parsed, err := ParseID(string(id))
	return err == nil && parsed == id
}

// Time is when the id was made, in UTC, to the millisecond; the zero time if the
// id is not Valid.
func (id ID) Time() time.Time {
	if !id.Valid() {
		return time.Time{}
	}
	var millis int64
	for i := range idTimePart {
		millis = millis<<5 | int64(strings.IndexByte(idAlphabet, id[i]))
	}
	return time.UnixMilli(millis).UTC()
}
