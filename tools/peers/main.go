// Command peers times other software for English on the texts that Orrery's coder is timed on: the sentences and parts of speech of
// github.com/jdkato/prose, and the bare words of github.com/clipperhouse/uax29. `make bench` builds and runs it; it is a module of its
// own so that the program links none of it.
//
// It is not a judgement of quality: nothing that comes out is compared.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"syscall"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/jdkato/prose/v3"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

// run reads JSON strings, one a line, and prints what each peer took for all of them.
func run() error {
	var texts []string
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var text string
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			return err
		}
		texts = append(texts, text)
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if _, err := tagged("It reads its models when it is asked first."); err != nil {
		return err
	}
	out := json.NewEncoder(os.Stdout)
	for _, peer := range []struct {
		name string
		read func(string) (int, error)
	}{{"prose", tagged}, {"uax29", cut}} {
		pieces, least := 0, 0.0
		for range 2 { // the better of two: the first pays for what is read and grown once
			begin := used()
			pieces = 0
			for _, text := range texts {
				n, err := peer.read(text)
				if err != nil {
					return err
				}
				pieces += n
			}
			if took := used() - begin; least == 0 || took < least {
				least = took
			}
		}
		if err := out.Encode(map[string]any{"peer": peer.name, "seconds": least, "pieces": pieces}); err != nil {
			return err
		}
	}
	return nil
}

// tagged is how many tokens prose tags; it finds no names, which it is not asked for.
func tagged(text string) (int, error) {
	doc, err := prose.NewDocument(text, prose.WithExtraction(false))
	if err != nil {
		return 0, err
	}
	return len(doc.Tokens()), nil
}

func cut(text string) (int, error) {
	n := 0
	for it := words.FromString(text); it.Next(); {
		n++
	}
	return n, nil
}

// used is the processor time of this process in seconds: what else runs on the machine does not count.
func used() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}
