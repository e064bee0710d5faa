package testkit

import (
	"fmt"
	"os"
	"testing"
)

// Main runs a package's tests, then stops the PostgreSQL that they may have started and waits until it is gone.
// Packages that call [Postgres] say
//
//	func TestMain(m *testing.M) { testkit.Main(m) }
//
// A package without it leaks nothing either (the server ends with the test process), it only does not wait.
func Main(m *testing.M, opts ...Option) {
	server.configure(opts)
	code := m.Run()
	if err := server.stop(); err != nil {
		fmt.Fprintln(os.Stderr, "stopping the test PostgreSQL:", err)
		if code == 0 {
			code = 1
		}
	}
	os.Exit(code)
}
