package form

import (
	"io"
	"time"
)

// ComplaintRecord is what stands on a 顾客投诉及处理记录表 (clauses 2.1 to 2.6).
// Every field may be blank and then prints blank; the form can be printed at
// any stage. Codes of Ticks are listed at each field.
type ComplaintRecord struct {
	No         string // 投诉编号; printed on every sheet
	Code       string // content of the QR code; empty means No
	Status     string // state in words, printed below the grid; leave empty once closed
	Void       bool   // prints 作废 across every sheet
	VoidReason string

	// 一、受理
	Customer    string
	Complainant string
	Role        Ticks // customer, dealer, end_user, other
	Contact     string
	Phone       string
	Email       string // e-mail or fax
	Site        string
	Region      Ticks // home_province, other_province, remote, special
	Channel     Ticks // letter, fax, phone, visit, email, other
	ArrivedAt   time.Time
	TakenAt     time.Time
	Contract    string
	DeliveredOn string
	WarrantyTo  string
	Lines       []ProductLine
	Nth         Nth
	Account     string
	Demand      Ticks // return, replacement, repair, compensation, other
	Class       Ticks // quality, non_quality
	Severity    Ticks // minor, major, serious
	Attachments string
	Plan        string
	TakenBy     Signature
	HandedOver  time.Time
	ReceivedBy  Signature

	// 二、处理意见
	Consulted     string
	Views         string
	Opinion       string
	SiteVisit     Ticks // yes, no
	ArriveBy      time.Time
	OpinionBy     Signature
	Assigned      string
	Qualification string
	AssignedBy    Signature // the assigned person took the record

	// 三、处理实施情况
	OnSiteAt       time.Time
	ArrivalProof   string
	LeftAt         time.Time
	Investigation  string
	Finding        Ticks // own_quality, misuse, other, pending
	Disposition    Ticks // return, replacement, repair, paid_service, other
	PaidAmount     string
	NewSerial      string
	Implementation string
	Result         Ticks // solved, partly, not_solved
	Technician     Signature
	Inspector      Signature

	// 四、顾客确认
	Confirmation     Ticks // agree, remarks, disagree
	Satisfaction     Ticks // very_satisfied, satisfied, neutral, dissatisfied, very_dissatisfied
	Remarks          string
	CustomerSigned   string
	CustomerSignedOn time.Time
	NotSigned        string // reason and witness

	// 五、归档
	ReturnedAt       time.Time
	ReturnReceivedBy string
	NoticeNo         string
	NoNotice         bool
	GMReport         Ticks // yes, not_applicable
	GMReportedOn     time.Time
	FollowUpOn       time.Time
	FollowUpResult   string
	Closed           Signature
}

// A ProductLine is one line of 投诉产品明细.
type ProductLine struct {
	Product, Model, Batch, Quantity, Defective, UsedSince string
}

// Nth says the how-manieth complaint this is, in all and by contract, unit and
// failure. Blank prints blank.
type Nth struct{ Total, Contract, Unit, Failure string }

// printedLines is the number of product lines on the form itself.
const printedLines = 3

// PDF writes the record as an A4 form: parts 一 and 二 on the front, 三 to 五 on
// the back, continuation sheets with the same number for what found no room.
func (r ComplaintRecord) PDF(w io.Writer, opts Options) error {
	pr, err := newPress(opts)
	if err != nil {
		return err
	}
	return r.document(pr).paint(pr.lib, w)
}

// document lays the record out.
func (r ComplaintRecord) document(pr *press) *document {
	frame := newPortrait(pr)
	d := &document{w: a4Short, h: a4Long, created: pr.options.PrintedAt, author: pr.lib.clean(pr.options.Company)}
	d.title = pr.word("form.record.title", nil) + " " + pr.lib.clean(r.No)
	var rest []leftover
	for _, side := range [][]row{r.front(pr), r.back(pr)} {
		pages, over := frame.setSide(pr, side)
		d.pages = append(d.pages, pages...)
		rest = append(rest, over...)
	}
	proper := len(d.pages)
	d.pages = append(d.pages, frame.continuation(pr, r.moreLines(pr), rest)...)
	for i, p := range d.pages {
		r.dress(pr, frame, p, i, len(d.pages), i >= proper)
	}
	return d
}

func (r ComplaintRecord) front(pr *press) []row { return append(r.intake(pr), r.opinion(pr)...) }

func (r ComplaintRecord) back(pr *press) []row {
	rows := append(r.implementation(pr), r.confirmation(pr)...)
	return append(rows, r.filing(pr)...)
}
