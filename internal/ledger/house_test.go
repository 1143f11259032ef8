package ledger

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
	"huidan/internal/staff"
)

// firm is a company with a desk for ledgers.
type firm struct {
	*housetest.House
	t       *testing.T
	desk    *Desk
	folder  string
	manager access.Actor
}

func each(t *testing.T, f func(t *testing.T, c *firm)) {
	t.Helper()
	housetest.Each(t, func(t *testing.T, h *housetest.House) { f(t, found(t, h)) })
}

func found(t *testing.T, h *housetest.House) *firm {
	t.Helper()
	housetest.Do(h, access.Actor{ID: "system", Roles: []access.Role{access.System}}, staff.FirstRun{
		CompanyName: "示例机电", HomeProvince: "32", AdminName: "管理员", Login: "admin", PasswordHash: "x",
	})
	c := &firm{House: h, t: t, folder: t.TempDir(), manager: h.As(access.QualityManager)}
	c.desk = c.another()
	return c
}

// another is the desk of another process on the same files.
func (c *firm) another() *Desk {
	c.t.Helper()
	d, err := Open(c.folder)
	if err != nil {
		c.t.Fatal(err)
	}
	return d
}

func (c *firm) handIn(name, text string) Job {
	c.t.Helper()
	j, err := c.desk.HandIn(c.t.Context(), c.Door, c.Call(c.manager), name, strings.NewReader(text))
	if err != nil {
		c.t.Fatalf("hand in: %v", err)
	}
	return j
}

func (c *firm) preview(j Job) Preview {
	c.t.Helper()
	p, err := c.desk.preview(c.t.Context(), c.Door, c.manager, j)
	if err != nil {
		c.t.Fatalf("preview: %v", err)
	}
	return p
}

// commit has a job taken in to its end.
func (c *firm) commit(j Job, t Twins) Job {
	c.t.Helper()
	if _, err := c.desk.Begin(c.t.Context(), c.Door, c.manager, j.ID, t); err != nil {
		c.t.Fatalf("begin: %v", err)
	}
	return c.finish(j.ID)
}

func (c *firm) finish(id string) Job {
	c.t.Helper()
	j, err := c.desk.Finish(c.t.Context(), c.Door, id, func(Job) {})
	if err != nil {
		c.t.Fatalf("finish: %v", err)
	}
	return j
}

// list gives the complaints of the register that a filter lets through.
func (c *firm) list(f complaint.Filter) []complaint.Row {
	c.t.Helper()
	var all []complaint.Row
	f.Limit = 200
	for {
		page, err := act.See(c.t.Context(), c.Door, c.manager, "complaint.see", func(ctx context.Context, s *act.Sight) (complaint.List, error) {
			asked := f
			return complaint.ListComplaints(ctx, s, &asked)
		})
		if err != nil {
			c.t.Fatalf("list: %v", err)
		}
		all = append(all, page.Items...)
		if f.After = page.Next; f.After == "" {
			return all
		}
	}
}

func (c *firm) page(id string) *complaint.Page {
	c.t.Helper()
	p, err := act.See(c.t.Context(), c.Door, c.manager, "complaint.see", func(ctx context.Context, s *act.Sight) (*complaint.Page, error) {
		return complaint.See(ctx, s, &complaint.PageQuery{ID: id})
	})
	if err != nil {
		c.t.Fatalf("page: %v", err)
	}
	return p
}

// customers counts the customers in force.
func (c *firm) customers() (n int64) {
	c.t.Helper()
	n, err := act.See(c.t.Context(), c.Door, c.manager, "party.see", func(ctx context.Context, s *act.Sight) (n int64, err error) {
		_, err = s.One(ctx, []any{&n}, "SELECT COUNT(*) FROM customer c WHERE {visible} AND c.voided_at IS NULL")
		return n, err
	})
	if err != nil {
		c.t.Fatal(err)
	}
	return n
}

// realLedger is a year's register of an office, which lies beside the project.
func realLedger(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "ledger-2025-gb18030.csv"))
	if errors.Is(err, os.ErrNotExist) && os.Getenv("CI") != "true" {
		t.Skip("the ledger does not lie beside the project (../shared/data/ledger-2025-gb18030.csv)")
	}
	if err != nil {
		t.Fatalf("the build machine needs ../shared/data/ledger-2025-gb18030.csv beside the project: %v", err)
	}
	return string(raw)
}

func gb18030(t *testing.T, text string) string {
	t.Helper()
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

const headingLine = "序号,投诉日期,受理时间,顾客名称,联系人,电话,地区,产品名称,型号,出厂编号,投诉方式,投诉内容,问题性质,处理意见,处理结果,结案日期,开票税号\n"

// fewRows is a ledger of four complaints, one of each way on, and one row that
// cannot be taken.
const fewRows = "2025年顾客投诉台账\n" + headingLine +
	"1,2025/11/8,9:05,四川康宁医院,赵洋,+86 13700003811,四川成都,离心机,LX-5,sn-02757,来函,运行十分钟后轴承异响,质量问题,更换轴承,,,91510\n" +
	"2,8月17日,,海南鑫达电器经销,王海波,0510-88006486,火星,平板,PD10,不详,邮件,发票开错,非质量,重开发票,,,\n" +
	"3,2024-12-30,15:00,四川康宁医院,赵洋,13700003811,四川成都,离心机,LX-5,sn-02758,来电,门封漏油,质量?,换门封,已维修,2025-1-6,\n" +
	"4,2025/3/1,,浙江瑞丰,黄国平,13900004240,浙江宁波,平板,PD8s,,,屏幕发暗,,,,,\n" +
	",哪天,,某厂,,,,,,,,坏了,,,,,\n" +
	"合计,4,,,,,,,,,,,,,,,\n"
