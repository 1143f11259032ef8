package staff

import (
	"context"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
)

// signIn is what the program itself may see to sign people in.
const signIn access.Action = "staff.sign_in"

// Credentials gives the person a login belongs to and the hash of his password.
// found is false when there is no such login or it has no password.
func Credentials(ctx context.Context, d *act.Door, login string) (personID, hash string, found bool, err error) {
	type credentials struct {
		id, hash string
		found    bool
	}
	c, err := act.See(ctx, d, access.SystemActor, signIn, func(ctx context.Context, s *act.Sight) (c credentials, err error) {
		c.found, err = s.One(ctx, []any{&c.id, &c.hash},
			"SELECT c.id, c.password_hash FROM person c WHERE {visible} AND c.login_folded = ? AND c.password_hash <> ''", act.Fold(login))
		return c, err
	})
	return c.id, c.hash, c.found, err
}

// Standing is how somebody stands who is, or wants to be, signed in.
type Standing struct {
	Actor    access.Actor
	Disabled bool // true also when there is no such person
	// PasswordAt is when the password was last set; sessions begun before that
	// day's password are no longer good.
	PasswordAt time.Time
}

// StandingOf gives a person's standing.
func StandingOf(ctx context.Context, d *act.Door, personID string) (Standing, error) {
	return act.See(ctx, d, access.SystemActor, signIn, func(ctx context.Context, s *act.Sight) (Standing, error) {
		st := Standing{Actor: access.Actor{ID: personID}, Disabled: true}
		var disabled, passwordAt int64
		found, err := s.One(ctx, []any{&st.Actor.Name, &st.Actor.DepartmentID, &disabled, &passwordAt}, `
			SELECT c.name, COALESCE(c.department_id, ''), COALESCE(c.disabled_at, 0), COALESCE(c.password_at, 0)
			FROM person c WHERE {visible} AND c.id = ?`, personID)
		if err != nil || !found {
			return st, err
		}
		st.Disabled = disabled > 0
		st.PasswordAt = act.Time(passwordAt)
		roles, err := rolesOf(ctx, Details(s), []string{personID})
		st.Actor.Roles = roles[personID]
		return st, err
	})
}

// ActorOf gives a person as an actor; disabled is true also when there is no
// such person.
func ActorOf(ctx context.Context, d *act.Door, personID string) (actor access.Actor, disabled bool, err error) {
	st, err := StandingOf(ctx, d, personID)
	return st.Actor, st.Disabled, err
}
