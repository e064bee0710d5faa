package app

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var md5Hex = regexp.MustCompile(`^[0-9a-f]{32}$`)

// listLine reads a line of GDELT's list: size, MD5 and address. The time is zero for every line that is no file of events in English, also for the
// unfinished lines that the list has (some name no address). An address on the list's own host is asked for by the list's own scheme; one of
// another host is refused.
func listLine(line, list string) (one offered, at time.Time, err error) {
	cells := strings.Fields(line)
	if len(cells) != 3 {
		if len(cells) > 3 || strings.Contains(line, "<") {
			return one, at, fmt.Errorf("this is no line of a list of files")
		}
		return one, at, nil
	}
	name := path.Base(cells[2])
	at, ok := quarter(name)
	if !ok {
		return one, time.Time{}, nil
	}
	bytes, err := strconv.ParseInt(cells[0], 10, 64)
	if err != nil || bytes < 0 {
		return one, time.Time{}, fmt.Errorf("%q is no size of a file", cells[0])
	}
	sum := strings.ToLower(cells[1])
	if !md5Hex.MatchString(sum) {
		return one, time.Time{}, fmt.Errorf("%q is no MD5", cells[1])
	}
	of, err := url.Parse(list)
	if err != nil {
		return one, time.Time{}, fmt.Errorf("the list's address: %w", err)
	}
	to, err := url.Parse(cells[2])
	if err != nil || to.Hostname() != of.Hostname() || to.User != nil {
		return one, time.Time{}, fmt.Errorf("the address of %s is not on the list's own host", name)
	}
	to.Scheme, to.Host = of.Scheme, of.Host
	return offered{OfferedFile{Name: name, Bytes: bytes, MD5: sum}, to.String()}, at, nil
}
