package exchange

// Meaning is what a column says.
type Meaning string

// The meanings of the columns of a complaint register, of a list of
// customers, and of a list of installed units.
const (
	Ignore            Meaning = "ignore"
	Seq               Meaning = "seq"
	Number            Meaning = "number"
	ArrivedDate       Meaning = "arrived_date"
	TakenDate         Meaning = "taken_date"
	TakenTime         Meaning = "taken_time"
	CustomerName      Meaning = "customer_name"
	Complainant       Meaning = "complainant"
	ContactName       Meaning = "contact_name"
	Phone             Meaning = "phone"
	Email             Meaning = "email"
	RegionText        Meaning = "region_text"
	Address           Meaning = "address"
	ProductName       Meaning = "product_name"
	Model             Meaning = "model"
	SerialNo          Meaning = "serial_no"
	BatchNo           Meaning = "batch_no"
	Quantity          Meaning = "quantity"
	ContractNo        Meaning = "contract_no"
	Channel           Meaning = "channel"
	Account           Meaning = "account"
	Class             Meaning = "class"
	HandlingOpinion   Meaning = "handling_opinion"
	HandledBy         Meaning = "handled_by"
	ArrivedOnSiteDate Meaning = "arrived_on_site_date"
	FaultFinding      Meaning = "fault_finding"
	Result            Meaning = "result"
	Satisfaction      Meaning = "satisfaction"
	ClosedDate        Meaning = "closed_date"
	Remarks           Meaning = "remarks"
	CustomerKind      Meaning = "customer_kind"
	CustomerCode      Meaning = "customer_code"
	DeliveredDate     Meaning = "delivered_date"
	WarrantyTo        Meaning = "warranty_to"
	Site              Meaning = "site"
)

// kind groups meanings whose cells are read alike.
type kind uint8

const (
	longText kind = iota
	nameKind
	dateKind
	timeKind
	phoneKind
	serialKind
	emailKind
	quantityKind
	sequenceKind
	choiceKind
)

// definition is how a meaning is recognised and read.
type definition struct {
	kind     kind
	synonyms string // folded headings, best known first, "_" for a blank
	words    vocabulary
}

var meanings = map[Meaning]definition{
	Ignore:            {kind: longText},
	Seq:               {kind: sequenceKind, synonyms: "序号 序 行号 no no. # item seq index line"},
	Number:            {kind: sequenceKind, synonyms: "投诉编号 投诉单号 投诉号 案件编号 受理编号 受理单号 单号 工单号 登记号 台账编号 编号 complaint_no complaint_number complaint_id case_no case_number case_id ticket ticket_no ticket_id reference ref_no id"},
	ArrivedDate:       {kind: dateKind, synonyms: "到达日期 来函日期 来信日期 收到日期 收函日期 收信日期 接收日期 到达时间 收到时间 来文日期 arrived arrival_date received received_date date_received"},
	TakenDate:         {kind: dateKind, synonyms: "投诉日期 受理日期 登记日期 来电日期 接诉日期 受诉日期 反馈日期 投诉时间 报修日期 日期 年月日 complaint_date date_of_complaint taken_on taken_date date_taken intake_date registered logged opened date_opened created date"},
	TakenTime:         {kind: timeKind, synonyms: "受理时间 投诉时刻 来电时间 登记时间 接诉时间 接听时间 时间 时刻 taken_at time_taken intake_time call_time time"},
	CustomerName:      {kind: nameKind, synonyms: "顾客名称 客户名称 单位名称 顾客单位 客户单位 投诉单位 用户名称 购买单位 使用单位 用户单位 公司名称 企业名称 顾客 客户 单位 用户 名称 客户姓名 顾客姓名 用户姓名 customer customer_name client client_name company company_name account_name buyer name"},
	Complainant:       {kind: nameKind, synonyms: "投诉人 投诉者 投诉人姓名 反映人 申诉人 来电人 来访人 complainant complained_by caller"},
	ContactName:       {kind: nameKind, synonyms: "联系人 联系人姓名 联络人 经办人 对接人 姓名 contact contact_name contact_person"},
	Phone:             {kind: phoneKind, synonyms: "电话 联系电话 联系方式 手机 手机号 手机号码 电话号码 顾客电话 客户电话 联络电话 固定电话 座机 phone telephone tel mobile phone_no phone_number contact_number"},
	Email:             {kind: emailKind, synonyms: "邮箱 电子邮箱 电子邮件 邮件地址 email e-mail mail email_address"},
	RegionText:        {kind: nameKind, synonyms: "地区 所在地区 区域 省市 省份 城市 所在地 所属地区 行政区 发生地点 地点 属地 region area province city location place"},
	Address:           {kind: nameKind, synonyms: "地址 详细地址 联系地址 通讯地址 顾客地址 客户地址 单位地址 收货地址 address street full_address"},
	ProductName:       {kind: nameKind, synonyms: "产品名称 产品 品名 商品名称 货物名称 产品类别 产品类型 设备名称 商品 product product_name item_name goods equipment"},
	Model:             {kind: nameKind, synonyms: "型号 规格型号 型号规格 产品型号 规格 机型 model model_no model_number type product_model specification"},
	SerialNo:          {kind: serialKind, synonyms: "出厂编号 序列号 机号 产品编号 机身号 机身编号 产品序列号 出厂号 机器编号 设备编号 条码 sn s/n serial serial_no serial_number serial_no. machine_no"},
	BatchNo:           {kind: serialKind, synonyms: "批号 批次 生产批号 批次号 产品批号 生产批次 lot lot_no batch batch_no batch_number"},
	Quantity:          {kind: quantityKind, synonyms: "数量 投诉数量 不良数 台数 件数 qty quantity count pieces"},
	ContractNo:        {kind: serialKind, synonyms: "合同号 合同编号 订单号 订单编号 合同订单号 采购单号 contract contract_no order order_no order_number po"},
	Channel:           {kind: choiceKind, words: channelWords, synonyms: "投诉方式 受理方式 投诉渠道 来源 投诉来源 渠道 受理渠道 信息来源 反馈方式 方式 channel source via received_by how_received intake_channel"},
	Account:           {kind: longText, synonyms: "投诉内容 顾客反映的情况 问题描述 投诉事项 故障描述 故障现象 反映情况 情况描述 投诉问题 反馈内容 内容 现象 问题 描述 不良现象 投诉原因 complaint complaint_text description problem issue details content customer_account what_happened fault_description symptom"},
	Class:             {kind: choiceKind, words: classWords, synonyms: "问题性质 问题分类 投诉性质 问题类别 投诉类别 问题类型 投诉类型 性质 类别 分类 是否质量问题 class classification category nature complaint_type complaint_class quality?"},
	HandlingOpinion:   {kind: longText, synonyms: "处理意见 处理方案 处理措施 处置意见 处理方法 解决方案 处理办法 处理过程 措施 handling_opinion opinion action action_taken handling plan measures solution"},
	HandledBy:         {kind: nameKind, synonyms: "处理人 处理人员 责任人 负责人 服务人员 维修人员 技术人员 承办人 受理人 handled_by handler technician engineer assigned_to assignee owner responsible"},
	ArrivedOnSiteDate: {kind: dateKind, synonyms: "到达现场日期 到达现场时间 到现场日期 上门日期 上门时间 现场日期 到场日期 arrived_on_site on-site_date on_site_date site_arrival visit_date date_on_site"},
	FaultFinding:      {kind: choiceKind, words: faultWords, synonyms: "责任判定 责任方 责任归属 责任划分 责任 判定 判定结果 原因归属 fault_finding finding fault liability responsibility cause_by root_cause_owner"},
	Result:            {kind: choiceKind, words: resultWords, synonyms: "处理结果 结果 处置结果 处置 解决情况 处理情况 办理结果 result outcome resolution disposition"},
	Satisfaction:      {kind: choiceKind, words: satisfactionWords, synonyms: "顾客满意度 满意度 客户满意度 是否满意 满意程度 回访满意度 顾客评价 评价 satisfaction satisfied rating score customer_satisfaction"},
	ClosedDate:        {kind: dateKind, synonyms: "结案日期 关闭日期 完成日期 办结日期 完结日期 结案时间 关闭时间 处理完成日期 完成时间 解决日期 closed closed_date date_closed closing_date closed_on completed resolved_date"},
	Remarks:           {kind: longText, synonyms: "备注 说明 附注 其他 注 remarks remark notes note comment comments"},
	CustomerKind:      {kind: choiceKind, words: customerKindWords, synonyms: "顾客类别 客户类别 顾客类型 客户类型 顾客性质 客户性质 类型 类别 kind type customer_type customer_kind category"},
	CustomerCode:      {kind: serialKind, synonyms: "顾客编号 客户编号 顾客代码 客户代码 代码 编码 编号 code customer_code customer_no customer_id account_no id"},
	DeliveredDate:     {kind: dateKind, synonyms: "交付日期 发货日期 购买日期 销售日期 出厂日期 交货日期 安装日期 验收日期 出库日期 购机日期 delivered delivered_date delivery_date date_delivered shipped ship_date purchase_date sold installed installation_date"},
	WarrantyTo:        {kind: dateKind, synonyms: "质保期至 质保到期 质保截止 保修期至 保修到期 保修截止 质保到期日 质保期 保修期 质保截止日期 保修截止日期 warranty_to warranty_until warranty_end warranty_expires warranty warranty_expiry"},
	Site:              {kind: nameKind, synonyms: "使用地点 安装地点 安装地址 使用现场 现场 所在地点 安装位置 site location installed_at place installation_site"},
}

// Book is the kind of list that is read.
type Book string

// The lists that can be read.
const (
	LedgerBook    Book = "ledger"
	CustomersBook Book = "customers"
	UnitsBook     Book = "units"
)

// columnsOf lists the meanings a book can have, in the order they are offered.
var columnsOf = map[Book][]Meaning{
	LedgerBook: {Seq, Number, ArrivedDate, TakenDate, TakenTime, CustomerName, Complainant, ContactName, Phone, Email,
		RegionText, Address, ProductName, Model, SerialNo, BatchNo, Quantity, ContractNo, Channel, Account, Class,
		HandlingOpinion, HandledBy, ArrivedOnSiteDate, FaultFinding, Result, Satisfaction, ClosedDate, Remarks},
	CustomersBook: {Seq, CustomerCode, CustomerName, CustomerKind, RegionText, Address, ContactName, Phone, Email, Remarks},
	UnitsBook: {Seq, SerialNo, ProductName, Model, BatchNo, CustomerName, Site, RegionText, Address, DeliveredDate,
		WarrantyTo, ContractNo, Remarks},
}

// MeaningsOf lists the meanings that columns of a book can be given, besides
// Ignore, in the order they are offered.
func MeaningsOf(book Book) []Meaning {
	return append([]Meaning(nil), columnsOf[book]...)
}
