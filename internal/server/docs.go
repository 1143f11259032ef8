package server

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"strconv"
	"strings"

	"huidan/internal/lang"
	"huidan/internal/route"
	"huidan/ui"
)

//go:embed docs/index.html
var docsPage []byte

// openapi gives the document of every route.
func (s *Server) openapi(c *route.Ctx) error {
	raw, err := s.document()
	if err != nil {
		return err
	}
	c.W.Header().Set("Content-Type", "application/json")
	c.W.Header().Set("Cache-Control", "no-cache")
	return route.WriteJSON(c.W, c.R, 200, json.RawMessage(raw))
}

// docs gives a page that renders the document without any other machine.
func (s *Server) docs(c *route.Ctx) error {
	words, err := json.Marshal(map[string]map[string]string{
		string(lang.ZH): docsWords(lang.ZH), string(lang.EN): docsWords(lang.EN),
	})
	if err != nil {
		return err
	}
	nonce := newNonce()
	body := bytes.ReplaceAll(docsPage, []byte(ui.NonceMark), []byte(nonce))
	body = bytes.ReplaceAll(body, []byte("__WORDS__"), words)
	body = bytes.ReplaceAll(body, []byte("__LANGUAGE__"), []byte(strconv.Quote(string(c.Language))))
	h := c.W.Header()
	h.Set("Content-Security-Policy", policy(nonce))
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	_, err = c.W.Write(body)
	return err
}

const docsPrefix = "server.docs."

func docsWords(language lang.Language) map[string]string {
	words := map[string]string{}
	for _, key := range lang.Keys(language) {
		if name, ok := strings.CutPrefix(key, docsPrefix); ok {
			words[name] = lang.T(language, key, nil)
		}
	}
	return words
}
