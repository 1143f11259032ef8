// Package complaint is clause 2.1: a complaint by any channel goes onto the
// record R1 《顾客投诉及处理记录表》, is classified, and then either negotiated
// until the customer is satisfied (non-quality) or handed to the quality
// department the same day, which asks other departments, writes and signs the
// handling opinion 处理意见 (quality).
//
//	draft 草稿 ─ register → registered 已受理
//	  registered ─ classify(non_quality) → negotiating 协商处理
//	      ─ record-satisfaction | approved exception, close → closed 结案
//	  registered ─ classify(quality) → handover_pending 待交质检
//	      ─ hand-over → with_quality 质检分析 (return-handover → handover_pending)
//	      ─ consult, give-view, write-opinion, sign-opinion → opinion_signed 已签处理意见
//	  reclassify: negotiating ⇄ handover_pending; with_quality → negotiating by 质检部 only
//	side states: void 作废, withdrawn 撤诉, merged 并案; closed ─ reopen → negotiating | with_quality
//
// Obligations obeyed here: 1-b, 2.1-a to 2.1-p; edge cases EC-01 to EC-03,
// EC-12 to EC-18, EC-23, EC-25. Assignment (2.1-q) and what follows belong to
// the chapter fieldwork.
package complaint
