package act

// What the tests of this package look into.

// SumOf computes the hash a line should have.
func SumOf(e Entry) string { return e.sum() }

// RootOf computes the Merkle root over hashes in hex.
func RootOf(hashes []string) (string, error) {
	var tree merkle
	for _, h := range hashes {
		if err := tree.add(h); err != nil {
			return "", err
		}
	}
	return tree.root(), nil
}

// TokensOf gives the tokens of a text as it is indexed.
func TokensOf(text string) []string { return tokensOf(foldedText("", text)[1:]) }

// Meets says whether a text has what was typed, as the index would.
func Meets(typed, text string) bool {
	w := searchFor(typed)
	return len(w.Terms) > 0 && meets(w, foldedText("", text))
}

// WantedOf gives the terms and phrases of a query.
func WantedOf(typed string) (terms, phrases []string) {
	w := searchFor(typed)
	for _, t := range w.Terms {
		text := t.Text
		if t.Prefix {
			text += "*"
		}
		terms = append(terms, text)
	}
	return terms, w.Phrases
}

// LeaseFor is how long a silent holder keeps a lease.
const LeaseFor = leaseFor
