package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"orrery/internal/cli"
	"orrery/internal/store"
	"orrery/internal/store/sqlstore"
)

// restore puts a backup where the ledger is and says what it did.
func restore(ctx context.Context, p cli.Program, at cli.Place, backup string, force bool) (string, error) {
	if at.ReadOnly {
		return "", store.ErrReadOnly
	}
	from := p.Stdin
	if backup != "-" {
		f, err := os.Open(backup)
		if err != nil {
			return "", fmt.Errorf("%w; name a file that `orrery backup` wrote", err)
		}
		defer f.Close()
		from = f
	}
	target, err := engine(p, at)
	if err != nil {
		return "", err
	}
	done, err := sqlstore.Restore(ctx, from, target, force)
	switch {
	case errors.Is(err, store.ErrNotEmpty):
		return "", fmt.Errorf("%w; to replace it (a copy is taken first) add --force", err)
	case err != nil:
		return "", fmt.Errorf("restore %s: %w", backup, err)
	case done.Unchanged:
		return "The ledger is the one in the backup: nothing was changed.", nil
	}
	said := fmt.Sprintf("Restored %d revisions, %d snapshots and texts.", done.Revisions, done.Blobs)
	if done.Copy != "" {
		said += " The ledger that was there is kept in " + done.Copy + "."
	}
	return said, nil
}
