package form

import "strings"

// The columns of the form in millimetres, together 165: label, value, label,
// value, label, value. Every part keeps to them, so that the lines meet.
const (
	c1, c2, c3, c4, c5, c6 = 19.0, 39.0, 17.0, 27.0, 20.0, 43.0
	fullWidth              = c1 + c2 + c3 + c4 + c5 + c6
)

func (pr *press) name(mm float64, key string) cell {
	return cell{mm, labelBody{pr.label("form.record." + key)}}
}

func (pr *press) value(mm float64, key, text string) cell {
	return cell{mm, valueBody{label: pr.label("form.record." + key), text: text}}
}

func (pr *press) ticks(mm float64, key string, items []tickItem) cell {
	return cell{mm, tickBody{label: pr.label("form.record." + key), items: items}}
}

func (pr *press) sign(mm float64, key string, by Signature, minutes bool) cell {
	return cell{mm, signBody{label: pr.label("form.record." + key), by: by, minutes: minutes}}
}

// field is a label and a short answer.
func (pr *press) field(name, width float64, key, text string) []cell {
	return []cell{pr.name(name, key), pr.value(width, key, text)}
}

// fieldOr is a field that shows the characters of key blank where nothing is
// written yet.
func (pr *press) fieldOr(name, width float64, key, text, blank string) []cell {
	return []cell{pr.name(name, key), {width, valueBody{label: pr.label("form.record." + key), text: text, blank: pr.word(blank, nil)}}}
}

// prose is a row of its own for running text.
func (pr *press) prose(key, text string, lines int, weight float64) row {
	return row{weight: weight, cells: []cell{pr.name(c1, key),
		{fullWidth - c1, proseBody{label: pr.label("form.record." + key), text: text, lines: lines}}}}
}

func (pr *press) heading(key string) row {
	return row{cells: []cell{{fullWidth, headBody{pr.label("form.record." + key)}}}}
}

func cells(groups ...[]cell) row {
	r := row{least: 20, weight: 0.25}
	for _, g := range groups {
		r.cells = append(r.cells, g...)
	}
	return r
}

// intake is part 一.
func (r ComplaintRecord) intake(pr *press) []row {
	rows := []row{
		pr.heading("intake"),
		cells(pr.field(c1, c2, "customer", r.Customer), pr.field(c3, c4, "complainant", r.Complainant),
			[]cell{pr.name(10, "role"), pr.ticks(c5+c6-10, "role", pr.boxes("role", r.Role, "customer", "dealer", "end_user", "other"))}),
		cells(pr.field(c1, c2, "contact", r.Contact), pr.field(c3, c4, "phone", r.Phone), pr.field(c5, c6, "email", r.Email)),
		cells(pr.fieldOr(c1, c2+c3, "site", r.Site, "form.blank_site"),
			[]cell{pr.name(c4-10, "region"), pr.ticks(10+c5+c6, "region", pr.boxes("region", r.Region, "home_province", "other_province", "remote", "special"))}),
		cells([]cell{pr.name(c1, "channel"), pr.ticks(c2, "channel", pr.boxes("channel", r.Channel, "letter", "fax", "phone", "visit", "email", "other"))},
			pr.field(c3, c4, "arrived", pr.minute(r.ArrivedAt)), pr.fieldOr(c5, c6, "taken", pr.minute(r.TakenAt), "form.blank_minute")),
		cells(pr.field(c1, c2, "contract", r.Contract), pr.field(c3, c4, "delivered", r.DeliveredOn), pr.field(c5, c6, "warranty", r.WarrantyTo)),
	}
	rows = append(rows, pr.productHead())
	for i := range printedLines {
		rows = append(rows, pr.productRow(i, r.line(i)))
	}
	return append(append(rows, r.nthRow(pr)), r.intakeEnd(pr)...)
}

func (r ComplaintRecord) line(i int) ProductLine {
	if i < len(r.Lines) {
		return r.Lines[i]
	}
	return ProductLine{}
}

func (r ComplaintRecord) nthRow(pr *press) row {
	total := pr.word("form.blank_number", nil)
	if r.Nth.Total != "" {
		total = " " + pr.lib.clean(r.Nth.Total) + " "
	}
	name := pr.label("form.record.nth_name")
	name.main = pr.word("form.record.nth", map[string]any{"n": total})
	nth := labelBody{name}
	return cells([]cell{{c1, nth}}, pr.field(23, c2-23+8, "this_contract", r.Nth.Contract),
		pr.field(25, c3+c4-8-25+20, "this_unit", r.Nth.Unit), pr.field(25, c5+c6-20-25, "same_failure", r.Nth.Failure))
}

func (r ComplaintRecord) intakeEnd(pr *press) []row {
	demand := pr.boxes("demand", r.Demand, "return", "replacement", "repair", "compensation", "other")
	demand[len(demand)-1].fill = 90
	pieces := ""
	if r.Attachments != "" {
		pieces = pr.word("form.pieces", map[string]any{"n": r.Attachments})
	}
	return []row{
		pr.prose("account", r.Account, 5, 4),
		cells([]cell{pr.name(c1, "demand"), pr.ticks(fullWidth-c1, "demand", demand)}),
		cells([]cell{pr.name(c1, "class"), pr.ticks(c2, "class", pr.boxes("class", r.Class, "quality", "non_quality")),
			pr.name(c3, "severity"), pr.ticks(c4+c5, "severity", pr.boxes("severity", r.Severity, "minor", "major", "serious")),
		}, pr.fieldOr(17, c6-17, "attachments", pieces, "form.blank_pieces")),
		pr.prose("plan", r.Plan, 2, 1),
		cells([]cell{pr.name(c1, "taken_by"), pr.sign(c2, "taken_by", r.TakenBy, false)},
			pr.field(c3, c4, "handed_over", pr.minute(r.HandedOver)),
			[]cell{pr.name(c5, "received_by"), pr.sign(c6, "received_by", r.ReceivedBy, true)}),
	}
}

// opinion is part 二.
func (r ComplaintRecord) opinion(pr *press) []row {
	views := cell{fullWidth - c1 - c2 - c3, proseBody{label: pr.label("form.record.views"), text: r.Views, lines: 2}}
	return []row{
		pr.heading("opinion_part"),
		cells(pr.field(c1, c2, "consulted", r.Consulted), []cell{pr.name(c3, "views"), views}),
		pr.prose("opinion", r.Opinion, 5, 4),
		cells([]cell{pr.name(c1, "site_visit"), pr.ticks(c2, "site_visit", pr.boxes("site_visit", r.SiteVisit, "yes", "no"))},
			pr.field(c3, c4, "arrive_by", pr.due(r.ArriveBy)),
			[]cell{pr.name(c5, "quality_dept"), pr.sign(c6, "quality_dept", r.OpinionBy, false)}),
		cells(pr.field(c1, c2, "assigned", r.Assigned), pr.field(c3, c4, "qualification", r.Qualification),
			[]cell{pr.name(c5, "took_record"), pr.sign(c6, "took_record", r.AssignedBy, true)}),
	}
}

// implementation is part 三.
func (r ComplaintRecord) implementation(pr *press) []row {
	finding := pr.boxes("finding", r.Finding, "own_quality", "misuse", "other", "pending")
	finding[2].fill = 70
	return []row{
		pr.heading("implementation_part"),
		cells(pr.fieldOr(c1, c2, "on_site", pr.minute(r.OnSiteAt), "form.blank_minute"), pr.field(c3, c4, "proof", r.ArrivalProof),
			pr.field(c5, c6, "left", pr.minute(r.LeftAt))),
		pr.prose("investigation", r.Investigation, 4, 4),
		cells([]cell{pr.name(c1, "finding"), pr.ticks(fullWidth-c1, "finding", finding)}),
		cells([]cell{pr.name(c1, "disposition"), pr.ticks(c2+c3+c4, "disposition", r.dispositionBoxes(pr))},
			pr.field(c5, c6, "new_serial", r.NewSerial)),
		pr.prose("implementation", r.Implementation, 5, 5),
		cells([]cell{pr.name(c1, "result"), pr.ticks(c2, "result", pr.boxes("result", r.Result, "solved", "partly", "not_solved")),
			pr.name(c3, "technician"), pr.sign(36, "technician", r.Technician, false),
			pr.name(c3, "inspector"), pr.sign(fullWidth-c1-c2-c3-36-c3, "inspector", r.Inspector, false)}),
	}
}

func (r ComplaintRecord) dispositionBoxes(pr *press) []tickItem {
	items := pr.boxes("disposition", r.Disposition, "return", "replacement", "repair", "paid_service", "other")
	items[3].fill, items[3].text = 44, r.PaidAmount
	items[4].fill = 52
	return items
}

// confirmation is part 四.
func (r ComplaintRecord) confirmation(pr *press) []row {
	signed := cells(pr.field(c1, c2, "customer_signed", r.CustomerSigned),
		pr.fieldOr(c3, c4, "signed_on", pr.day(r.CustomerSignedOn), "form.blank_day"),
		pr.field(c5, c6, "not_signed", r.NotSigned))
	signed.least, signed.weight = 44, 0.6
	return []row{
		pr.heading("confirmation_part"),
		cells([]cell{pr.ticks(c1+c2, "confirmation_part", pr.boxes("confirmation", r.Confirmation, "agree", "remarks", "disagree")),
			pr.name(c3, "satisfaction"), pr.ticks(c4+c5+c6, "satisfaction", pr.boxes("satisfaction", r.Satisfaction,
				"very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"))}),
		pr.prose("remarks", r.Remarks, 2, 2),
		signed,
	}
}

// filing is part 五.
func (r ComplaintRecord) filing(pr *press) []row {
	notice := []tickItem{{bare: true, fill: 46, text: r.NoticeNo}, {label: pr.label("form.not_applicable"), on: r.NoNotice}}
	report := pr.boxes("gm_report", r.GMReport, "yes", "not_applicable")
	report[0].fill, report[0].text = 50, pr.day(r.GMReportedOn)
	followUp := strings.TrimSpace(pr.day(r.FollowUpOn) + "\n" + r.FollowUpResult)
	return []row{
		pr.heading("filing_part"),
		cells(pr.field(c1, c2, "returned", pr.minute(r.ReturnedAt)),
			[]cell{pr.name(c3, "return_received"), pr.value(c4, "return_received", r.ReturnReceivedBy),
				pr.name(c5, "notice"), pr.ticks(c6, "notice", notice)}),
		cells([]cell{pr.name(c1, "gm_report"), pr.ticks(c2, "gm_report", report)},
			pr.field(c3, c4, "follow_up", followUp),
			[]cell{pr.name(c5, "closed"), pr.sign(c6, "closed", r.Closed, false)}),
	}
}
