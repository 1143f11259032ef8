package main

import (
	"math/rand/v2"
	"strings"
)

// words of complaints, the frequent ones first: they are drawn by a Zipf law,
// as words of real complaints are.
var words = strings.Fields(`设备 使用 维修 更换 电话 人员 问题 质量 产品 客服 噪音 漏油 轴承 异响 温度 显示 不良 安装 现场 处理
	压力 电机 停机 漏水 报警 传感器 控制板 密封圈 皮带 振动 过热 短路 跳闸 花屏 死机 卡滞 磨损 断裂 腐蚀 变形
	制冷 加热 校准 偏差 流量 真空 气味 烧焦 接触不良 螺丝 松动 外壳 门封 滤芯 堵塞 说明书 配件 发货 包装 破损`)

// rare stands in one complaint of a thousand.
const rare = "联轴器崩齿"

type writer struct {
	rand *rand.Rand
	zipf *rand.Zipf
}

func newWriter(seed uint64) *writer {
	r := rand.New(rand.NewPCG(seed, 7))
	return &writer{r, rand.NewZipf(r, 1.2, 3, uint64(len(words)-1))}
}

// account writes about 300 characters.
func (w *writer) account(i int) string {
	var b strings.Builder
	for b.Len() < 850 {
		b.WriteString(words[w.zipf.Uint64()])
		if w.rand.IntN(7) == 0 {
			b.WriteString("，")
		}
	}
	if i%1000 == 17 {
		b.WriteString(rare)
	}
	return b.String()
}

// word is a two-character word as people search for it.
func (w *writer) word() string {
	for {
		if s := words[w.rand.IntN(len(words))]; len([]rune(s)) == 2 {
			return s
		}
	}
}

// phrase is six to eight characters that stand together in many complaints.
func (w *writer) phrase() string {
	return words[w.zipf.Uint64()] + words[w.zipf.Uint64()] + words[w.zipf.Uint64()]
}
