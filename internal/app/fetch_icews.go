package app

import (
	"context"

	"orrery/internal/dataset/icews"
)

// FetchICEWS brings files of ICEWS from its Dataverse into a folder; nothing is imported. Each is held against the publisher's MD5 where one can be, a
// download that broke off goes on, and what is at hand is not asked for again. Errors are the fetch package's, NotFound when no file is what was
// asked for, Unreachable when the list or a file is not what it should be.
func (a *App) FetchICEWS(ctx context.Context, q DataverseFetch) (ReportsFetch, error) {
	source, err := icews.Source()
	if err != nil {
		return ReportsFetch{}, err
	}
	return a.fetchDataverse(ctx, source, icewsDOI, q)
}
