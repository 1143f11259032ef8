package exchange

import "context"

// ReadCustomers reads a list of customers. A row needs a name. Errors as in
// ReadLedger.
func ReadCustomers(ctx context.Context, table *Table, options Options) (*Preview, error) {
	return read(ctx, table, CustomersBook, rules{
		needs:  []Meaning{CustomerName},
		finish: finishCustomer,
		twins:  customerTwins,
	}, options)
}

func finishCustomer(_ *reader, e *Entry) *Note {
	if letters(e.Value(CustomerName)) == "" {
		return note("exchange.row.no_name")
	}
	return nil
}

func customerTwins(e *Entry) []twin {
	twins := []twin{{"exchange.duplicate.name", letters(e.Value(CustomerName))}}
	if code := e.Value(CustomerCode); code != "" {
		twins = append(twins, twin{"exchange.duplicate.code", code})
	}
	if phone := e.Value(Phone); phone != "" {
		twins = append(twins, twin{"exchange.duplicate.phone", phone})
	}
	return twins
}
