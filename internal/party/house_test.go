package party

import (
	"context"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
	"huidan/internal/route"
)

var keeper = []access.Role{access.SalesManager}

func do[R any](h *housetest.House, a act.Act[R]) R { return housetest.Do(h, h.As(keeper...), a) }

func customer(h *housetest.House, name string, contacts ...ContactFields) string {
	c := do(h, CreateCustomer{CustomerFields: CustomerFields{Name: name}, SameNameOK: true})
	for _, contact := range contacts {
		do(h, AddContact{CustomerID: c.ID, ContactFields: contact})
	}
	return c.ID
}

func product(h *housetest.House, name, model string, months int64) string {
	return do(h, CreateProduct{ProductFields{NameZH: name, Model: model, WarrantyMonths: months}}).ID
}

func see[R any](t *testing.T, h *housetest.House, f func(context.Context, *act.Sight) (R, error), roles ...access.Role) R {
	t.Helper()
	if len(roles) == 0 {
		roles = keeper
	}
	answer, err := act.See(t.Context(), h.Door, h.As(roles...), "party.see", f)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// typed gives the names of the customers found for what is typed.
func typed(t *testing.T, h *housetest.House, text string) []string {
	t.Helper()
	page := see(t, h, func(ctx context.Context, s *act.Sight) (route.Page[CustomerRow], error) {
		return ListCustomers(ctx, s, &CustomerQuery{Listing: Listing{Q: text}})
	})
	names := []string{}
	for _, row := range page.Items {
		names = append(names, row.Name)
	}
	return names
}

func units(t *testing.T, h *housetest.House, q UnitQuery) []UnitRow {
	t.Helper()
	return see(t, h, func(ctx context.Context, s *act.Sight) (route.Page[UnitRow], error) { return ListUnits(ctx, s, &q) }).Items
}

// refused asserts a refusal with this code on this field ("" for none).
func refused(t *testing.T, err error, kind fault.Kind, field, code string) {
	t.Helper()
	f, ok := fault.As(err)
	if !ok || f.Kind != kind {
		t.Fatalf("want %s, got %v", kind, err)
	}
	if field == "" {
		if code != "" && f.Code != code {
			t.Errorf("want %s, got %s", code, f.Code)
		}
		return
	}
	for _, wrong := range f.Fields {
		if wrong.Path == field && wrong.Code == code {
			return
		}
	}
	t.Errorf("want %s=%s, got %v", field, code, err)
}

func try[R any](h *housetest.House, a act.Act[R]) error {
	_, err := housetest.Try(h, h.As(keeper...), a)
	return err
}

func has(list []string, text string) bool {
	for _, v := range list {
		if strings.Contains(v, text) {
			return true
		}
	}
	return false
}
