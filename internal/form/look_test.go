package form
import ("testing";"os";"time";"bytes")
func TestLook(t *testing.T){
 out:=os.Getenv("FORM_OUT")
 for name,f:=range map[string]func(o Options)(ComplaintRecord,Options){
  "zh":func(o Options)(ComplaintRecord,Options){return filled(),o},
  "both":func(o Options)(ComplaintRecord,Options){o.Labels=Bilingual;return filled(),o},
  "en":func(o Options)(ComplaintRecord,Options){o.Labels=English;return filled(),o},
  "blank":func(o Options)(ComplaintRecord,Options){return ComplaintRecord{No:"TS-2026-0013"},Options{}},
  "crowded":func(o Options)(ComplaintRecord,Options){o.Labels=Bilingual;r:=crowded();r.Void=true;r.VoidReason="重复登记，见 TS-2026-0011";return r,o},
 }{ r,o:=f(house()); var b bytes.Buffer
  s:=time.Now(); if err:=r.PDF(&b,o);err!=nil{t.Fatal(err)}; t.Log(name,b.Len(),time.Since(s)); b.Reset()
  s=time.Now(); if err:=r.PDF(&b,o);err!=nil{t.Fatal(err)}; t.Log(name,b.Len(),time.Since(s))
  os.WriteFile(out+"/"+name+".pdf",b.Bytes(),0o644)}
}
