package act_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/house/housetest"
)

// benchSize is how many records or lines the benchmarks work on.
func benchSize(b *testing.B) int {
	if text := os.Getenv("HUIDAN_BENCH"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			b.Fatal(err)
		}
		return n
	}
	return 100_000
}

var (
	benchParts    = strings.Fields("轴承 主轴 电机 叶轮 机封 密封圈 联轴器 泵体 阀门 齿轮箱 变频器 控制柜 传感器 滤芯 油缸 活塞 皮带 螺栓 法兰 管路 接头 风扇 散热器 显示屏 按钮 电缆 继电器 接触器 减速机 底座")
	benchFailures = strings.Fields("漏油 漏水 异响 振动 发热 过载 跳闸 断裂 磨损 松动 卡死 不启动 不能正常工作 压力不足 流量偏低 温度过高 显示异常 报警 停机 噪音大 腐蚀 变形 开裂 烧毁 老化")
	benchVerbs    = strings.Fields("现场检查 更换 顾客反映 要求 已拆下 重新安装 调试 联系售后 电话确认 等待配件 返厂 申请退货 要求赔偿 多次维修 仍然存在")
	benchTowns    = strings.Fields("无锡 江阴 宜兴 苏州 南京 杭州 宁波 绍兴 上海 合肥 芜湖 济南 青岛 郑州 武汉 长沙 广州 佛山 深圳 东莞")
)

// benchText makes the text of a record: common words as in a real register,
// some rare characters, a serial number and a phone.
func benchText(r *rand.Rand, i int) (title, body string) {
	pick := func(list []string) string {
		// A few words are very common, most are not.
		x := r.Float64()
		return list[int(x*x*float64(len(list)))]
	}
	var b strings.Builder
	for range 4 {
		fmt.Fprintf(&b, "%s%s%s，", pick(benchVerbs), pick(benchParts), pick(benchFailures))
	}
	for range 10 {
		b.WriteRune(rune(0x4e00 + r.IntN(5000)))
	}
	fmt.Fprintf(&b, "，SN-%06d，1%010d", i, r.Int64N(1e10))
	return fmt.Sprintf("TS-2026-%06d %s%c%c机械有限公司", i, pick(benchTowns), 0x4e00+r.IntN(3000), 0x4e00+r.IntN(3000)), b.String()
}

func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// fill queues n records for the search index and indexes them.
func fill(b *testing.B, h *housetest.House, n int) {
	r := rand.New(rand.NewPCG(1, 2))
	const batch = 500
	for from := 0; from < n; from += batch {
		err := h.Door.Book(b.Context(), "search_queue", func(ctx context.Context, books *act.Books) error {
			for i := from; i < min(n, from+batch); i++ {
				title, body := benchText(r, i)
				if _, err := books.Exec(ctx, "INSERT INTO search_queue (subject_id, kind, title, body, queued_at) VALUES (?, ?, ?, ?, ?)",
					fmt.Sprintf("record-%08d", i), "complaint", title, body, i); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		for {
			n, err := h.Door.IndexRound(b.Context())
			if err != nil {
				b.Fatal(err)
			}
			if n == 0 {
				break
			}
			for more := true; more; {
				if more, err = h.Door.MergeIndex(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}

// BenchmarkFind measures searches of an index of HUIDAN_BENCH records (100,000).
func BenchmarkFind(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *housetest.House{"sqlite": housetest.SQLite, "postgres": housetest.OnPostgres} {
		b.Run(name, func(b *testing.B) {
			h, n := open(b), benchSize(b)
			begun, used := time.Now(), cpu()
			fill(b, h, n)
			b.Logf("indexed %d records: %v, %v CPU a record", n, time.Since(begun), (cpu()-used)/time.Duration(n))
			if info, err := os.Stat(h.DSN); err == nil {
				b.Logf("%d bytes a record", info.Size()/int64(n))
			}
			if h.Postgres {
				db := raw(b, h.DSN)
				must(b, db, "VACUUM ANALYZE search_doc")
				b.Logf("%d bytes a record", number(b, db, "SELECT pg_total_relation_size('search_doc')")/int64(n))
			}
			for _, query := range []string{
				"现场", "轴承", "底座", "老化", "龙龟", "没有", "换", "龘", "更换轴承", "更换轴承漏油", "不能正常工作", "更换轴承不存在",
				"现场检查轴承漏油现场检查主轴漏油", "有限公司更换", "要求轴承烧毁", "SN", fmt.Sprintf("SN-%06d", n/2), "SN-9999999", "TS-2026-0001", "13", "轴承 漏油 无锡",
			} {
				b.Run(query, func(b *testing.B) {
					used := cpu()
					hits := 0
					for b.Loop() {
						hits = len(findPage(b, h, query, 50, 0))
					}
					b.ReportMetric(float64((cpu()-used).Microseconds())/float64(b.N)/1000, "cpu-ms/op")
					b.ReportMetric(float64(hits), "hits")
				})
			}
		})
	}
}

// BenchmarkVerify measures sealing and walking a journal of HUIDAN_BENCH lines
// (100,000), eight to a subject.
func BenchmarkVerify(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *housetest.House{"sqlite": housetest.SQLite, "postgres": housetest.OnPostgres} {
		b.Run(name, func(b *testing.B) {
			h, n := open(b), benchSize(b)
			who := h.As(access.Receptionist)
			for from := 0; from < n; from += 800 {
				housetest.Do(h, who, deed{Body: fmt.Sprint(from), run: func(ctx context.Context, tx *act.Tx) (string, error) {
					var said *act.Said
					for i := range 800 {
						said = tx.Say(act.Line{Subject: act.Subject{Kind: "complaint", ID: fmt.Sprintf("subject-%08d-%d", from, i/8)},
							Version: int64(i % 8), Obligations: []string{"2.1-l"}, Say: "fault.too_long", Facts: map[string]any{"max": i}, New: i%8 == 0})
					}
					return "", tx.Lock(ctx, said, "x")
				}})
			}
			begun, used := time.Now(), cpu()
			seals := 0
			for {
				k, err := h.Door.Seal(b.Context())
				if err != nil {
					b.Fatal(err)
				}
				if k == 0 {
					break
				}
				seals++
			}
			b.Logf("sealed in %d seals: %v each, %v CPU a line", seals, time.Since(begun)/time.Duration(seals), (cpu()-used)/time.Duration(n))
			for b.Loop() {
				r, err := act.Verify(b.Context(), h.DSN, "", nil)
				if err != nil || r.Broken != nil || r.Lines < int64(n) {
					b.Fatal(r, err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/line")
		})
	}
}
