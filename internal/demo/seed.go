package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sort"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/party"
	"huidan/internal/password"
	"huidan/internal/staff"
)

// How much the demo company has.
const (
	customerCount  = 60
	unitCount      = 400
	complaintCount = 160
)

// seeder makes the company. Its clock stands where the next event happens.
type seeder struct {
	ctx    context.Context
	door   *act.Door
	now    time.Time // of the house that is being made
	end    time.Time // the real time: later events have not happened yet
	data   data
	rand   *rand.Rand
	people map[string]access.Actor // by login
	depart map[string]string       // department ID by key
	admin  access.Actor
	keys   int

	products  []string // IDs
	customers []customer
	units     []unit
	events    []event
}

type customer struct {
	id, name, site, address, division, contact, phone string
}

type unit struct {
	id, serial, batch, contract, delivered string
	product                                int
	customer                               int
}

// event is something that happens at a time; those after the end never do.
type event struct {
	at time.Time
	do func() error
}

// Seed fills an empty house on o with the demo company. A house that has a
// company already is left as it is.
func Seed(ctx context.Context, o act.Options, logins string, now time.Time) (done bool, err error) {
	s := &seeder{
		ctx: ctx, end: now, now: now.AddDate(-1, -2, 0), rand: rand.New(rand.NewPCG(20, 26)),
		people: map[string]access.Actor{}, depart: map[string]string{},
	}
	if s.data, err = read(); err != nil {
		return false, err
	}
	o.Clock = func() time.Time { return s.now }
	if s.door, err = act.Open(ctx, o); err != nil {
		return false, err
	}
	defer s.door.Close()
	had, err := s.hasCompany()
	if err != nil || had {
		return false, err
	}
	steps := []func() error{
		func() error { return s.makeStaff(logins) }, s.makeProducts, s.makeCustomers, s.makeUnits,
		func() error { s.planComplaints(); return s.happen() },
		s.settle,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return false, err
		}
	}
	return true, nil
}

func (s *seeder) hasCompany() (had bool, err error) {
	err = s.door.LookUp(s.ctx, func(ctx context.Context, b *act.Books) error {
		_, had, err = staff.CompanyOf(ctx, b)
		return err
	})
	return had, err
}

// do does an act as somebody at the time the clock stands at.
func do[R any](s *seeder, who access.Actor, a act.Act[R]) (R, error) {
	s.keys++
	answer, err := act.Do(s.ctx, s.door, act.Call{Actor: who, Key: fmt.Sprintf("demo-%06d", s.keys)}, a)
	if err != nil {
		return answer, fmt.Errorf("demo: %s by %s at %s: %w", a.Action(), who.Name, s.now.Format(time.DateTime), err)
	}
	return answer, nil
}

func (s *seeder) makeStaff(secret string) error {
	c := s.data.company
	hash, err := password.Hash(s.ctx, secret)
	if err != nil {
		return err
	}
	first, err := do(s, access.SystemActor, staff.FirstRun{
		CompanyName: c.Name, HomeProvince: c.HomeProvince, AdminName: c.Admin.Name, Login: c.Admin.Login, PasswordHash: hash,
	})
	if err != nil {
		return err
	}
	s.admin = access.Actor{ID: first.PersonID, Name: c.Admin.Name, Roles: []access.Role{access.Admin}}
	s.depart["quality"], s.depart["sales"] = first.QualityDepartmentID, first.SalesDepartmentID
	for _, d := range c.Departments {
		made, err := do(s, s.admin, staff.CreateDepartment{Code: d.Code, Name: d.Name, NameEn: d.NameEn, Kind: staff.Kind(d.Kind)})
		if err != nil {
			return err
		}
		s.depart[d.Key] = made.ID
	}
	for _, p := range c.People {
		if hash, err = password.Hash(s.ctx, secret); err != nil {
			return err
		}
		made, err := do(s, s.admin, staff.CreatePerson{
			Login: p.Login, Name: p.Name, DepartmentID: s.depart[p.Department], Phone: p.Phone, Roles: p.Roles, PasswordHash: hash,
		})
		if err != nil {
			return err
		}
		s.people[p.Login] = access.Actor{ID: made.ID, Name: p.Name, DepartmentID: s.depart[p.Department], Roles: p.Roles}
	}
	return s.makeAppointments()
}

// makeAppointments designates the complaint officers (2.1-a) and records what
// the technicians are qualified for (2.3-a).
func (s *seeder) makeAppointments() error {
	from := calendar.DayOf(s.now)
	_, err := do(s, s.people["gm"], staff.Designate{
		Function: "complaint", PersonID: s.people["reception"].ID, Deputies: []string{s.people["reception2"].ID},
		FromDay: from.String(), Lead: true, DocumentRef: "JN-2025-003",
	})
	if err != nil {
		if _, err = do(s, s.admin, staff.Designate{
			Function: "complaint", PersonID: s.people["reception"].ID, Deputies: []string{s.people["reception2"].ID},
			FromDay: from.String(), Lead: true, DocumentRef: "JN-2025-003",
		}); err != nil {
			return err
		}
	}
	families := map[string]bool{}
	for i, p := range s.data.products {
		if families[p.Family] {
			continue
		}
		families[p.Family] = true
		for k, login := range []string{"technician", "technician2", "inspector"} {
			if (i+k)%3 == 2 {
				continue
			}
			q := staff.AddQualification{
				PersonID: s.people[login].ID, Family: p.Family, Skill: p.NameZH, Level: "B",
				CertificateNo: fmt.Sprintf("ZG-%02d-%03d", k+1, i+1), Issuer: s.data.company.Name,
				ValidFrom: from.String(), ValidTo: calendar.DayOf(s.end).AddDays(20 + 90*i).String(),
			}
			if _, err := do(s, s.people["quality-manager"], q); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *seeder) makeProducts() error {
	for _, p := range s.data.products {
		made, err := do(s, s.admin, party.CreateProduct{ProductFields: party.ProductFields{
			Code: p.Code, NameZH: p.NameZH, NameEN: p.NameEN, Family: p.Family, Model: p.Model, WarrantyMonths: p.WarrantyMonths,
		}})
		if err != nil {
			return err
		}
		s.products = append(s.products, made.ID)
	}
	return nil
}

func (s *seeder) makeCustomers() error {
	d := s.data.customers
	for i := range customerCount {
		place := d.Places[i%len(d.Places)]
		trade := d.Trades[(i/len(d.Places)+i)%len(d.Trades)]
		name := strings.NewReplacer("{place}", place.Place, "{family}", d.Families[(i*5+i/7)%len(d.Families)]).Replace(trade.Name)
		c := customer{
			name: name, division: place.Code, address: fmt.Sprintf("%s%d号", place.Road, 8+i*7%380),
			contact: pick(s, d.Surnames) + pick(s, d.Given), phone: fmt.Sprintf("139%08d", 10000000+i*137911),
		}
		site := party.SiteFields{DivisionCode: c.division, Address: c.address}
		made, err := do(s, s.people["sales"], party.CreateCustomer{
			CustomerFields: party.CustomerFields{Name: c.name, Kind: trade.Kind, Address: c.address, DivisionCode: c.division},
			SameNameOK:     true,
			Contact:        &party.ContactFields{Name: c.contact, Phone: c.phone},
			Site:           &site,
		})
		if err != nil {
			return err
		}
		c.id = made.ID
		if c.site, err = s.siteOf(c.id); err != nil {
			return err
		}
		s.customers = append(s.customers, c)
	}
	return nil
}

func (s *seeder) siteOf(customerID string) (id string, err error) {
	err = s.door.LookUp(s.ctx, func(ctx context.Context, b *act.Books) error {
		_, err := b.One(ctx, []any{&id}, "SELECT t.id FROM site t WHERE t.customer_id = ? LIMIT 1", customerID)
		return err
	})
	return id, err
}

func (s *seeder) makeUnits() error {
	for i := range unitCount {
		u := unit{product: i % len(s.products), customer: (i * 7) % len(s.customers)}
		p := s.data.products[u.product]
		delivered := calendar.DayOf(s.now).AddDays(-810 + i*2)
		u.delivered = delivered.String()
		u.serial = fmt.Sprintf("%s-%s-%04d", p.Prefix, delivered.String()[2:4], i+1)
		u.batch = fmt.Sprintf("%s%s", p.Prefix, strings.ReplaceAll(delivered.String()[:7], "-", ""))
		u.contract = fmt.Sprintf("HT%s-%03d", delivered.String()[:4], i/3+1)
		made, err := do(s, s.people["sales"], party.CreateUnit{UnitFields: party.UnitFields{
			ProductID: s.products[u.product], CustomerID: s.customers[u.customer].id, SiteID: s.customers[u.customer].site,
			SerialNo: u.serial, BatchNo: u.batch, ContractNo: u.contract, DeliveredOn: u.delivered,
		}})
		if err != nil {
			return err
		}
		u.id = made.ID
		s.units = append(s.units, u)
	}
	return nil
}

// plan schedules an event.
func (s *seeder) plan(at time.Time, do func() error) {
	s.events = append(s.events, event{at.Truncate(time.Second), do})
}

// happen lets the events happen in their order, up to the end.
func (s *seeder) happen() error {
	sort.SliceStable(s.events, func(i, j int) bool { return s.events[i].at.Before(s.events[j].at) })
	for _, e := range s.events {
		if e.at.After(s.end) {
			break
		}
		s.now = e.at
		if err := e.do(); err != nil {
			return err
		}
	}
	s.now = s.end
	return nil
}

// settle does the background duties, so that the house opens searched, sealed
// and swept.
func (s *seeder) settle() error {
	for _, round := range []func(context.Context) (int, error){s.door.Seal, s.door.IndexRound, s.sweep} {
		for {
			n, err := round(s.ctx)
			if err != nil {
				return err
			}
			if n == 0 {
				break
			}
		}
	}
	_, err := s.door.Seal(s.ctx)
	return err
}

func pick[T any](s *seeder, list []T) T { return list[s.rand.IntN(len(list))] }
