package form

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func ledger(n int) Register {
	g := Register{Title: "投诉台账", Period: "2026-03-01 至 2026-03-31", Columns: []Column{
		{"序号", 3, true}, {"投诉编号", 9, true}, {"受理时间", 8, true}, {"顾客名称", 12, false}, {"产品/型号", 10, false},
		{"批号/序列号", 11, false}, {"顾客反映的情况", 21, false}, {"问题性质", 6, true}, {"严重程度", 5, true}, {"状态", 7, true}, {"责任人", 5, true}}}
	for i := range n {
		g.Rows = append(g.Rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("TS-2026-%04d", i+1), "2026-03-13 09:15", "苏州恒远机电设备有限公司", "螺杆空气压缩机 LG-37/8A",
			"LG37-250918-004", strings.Repeat("设备运行约 400 小时后主机异响，自动停机。", i%4+1), "质量问题", "较重", "质检部处理中"})
	}
	return g
}

func TestClause2_1_b_register(t *testing.T) {
	pr, err := newPress(house())
	if err != nil {
		t.Fatal(err)
	}
	t.Run("every complaint stands in the register once, under the heads of its page", func(t *testing.T) {
		d := ledger(60).document(pr)
		if len(d.pages) < 2 {
			t.Fatalf("%d pages", len(d.pages))
		}
		for i := range 60 {
			if n := strings.Count(words(d.pages...), fmt.Sprintf("TS-2026-%04d", i+1)); n != 1 {
				t.Errorf("row %d stands %d times", i+1, n)
			}
		}
		for i, p := range d.pages {
			text := words(p)
			for _, want := range []string{"投诉台账", "顾客反映的情况", "共60条", fmt.Sprintf("页次：%d/%d", i+1, len(d.pages))} {
				if !strings.Contains(text, want) {
					t.Errorf("page %d lacks %s", i+1, want)
				}
			}
		}
		for _, flaw := range flaws(pr.lib, d) {
			t.Error(flaw)
		}
	})
	t.Run("an empty register prints its heads", func(t *testing.T) {
		d := ledger(0).document(pr)
		if len(d.pages) != 1 || !strings.Contains(words(d.pages[0]), "投诉编号") {
			t.Errorf("%d pages", len(d.pages))
		}
	})
	t.Run("a row taller than a page would be is cut with a visible mark", func(t *testing.T) {
		g := ledger(1)
		g.Rows[0][6] = strings.Repeat("异响", 2000)
		d := g.document(pr)
		if !strings.Contains(words(d.pages...), "…") || len(flaws(pr.lib, d)) > 0 {
			t.Error(flaws(pr.lib, d))
		}
	})
	t.Run("it is written as PDF on landscape paper", func(t *testing.T) {
		var b bytes.Buffer
		if err := ledger(5).PDF(&b, house()); err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(b.Bytes(), []byte("/MediaBox [ 0 0 841.89 595.28 ]")) {
			t.Error("the paper is not A4 landscape")
		}
	})
}
