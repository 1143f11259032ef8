package server

import (
	"context"
	"unicode/utf8"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/password"
	"huidan/internal/route"
	"huidan/internal/staff"
)

// signInBody is what a person types to sign in.
type signInBody struct {
	Login    string `json:"login" required:"true" maxLength:"100"`
	Password string `json:"password" required:"true" maxLength:"200"`
}

// signIn signs a person in. A wrong login, a wrong password and a closed account
// get the same answer after about the same time.
func (s *Server) signIn(c *route.Ctx, in signInBody) (Me, error) {
	ctx := c.R.Context()
	login, address := "login:"+hashOf(act.Fold(in.Login)), "address:"+hashOf(s.addressOf(c.R).String())
	if err := s.try(ctx, login, address); err != nil {
		return Me{}, err
	}
	personID, hash, _, err := staff.Credentials(ctx, c.Door, in.Login)
	if err != nil {
		return Me{}, err
	}
	fits, err := password.Fits(ctx, in.Password, hash)
	if err != nil {
		return Me{}, err
	}
	standing, err := staff.StandingOf(ctx, c.Door, personID)
	if err != nil {
		return Me{}, err
	}
	if !fits || standing.Disabled {
		return Me{}, fault.New(fault.KindUnauthenticated, "server.sign_in_refused")
	}
	if err := s.succeeded(ctx, login, address); err != nil {
		return Me{}, err
	}
	if err := s.admit(c, personID); err != nil {
		return Me{}, err
	}
	return s.meOf(ctx, standing.Actor)
}

// longestDevice is how much of what a browser says about itself is kept, in bytes.
const longestDevice = 200

// admit starts a sign-in and hands its token to the browser.
func (s *Server) admit(c *route.Ctx, personID string) error {
	device := c.R.UserAgent()
	if len(device) > longestDevice {
		device = device[:longestDevice]
	}
	if !utf8.ValidString(device) {
		device = ""
	}
	token, err := s.sessions.start(c.R.Context(), personID, s.tokenOf(c.R), s.addressOf(c.R).String(), device)
	if err != nil {
		return err
	}
	s.giveCookie(c.W, c.R, token)
	return nil
}

// signOut ends the sign-in of this browser. Signing out twice is fine.
func (s *Server) signOut(c *route.Ctx, _ route.Nothing) (route.Nothing, error) {
	if token := s.tokenOf(c.R); token != "" {
		if err := s.sessions.end(c.R.Context(), token); err != nil {
			return route.Nothing{}, err
		}
	}
	s.giveCookie(c.W, c.R, "")
	return route.Nothing{}, nil
}

// firstRunBody is what the first screen of a new house asks.
type firstRunBody struct {
	CompanyName  string `json:"company_name" required:"true" maxLength:"120"`
	HomeProvince string `json:"home_province" required:"true" maxLength:"6" doc:"Division code of the province of the registered seat, such as 32"`
	AdminName    string `json:"admin_name" required:"true" maxLength:"60"`
	Login        string `json:"login" required:"true" maxLength:"40"`
	Password     string `json:"password" required:"true" maxLength:"200"`
}

// firstRun opens a new house and signs its administrator in.
func (s *Server) firstRun(c *route.Ctx, in firstRunBody) (Me, error) {
	ctx := c.R.Context()
	if _, open, err := s.company(ctx); err != nil || open {
		if open {
			err = fault.New(fault.KindConflict, "server.not_first_run")
		}
		return Me{}, err
	}
	var fs fault.Fields
	password.Check(&fs, "password", in.Password, in.Login)
	if err := fs.Err(); err != nil {
		return Me{}, err
	}
	hash, err := password.Hash(ctx, in.Password)
	if err != nil {
		return Me{}, err
	}
	// A key of its own each time: the answer of the first caller must never
	// sign in a second one, whose password nobody compared.
	done, err := act.Do(ctx, c.Door, act.BySystem("first-run:"+act.NewID()), staff.FirstRun{
		CompanyName: in.CompanyName, HomeProvince: in.HomeProvince, AdminName: in.AdminName, Login: in.Login, PasswordHash: hash,
	})
	if err != nil {
		return Me{}, err
	}
	if err := s.admit(c, done.PersonID); err != nil {
		return Me{}, err
	}
	actor, _, err := staff.ActorOf(ctx, c.Door, done.PersonID)
	if err != nil {
		return Me{}, err
	}
	return s.meOf(ctx, actor)
}

// company gives the profile of the company; found is false before the first run.
func (s *Server) company(ctx context.Context) (company staff.Company, found bool, err error) {
	company, err = act.See(ctx, s.o.Door, access.SystemActor, "staff.sign_in", func(ctx context.Context, sight *act.Sight) (c staff.Company, err error) {
		c, found, err = staff.SeeCompany(ctx, sight)
		return c, err
	})
	return company, found, err
}

// changeBody is what a person types to change his password.
type changeBody struct {
	Old string `json:"old" required:"true" maxLength:"200"`
	New string `json:"new" required:"true" maxLength:"200"`
}

// changePassword changes the password of the person who asks, ends all his
// sign-ins and gives this browser a new one.
func (s *Server) changePassword(c *route.Ctx, in changeBody) (route.Nothing, error) {
	var none route.Nothing
	ctx := c.R.Context()
	me, err := s.meOf(ctx, c.Actor)
	if err != nil {
		return none, err
	}
	var fs fault.Fields
	password.Check(&fs, "new", in.New, me.Person.Login)
	fs.Add(in.New == in.Old, "new", "server.password_same")
	if err := fs.Err(); err != nil {
		return none, err
	}
	if err := s.knowsPassword(ctx, c.Actor.ID, me.Person.Login, in.Old); err != nil {
		return none, err
	}
	hash, err := password.Hash(ctx, in.New)
	if err != nil {
		return none, err
	}
	call := act.Call{Actor: c.Actor, Key: c.R.Header.Get(route.KeyHeader)}
	if _, err := act.Do(ctx, c.Door, call, staff.ChangePassword{PersonID: c.Actor.ID, PasswordHash: hash}); err != nil {
		return none, err
	}
	if err := s.sessions.endAll(ctx, c.Actor.ID); err != nil {
		return none, err
	}
	return none, s.admit(c, c.Actor.ID)
}

// knowsPassword refuses a wrong old password; guessing is bounded as at sign-in.
func (s *Server) knowsPassword(ctx context.Context, personID, login, old string) error {
	name := "password:" + hashOf(personID)
	if err := s.try(ctx, name); err != nil {
		return err
	}
	_, hash, _, err := staff.Credentials(ctx, s.o.Door, login)
	if err != nil {
		return err
	}
	fits, err := password.Fits(ctx, old, hash)
	if err != nil {
		return err
	}
	if !fits {
		return fault.Invalid(fault.Wrong("old", "server.old_password_wrong"))
	}
	return s.succeeded(ctx, name, "")
}

// signIns is the answer of /me/sessions.
type signIns = route.Page[SignIn]

func (s *Server) mySessions(c *route.Ctx, _ route.Nothing) (signIns, error) {
	in, err := s.signedIn(c.R)
	if err != nil {
		return signIns{}, err
	}
	list, err := s.sessions.of(c.R.Context(), c.Actor.ID, in.ID)
	return signIns{Items: list}, err
}

func (s *Server) revokeSession(c *route.Ctx, _ route.Nothing) (route.Nothing, error) {
	ended, err := s.sessions.endOf(c.R.Context(), c.Actor.ID, c.Path("id"))
	if err == nil && !ended {
		err = fault.NotFound("server.no_session")
	}
	return route.Nothing{}, err
}
