package paper

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/fault"
	"huidan/internal/form"
	"huidan/internal/lang"
	"huidan/internal/route"
	"huidan/internal/staff"
)

// labels gives the language of the printed labels that the request asks for.
func labels(c *route.Ctx) (form.Labels, error) {
	asked := c.R.URL.Query().Get("lang")
	if asked == "" {
		asked = string(form.Chinese)
	}
	if !slices.Contains([]string{"zh", "en", "both"}, asked) {
		return "", fault.Invalid(fault.Wrong("query.lang", "fault.unknown_value", "value", asked))
	}
	return form.Labels(asked), nil
}

// seen is a record with what the form says besides it.
type seen struct {
	page     *complaint.Page
	company  staff.Company
	warranty string
}

// printRecord sends the record as the paper form, with what is filled so far
// and blanks left blank.
func printRecord(c *route.Ctx) error {
	as, err := labels(c)
	if err != nil {
		return err
	}
	got, err := act.See(c.R.Context(), c.Door, c.Actor, "complaint.see", func(ctx context.Context, s *act.Sight) (seen, error) {
		page, err := complaint.See(ctx, s, &complaint.PageQuery{ID: c.Path("id")})
		if err != nil {
			return seen{}, err
		}
		company, _, err := staff.CompanyOf(ctx, staff.Details(s))
		if err != nil {
			return seen{}, err
		}
		warranty, err := warrantyOf(ctx, s, page)
		return seen{page, company, warranty}, err
	})
	if err != nil {
		return err
	}
	language := lang.ZH
	if as == form.English {
		language = lang.EN
	}
	var pdf bytes.Buffer
	options := form.Options{Labels: as, Company: got.company.Name, FormNo: got.company.FormNo, PrintedAt: c.Door.Now()}
	if err := fill(got, language).PDF(&pdf, options); err != nil {
		return err
	}
	return send(c, pdfType, got.page.Number+".pdf", pdf.Bytes())
}

// warrantyOf gives the last day of warranty of the first unit the record names.
func warrantyOf(ctx context.Context, s *act.Sight, p *complaint.Page) (string, error) {
	for _, l := range p.Lines {
		if l.SerialNo == "" {
			continue
		}
		var to string
		_, err := s.DetailOne(ctx, []any{&to}, "SELECT COALESCE(u.warranty_to, '') FROM unit u WHERE u.serial_folded = ? ORDER BY u.id LIMIT 1", act.FoldCode(l.SerialNo))
		return to, err
	}
	return "", nil
}

func send(c *route.Ctx, contentType, name string, body []byte) error {
	h := c.W.Header()
	h.Set("Content-Type", contentType)
	h.Set("Content-Disposition", fmt.Sprintf("inline; filename=%q", name))
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "private, no-store")
	c.W.WriteHeader(http.StatusOK)
	_, err := c.W.Write(body)
	return err
}

// fill puts the record's page onto the form.
func fill(got seen, language lang.Language) form.ComplaintRecord {
	p := got.page
	word := func(list, value string) string { return lang.T(language, "complaint."+list+"."+value, nil) }
	r := form.ComplaintRecord{
		No: p.Number, Status: status(p, word), Void: p.State == complaint.StateVoid, VoidReason: p.CloseSummary,
		Customer: p.CustomerName, Complainant: p.ComplainantName, Role: form.Tick(p.ComplainantRole), Contact: p.ContactName, Phone: p.Phone,
		Email: firstOf(p.Email, p.FaxSender), Site: strings.TrimSpace(p.Region.Division + " " + p.Address), ArrivedAt: p.ArrivedAt, TakenAt: p.TakenAt,
		Channel:  form.Ticks{Codes: []string{p.Channel}, Note: otherChannel(p, word)},
		Contract: p.ContractNo, DeliveredOn: p.DeliveredOn, WarrantyTo: got.warranty, Account: account(p),
		Demand:   form.Ticks{Codes: p.Demand, Note: otherDemand(p, word)},
		Severity: form.Tick(p.Severity), Attachments: number(int64(len(p.Attachments))),
		TakenBy: form.Signature{Name: p.RecordedBy.Name, At: p.RecordedAt}, HandedOver: p.HandedOverAt,
		Nth: form.Nth{Contract: number(p.Nth.Contract), Unit: number(p.Nth.Unit), Failure: number(p.Nth.Failure)},
	}
	if p.Region.Class != "" {
		r.Region = form.Tick(p.Region.Class)
	}
	if p.Class != complaint.Unclassified {
		r.Class = form.Tick(string(p.Class))
	}
	for _, l := range p.Lines {
		r.Lines = append(r.Lines, form.ProductLine{
			Product: l.ProductName, Model: l.Model, Batch: strings.Trim(l.BatchNo+" / "+l.SerialNo, " /"),
			Quantity: number(l.Quantity), Defective: number(l.Defective), UsedSince: l.UsedSince,
		})
	}
	if n := len(p.Plans); n > 0 {
		r.Plan = p.Plans[n-1].Text
	}
	fillAnalysis(&r, p, word)
	fillClosing(&r, p)
	return r
}

// status says in words where an unfinished record stands.
func status(p *complaint.Page, word func(string, string) string) string {
	if p.State.Ended() {
		return ""
	}
	return word("state", string(p.State))
}

// account is the customer's words, and reception's summary apart from them.
func account(p *complaint.Page) string {
	text := p.Account
	if p.Summary != "" {
		text = strings.TrimSpace(text + "\n〔" + p.Summary + "〕")
	}
	return text
}

// otherChannel and otherDemand name what has no box of its own on the form.
func otherChannel(p *complaint.Page, word func(string, string) string) string {
	if slices.Contains([]string{"letter", "fax", "phone", "visit", "email"}, p.Channel) {
		return ""
	}
	return strings.TrimSpace(word("channel", p.Channel) + " " + p.ChannelNote)
}

func otherDemand(p *complaint.Page, word func(string, string) string) string {
	if slices.Contains(p.Demand, "apology") {
		return strings.TrimSpace(word("demand", "apology") + " " + p.DemandNote)
	}
	return p.DemandNote
}

func fillAnalysis(r *form.ComplaintRecord, p *complaint.Page, word func(string, string) string) {
	for _, h := range slices.Backward(p.Handovers) {
		if !h.PapersOnly && !h.ReceivedAt.IsZero() {
			r.ReceivedBy = form.Signature{Name: h.ReceivedBy.Name, At: h.ReceivedAt}
			break
		}
	}
	var asked, views []string
	for _, k := range p.Consultations {
		asked = append(asked, k.Department.Name)
		if k.View != "" {
			views = append(views, k.Department.Name+"："+k.View+dissent(k, word))
		}
	}
	r.Consulted, r.Views = strings.Join(asked, "、"), strings.Join(views, "\n")
	if len(p.Opinions) == 0 {
		return
	}
	o := p.Opinions[len(p.Opinions)-1]
	r.Opinion = opinion(o)
	r.SiteVisit = form.Tick("no")
	if o.SiteVisit {
		r.SiteVisit = form.Tick("yes")
	}
	if !o.SignedAt.IsZero() {
		r.OpinionBy = form.Signature{Name: o.SignedBy.Name, At: o.SignedAt}
	}
}

func dissent(k complaint.Consultation, word func(string, string) string) string {
	if !k.Dissent {
		return ""
	}
	return "（" + word("print", "dissent") + "）"
}

// opinion is the column 处理意见 with its measures.
func opinion(o complaint.OpinionSeen) string {
	lines := []string{o.Text}
	for i, m := range o.Measures {
		lines = append(lines, fmt.Sprintf("%d. %s（%s）", i+1, m.What, strings.TrimSpace(m.Owner+" "+m.DueOn)))
	}
	for _, extra := range []string{o.InterimInstruction, o.Containment, o.NoVisitReason, o.NoVisitConsent, o.NoConsultationReason} {
		if extra != "" {
			lines = append(lines, extra)
		}
	}
	return strings.Join(lines, "\n")
}

func fillClosing(r *form.ComplaintRecord, p *complaint.Page) {
	if p.State != complaint.StateClosed {
		return
	}
	by := p.Officer.Name
	for _, e := range p.Timeline {
		if e.Act == "complaint.close" {
			by = e.Actor.Name
			break
		}
	}
	r.Closed = form.Signature{Name: by, At: p.ClosedAt}
	if p.Class == complaint.NonQuality {
		r.Implementation = p.CloseSummary
		if n := len(p.Satisfaction); n > 0 && p.CloseKind == complaint.ClosedSatisfied {
			s := p.Satisfaction[n-1]
			r.Confirmation, r.Remarks = form.Tick("agree"), s.Statement
			r.CustomerSigned, r.CustomerSignedOn = s.By, s.At
		}
	}
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// number prints a count; nothing prints blank.
func number(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}
