package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"orrery/internal/app"
	"orrery/internal/testkit"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"orrery": main}) }

// TestScripts runs the real program as a person would type it. The scripts lie with
// the command line that they test.
func TestScripts(t *testing.T) { runScripts(t, "script", nil) }

// TestScriptsOnPostgres does on PostgreSQL what a team would.
func TestScriptsOnPostgres(t *testing.T) { runScripts(t, "postgres", testkit.Postgres) }

// runScripts runs the scripts of one folder, beside each other. database (may be nil) makes the ledger of each: what one
// script writes must not change what another finds.
func runScripts(t *testing.T, folder string, database func(testing.TB) string) {
	t.Helper()
	root := testkit.Repo(t)
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join(root, "internal", "cli", "testdata", folder),
		Setup: func(env *testscript.Env) error {
			port, err := freePair()
			if err != nil {
				return err
			}
			env.Setenv("PORT", strconv.Itoa(port))
			env.Setenv("NEXTPORT", strconv.Itoa(port+1))
			env.Setenv("BALKANS", filepath.Join(root, "casebook", "testdata", "balkans"))
			env.Setenv("CI", "true") // no script opens a browser
			if database != nil {
				env.Setenv("ORRERY_POSTGRES", database(t))
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"get":        get,
			"copyall":    copyAll,
			"samecounts": sameCounts,
			"because":    because,
			"terminate":  terminate,
			"damage":     damage,
		},
	})
}

// freePair finds two neighbouring ports that are free at this moment.
func freePair() (int, error) {
	for range 50 {
		first, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return 0, err
		}
		port := first.Addr().(*net.TCPAddr).Port
		second, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port+1))
		first.Close()
		if err == nil {
			return port, second.Close()
		}
	}
	return 0, fmt.Errorf("found no two neighbouring free ports")
}

// get URL prints status, headers and body of an answer; it waits up to 20 seconds
// for somebody to listen. A Host may follow.
func get(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: get URL [HOST]")
	}
	r, err := http.NewRequest(http.MethodGet, args[0], nil)
	ts.Check(err)
	if len(args) == 2 {
		r.Host = args[1]
	}
	var answer *http.Response
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if answer, err = http.DefaultClient.Do(r); err == nil || time.Now().After(end) {
			break
		}
	}
	ts.Check(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	ts.Check(err)
	fmt.Fprintf(ts.Stderr(), "%s\n", answer.Status)
	ts.Check(answer.Header.Write(ts.Stderr()))
	ts.Stdout().Write(body)
}

// copyall FROM TO copies the files of a folder.
func copyAll(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: copyall FROM TO")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

// samecounts CLI.json API.json CLI.txt: the two JSON answers are one, and the table
// shows each of their counts.
func sameCounts(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 || neg {
		ts.Fatalf("usage: samecounts CLI.json API.json CLI.txt")
	}
	var fromCLI, fromAPI app.LitmusView
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &fromCLI))
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &fromAPI))
	if diff := cmp.Diff(fromCLI, fromAPI); diff != "" {
		ts.Fatalf("command line and API differ:\n%s", diff)
	}
	if len(fromAPI.Counts) == 0 || len(fromAPI.Expected) == 0 {
		ts.Fatalf("there is nothing to compare: %d counts, %d expected", len(fromAPI.Counts), len(fromAPI.Expected))
	}
	table, sum := ts.ReadFile(args[2]), int64(0)
	for _, f := range fromAPI.Counts {
		sum += f.N
		line := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(f.Label) + ` +` + strconv.FormatInt(f.N, 10) + `( |$)`)
		if !line.MatchString(table) {
			ts.Fatalf("the table does not say %q %d:\n%s", f.Label, f.N, table)
		}
	}
	if sum != int64(len(fromAPI.Expected)) {
		ts.Fatalf("the counts add up to %d and %d are expected", sum, len(fromAPI.Expected))
	}
	if said := strings.Join(strings.Fields(fromAPI.Sentence.String()), " "); !strings.Contains(strings.Join(strings.Fields(table), " "), said) {
		ts.Fatalf("the table does not say the sentence %q:\n%s", said, table)
	}
}

// because VIEW.json NAME puts the trace of the count of that name into $TRACE.
func because(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: because VIEW.json NAME")
	}
	var v app.LitmusView
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &v))
	for _, f := range v.Counts {
		if f.Name == args[1] {
			ts.Setenv("TRACE", f.Trace)
			ts.Setenv("N", strconv.FormatInt(f.N, 10))
			return
		}
	}
	ts.Fatalf("there is no count %q among %v", args[1], v.Counts)
}

// terminate sends SIGTERM, as a service manager does, to what was started last.
func terminate(ts *testscript.TestScript, neg bool, args []string) {
	running := ts.BackgroundCmds()
	if neg || len(args) > 0 || len(running) == 0 {
		ts.Fatalf("usage: terminate, after something was started in the background")
	}
	ts.Check(running[len(running)-1].Process.Signal(syscall.SIGTERM))
}

// damage FILE.zip MEMBER... packs members of the same name and breaks the bytes of the second.
func damage(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: damage FILE.zip MEMBER MEMBER...")
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range args[1:] {
		w, err := z.Create(name)
		ts.Check(err)
		_, err = io.WriteString(w, ts.ReadFile(name))
		ts.Check(err)
	}
	ts.Check(z.Close())
	raw := out.Bytes()
	copy(raw[bytes.Index(raw, []byte(args[2]))+len(args[2])+1:], "\xff\xff\xff\xff\xff\xff")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), raw, 0o600))
}
