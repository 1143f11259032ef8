// Package route is how a chapter declares what it offers over HTTP. A route
// cannot be expressed without the row of the permission table it stands on, and
// a row that the table lacks, or a summary that one language lacks, stops the
// program before it listens: the first test that builds the routes finds it.
//
//	func Routes(reg *route.Registrar) {
//		route.Act(reg, route.POST, "/api/v1/complaints/{id}/hand-over", "complaint.hand_over", "complaint.hand_over.summary",
//			func(in route.In[HandOver]) act.Act[Done] {
//				in.Body.ID = in.Path("id")
//				return in.Body
//			})
//		route.Read(reg, "/api/v1/complaints", "complaint.see", "complaint.list.summary", list)
//	}
//
// Bodies are strict: an unknown key, a wrong type or a text that is too long is
// refused with the place of the field, in the reader's language. The shapes come
// from the struct tags of huma (doc, enum, maxLength, minimum, format …), which
// also makes the OpenAPI document; the checking itself is done here, because the
// checks of huma answer in English sentences and not in codes.
//
// A field of a body is optional unless tagged required:"true"; blank, null and
// absent mean the same. The field "version" at the top is always required.
package route
