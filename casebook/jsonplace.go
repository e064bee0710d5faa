package casebook

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// jsonPlaces returns the byte offset of every value of a JSON text by its path,
// "orrery.hubs.0.lat": encoding/json does not tell where a value stood.
func jsonPlaces(b []byte) map[string]int {
	places := map[string]int{}
	d := json.NewDecoder(bytes.NewReader(b))
	walkJSON(d, b, "", places)
	return places
}

func walkJSON(d *json.Decoder, b []byte, path string, places map[string]int) bool {
	start := int(d.InputOffset())
	for start < len(b) && strings.IndexByte(" \t\r\n:,", b[start]) >= 0 {
		start++
	}
	places[path] = start
	token, err := d.Token()
	if err != nil {
		return false
	}
	delim, ok := token.(json.Delim)
	if !ok {
		return true
	}
	for i := 0; d.More(); i++ {
		name := strconv.Itoa(i)
		if delim == '{' {
			key, err := d.Token()
			if err != nil {
				return false
			}
			name, _ = key.(string)
		}
		if !walkJSON(d, b, strings.TrimPrefix(path+"."+name, "."), places) {
			return false
		}
	}
	_, err = d.Token()
	return err == nil
}

// place returns where a path stands, or where the nearest enclosing value that is
// there stands, so that a missing value is shown where it belongs.
func place(places map[string]int, path string) int {
	for {
		if offset, ok := places[path]; ok {
			return offset
		}
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			return places[""]
		}
		path = path[:i]
	}
}
