package form

import (
	"strings"
	"time"
)

func clock(day, hour, minute int) time.Time {
	return time.Date(2026, 3, day, hour, minute, 0, 0, chinaTime)
}

// filled is a record with every field filled and every kind of box ticked.
func filled() ComplaintRecord {
	return ComplaintRecord{
		No: "TS-2026-0012", Code: "huidan:complaint:TS-2026-0012", Status: "质检部处理中",
		Customer: "苏州恒远机电设备有限公司", Complainant: "王建国", Role: Tick("dealer"),
		Contact: "王建国", Phone: "0512-6688 1234", Email: "wangjg@hengyuan.example.cn",
		Site: "江苏省苏州市吴江区汾湖大道 588 号 2 号厂房", Region: Tick("home_province"),
		Channel: Tick("phone"), ArrivedAt: clock(13, 9, 2), TakenAt: clock(13, 9, 15),
		Contract: "HT2025-0831", DeliveredOn: "2025-09-20", WarrantyTo: "2026-09-19",
		Lines: []ProductLine{{"螺杆空气压缩机", "LG-37/8A", "LG37-250918-004", "2 台", "1", "2025-10-08"},
			{"冷冻式干燥机", "DR-60", "DR60-250901-017", "1 台", "1", "2025-10-08"}},
		Nth:     Nth{"2", "第 2 次", "第 1 次", "第 1 次"},
		Account: "设备运行约 400 小时后主机异响，排气温度升至 105 ℃ 自动停机。复位后可启动，十分钟内再次停机。顾客称生产线已停产，要求尽快处理，并要求说明原因。",
		Demand:  Ticks{Codes: []string{"repair", "compensation", "other"}, Note: "书面说明原因"},
		Class:   Tick("quality"), Severity: Tick("major"), Attachments: "3",
		Plan:    "当天移交质检部；请顾客暂停使用并保留油样；备用机一台待命。",
		TakenBy: Signature{"李雪", clock(13, 9, 40)}, HandedOver: clock(13, 10, 5), ReceivedBy: Signature{"陈志强", clock(13, 10, 20)},
		Consulted: "技术部、生产部", Views: "技术部：主机轴承同批次有一例，建议拆检。生产部：装配记录齐全，无异常。",
		Opinion:   "派技术人员两个自然日内到现场，拆检主机轴承与油路；携带轴承组件、油过滤器各一套。更换后空载、加载各运行一小时，记录温度与振动。同批次库存暂停发货。",
		SiteVisit: Tick("yes"), ArriveBy: clock(15, 24, 0), OpinionBy: Signature{"周敏", clock(13, 14, 30)},
		Assigned: "赵磊", Qualification: "高级技师", AssignedBy: Signature{"赵磊", clock(13, 15, 0)},
		OnSiteAt: clock(14, 10, 25), ArrivalProof: "门卫登记、定位", LeftAt: clock(14, 16, 50),
		Investigation: "拆检发现主机前端轴承保持架断裂，油路畅通，油质正常。轴承批号 6310-2507，与技术部记录的一例相同。判断为轴承来料不良。",
		Finding:       Tick("own_quality"), Disposition: Ticks{Codes: []string{"repair", "paid_service", "other"}, Note: "赠油品"}, PaidAmount: "0.00", NewSerial: "LG37-260301-002",
		Implementation: "更换前端轴承组件一套、油过滤器一只，清洗油路，加注新油 18 升。空载一小时 76 ℃，加载一小时 88 ℃，振动 2.1 mm/s，运行正常。",
		Result:         Tick("solved"), Technician: Signature{"赵磊", clock(14, 16, 30)}, Inspector: Signature{"孙丽", clock(14, 16, 40)},
		Confirmation: Tick("agree"), Satisfaction: Tick("very_satisfied"), Remarks: "处理及时，请尽快给出轴承问题的书面说明。",
		CustomerSigned: "王建国", CustomerSignedOn: clock(14, 16, 45), NotSigned: "",
		ReturnedAt: clock(16, 9, 0), ReturnReceivedBy: "陈志强", NoticeNo: "JZ-2026-007",
		GMReport: Tick("yes"), GMReportedOn: clock(16, 0, 0), FollowUpOn: clock(23, 0, 0), FollowUpResult: "运行正常", Closed: Signature{"周敏", clock(24, 11, 0)},
	}
}

func house() Options {
	return Options{Company: "江苏回单机械制造有限公司", FormNo: "QR-8.5-03 A/0", Retention: "5 年", PrintedAt: clock(16, 16, 20)}
}

// crowded is a record in which everything is too long for its box.
func crowded() ComplaintRecord {
	r := filled()
	r.Customer = "内蒙古自治区锡林郭勒盟西乌珠穆沁旗白音华能源化工集团煤炭洗选分公司设备动力保障部第二维修车间"
	r.Contact = "𠮷田太郎😀"
	r.Account = strings.Repeat("第三号机组于凌晨两点报警，值班人员按说明书复位三次无效；", 60)
	r.Opinion = strings.Repeat("一、更换轴承并复测振动。\n二、检查同批次库存。\n", 20)
	r.Lines = nil
	for range 10 {
		r.Lines = append(r.Lines, filled().Lines[0])
	}
	return r
}
