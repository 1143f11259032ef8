package exchange

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// vocabulary maps the words offices write to the values the house keeps. An
// entry also counts when the cell merely contains it; longer words win, so
// that 非质量 is found before 质量.
type vocabulary struct {
	exact  map[string]string
	order  []string
	values map[string]bool
}

// words builds a vocabulary from lines "value: word word …". A word that
// begins with "=" counts only when it is the whole cell.
func words(lines ...string) vocabulary {
	v := vocabulary{exact: map[string]string{}, values: map[string]bool{}}
	for _, text := range lines {
		value, list, _ := strings.Cut(text, ":")
		v.values[value] = true
		for _, word := range strings.Fields(list) {
			word = strings.ReplaceAll(word, "_", " ")
			whole, exactOnly := strings.CutPrefix(word, "=")
			v.exact[whole] = value
			if !exactOnly {
				v.order = append(v.order, whole)
			}
		}
	}
	sort.SliceStable(v.order, func(i, j int) bool { return utf8.RuneCountInString(v.order[i]) > utf8.RuneCountInString(v.order[j]) })
	return v
}

// find gives the value for a folded text; sure is false when only a part of
// the text was a known word.
func (v vocabulary) find(text string) (value string, sure bool) {
	if value, ok := v.exact[text]; ok {
		return value, true
	}
	for _, word := range v.order {
		if strings.Contains(text, word) {
			return v.exact[word], false
		}
	}
	return "", false
}

var channelWords = words(
	"phone: 来电 电话 致电 热线 400 打电话 phone telephone call hotline =tel",
	"wechat: 微信 公众号 企业微信 小程序 wechat weixin",
	"regulator: 12315转办 12315 市监局 市场监管 市监 工商 消协 消费者协会 质监 监管 12345 政府 信访转办 regulator authority",
	"letter: 信函 来函 来信 函件 书面 信件 letter post mail_letter =函 =mail",
	"email: 邮件 电子邮件 邮箱 电邮 e-mail email",
	"visit: 来访 上门 走访 当面 现场 到访 来厂 visit walk-in in_person =来人",
	"fax: 传真 fax",
	"platform: 平台 京东 淘宝 天猫 拼多多 电商 抖音 网店 商城 platform marketplace shop amazon jd taobao",
	"web: 网站 官网 网页 在线 网上 网络 web website online internet",
)

var classWords = words(
	"unclassified: 未分类 待分类 unclassified",
	"non_quality: 非产品质量问题 不属于质量问题 无质量问题 不属于质量 不属质量 非质量问题 非质量 非产品质量 不是质量 服务问题 服务态度 物流 价格 使用问题 咨询 non-quality non_quality nonquality not_quality service delivery price =非 =服务 =否 =no",
	"quality: 质量问题 产品质量 质量 品质 质量缺陷 quality defect =质 =是 =yes",
)

var faultWords = words(
	"own_quality: 本公司 我公司 我司 本厂 我厂 公司责任 厂家 厂方 自身 产品质量 质量问题 制造 own_quality own_company manufacturer our_fault =公司 =ours =us",
	"misuse: 用户使用不当 使用不当 顾客使用 操作不当 误操作 人为 安装不当 保养不当 用户责任 顾客责任 misuse user_error customer_fault =用户 =顾客 =user =customer",
	"pending: 待定 待查 待判定 未定 调查中 待鉴定 pending open undecided under_investigation",
	"other: 运输 物流 快递 供应商 外协 经销商 第三方 其他 其它 自然 transport carrier supplier dealer third_party other",
)

var resultWords = words(
	"not_solved: 未解决 没有解决 无法解决 未处理 未维修 未修复 未退货 未换货 未退款 不予 拒绝 unsolved not_solved unresolved",
	"return: 已退货 退货 退款 退机 returned return refund refunded",
	"replacement: 已换货 换货 更换 换新 换机 replaced replacement exchanged exchange",
	"paid_service: 收费维修 有偿服务 有偿 收费 付费 自费 paid_service paid_repair paid charged",
	"repair: 已维修 维修 修复 修好 返修 免费维修 已修 repaired repair fixed",
	"compensation: 赔偿 补偿 赔付 compensated compensation",
	"not_accepted: 顾客不认可 不认可 客户不认可 不接受 不同意 有异议 not_accepted refused disputed",
	"partly_solved: 部分解决 partly_solved partly",
	"solved: 已解决 解决 处理完毕 已处理 完成 已办结 办结 solved resolved done settled",
)

var satisfactionWords = words(
	"1: 很不满意 非常不满意 极不满意 十分不满 very_dissatisfied very_unsatisfied very_bad =极差 =很差",
	"2: 不满意 不满 不太满意 较不满意 dissatisfied unsatisfied not_satisfied =差 =bad =poor",
	"3: 一般 基本满意 尚可 neutral average acceptable ok =中 =fair",
	"5: 很满意 非常满意 十分满意 特别满意 very_satisfied excellent =优 =优秀 =很好",
	"4: 较满意 比较满意 满意 satisfied good =良 =好",
)

var customerKindWords = words(
	"dealer: 经销商 代理商 经销 代理 分销 零售 商场 dealer distributor reseller agent",
	"end_customer: 最终用户 终端用户 最终顾客 终端 个人 消费者 end_customer end_user consumer =用户 =user",
	"customer: 直接顾客 顾客 客户 直销 企业 单位 公司 customer direct company",
)

// nothing are the ways of writing that a fact is not known or not there.
var nothing = wordSet("不详 不祥 无 未知 不清楚 看不清 无法辨认 模糊 未提供 未记录 没有 不明 暂无 待查 未填 缺 空 n/a na none null nil unknown - -- --- / // \\ ? ?? ??? . 。 * x xx xxx 不知道 忘记 丢失 已丢失 脱落 磨损 tbd")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}
