package testkit

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Option changes how the throw-away PostgreSQL runs; it has no effect on a server named by the environment.
type Option func(*cluster)

// NoSync lets PostgreSQL answer before its data is on disk: faster, and wrong for any test about durability.
func NoSync(c *cluster) { c.fsync = "off" }

// server is the one PostgreSQL of this test process. It is a package variable because the process is its scope:
// starting one for every test would cost two seconds each.
var server = cluster{fsync: "on"}

// cluster is a PostgreSQL started from nothing in a temporary folder.
type cluster struct {
	mu    sync.Mutex
	fsync string

	dsn     string
	err     error
	leash   *os.File      // the server lives while this end of the pipe is open
	stopped chan struct{} // closed when the server process has ended
}

func (c *cluster) configure(opts []Option) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, o := range opts {
		o(c)
	}
}

// start returns the DSN of the running server and starts it on the first call. A failure is final: every later
// test gets the same error at once instead of waiting for it again.
func (c *cluster) start() (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.dsn == "" && c.err == nil {
		c.dsn, c.err = c.launch()
	}
	return c.dsn, c.err
}

// stop ends the server, if one was started, and waits up to 20 seconds for it.
func (c *cluster) stop() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.leash == nil {
		return nil
	}
	c.leash.Close()
	select {
	case <-c.stopped:
		return nil
	case <-time.After(20 * time.Second):
		return errors.New("it did not end within 20 seconds")
	}
}

// supervise becomes the server. Its background half holds the reading end of the leash: when the test process ends,
// for whatever reason and even by SIGKILL, the pipe closes, the server is stopped and its folder removed. It waits
// for the server's own lock file to go, not for the process: an orphan may stay a zombie where nobody reaps it.
// Arguments: folder, program and its arguments.
const supervise = `dir=$1; shift
( cat <&3 >/dev/null; kill -INT $$
  for i in $(seq 200); do [ -e "$dir/data/postmaster.pid" ] || break; sleep 0.05; done
  rm -rf "$dir" ) &
exec "$@" 3<&-`

// launch makes and starts a server. The port that it picks is free at that moment and may be taken a moment later,
// so a start that fails is tried once more, from nothing.
func (c *cluster) launch() (string, error) {
	bin, err := findPostgres()
	if err != nil {
		return "", err
	}
	as, err := unprivileged()
	if err != nil {
		return "", err
	}
	dsn, err := c.attempt(as, bin)
	if err != nil {
		dsn, err = c.attempt(as, bin)
	}
	return dsn, err
}

func (c *cluster) attempt(as identity, bin string) (string, error) {
	dir, err := as.tempDir()
	if err != nil {
		return "", err
	}
	password := randomHex(16)
	if err := as.initialise(bin, dir, password); err != nil {
		os.RemoveAll(dir)
		return "", err
	}
	port, err := freePort()
	if err != nil {
		return "", err
	}
	dsn := fmt.Sprintf("postgres://postgres:%s@127.0.0.1:%d/postgres?sslmode=disable", password, port)
	return dsn, c.serve(as, bin, dir, port, dsn)
}

// serve starts the server and returns when it answers.
func (c *cluster) serve(as identity, bin, dir string, port int, dsn string) error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	defer read.Close()
	log, err := os.CreateTemp("", "orrery-pg-*.log")
	if err != nil {
		return err
	}
	defer log.Close()
	defer os.Remove(log.Name())

	cmd := exec.Command("/bin/sh", "-c", supervise, "sh", dir, filepath.Join(bin, "postgres"), "-D", filepath.Join(dir, "data"),
		"-c", "listen_addresses=127.0.0.1", "-c", fmt.Sprintf("port=%d", port), "-c", "unix_socket_directories=",
		"-c", "fsync="+c.fsync, "-c", "max_connections=60", "-c", "shared_buffers=64MB")
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, log, log
	cmd.ExtraFiles = []*os.File{read}
	// A process group of its own: Ctrl-C must reach the tests only, so that the leash can tidy up after them.
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: as.credential, Setpgid: true}
	if err := cmd.Start(); err != nil {
		write.Close()
		return err
	}
	stopped := make(chan struct{})
	var ended error // read only after stopped is closed
	go func() { ended = cmd.Wait(); close(stopped) }()

	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		select {
		case <-stopped:
			text, _ := os.ReadFile(log.Name())
			write.Close()
			return fmt.Errorf("the server ended at once (%v); it said:\n%s", ended, text)
		default:
		}
		if answers(dsn) {
			c.leash, c.stopped = write, stopped
			return nil
		}
	}
	text, _ := os.ReadFile(log.Name())
	write.Close()
	return fmt.Errorf("the server did not answer within 30 seconds; it said:\n%s", text)
}

func answers(dsn string) bool {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return false
	}
	return conn.Close(ctx) == nil
}

// freePort asks the system for a loopback port that nothing uses at this moment.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
