package demo

import (
	"embed"
	"encoding/json"
	"fmt"

	"huidan/internal/access"
)

//go:embed data/*.json
var files embed.FS

type companyData struct {
	Name         string `json:"name"`
	HomeProvince string `json:"home_province"`
	Departments  []struct {
		Key    string `json:"key"`
		Code   string `json:"code"`
		Name   string `json:"name"`
		NameEn string `json:"name_en"`
		Kind   string `json:"kind"`
	} `json:"departments"`
	People []personData `json:"people"`
	Admin  struct {
		Login string `json:"login"`
		Name  string `json:"name"`
	} `json:"admin"`
}

type personData struct {
	Login      string        `json:"login"`
	Name       string        `json:"name"`
	Department string        `json:"department"`
	Roles      []access.Role `json:"roles"`
	Phone      string        `json:"phone"`
}

type productData struct {
	Code           string `json:"code"`
	NameZH         string `json:"name_zh"`
	NameEN         string `json:"name_en"`
	Family         string `json:"family"`
	Model          string `json:"model"`
	WarrantyMonths int64  `json:"warranty_months"`
	Prefix         string `json:"prefix"`
}

type placeData struct {
	Code  string `json:"code"`
	Place string `json:"place"`
	Road  string `json:"road"`
}

type customersData struct {
	Families []string `json:"families"`
	Trades   []struct {
		Name string `json:"name"`
		Kind string `json:"kind"`
	} `json:"trades"`
	Surnames []string    `json:"surnames"`
	Given    []string    `json:"given"`
	Places   []placeData `json:"places"`
}

type qualityData struct {
	Families    []string `json:"families"`
	Reason      string   `json:"reason"`
	Symptom     string   `json:"symptom"`
	Account     string   `json:"account"`
	Demand      []string `json:"demand"`
	Severity    string   `json:"severity"`
	Plan        string   `json:"plan"`
	Question    string   `json:"question"`
	View        string   `json:"view"`
	Opinion     string   `json:"opinion"`
	Cause       string   `json:"cause"`
	Parts       string   `json:"parts"`
	Interim     string   `json:"interim"`
	Containment string   `json:"containment"`
}

type otherData struct {
	Reason    string   `json:"reason"`
	Account   string   `json:"account"`
	Demand    []string `json:"demand"`
	Offer     string   `json:"offer"`
	Reaction  string   `json:"reaction"`
	Statement string   `json:"statement"`
}

type mattersData struct {
	Quality           []qualityData `json:"quality"`
	NonQuality        []otherData   `json:"non_quality"`
	Withdrawn         string        `json:"withdrawn"`
	WithdrawnEvidence string        `json:"withdrawn_evidence"`
	VoidReason        string        `json:"void_reason"`
	MergeReason       string        `json:"merge_reason"`
	ReopenReason      string        `json:"reopen_reason"`
	FinalOffer        string        `json:"final_offer"`
	Remedies          string        `json:"remedies"`
	ExceptionReason   string        `json:"exception_reason"`
	ExceptionComment  string        `json:"exception_comment"`
	CloseSummary      string        `json:"close_summary"`
	LateReason        string        `json:"late_reason"`
	NightReason       string        `json:"night_reason"`
	Contact           string        `json:"contact"`
	Acknowledgement   string        `json:"acknowledgement"`
}

// data is everything that is read from the embedded files.
type data struct {
	company   companyData
	products  []productData
	customers customersData
	matters   mattersData
}

func read() (data, error) {
	var d data
	for name, into := range map[string]any{
		"company": &d.company, "products": &d.products, "customers": &d.customers, "matters": &d.matters,
	} {
		raw, err := files.ReadFile("data/" + name + ".json")
		if err != nil {
			return d, err
		}
		if err := json.Unmarshal(raw, into); err != nil {
			return d, fmt.Errorf("%s: %w", name, err)
		}
	}
	return d, nil
}
