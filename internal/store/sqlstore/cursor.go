package sqlstore

import (
	"encoding/base64"
	"fmt"
	"math"
	"strconv"
	"strings"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
)

// cursor is the last row of a page: the next page begins after it, whatever was written in between.
type cursor struct {
	set      bool
	order    store.Order
	day, seq int64
}

func cursorAt(r gen.Revision, order store.Order) cursor {
	return cursor{true, order, r.DayFirst, r.Seq}
}

func (c cursor) String() string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%d.%d.%d", c.order, c.day, c.seq))
}

func cursorOf(s string, order store.Order) (cursor, error) {
	if s == "" {
		return cursor{}, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return cursor{}, store.ErrCursor
	}
	var n [3]int64
	fields := strings.Split(string(b), ".")
	if len(fields) != len(n) {
		return cursor{}, store.ErrCursor
	}
	for i, field := range fields {
		if n[i], err = strconv.ParseInt(field, 10, 64); err != nil {
			return cursor{}, store.ErrCursor
		}
	}
	if store.Order(n[0]) != order || n[1] < math.MinInt32 || n[1] > math.MaxInt32 || n[2] < 0 {
		return cursor{}, store.ErrCursor
	}
	return cursor{true, order, n[1], n[2]}, nil
}
