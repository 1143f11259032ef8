package form

import (
	"testing"

	"github.com/signintech/gopdf"
)

// The PDF writer drops what it cannot find without a word, so our answer to
// "does the font have it" must be the writer's own.
func TestFontAnswersAsTheWriterDoes(t *testing.T) {
	lib, err := fonts()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{regular: regularTTF, bold: boldTTF} {
		var writer gopdf.SubsetFontObj
		if err := writer.SetTTFData(data); err != nil {
			t.Fatal(err)
		}
		for r := rune(' '); r < 0x30000; r += 3 {
			want, err := writer.CharCodeToGlyphIndex(r)
			if err != nil {
				want = 0
			}
			if got := lib.faces[name].glyph(r); got != want {
				t.Fatalf("%s %U: glyph %d, the writer takes %d", name, r, got, want)
			}
		}
	}
	for r, want := range map[rune]bool{'龘': true, '〓': true, '☑': false, '𠮷': false, '😀': false, '𬭎': true} {
		if lib.faces[regular].has(r) != want {
			t.Errorf("%c: has = %v", r, !want)
		}
	}
}
