package app

import (
	"crypto/md5" //nolint:gosec // the publishers' own checksum against damage; SHA-256 is kept beside it
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// verify holds what has arrived against the publisher's MD5. A file that has another is put aside as FILE.wrong, so that it is neither imported by
// mistake nor taken for the beginning of the right one.
func (d *download) verify() error {
	if d.md5 == "" {
		return nil
	}
	sum, err := md5Of(d.part())
	if err != nil {
		return err
	}
	if sum == d.md5 {
		d.note.MD5 = sum
		return nil
	}
	aside := d.file + ".wrong"
	if err := os.Rename(d.part(), aside); err != nil {
		return err
	}
	if err := os.Remove(d.part() + ".json"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return &Error{Code: Unreachable, Field: "url", Text: fmt.Sprintf("%s is not the publisher's file: its MD5 is %s and should be %s", d.url, sum, d.md5),
		Do: "it was put aside as " + filepath.Base(aside) + " and is not used; run the same command again, which downloads it anew"}
}

func md5Of(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := md5.New() //nolint:gosec // as above
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
