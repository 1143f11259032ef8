package password

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"huidan/internal/fault"
)

func TestFits(t *testing.T) {
	hash, err := Hash(t.Context(), "回单-2026")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("hardness: %s", hash)
	}
	for _, x := range []struct {
		password, hash string
		want           bool
	}{{"回单-2025", hash, false}, {"", hash, false}, {"", "", false}, {"回单-2026", hash, true}} {
		if ok, err := Fits(t.Context(), x.password, x.hash); err != nil || ok != x.want {
			t.Errorf("%q: %v, %v", x.password, ok, err)
		}
	}
}

func TestCheck(t *testing.T) {
	for given, code := range map[string]string{
		"": "fault.required", "short": "server.too_short", strings.Repeat("长", 201): "fault.too_long",
		"Reception": "server.password_like_login", "long enough": "",
	} {
		var fs fault.Fields
		Check(&fs, "password", given, "reception")
		got := ""
		if len(fs) > 0 {
			got = fs[0].Code
		}
		if got != code {
			t.Errorf("%.10q: %q, want %q", given, got, code)
		}
	}
}

func TestTooManyAtOnceAreSentAway(t *testing.T) {
	var all sync.WaitGroup
	var mu sync.Mutex
	busy, done := 0, 0
	for range mostWaiting + 20 {
		all.Go(func() {
			err := inTurn(context.Background(), func() error {
				_, err := nobody()
				return err
			})
			mu.Lock()
			defer mu.Unlock()
			if errors.Is(err, &fault.Fault{Kind: fault.KindBusy}) {
				busy++
			} else if err == nil {
				done++
			}
		})
	}
	all.Wait()
	if busy+done != mostWaiting+20 || done < mostWaiting {
		t.Errorf("%d sent away, %d done", busy, done)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for range hashedAtOnce {
		hashing <- struct{}{}
	}
	if err := inTurn(ctx, func() error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("somebody who left is not waited for: %v", err)
	}
	for range hashedAtOnce {
		<-hashing
	}
}
