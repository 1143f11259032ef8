package staff

import (
	"strings"

	"github.com/mozillazg/go-pinyin"

	"huidan/internal/act"
)

// readings gives the pinyin of a name for sorting ("zhang wei") and the texts
// it is found by: the name, every reading and the initials of every reading of
// its first character (surnames are often read unlike the word: 单 shan, 曾 zeng).
// Letters that are not Chinese stand for themselves.
func readings(name string) (sorted string, found []string) {
	args := pinyin.NewArgs()
	args.Heteronym = true
	args.Fallback = func(r rune, _ pinyin.Args) []string { return []string{string(r)} }
	parts := pinyin.Pinyin(act.Fold(name), args)
	if len(parts) == 0 {
		return "", nil
	}
	rest, initials := "", ""
	for i, p := range parts {
		sorted += p[0]
		if len(p[0]) > 1 && i < len(parts)-1 {
			sorted += " "
		}
		if i > 0 {
			rest += p[0]
			initials += initial(p[0])
		}
	}
	found = []string{act.FoldCode(name)}
	for _, first := range parts[0] {
		if first == "" {
			continue
		}
		found = append(found, act.FoldCode(first+rest), act.FoldCode(initial(first)+initials))
	}
	return strings.Join(strings.Fields(sorted), " "), found
}

func initial(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// findText is the column people are searched in.
func findText(name, login, phone, email string) (sorted, find string) {
	sorted, found := readings(name)
	found = append(found, act.FoldCode(login), act.FoldCode(phone), act.FoldCode(email))
	return sorted, strings.Join(unique(found), " ")
}

func unique(list []string) []string {
	seen := map[string]bool{"": true}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// like makes the pattern for a typed search; empty when nothing was typed.
func like(typed string) string {
	folded := act.FoldCode(typed)
	if folded == "" {
		return ""
	}
	return "%" + folded + "%"
}
