package cli

import (
	"errors"
	"testing"
)

func TestABrowserOpensOnlyWhereThereIsAScreen(t *testing.T) {
	found := func(string) (string, error) { return "/usr/bin/xdg-open", nil }
	missing := func(string) (string, error) { return "", errors.New("not in PATH") }
	for _, c := range []struct {
		name string
		env  map[string]string
		look func(string) (string, error)
		want string
	}{
		{"a desktop", map[string]string{"DISPLAY": ":0"}, found, "/usr/bin/xdg-open"},
		{"a Wayland desktop", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, found, "/usr/bin/xdg-open"},
		{"a server", nil, found, ""},
		{"a desktop without xdg-open", map[string]string{"DISPLAY": ":0"}, missing, ""},
		{"CI with a virtual screen", map[string]string{"DISPLAY": ":99", "CI": "true"}, found, ""},
	} {
		if got := browser(func(k string) string { return c.env[k] }, c.look); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
