package app

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"strings"
)

// downloadNote is what stands beside a file. Bytes and SHA256 of a part are those of the whole file, where they are known.
type downloadNote struct {
	URL          string `json:"url"`
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"last_modified,omitempty"`
	Bytes        int64  `json:"bytes"`
	SHA256       string `json:"sha256,omitempty"`
	MD5          string `json:"md5,omitempty"` // only when it is the one that the publisher gives
	Retrieved    string `json:"retrieved,omitempty"`
}

// validator is what tells a server which file a part is of; "" when nothing does for certain.
func (n downloadNote) validator() string {
	if n.ETag != "" && !strings.HasPrefix(n.ETag, "W/") {
		return n.ETag
	}
	return n.LastModified
}

func readNote(file string) (n downloadNote, err error) {
	b, err := os.ReadFile(file + ".json")
	if err != nil {
		return n, err
	}
	return n, json.Unmarshal(b, &n)
}

func writeNote(file string, n downloadNote) error {
	b, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file+".json", append(b, '\n'), 0o600)
}

// sizeOf is 0 for a file that is not there.
func sizeOf(file string) int64 {
	info, err := os.Stat(file)
	if err != nil {
		return 0
	}
	return info.Size()
}

func sumOf(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
