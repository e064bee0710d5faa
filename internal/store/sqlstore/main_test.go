package sqlstore

import (
	"testing"

	"orrery/internal/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m) }
