package form

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func lay(t interface{ Fatal(...any) }, r ComplaintRecord, o Options) (*press, *document) {
	pr, err := newPress(o)
	if err != nil {
		t.Fatal(err)
	}
	return pr, r.document(pr)
}

// words gives everything printed on the pages without blanks, in drawing order.
func words(pages ...*page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, m := range p.texts {
			b.WriteString(strings.Join(strings.Fields(m.text), ""))
		}
	}
	return b.String()
}

// ink is the rectangle that a text blackens: the font's characters stay within it.
func ink(lib *library, m textMark) box {
	return box{m.x, m.y - 0.80*m.size, lib.faces[m.font].width(m.text, m.size), 0.88 * m.size}
}

func (b box) meets(o box) bool {
	const touch = 0.3
	return b.x+b.w > o.x+touch && o.x+o.w > b.x+touch && b.y+b.h > o.y+touch && o.y+o.h > b.y+touch
}

// flaws lists what a person would see at once: text beyond the margins, text
// upon text, text through a line or a tick box.
func flaws(lib *library, d *document) []string {
	var found []string
	for n, p := range d.pages {
		say := func(format string, args ...any) {
			found = append(found, fmt.Sprintf("page %d: ", n+1)+fmt.Sprintf(format, args...))
		}
		for i, m := range p.texts {
			b := ink(lib, m)
			if strings.TrimSpace(m.text) == "" {
				continue
			}
			if b.x < bindingMargin-0.5 || b.x+b.w > d.w-sideMargin+0.5 || b.y < 0 || b.y+b.h > d.h-8*mm {
				say("%q leaves the margins", m.text)
			}
			for _, o := range p.texts[i+1:] {
				if strings.TrimSpace(o.text) != "" && b.meets(ink(lib, o)) {
					say("%q lies upon %q", m.text, o.text)
				}
			}
			for _, l := range p.lines {
				if b.meets(box{min(l.x1, l.x2) - 0.4, min(l.y1, l.y2) - 0.4, max(l.x1, l.x2) - min(l.x1, l.x2) + 0.8, max(l.y1, l.y2) - min(l.y1, l.y2) + 0.8}) {
					say("a line goes through %q", m.text)
				}
			}
			for _, tick := range p.ticks {
				if b.meets(box{tick.x, tick.y, tick.size, tick.size}) {
					say("%q lies upon a tick box", m.text)
				}
			}
		}
	}
	return found
}

func TestSheetsAreClean(t *testing.T) {
	records := map[string]ComplaintRecord{"blank": {}, "filled": filled(), "crowded": crowded()}
	for _, labels := range []Labels{Chinese, Bilingual, English} {
		for name, r := range records {
			t.Run(string(labels)+"/"+name, func(t *testing.T) {
				o := house()
				o.Labels = labels
				pr, d := lay(t, r, o)
				for _, flaw := range flaws(pr.lib, d) {
					t.Error(flaw)
				}
				if text := words(d.pages...); strings.Contains(text, "form.") {
					t.Errorf("a label has no text: %s", text)
				}
			})
		}
	}
}

// Whatever people type, the sheet stays clean and nothing they wrote is lost.
func TestSheetsStayCleanWhateverIsWritten(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("设备异响、停机，（轴承）“二次”；℃ aZ9-/.@\n𠮷😀\t")), 0, 400, -1)
	rapid.Check(t, func(t *rapid.T) {
		r := filled()
		for _, field := range []*string{&r.Customer, &r.Phone, &r.Site, &r.Account, &r.Plan, &r.Views, &r.Opinion, &r.Investigation,
			&r.Demand.Note, &r.PaidAmount, &r.NewSerial, &r.NoticeNo, &r.TakenBy.Name, &r.Remarks, &r.NotSigned, &r.Lines[0].Product, &r.Attachments} {
			*field = text.Draw(t, "text")
		}
		o := house()
		o.Labels = rapid.SampledFrom([]Labels{Chinese, Bilingual, English}).Draw(t, "labels")
		pr, d := lay(t, r, o)
		for _, flaw := range flaws(pr.lib, d) {
			t.Error(flaw)
		}
		printed := strings.ReplaceAll(words(d.pages...), pr.word("form.continued_overleaf", nil), "")
		for _, prose := range []string{r.Account, r.Opinion, r.Investigation} {
			for _, line := range strings.Fields(pr.lib.clean(prose)) {
				for _, piece := range strings.Split(line, "\n") {
					if head := firstRunes(piece, 12); !strings.Contains(printed, head) {
						t.Errorf("%q is not on any sheet", head)
					}
				}
			}
		}
	})
}

func firstRunes(text string, n int) string {
	runes := []rune(text)
	return string(runes[:min(n, len(runes))])
}
