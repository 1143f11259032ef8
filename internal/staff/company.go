package staff

import (
	"context"
	"slices"
	"strings"

	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/region"
)

// companyID is the one row of the company.
const companyID = "company"

// TimeZone is the zone of every date rule of the regulation.
const TimeZone = "Asia/Shanghai"

// Company is the profile of the company whose house this is.
type Company struct {
	Name          string   `json:"name"`
	HomeProvinces []string `json:"home_provinces" doc:"Division codes of two digits; the first is the registered seat (Q-05)"`
	TimeZone      string   `json:"time_zone"`
	FormNo        string   `json:"form_no" doc:"Form number printed on the complaint record"`
	Version       int64    `json:"version"`
}

const selectCompany = "SELECT c.name, c.home_provinces, c.time_zone, c.form_no, c.version FROM company c"

func (c *Company) dest(provinces *string) []any {
	return []any{&c.Name, provinces, &c.TimeZone, &c.FormNo, &c.Version}
}

// CompanyOf gives the profile; found is false before the first run.
func CompanyOf(ctx context.Context, r Reader) (c Company, found bool, err error) {
	var provinces string
	found, err = r.One(ctx, c.dest(&provinces), selectCompany)
	c.HomeProvinces = strings.Fields(provinces)
	return c, found, err
}

// SeeCompany gives the profile to whoever may see settings; found is false
// before the first run.
func SeeCompany(ctx context.Context, s *act.Sight) (c Company, found bool, err error) {
	var provinces string
	found, err = s.One(ctx, c.dest(&provinces), selectCompany+" WHERE {visible}")
	c.HomeProvinces = strings.Fields(provinces)
	return c, found, err
}

// provinces checks the codes of the provinces called home and gives them with
// two digits each.
func provinces(fs *fault.Fields, path string, codes []string) []string {
	var known []string
	for _, code := range codes {
		d, ok := region.Find(strings.TrimSpace(code))
		if !ok || d.Level != region.Province {
			fs.Add(true, path, "staff.no_province", "code", code)
			continue
		}
		if !slices.Contains(known, d.Code) {
			known = append(known, d.Code)
		}
	}
	fs.Add(len(codes) == 0, path, "fault.required")
	return known
}
