package form

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// headings are those of the paper form, in its order.
var headings = []string{
	"一、受理", "顾客名称", "投诉者", "身份", "顾客", "经销商", "最终用户", "其他", "联系人", "电话", "电子邮箱/传真",
	"发生地点", "地区类别", "省内", "省外", "边远", "其他", "受理方式", "信函", "传真", "来电", "来访", "邮件", "其他", "到达时间", "受理时间",
	"合同/订单号", "发货/购买日期", "质保期至", "序号", "产品名称", "型号规格", "批号/序列号", "数量", "不良数", "使用时间",
	"第次投诉", "同一合同", "同一台产品", "同一故障", "顾客反映的情况", "顾客要求", "退货", "换货", "维修", "赔偿", "其他",
	"问题性质", "质量问题", "非质量问题", "严重程度", "一般", "较重", "严重", "附件", "件", "处理方案",
	"受理人", "签名", "日期", "移交时间", "质检部签收", "签名", "日期",
	"二、处理意见（质检部）", "会同部门", "各部门意见", "处理意见", "现场服务", "需要", "不需要", "应到现场期限", "质检部", "签名", "日期",
	"被委派人员", "资格", "接收记录", "签名", "日期",
	"三、处理实施情况（技术人员、检验员）", "到达现场", "到达凭证", "离开", "现场调查", "责任判定", "本公司产品质量", "使用不当", "其他", "待定",
	"处置", "退货", "换货", "维修（经顾客同意）", "有偿服务¥", "其他", "新序列号", "处理实施情况", "结果", "已解决", "部分解决", "未解决",
	"技术人员", "签名", "日期", "检验员", "签名", "日期",
	"四、顾客确认", "同意", "有保留", "不同意", "满意程度", "很满意", "满意", "一般", "不满意", "很不满意", "顾客意见",
	"顾客签名（盖章）", "日期", "拒签/无法签名",
	"五、归档（质检部）", "交回时间", "质检部签收", "纠正措施通知单号", "不适用", "报告总经理", "是", "不适用", "回访", "结案", "签名", "日期",
}

func TestClause2_1_d_record_form(t *testing.T) {
	t.Run("every heading stands on the form in the order of the paper", func(t *testing.T) {
		_, d := lay(t, ComplaintRecord{}, Options{})
		rest := words(d.pages...)
		for _, h := range headings {
			_, after, found := strings.Cut(rest, h)
			if !found {
				t.Fatalf("%s is missing or out of order; after it would come %s", h, rest)
			}
			rest = after
		}
	})
	t.Run("what is not filled prints blank", func(t *testing.T) {
		_, d := lay(t, ComplaintRecord{}, Options{})
		text := words(d.pages...)
		for _, wrong := range []string{"null", "nil", "%!", "0001", "1970", "{", "}"} {
			if strings.Contains(text, wrong) {
				t.Errorf("a blank form prints %q", wrong)
			}
		}
		for _, p := range d.pages {
			if slices.ContainsFunc(p.ticks, func(m tickMark) bool { return m.on }) {
				t.Error("a blank form has a ticked box")
			}
			if len(p.codes) > 0 {
				t.Error("a form without number has a QR code")
			}
		}
	})
	t.Run("the record fills one sheet, front and back, in every language", func(t *testing.T) {
		for _, labels := range []Labels{Chinese, Bilingual, English} {
			if _, d := lay(t, filled(), Options{Labels: labels}); len(d.pages) != 2 {
				t.Errorf("%s: %d pages", labels, len(d.pages))
			}
		}
	})
	t.Run("every answer is printed", func(t *testing.T) {
		r := filled()
		_, d := lay(t, r, house())
		text := words(d.pages...)
		for _, answer := range []string{r.Customer, r.Site, "2026-03-1309:15", "书面说明原因", r.Account, r.Plan, "2026-03-1310:20", r.Views, r.Opinion,
			"2026-03-1524:00", r.Investigation, "0.00", r.Implementation, r.Remarks, r.NoticeNo, "运行正常", "周敏", "QR-8.5-03A/0", "保存期限：5年", "1/2", "2/2"} {
			if !strings.Contains(text, strings.Join(strings.Fields(answer), "")) {
				t.Errorf("%s is not on the form", answer)
			}
		}
	})
}

func TestClause2_1_d_long_texts(t *testing.T) {
	r := crowded()
	_, d := lay(t, r, house())
	t.Run("a long account flows on to a continuation sheet, nothing is lost", func(t *testing.T) {
		if len(d.pages) < 3 {
			t.Fatalf("%d pages", len(d.pages))
		}
		front, more := words(d.pages[0]), words(d.pages[2:]...)
		if !strings.Contains(front, "（下转续页）") || !strings.Contains(more, "顾客反映的情况（续）") {
			t.Error("the form does not say where the account goes on")
		}
		rest := r.Account
		for rest != "" && strings.Contains(prose(d.pages[0]), strings.TrimSuffix(r.Account, rest[3:])) {
			rest = rest[3:]
		}
		if rest == r.Account || !strings.Contains(prose(d.pages[2:]...), rest) {
			t.Errorf("the account does not go on where the form breaks off: %s", rest)
		}
		if !strings.Contains(more, r.Customer) {
			t.Error("the customer's full name is on no sheet")
		}
	})
	t.Run("every sheet bears the same number, its page and the QR code", func(t *testing.T) {
		for i, p := range d.pages {
			text := words(p)
			if !strings.Contains(text, "投诉编号："+r.No) || !strings.Contains(text, fmt.Sprintf("页次：%d/%d", i+1, len(d.pages))) {
				t.Errorf("page %d: %s", i+1, text)
			}
			if len(p.codes) != 1 || p.codes[0].content != r.Code {
				t.Errorf("page %d: QR codes %v", i+1, p.codes)
			}
			if continuation := strings.Contains(text, "（续页）"); continuation != (i >= 2) {
				t.Errorf("page %d: continuation %v", i+1, continuation)
			}
		}
	})
	t.Run("ten product lines: three on the form, seven on the continuation", func(t *testing.T) {
		model := strings.Join(strings.Fields(r.Lines[0].Model), "")
		if n := strings.Count(words(d.pages[0]), model+"LG37"); n != 3 {
			t.Errorf("%d lines on the form", n)
		}
		if n := strings.Count(words(d.pages[2:]...), model+"LG37"); n != 7 {
			t.Errorf("%d lines on the continuation", n)
		}
	})
}

// prose gives the running text on the pages, without the printed labels.
func prose(pages ...*page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, m := range p.texts {
			if m.size == bodySize && m.x > bindingMargin+c1*mm {
				b.WriteString(m.text)
			}
		}
	}
	return b.String()
}

func TestClause2_1_d_rare_characters(t *testing.T) {
	t.Run("what the font lacks prints as 〓, never as nothing", func(t *testing.T) {
		r := ComplaintRecord{Customer: "𠮷田😀", Contact: "\xff坏", Complainant: "王\u200d\ufe0f犇"}
		_, d := lay(t, r, Options{})
		text := words(d.pages...)
		for _, want := range []string{"〓田〓", "坏", "王犇"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s is not printed", want)
			}
		}
	})
	t.Run("names beyond U+FFFF that the font holds print and can be found", func(t *testing.T) {
		text := extract(t, ComplaintRecord{No: "TS-1", Customer: "𬭎㐂龘"}, Options{Company: "𬭎𠮷"})
		if !strings.Contains(text, "𬭎㐂龘") {
			t.Errorf("got %s", text)
		}
	})
}

// extract reads the printed text back with pdftotext, as a person's reader would.
func extract(t *testing.T, r ComplaintRecord, o Options) string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatal("pdftotext is not installed: install poppler-utils")
	}
	var b bytes.Buffer
	if err := r.PDF(&b, o); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "form.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-raw", file, "-").CombinedOutput()
	if err != nil || bytes.Contains(out, []byte("Error")) {
		t.Fatalf("pdftotext: %v: %s", err, out)
	}
	return string(out)
}

func TestPDF(t *testing.T) {
	t.Run("a reader finds the texts", func(t *testing.T) {
		text := strings.Join(strings.Fields(extract(t, filled(), house())), "")
		for _, want := range []string{"顾客投诉及处理记录表", "一、受理", "五、归档（质检部）", "苏州恒远机电设备有限公司", "TS-2026-0012", "页次：2/2"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s is not found", want)
			}
		}
	})
	t.Run("equal input gives equal bytes, also side by side", func(t *testing.T) {
		var sums [4][32]byte
		var all sync.WaitGroup
		for i := range sums {
			all.Go(func() {
				var b bytes.Buffer
				if err := filled().PDF(&b, house()); err != nil {
					t.Error(err)
				}
				sums[i] = sha256.Sum256(b.Bytes())
			})
		}
		all.Wait()
		for _, s := range sums[1:] {
			if s != sums[0] {
				t.Fatal("two prints of one record differ")
			}
		}
	})
	t.Run("a form is small", func(t *testing.T) {
		var b bytes.Buffer
		if err := filled().PDF(&b, house()); err != nil {
			t.Fatal(err)
		}
		if b.Len() > 400_000 {
			t.Fatalf("%d bytes", b.Len())
		}
	})
	t.Run("a QR code too long to print is refused", func(t *testing.T) {
		if err := (ComplaintRecord{Code: strings.Repeat("x", 5000)}).PDF(&bytes.Buffer{}, Options{}); err == nil {
			t.Error("no error")
		}
	})
}

func TestTicks(t *testing.T) {
	on := func(d *document) (n int) {
		for _, p := range d.pages {
			for _, m := range p.ticks {
				if m.on {
					n++
				}
			}
		}
		return n
	}
	fields := map[string]func(*ComplaintRecord) *Ticks{
		"customer dealer end_user other":                                  func(r *ComplaintRecord) *Ticks { return &r.Role },
		"home_province other_province remote special":                     func(r *ComplaintRecord) *Ticks { return &r.Region },
		"letter fax phone visit email other":                              func(r *ComplaintRecord) *Ticks { return &r.Channel },
		"return replacement repair compensation other":                    func(r *ComplaintRecord) *Ticks { return &r.Demand },
		"quality non_quality":                                             func(r *ComplaintRecord) *Ticks { return &r.Class },
		"minor major serious":                                             func(r *ComplaintRecord) *Ticks { return &r.Severity },
		"yes no":                                                          func(r *ComplaintRecord) *Ticks { return &r.SiteVisit },
		"own_quality misuse other pending":                                func(r *ComplaintRecord) *Ticks { return &r.Finding },
		"return replacement repair paid_service other ":                   func(r *ComplaintRecord) *Ticks { return &r.Disposition },
		"solved partly not_solved":                                        func(r *ComplaintRecord) *Ticks { return &r.Result },
		"agree remarks disagree":                                          func(r *ComplaintRecord) *Ticks { return &r.Confirmation },
		"very_satisfied satisfied neutral dissatisfied very_dissatisfied": func(r *ComplaintRecord) *Ticks { return &r.Satisfaction },
		"yes not_applicable":                                              func(r *ComplaintRecord) *Ticks { return &r.GMReport },
	}
	for codes, field := range fields {
		t.Run(codes, func(t *testing.T) {
			for _, code := range strings.Fields(codes) {
				var r ComplaintRecord
				*field(&r) = Tick(code)
				if _, d := lay(t, r, Options{}); on(d) != 1 {
					t.Errorf("%s ticks %d boxes", code, on(d))
				}
			}
			var r ComplaintRecord
			*field(&r) = Tick(strings.Fields(codes)...)
			if _, d := lay(t, r, Options{}); on(d) != len(strings.Fields(codes)) {
				t.Errorf("all codes tick %d boxes", on(d))
			}
		})
	}
	t.Run("a channel without a box of its own ticks 其他 and is named", func(t *testing.T) {
		_, d := lay(t, ComplaintRecord{Channel: Ticks{Codes: []string{"wechat"}, Note: "微信"}}, Options{})
		if on(d) != 1 || !strings.Contains(words(d.pages...), "其他微信") {
			t.Errorf("%d boxes: %s", on(d), words(d.pages...))
		}
	})
	t.Run("not yet classified ticks nothing", func(t *testing.T) {
		if _, d := lay(t, ComplaintRecord{Class: Tick("unclassified")}, Options{}); on(d) != 0 {
			t.Errorf("%d boxes", on(d))
		}
	})
}

func TestState(t *testing.T) {
	t.Run("a record that is not closed says when it was printed and its state", func(t *testing.T) {
		_, d := lay(t, filled(), house())
		for _, p := range d.pages {
			if !strings.Contains(words(p), "打印于2026-03-1616:20状态：质检部处理中") {
				t.Errorf("got %s", words(p))
			}
		}
	})
	t.Run("a closed record says nothing of the kind", func(t *testing.T) {
		r := filled()
		r.Status = ""
		if _, d := lay(t, r, house()); strings.Contains(words(d.pages...), "打印于") {
			t.Error("printed line on a closed record")
		}
	})
	t.Run("a void record is marked across every sheet, with the reason", func(t *testing.T) {
		r := crowded()
		r.Void, r.VoidReason = true, "重复登记"
		_, d := lay(t, r, house())
		for i, p := range d.pages {
			if p.void == nil || p.void.text != "作废" || !strings.Contains(words(p), "作废原因：重复登记") {
				t.Errorf("page %d is not marked", i+1)
			}
		}
	})
	t.Run("a limit at midnight is the end of the day before", func(t *testing.T) {
		pr, err := newPress(Options{})
		if err != nil {
			t.Fatal(err)
		}
		for at, want := range map[time.Time]string{clock(16, 0, 0): "2026-03-15 24:00", clock(16, 17, 30).UTC(): "2026-03-16 17:30", {}: ""} {
			if got := pr.due(at); got != want {
				t.Errorf("%v prints %q, want %q", at, got, want)
			}
		}
	})
}

func BenchmarkRecord(b *testing.B) {
	for b.Loop() {
		if err := filled().PDF(&bytes.Buffer{}, house()); err != nil {
			b.Fatal(err)
		}
	}
}
