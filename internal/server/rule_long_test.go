package server

import (
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
)

// A run may take longer than other requests: the deadline of an answer does not end it.
func TestALongRunIsNotCutOff(t *testing.T) {
	s := siteOf(t, filepath.Join(t.TempDir(), "ledger.db"), filepath.Join("casebook", "postsoviet"))
	web := httptest.NewUnstartedServer(nil)
	web.Config.Handler = s.server.Handler(web.Listener.Addr().(*net.TCPAddr).Port)
	const most = 5 * time.Millisecond
	web.Config.WriteTimeout = most
	web.Start()
	defer web.Close()
	at := "/api/v1/rules/threats-after-eu-nato-step"
	begin := time.Now()
	answer, err := http.Post(web.URL+at+"/runs", "application/json", strings.NewReader(`{"seed":1}`))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if took := time.Since(begin); answer.StatusCode != http.StatusCreated || took < most {
		t.Errorf("%s after %s, want 201 after longer than the deadline", answer.Status, took)
	}
	if page := view[app.RulePage](t, s.get(at), http.StatusOK); page.Run == nil {
		t.Error("the run was not kept")
	}
}
