// Package password hashes passwords and compares them. It is slow on purpose
// and therefore never runs inside an act: routes hash first and hand the act
// the hash.
package password

import (
	"context"
	"sync"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"huidan/internal/act"
	"huidan/internal/fault"
)

// hardness of the hash: 19 MiB, two passes, one lane (OWASP's choice for argon2id).
var hardness = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// Hashing takes memory and a core, so only a few are hashed at once and only
// some may wait; more are told to come back.
const (
	hashedAtOnce = 2
	mostWaiting  = 32
)

var (
	hashing = make(chan struct{}, hashedAtOnce)
	waiting = make(chan struct{}, mostWaiting)
)

// inTurn runs a hashing when it is its turn.
func inTurn(ctx context.Context, f func() error) error {
	select {
	case waiting <- struct{}{}:
		defer func() { <-waiting }()
	default:
		return fault.New(fault.KindBusy, "fault.busy")
	}
	select {
	case hashing <- struct{}{}:
		defer func() { <-hashing }()
		return f()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Hash gives what the records keep of a password.
func Hash(ctx context.Context, password string) (hash string, err error) {
	err = inTurn(ctx, func() (err error) {
		hash, err = argon2id.CreateHash(password, hardness)
		return err
	})
	return hash, err
}

// nobody is a hash like any other, so that unknown people cost the same time.
var nobody = sync.OnceValues(func() (string, error) { return argon2id.CreateHash("", hardness) })

// Fits says whether the password is the one the hash was made from. An empty
// hash, of somebody unknown, takes as long and fits nothing.
func Fits(ctx context.Context, password, hash string) (ok bool, err error) {
	unknown := hash == ""
	if unknown {
		if hash, err = nobody(); err != nil {
			return false, err
		}
	}
	err = inTurn(ctx, func() (err error) {
		ok, err = argon2id.ComparePasswordAndHash(password, hash)
		return err
	})
	return ok && !unknown, err
}

// The length of a new password in characters. It is to be long rather than
// strange (NIST SP 800-63B), so nothing else is asked of it.
const (
	shortest = 8
	longest  = 200
)

// Check notes what is wrong with a new password, which stands at path.
func Check(fs *fault.Fields, path, password, login string) {
	length := utf8.RuneCountInString(password)
	switch {
	case length == 0:
		fs.Add(true, path, "fault.required")
	case length < shortest:
		fs.Add(true, path, "server.too_short", "min", shortest)
	case length > longest:
		fs.Add(true, path, "fault.too_long", "max", longest)
	case act.Fold(password) == act.Fold(login):
		fs.Add(true, path, "server.password_like_login")
	}
}
