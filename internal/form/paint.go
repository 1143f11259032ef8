package form

import (
	"fmt"
	"io"
	"time"

	"github.com/signintech/gopdf"
	"github.com/skip2/go-qrcode"
)

// A document is pages of one paper size, ready to be painted.
type document struct {
	w, h    float64 // paper in points
	title   string
	author  string
	created time.Time
	pages   []*page
}

// paint writes the document as PDF. Only the glyphs in use are embedded.
func (d *document) paint(lib *library, w io.Writer) error {
	pdf := &gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: d.w, H: d.h}})
	pdf.SetInfo(gopdf.PdfInfo{Title: inBMP(d.title), Author: inBMP(d.author), Creator: "Huidan", Producer: "Huidan", CreationDate: d.created})
	for _, name := range []string{regular, bold} {
		if err := pdf.AddTTFFontFromFontContainer(name, lib.container); err != nil {
			return fmt.Errorf("form: %w", err)
		}
	}
	for _, p := range d.pages {
		pdf.AddPage()
		if err := d.paintPage(pdf, lib, p); err != nil {
			return fmt.Errorf("form: %w", err)
		}
	}
	raw, err := pdf.GetBytesPdfReturnErr()
	if err != nil {
		return fmt.Errorf("form: %w", err)
	}
	if raw, err = mendUnicode(raw); err != nil {
		return fmt.Errorf("form: %w", err)
	}
	if _, err = w.Write(raw); err != nil {
		return fmt.Errorf("form: %w", err)
	}
	return nil
}

func (d *document) paintPage(pdf *gopdf.GoPdf, lib *library, p *page) error {
	if p.void != nil {
		if err := d.paintVoid(pdf, lib, p.void); err != nil {
			return err
		}
	}
	pdf.SetStrokeColor(0, 0, 0)
	pdf.SetLineWidth(rule)
	for _, l := range p.lines {
		pdf.Line(l.x1, l.y1, l.x2, l.y2)
	}
	for _, t := range p.ticks {
		paintTick(pdf, t)
	}
	for _, c := range p.codes {
		if err := paintCode(pdf, c); err != nil {
			return err
		}
	}
	for _, t := range p.texts {
		if err := paintText(pdf, t); err != nil {
			return err
		}
	}
	return nil
}

func paintText(pdf *gopdf.GoPdf, t textMark) error {
	if err := pdf.SetFont(t.font, "", t.size); err != nil {
		return err
	}
	pdf.SetTextColor(0, 0, 0)
	if t.grey {
		pdf.SetTextColor(90, 90, 90)
	}
	pdf.SetXY(t.x, t.y)
	return pdf.Text(t.text)
}

func paintTick(pdf *gopdf.GoPdf, t tickMark) {
	pdf.RectFromUpperLeftWithStyle(t.x, t.y, t.size, t.size, "D")
	if !t.on {
		return
	}
	pdf.SetLineWidth(1.1)
	pdf.Line(t.x+t.size*0.18, t.y+t.size*0.50, t.x+t.size*0.42, t.y+t.size*0.78)
	pdf.Line(t.x+t.size*0.42, t.y+t.size*0.78, t.x+t.size*0.90, t.y+t.size*0.12)
	pdf.SetLineWidth(rule)
}

// paintCode draws the QR code as filled runs, sharp at every scale. Rows
// overlap by a hair so that no white seam shows between them.
func paintCode(pdf *gopdf.GoPdf, c codeMark) error {
	code, err := qrcode.New(c.content, qrcode.Medium)
	if err != nil {
		return err
	}
	code.DisableBorder = true
	dots := code.Bitmap()
	cell := c.side / float64(len(dots))
	pdf.SetFillColor(0, 0, 0)
	for row, line := range dots {
		for from := 0; from < len(line); from++ {
			to := from
			for to < len(line) && line[to] {
				to++
			}
			if to == from {
				continue
			}
			pdf.RectFromUpperLeftWithStyle(c.x+float64(from)*cell, c.y+float64(row)*cell, float64(to-from)*cell, cell+0.06, "F")
			from = to
		}
	}
	return nil
}

func (d *document) paintVoid(pdf *gopdf.GoPdf, lib *library, v *voidMark) error {
	const size = 130
	font := lib.pick(bold, v.text)
	if err := pdf.SetFont(font, "", size); err != nil {
		return err
	}
	pdf.SetTextColor(246, 206, 206)
	pdf.Rotate(35, d.w/2, d.h/2)
	pdf.SetXY((d.w-lib.faces[font].width(v.text, size))/2, d.h/2+size*0.38)
	err := pdf.Text(v.text)
	pdf.RotateReset()
	return err
}

// inBMP replaces characters beyond U+FFFF, which the document information of
// the PDF writer cannot hold.
func inBMP(text string) string {
	runes := []rune(text)
	for i, r := range runes {
		if r > 0xFFFF {
			runes[i] = geta
		}
	}
	return string(runes)
}
