package exchange

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

var context2025 = calendarContext{year: 2025, yearFrom: "title"}

type spelling struct {
	raw, want string
	state     State
	code      string
}

func trySpellings(t *testing.T, meaning Meaning, all []spelling) {
	t.Helper()
	for _, s := range all {
		got := parseText(meaning, s.raw, context2025)
		code := ""
		if got.note != nil {
			code = strings.TrimPrefix(got.note.Code, "exchange.cell.")
		}
		if got.value != s.want || got.state != s.state || code != s.code {
			t.Errorf("%s %q: %q %s %s, want %q %s %s", meaning, s.raw, got.value, got.state, code, s.want, s.state, s.code)
		}
	}
}

func TestDates(t *testing.T) {
	trySpellings(t, TakenDate, []spelling{
		{"不是日期", "", Failed, "not_a_date"},
		{"2025-02-30", "", Failed, "date_impossible"},
		{"2025年13月1日", "", Failed, "date_impossible"},
		{"0225-08-11", "", Failed, "date_implausible"},
		{"2025年8月", "", Failed, "date_incomplete"},
		{"8月中旬", "", Failed, "date_incomplete"},
		{"12", "", Failed, "date_incomplete"},
		{"昨天", "", Failed, "not_a_date"},
		{"137000", "", Failed, "not_a_date"},
		{"不详", "", Unknown, "says_unknown"},
		{"  ", "", Empty, ""},
		{"2025/11/8", "2025-11-08", OK, ""},
		{"2025-07-25", "2025-07-25", OK, ""},
		{"2025.10.16", "2025-10-16", OK, ""},
		{"2025年08月11日", "2025-08-11", OK, ""},
		{"２０２５年８月１１日", "2025-08-11", OK, ""},
		{"2025年8月11号", "2025-08-11", OK, ""},
		{"2025 年 8 月 11 日", "2025-08-11", OK, ""},
		{"2025-08-11（周一）", "2025-08-11", OK, ""},
		{"二〇二五年八月十一日", "2025-08-11", OK, ""},
		{"二○二五年十二月三十一日", "2025-12-31", OK, ""},
		{"20250811", "2025-08-11", OK, ""},
		{"45660", "2025-01-03", OK, ""},
		{"45660.5", "2025-01-03", OK, ""},
		{"2024-02-29", "2024-02-29", OK, ""},
		{"2025-08-11T09:05:00", "2025-08-11", OK, ""},
		{"2025-08-10T20:05:00Z", "2025-08-11", OK, ""},
		{"2025/8/11 下午3点", "2025-08-11", OK, ""},
		{"2025年8月11日9:05", "2025-08-11", OK, ""},
		{"8月17日", "2025-08-17", Assumed, "year_assumed_title"},
		{"八月十七日", "2025-08-17", Assumed, "year_assumed_title"},
		{"8.17", "2025-08-17", Assumed, "year_assumed_title"},
		{"25.8.11", "2025-08-11", Assumed, "date_short_year"},
		{"约2025年8月11日", "2025-08-11", Assumed, "date_approximate"},
		{"2025-08-11 补录", "2025-08-11", Assumed, "date_rest_unread"},
		{"31/01/2025", "2025-01-31", OK, ""},
		{"01/31/2025", "2025-01-31", OK, ""},
		{"03/04/2025", "2025-03-04", Assumed, "date_order_assumed"},
		{"11 Aug 2025", "2025-08-11", OK, ""},
		{"August 11, 2025", "2025-08-11", OK, ""},
		{"Mon, 11-Aug-25", "2025-08-11", OK, ""},
		{"2nd Sept 2025", "2025-09-02", OK, ""},
	})
	t.Run("the time beside a date", func(t *testing.T) {
		for raw, want := range map[string]string{"2025/8/11 下午3点": "15:00", "2025年8月11日9:05": "09:05", "45660.7048611": "16:55", "2025-08-11T16:55:30": "16:55", "2025-08-10T20:05:00Z": "04:05"} {
			if got := parseText(TakenDate, raw, context2025).clock; got != want {
				t.Errorf("%q: %q, want %q", raw, got, want)
			}
		}
	})
	t.Run("a date without a year lies near the day of taking", func(t *testing.T) {
		december := calendarContext{year: 2025, yearFrom: "title", near: Day{2025, 12, 26}, nearFrom: "row", slack: farApart}
		if got := parseText(ClosedDate, "1月14日", december).value; got != "2026-01-14" {
			t.Errorf("closed after new year: %s", got)
		}
		if got := parseText(ClosedDate, "12月20日", december).value; got != "2025-12-20" {
			t.Errorf("a slip stays a slip: %s", got)
		}
		january := calendarContext{year: 2025, yearFrom: "title", near: Day{2025, 1, 3}, nearFrom: "row", slack: farApart, earlier: true}
		if got := parseText(ArrivedDate, "12月30日", january).value; got != "2024-12-30" {
			t.Errorf("the letter came the year before: %s", got)
		}
	})
	t.Run("day numbers of a workbook that counts from 1904", func(t *testing.T) {
		if got := parseText(TakenDate, "44198", calendarContext{from1904: true}).value; got != "2025-01-03" {
			t.Error(got)
		}
	})
}

func TestTimes(t *testing.T) {
	trySpellings(t, TakenTime, []spelling{
		{"上班时", "", Failed, "not_a_time"},
		{"25:00", "", Failed, "time_impossible"},
		{"12:60", "", Failed, "time_impossible"},
		{"9", "", Failed, "not_a_time"},
		{"9:05", "09:05", OK, ""},
		{"９：０５", "09:05", OK, ""},
		{"16:55:30", "16:55", OK, ""},
		{"23:50", "23:50", OK, ""},
		{"0:00", "00:00", OK, ""},
		{"下午3点", "15:00", OK, ""},
		{"下午 3 点", "15:00", OK, ""},
		{"下午三点一刻", "15:15", OK, ""},
		{"上午九点半", "09:30", OK, ""},
		{"晚上8点20分", "20:20", OK, ""},
		{"中午12点", "12:00", OK, ""},
		{"凌晨12点10分", "00:10", OK, ""},
		{"下午15:00", "15:00", OK, ""},
		{"9时5分", "09:05", OK, ""},
		{"3:30 PM", "15:30", OK, ""},
		{"12:05 am", "00:05", OK, ""},
		{"0.70486111", "16:55", OK, ""},
		{"2025/8/11 16:55", "16:55", OK, ""},
		{"1655", "16:55", Assumed, "time_approximate"},
		{"16.55", "16:55", Assumed, "time_approximate"},
		{"约9点", "09:00", Assumed, "time_approximate"},
		{"9:00-10:00", "09:00", Assumed, "time_approximate"},
		{"中午", "12:00", Assumed, "time_approximate"},
	})
}

func TestPhones(t *testing.T) {
	trySpellings(t, Phone, []spelling{
		{"打不通", "", Failed, "not_a_phone"},
		{"1370000381", "", Failed, "not_a_phone"},
		{"1.37E+10", "", Failed, "digits_lost"},
		{"无", "", Unknown, "says_unknown"},
		{"13700003811", "13700003811", OK, ""},
		{"+86 13700003811", "13700003811", OK, ""},
		{"0086-137-0000-3811", "13700003811", OK, ""},
		{"138 0000 3281", "13800003281", OK, ""},
		{"１３７００００３８１１", "13700003811", OK, ""},
		{"手机：13700003811", "13700003811", OK, ""},
		{"0510-88006486", "0510-88006486", OK, ""},
		{"(0510) 8800 6486", "0510-88006486", OK, ""},
		{"051088006486", "0510-88006486", OK, ""},
		{"+86 510 88006486", "0510-88006486", OK, ""},
		{"010-88006486转801", "010-88006486-801", OK, ""},
		{"010-88006486-801", "010-88006486-801", OK, ""},
		{"88006486", "88006486", OK, ""},
		{"400-123-4567", "400-123-4567", OK, ""},
		{"+852 2345 6789", "+85223456789", OK, ""},
		{"13700003811/0510-88006486", "13700003811", Assumed, "several_phones"},
		{"13700003811、13900001065", "13700003811", Assumed, "several_phones"},
		{"13700003811，李先生", "13700003811", Assumed, "phone_rest_unread"},
	})
}

func TestSerials(t *testing.T) {
	trySpellings(t, SerialNo, []spelling{
		{"1.23457E+14", "", Failed, "digits_lost"},
		{strings.Repeat("9", 101), "", Failed, "not_a_serial"},
		{"不详", "", Unknown, "says_unknown"},
		{"无", "", Unknown, "says_unknown"},
		{"看不清，铭牌磨损", "", Unknown, "says_unknown"},
		{"N/A", "", Unknown, "says_unknown"},
		{"sn-02757", "SN-02757", OK, ""},
		{"ＳＮ００２８８７", "SN002887", OK, ""},
		{" sn 002887 ", "SN002887", OK, ""},
		{"SN–002887", "SN-002887", OK, ""},
		{"20260312", "20260312", OK, ""},
	})
}

func TestChoices(t *testing.T) {
	trySpellings(t, Channel, []spelling{
		{"飞鸽", "", Failed, "not_a_known_word"},
		{"来电", "phone", OK, ""}, {"电话", "phone", OK, ""}, {"微信", "wechat", OK, ""}, {"12315转办", "regulator", OK, ""},
		{"信函", "letter", OK, ""}, {"来函", "letter", OK, ""}, {"邮件", "email", OK, ""}, {"來訪", "visit", OK, ""}, {"传真", "fax", OK, ""},
		{"平台", "platform", OK, ""}, {"官网", "web", OK, ""}, {"Phone", "phone", OK, ""}, {"E-mail", "email", OK, ""},
		{"市长热线12345转来", "regulator", Assumed, "word_understood_as"}, {"京东平台留言", "platform", Assumed, "word_understood_as"},
	})
	trySpellings(t, Class, []spelling{
		{"其他", "", Failed, "not_a_known_word"},
		{"", "unclassified", Empty, ""},
		{"质量问题", "quality", OK, ""}, {"质量", "quality", OK, ""}, {"非质量问题", "non_quality", OK, ""}, {"非质量", "non_quality", OK, ""},
		{"质量?", "quality", Assumed, "class_doubt"}, {"质量？", "quality", Assumed, "class_doubt"}, {"非质量?", "quality", Assumed, "class_doubt"},
		{"？", "", Unknown, "says_unknown"},
		{"non_quality", "non_quality", OK, ""}, {"quality", "quality", OK, ""}, {"unclassified", "unclassified", OK, ""},
		{"不属于质量问题", "non_quality", OK, ""}, {"Non-quality", "non_quality", OK, ""},
	})
	trySpellings(t, FaultFinding, []spelling{
		{"本公司", "own_quality", OK, ""}, {"用户使用不当", "misuse", OK, ""}, {"运输", "other", OK, ""}, {"待定", "pending", OK, ""}, {"待查", "pending", OK, ""},
	})
	trySpellings(t, Result, []spelling{
		{"已退货", "return", OK, ""}, {"已换货", "replacement", OK, ""}, {"已维修", "repair", OK, ""}, {"收费维修", "paid_service", OK, ""},
		{"顾客不认可", "not_accepted", OK, ""}, {"未维修", "not_solved", OK, ""}, {"不予退货", "not_solved", Assumed, "word_understood_as"},
	})
	trySpellings(t, Satisfaction, []spelling{
		{"6", "", Failed, "grade_out_of_scale"}, {"95", "", Failed, "grade_out_of_scale"}, {"3.5", "", Failed, "grade_out_of_scale"},
		{"很满意", "5", OK, ""}, {"满意", "4", OK, ""}, {"一般", "3", OK, ""}, {"不满意", "2", OK, ""}, {"很不满意", "1", OK, ""},
		{"3", "3", Assumed, "grade_scale_assumed"}, {"5分", "5", Assumed, "grade_scale_assumed"},
	})
	trySpellings(t, Quantity, []spelling{
		{"若干", "", Failed, "not_a_quantity"}, {"2台", "2", OK, ""}, {"两台", "2", OK, ""}, {"十二", "12", OK, ""}, {"1,200", "1200", OK, ""},
	})
	trySpellings(t, Email, []spelling{
		{"a@b", "", Failed, "not_an_email"}, {"Zhang@Example.com ", "zhang@example.com", OK, ""}, {"zhang＠example.com", "zhang@example.com", OK, ""},
	})
}

func TestUnderstoodValuesAreUnderstoodAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		meaning := rapid.SampledFrom(append(MeaningsOf(LedgerBook), CustomerKind, WarrantyTo, Site)).Draw(t, "meaning")
		raw := rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9年月日号/.\-: 上下午点半一二十sn质量非?满意]{0,16}`)).Draw(t, "raw")
		holdsUp(t, meaning, raw)
	})
}

type failer interface {
	Errorf(format string, args ...any)
}

// holdsUp checks what must be true of the reading of any text.
func holdsUp(t failer, meaning Meaning, raw string) {
	got := parseText(meaning, raw, context2025)
	switch {
	case got.state != OK && got.state != Empty && got.note == nil:
		t.Errorf("%s %q: %s without a reason", meaning, raw, got.state)
	case (got.state == Failed || got.state == Unknown) && got.value != "":
		t.Errorf("%s %q: %s with a value %q", meaning, raw, got.state, got.value)
	case utf8.ValidString(raw) && !utf8.ValidString(got.value):
		t.Errorf("%s %q: %q is no text", meaning, raw, got.value)
	}
	if got.value == "" {
		return
	}
	if again := parseText(meaning, got.value, context2025); again.value != got.value {
		t.Errorf("%s %q: understood as %q, and that as %q", meaning, raw, got.value, again.value)
	}
}

func TestEveryIdentifierIsUnderstoodAsItself(t *testing.T) {
	for meaning, def := range meanings {
		for value := range def.words.values {
			if got := parseText(meaning, value, context2025); got.value != value || got.state != OK && meaning != Satisfaction {
				t.Errorf("%s %q: %+v", meaning, value, got)
			}
		}
	}
}

func FuzzCell(f *testing.F) {
	for _, raw := range []string{"2025/11/8", "8月17日", "45660", "二〇二五年八月十一日", "下午3点", "上午九点半", "+86 13700003811", "010-88006486转801", "sn-02757", "质量?", "12315转办", "=1+1", "'=1", "不详", "９：０５", "A0 .0", "A¨", "-  -", "2000\x010", "+86 110000X0000"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for meaning := range meanings {
			holdsUp(t, meaning, raw)
		}
		understand(0, Account, writtenText(raw), context2025)
	})
}
