package form

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/signintech/gopdf"
	"github.com/signintech/gopdf/fontmaker/core"
)

//go:embed font/NotoSansSC-Regular.ttf
var regularTTF []byte

//go:embed font/NotoSansSC-Bold-GB2312.ttf
var boldTTF []byte

// The two faces by the names under which the PDF embeds them. Regular holds
// every character of the font; bold holds GB 2312 and is for headings only.
const (
	regular = "NotoSansSC-Regular"
	bold    = "NotoSansSC-Bold"
)

// geta stands for a character that the font lacks, as printers have always
// set it: the gap is seen, never closed silently.
const geta = '〓'

// A face knows which characters a font holds and how wide they are.
type face struct {
	spans   []core.CmapFormat12GroupingTable // by code point, ascending, when the font has a format 12 table
	short   *core.TTFParser
	widths  []uint
	perEm   float64
	last    uint // glyphs from here on share the last width
	advance sync.Map
}

// A library is the parsed fonts: slow to read (tens of milliseconds), then
// shared by all prints.
type library struct {
	faces     map[string]*face
	container *gopdf.FontContainer
}

var fonts = sync.OnceValues(readFonts)

func readFonts() (*library, error) {
	lib := &library{faces: map[string]*face{}, container: &gopdf.FontContainer{}}
	for name, data := range map[string][]byte{regular: regularTTF, bold: boldTTF} {
		f, err := readFace(data)
		if err != nil {
			return nil, fmt.Errorf("form: font %s: %w", name, err)
		}
		lib.faces[name] = f
		if err := lib.container.AddTTFFontData(name, data); err != nil {
			return nil, fmt.Errorf("form: font %s: %w", name, err)
		}
	}
	return lib, nil
}

func readFace(data []byte) (*face, error) {
	var p core.TTFParser
	if err := p.ParseFontData(data); err != nil {
		return nil, err
	}
	spans := slices.Clone(p.GroupingTables())
	slices.SortFunc(spans, func(a, b core.CmapFormat12GroupingTable) int { return int(a.StartCharCode) - int(b.StartCharCode) })
	return &face{spans: spans, short: &p, widths: p.Widths(), perEm: float64(p.UnitsPerEm()), last: p.NumberOfHMetrics() - 1}, nil
}

// glyph gives the number of the glyph of r, 0 when the font has none.
func (f *face) glyph(r rune) uint {
	if r > 0xFFFF {
		return f.glyphOfSpan(uint(r))
	}
	return f.glyphOfSegment(uint(r))
}

func (f *face) glyphOfSpan(code uint) uint {
	i, found := slices.BinarySearchFunc(f.spans, code, func(s core.CmapFormat12GroupingTable, c uint) int {
		switch {
		case s.EndCharCode < c:
			return -1
		case s.StartCharCode > c:
			return 1
		}
		return 0
	})
	if !found {
		return 0
	}
	return f.spans[i].GlyphID + code - f.spans[i].StartCharCode
}

// glyphOfSegment reads the format 4 table, the one that the PDF writer asks
// for these characters: both must answer alike.
func (f *face) glyphOfSegment(code uint) uint {
	p := f.short
	seg, _ := slices.BinarySearch(p.EndCount[:p.SegCount], code)
	if seg >= int(p.SegCount) || code < p.StartCount[seg] {
		return 0
	}
	if p.IdRangeOffset[seg] == 0 {
		return (code + p.IdDelta[seg]) & 0xFFFF
	}
	i := p.IdRangeOffset[seg]/2 + (code - p.StartCount[seg]) - (p.SegCount - uint(seg))
	if i >= uint(len(p.GlyphIdArray)) || p.GlyphIdArray[i] == 0 {
		return 0
	}
	return (p.GlyphIdArray[i] + p.IdDelta[seg]) & 0xFFFF
}

// has says whether the font can print r.
func (f *face) has(r rune) bool { return f.glyph(r) != 0 }

// width gives the width of text at size, both in points.
func (f *face) width(text string, size float64) float64 {
	var sum float64
	for _, r := range text {
		sum += f.em(r)
	}
	return sum * size
}

// em gives the width of r as a share of the font size.
func (f *face) em(r rune) float64 {
	if w, ok := f.advance.Load(r); ok {
		return w.(float64)
	}
	w := float64(f.widths[min(f.glyph(r), f.last)]) / f.perEm
	f.advance.Store(r, w)
	return w
}
