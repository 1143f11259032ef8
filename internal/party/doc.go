// Package party is the chapter of those the service is for, and of what they
// own: customers, their contacts and sites, the company's products, and the
// units installed at customers (设备档案).
//
//	customer ─┬─ contact   (personal data: only here, never in the journal)
//	          ├─ site ──── region class of clause 2.2 (by package region)
//	          └─ unit ──── product, serial number, warranty
//
// States are few: a record is in force, or void with a reason. The chapter
// gives clause 2.1 (2.1-i: product, serial or batch, contract, site) and
// clause 2.2 (where the matter occurred) what they need to know; the records
// themselves are the company's bookkeeping, not an obligation.
//
// Everything is found while typing by party_key: folded pieces of names,
// pinyin initials, phones, codes and serial numbers, looked up as a range of
// an index, so that the cost does not grow with the table.
package party
