package staff_test

import (
	"context"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/attach"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
	"huidan/internal/staff"
)

func TestClause2_3_a_Qualifications(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		id := f.person("李强", "liqiang", access.Technician)
		q := staff.AddQualification{PersonID: id, Family: "离心泵", Skill: "机械密封更换", CertificateNo: "ZJ-001", ValidFrom: "2026-01-01", ValidTo: "2026-12-31"}
		with := func(change func(*staff.AddQualification)) staff.AddQualification {
			d := q
			change(&d)
			return d
		}
		t.Run("without certificate number or scan there is no evidence", func(t *testing.T) {
			refused(f, f.admin, "staff.evidence_required", with(func(d *staff.AddQualification) { d.CertificateNo = "" }))
		})
		t.Run("a statutory certificate names number, issuer and last day", func(t *testing.T) {
			refusal := refused(f, f.admin, "staff.statutory_needs", with(func(d *staff.AddQualification) {
				d.Statutory, d.CertificateNo, d.ValidTo = staff.Electrician, "", ""
			}))
			if len(refusal.Fields) != 3 {
				t.Errorf("%v", refusal)
			}
		})
		t.Run("a scan that is no file, and a kind of certificate that does not exist", func(t *testing.T) {
			refused(f, f.admin, "staff.no_such_file", with(func(d *staff.AddQualification) { d.FileID = "../etc/passwd" }))
			refused(f, f.admin, "fault.unknown_value", with(func(d *staff.AddQualification) { d.Statutory = "wizard" }))
		})
		t.Run("a scan is evidence enough", func(t *testing.T) {
			scan := housetest.Do(f.House, f.admin, attach.Keep{File: attach.File{ID: strings.Repeat("0a", 32), Name: "证书.pdf", Size: 3, ContentType: "application/pdf"}})
			housetest.Do(f.House, f.admin, with(func(d *staff.AddQualification) { d.CertificateNo, d.FileID, d.Family = "", scan.ID, "电机" }))
		})
		t.Run("the technician does not qualify himself", func(t *testing.T) {
			_, err := housetest.Try(f.House, access.Actor{ID: id, DepartmentID: f.QualityDepartmentID, Roles: []access.Role{access.Technician}}, q)
			if !isKind(err, fault.KindForbidden) {
				t.Errorf("got %v", err)
			}
		})
		t.Run("a department head qualifies his own people only", func(t *testing.T) {
			head := access.Actor{ID: "head", DepartmentID: f.SalesDepartmentID, Roles: []access.Role{access.DepartmentHead}}
			_, err := housetest.Try(f.House, head, q)
			if !isKind(err, fault.KindForbidden) {
				t.Errorf("got %v", err)
			}
			head.DepartmentID = f.QualityDepartmentID
			housetest.Do(f.House, head, with(func(d *staff.AddQualification) { d.Family = "阀门" }))
		})
		done := housetest.Do(f.House, f.admin, q)
		list := func() (kept staff.Qualification) {
			all := see(f, func(ctx context.Context, r staff.Reader) ([]staff.Qualification, error) {
				return staff.QualificationsOf(ctx, r, id)
			})
			for _, k := range all {
				if k.ID == done.ID {
					return k
				}
			}
			t.Fatal("it is not listed")
			return kept
		}
		t.Run("it counts from its first to its last day", func(t *testing.T) {
			for day, want := range map[string]bool{"2025-12-31": false, "2026-01-01": true, "2026-12-31": true, "2027-01-01": false} {
				if list().ValidOn(day) != want {
					t.Errorf("%s: want %v", day, want)
				}
			}
		})
		t.Run("withdrawn, it counts no longer from that day; before it did", func(t *testing.T) {
			refused(f, f.admin, "staff.ends_before_it_begins", staff.EndQualification{ID: done.ID, Version: 1, EndedOn: "2025-06-01", Reason: "复训"})
			housetest.Do(f.House, f.admin, staff.EndQualification{ID: done.ID, Version: 1, EndedOn: "2026-06-01", Reason: "返修率高，复训"})
			for day, want := range map[string]bool{"2026-05-31": true, "2026-06-01": false} {
				if list().ValidOn(day) != want {
					t.Errorf("%s: want %v", day, want)
				}
			}
			refused(f, f.admin, "staff.qualification_ended", staff.EndQualification{ID: done.ID, Version: 2, EndedOn: "2026-07-01", Reason: "再次"})
		})
	})
}
