package testkit

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"syscall"
)

// findPostgres returns the folder of the newest PostgreSQL server programs: Debian's place first, then PATH.
func findPostgres() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil {
		return "", err
	}
	version := func(path string) int {
		n, _ := strconv.Atoi(strings.Split(path, "/")[4]) // a folder that is not a number comes last
		return n
	}
	sort.Slice(found, func(i, j int) bool { return version(found[i]) > version(found[j]) })
	if len(found) > 0 {
		return filepath.Dir(found[0]), nil
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(path), nil
		}
	}
	return "", errors.New("no initdb in /usr/lib/postgresql/*/bin or in PATH.\n" +
		"Install it with `make setup` (or `apt-get install postgresql`), or set " + postgresEnv +
		" to the DSN of a server on which you may create databases")
}

// identity is the account that PostgreSQL runs as. It refuses to run as root, so root hands it to the account that
// the Debian package made, or to nobody.
type identity struct {
	credential *syscall.Credential // nil: stay who we are
	uid, gid   int
}

func unprivileged() (identity, error) {
	if os.Geteuid() != 0 {
		return identity{uid: os.Geteuid(), gid: os.Getegid()}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err1 := strconv.Atoi(u.Uid)
		gid, err2 := strconv.Atoi(u.Gid)
		if err := errors.Join(err1, err2); err != nil {
			return identity{}, err
		}
		return identity{&syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, uid, gid}, nil
	}
	return identity{}, errors.New("running as root, and there is neither a user postgres nor nobody to run the server as")
}

// tempDir makes an empty folder that belongs to the account. The parent must be open to it too: TMPDIR is often a
// private folder of root's, in which the account would not even find its own.
func (id identity) tempDir() (string, error) {
	for _, parent := range []string{os.TempDir(), "/tmp", "/var/tmp", "/dev/shm"} {
		if id.credential != nil && !openToAll(parent) {
			continue
		}
		dir, err := os.MkdirTemp(parent, "orrery-pg-")
		if err != nil {
			continue
		}
		if err := os.Chown(dir, id.uid, id.gid); err != nil {
			os.RemoveAll(dir)
			return "", err
		}
		return dir, nil
	}
	return "", errors.New("no temporary folder that another account can reach: set TMPDIR to one")
}

// openToAll says whether every folder on the way to path may be entered by anyone.
func openToAll(path string) bool {
	for {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm()&0o001 == 0 {
			return false
		}
		if path == filepath.Dir(path) {
			return true
		}
		path = filepath.Dir(path)
	}
}

// initialise makes the cluster's files in dir/data with one superuser, postgres, and its password. The locale is
// C.UTF-8: sorted by bytes like SQLite, yet it knows the letters of every script, which full text search needs.
func (id identity) initialise(bin, dir, password string) error {
	secret := filepath.Join(dir, "password")
	if err := os.WriteFile(secret, []byte(password), 0o600); err != nil {
		return err
	}
	if err := os.Chown(secret, id.uid, id.gid); err != nil {
		return err
	}
	cmd := exec.Command(filepath.Join(bin, "initdb"), "-D", filepath.Join(dir, "data"), "--username=postgres", "--pwfile="+secret,
		"--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: id.credential}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w; it said:\n%s", err, out)
	}
	return nil
}
