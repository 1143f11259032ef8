package server

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"sync"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/staff"
)

// A sign-in lasts as long as it is used, and never longer than a week.
const (
	idleFor = 12 * time.Hour
	lastFor = 7 * 24 * time.Hour
	// touchEvery is how often the use of a sign-in is written down.
	touchEvery = 5 * time.Minute
	// trustFor is how long this process trusts what it last read about a
	// sign-in: a revocation elsewhere is obeyed within it.
	trustFor = 900 * time.Millisecond
)

const (
	cookieName       = "huidan_session"
	secureCookieName = "__Host-huidan_session"
)

// session is one sign-in of a person.
type session struct {
	ID        string
	PersonID  string
	CreatedAt int64
	SeenAt    int64
}

// signedIn is a session together with who it stands for.
type signedIn struct {
	session
	actor access.Actor
	read  time.Time
}

// sessions remembers for a moment what it read about each token.
type sessions struct {
	door *act.Door
	mu   sync.Mutex
	seen map[string]signedIn // by the hash of the token
}

// mostRemembered is how many tokens are remembered before all are forgotten.
const mostRemembered = 20_000

func newSessions(door *act.Door) *sessions {
	return &sessions{door: door, seen: map[string]signedIn{}}
}

func unauthenticated() error { return fault.New(fault.KindUnauthenticated, "fault.unauthenticated") }

// hashOf is what the records keep of a token.
func hashOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// find gives the sign-in a token stands for.
func (ss *sessions) find(ctx context.Context, token string) (signedIn, error) {
	hash := hashOf(token)
	ss.mu.Lock()
	known, ok := ss.seen[hash]
	ss.mu.Unlock()
	if !ok || time.Since(known.read) > trustFor {
		var err error
		if known, err = ss.read(ctx, hash); err != nil {
			ss.forget(hash)
			return signedIn{}, err
		}
		ss.remember(hash, known)
	}
	if ss.over(known.session) {
		return signedIn{}, unauthenticated()
	}
	return known, nil
}

// over says whether a sign-in has ended by time. One from the future was made
// while the clock was wrong, and would last until its time had come.
func (ss *sessions) over(s session) bool {
	now := ss.door.Now()
	created, seen := act.Time(s.CreatedAt), act.Time(s.SeenAt)
	return now.Sub(seen) > idleFor || now.Sub(created) > lastFor || created.Sub(now) > idleFor
}

// read asks the records: is the sign-in in force, may the person still sign in,
// and was the password set since.
func (ss *sessions) read(ctx context.Context, hash string) (signedIn, error) {
	began := time.Now()
	var s session
	var found bool
	err := ss.door.LookUp(ctx, func(ctx context.Context, b *act.Books) (err error) {
		found, err = b.One(ctx, []any{&s.ID, &s.PersonID, &s.CreatedAt, &s.SeenAt},
			"SELECT id, person_id, created_at, seen_at FROM session WHERE token_hash = ? AND revoked_at IS NULL", hash)
		return err
	})
	if err != nil {
		return signedIn{}, err
	}
	if !found || ss.over(s) {
		return signedIn{}, unauthenticated()
	}
	standing, err := staff.StandingOf(ctx, ss.door, s.PersonID)
	if err != nil {
		return signedIn{}, err
	}
	if standing.Disabled || act.Time(s.CreatedAt).Before(standing.PasswordAt) {
		return signedIn{}, unauthenticated()
	}
	if now := act.Millis(ss.door.Now()); now-s.SeenAt > touchEvery.Milliseconds() {
		s.SeenAt = now
		if err := ss.touch(ctx, hash, now); err != nil {
			return signedIn{}, err
		}
	}
	return signedIn{session: s, actor: standing.Actor, read: began}, nil
}

// touch notes that a sign-in is used. A full disk does not sign people out.
func (ss *sessions) touch(ctx context.Context, hash string, now int64) error {
	err := ss.door.Book(ctx, "session", func(ctx context.Context, b *act.Books) error {
		_, err := b.Exec(ctx, "UPDATE session SET seen_at = ? WHERE token_hash = ? AND revoked_at IS NULL", now, hash)
		return err
	})
	if f, ok := fault.As(err); ok && f.Kind == fault.KindStorageFull {
		return nil
	}
	return err
}

func (ss *sessions) remember(hash string, s signedIn) {
	ss.mu.Lock()
	defer ss.mu.Unlock()
	if len(ss.seen) >= mostRemembered {
		clear(ss.seen)
	}
	ss.seen[hash] = s
}

func (ss *sessions) forget(hash string) {
	ss.mu.Lock()
	defer ss.mu.Unlock()
	delete(ss.seen, hash)
}

// forgetPerson forgets what is remembered of a person's sign-ins.
func (ss *sessions) forgetPerson(personID string) {
	ss.mu.Lock()
	defer ss.mu.Unlock()
	for hash, s := range ss.seen {
		if s.PersonID == personID {
			delete(ss.seen, hash)
		}
	}
}

// start signs a person in and gives the token, of which only the hash is kept.
// The token the browser held before is ended: a token planted there is worthless.
func (ss *sessions) start(ctx context.Context, personID, old, address, device string) (token string, err error) {
	raw := make([]byte, 32)
	rand.Read(raw) // never fails: the program ends before it would
	token = base64.RawURLEncoding.EncodeToString(raw)
	now := act.Millis(ss.door.Now())
	ss.forget(hashOf(old))
	return token, ss.door.Book(ctx, "session", func(ctx context.Context, b *act.Books) error {
		if _, err := b.Exec(ctx, "UPDATE session SET revoked_at = ? WHERE token_hash = ? AND revoked_at IS NULL", now, hashOf(old)); err != nil {
			return err
		}
		if _, err := b.Exec(ctx, "DELETE FROM session WHERE person_id = ? AND created_at < ?", personID, now-lastFor.Milliseconds()); err != nil {
			return err
		}
		_, err := b.Exec(ctx, `INSERT INTO session (token_hash, id, person_id, created_at, seen_at, revoked_at, address, device)
			VALUES (?, ?, ?, ?, ?, NULL, ?, ?)`, hashOf(token), act.NewID(), personID, now, now, address, device)
		return err
	})
}

// end revokes the sign-in of a token.
func (ss *sessions) end(ctx context.Context, token string) error {
	now := act.Millis(ss.door.Now())
	ss.forget(hashOf(token))
	return ss.door.Book(ctx, "session", func(ctx context.Context, b *act.Books) error {
		_, err := b.Exec(ctx, "UPDATE session SET revoked_at = ? WHERE token_hash = ? AND revoked_at IS NULL", now, hashOf(token))
		return err
	})
}

// endOf revokes one sign-in of a person by its id; false when there is none.
func (ss *sessions) endOf(ctx context.Context, personID, id string) (ended bool, err error) {
	now := act.Millis(ss.door.Now())
	err = ss.door.Book(ctx, "session", func(ctx context.Context, b *act.Books) error {
		n, err := b.Exec(ctx, "UPDATE session SET revoked_at = ? WHERE person_id = ? AND id = ? AND revoked_at IS NULL", now, personID, id)
		ended = n > 0
		return err
	})
	ss.forgetPerson(personID)
	return ended, err
}

// endAll revokes every sign-in of a person.
func (ss *sessions) endAll(ctx context.Context, personID string) error {
	now := act.Millis(ss.door.Now())
	defer ss.forgetPerson(personID)
	return ss.door.Book(ctx, "session", func(ctx context.Context, b *act.Books) error {
		_, err := b.Exec(ctx, "UPDATE session SET revoked_at = ? WHERE person_id = ? AND revoked_at IS NULL", now, personID)
		return err
	})
}

// SignIn is one sign-in as its owner sees it.
type SignIn struct {
	ID        string    `json:"id"`
	CreatedAt time.Time `json:"created_at"`
	SeenAt    time.Time `json:"seen_at"`
	Address   string    `json:"address"`
	Device    string    `json:"device" doc:"what the browser says it is"`
	Current   bool      `json:"current"`
}

// of lists the sign-ins of a person that are in force, newest first.
func (ss *sessions) of(ctx context.Context, personID, current string) (list []SignIn, err error) {
	now := ss.door.Now()
	err = ss.door.LookUp(ctx, func(ctx context.Context, b *act.Books) error {
		rows, err := b.Query(ctx, `SELECT id, created_at, seen_at, address, device FROM session
			WHERE person_id = ? AND revoked_at IS NULL AND created_at >= ? AND seen_at >= ? ORDER BY created_at DESC, id`,
			personID, act.Millis(now.Add(-lastFor)), act.Millis(now.Add(-idleFor)))
		list, err = act.Collect(rows, err, func(row act.Scanner) (SignIn, error) {
			var s SignIn
			var created, seen int64
			err := row.Scan(&s.ID, &created, &seen, &s.Address, &s.Device)
			s.CreatedAt, s.SeenAt, s.Current = act.Time(created), act.Time(seen), s.ID == current
			return s, err
		})
		return err
	})
	return list, err
}

// tokenOf gives the token of a request. Behind TLS only the cookie that another
// host cannot set is taken.
func (s *Server) tokenOf(r *http.Request) string {
	name := cookieName
	if s.secure(r) {
		name = secureCookieName
	}
	c, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	return c.Value
}

// giveCookie hands a token to the browser; an empty one takes it back.
func (s *Server) giveCookie(w http.ResponseWriter, r *http.Request, token string) {
	c := &http.Cookie{Name: cookieName, Value: token, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: int(lastFor.Seconds())}
	if s.secure(r) {
		c.Name, c.Secure = secureCookieName, true
	}
	if token == "" {
		c.MaxAge = -1
	}
	http.SetCookie(w, c)
}

// who finds the signed-in person of a request.
func (s *Server) who(r *http.Request) (access.Actor, error) {
	in, err := s.signedIn(r)
	if err != nil {
		return access.Actor{}, err
	}
	if err := s.persons.allow(in.PersonID); err != nil {
		return access.Actor{}, err
	}
	return in.actor, nil
}

func (s *Server) signedIn(r *http.Request) (signedIn, error) {
	token := s.tokenOf(r)
	if token == "" {
		return signedIn{}, unauthenticated()
	}
	return s.sessions.find(r.Context(), token)
}
