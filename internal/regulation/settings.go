package regulation

import (
	"huidan/internal/calendar"
	"huidan/internal/region"
)

// Settings are the company's answers to what the regulation leaves open
// (clauses.md section 7) and its own limits where the regulation has none.
//
// The tag q names the question or, where no question is listed, the
// obligation or edge case a default of clauses.md stands in. Defaults gives
// what is shipped; Validate checks options and ranges from the tags.
type Settings struct {
	DeadlinePolicy DeadlinePolicy `json:"deadline_policy"`
	Arrival        Arrival        `json:"arrival"`
	SameDay        SameDay        `json:"same_day"`
	Intake         Intake         `json:"intake"`
	Negotiation    Negotiation    `json:"negotiation"`
	Analysis       Analysis       `json:"analysis"`
	Promptly       Promptly       `json:"promptly"`
	Serious        Serious        `json:"serious"`
	Disposition    Disposition    `json:"disposition"`
	Closing        Closing        `json:"closing"`
	Organisation   Organisation   `json:"organisation"`
	Voice          Voice          `json:"voice"`
	Retention      Retention      `json:"retention"`
	Region         region.Lists   `json:"region" q:"Q-05 Q-06 Q-07"`
}

// DeadlinePolicy says how the days of clause 2.2 are counted.
type DeadlinePolicy struct {
	Count calendar.Policy `json:"count" q:"Q-01" options:"calendar calendar_rollover working calendar_inclusive elapsed_hours"`
	// WeekWorkingDays is how one week reads when working days are counted.
	WeekWorkingDays int `json:"week_working_days" q:"Q-01" options:"5 7"`
	// CompanyDaysExtend lets the company's own days off extend limits of the
	// regulation; only with a decision in writing.
	CompanyDaysExtend bool `json:"company_days_extend" q:"EC-19"`
}

// Arrival says when the clock of clause 2.2 starts and what stops it.
type Arrival struct {
	Start string `json:"start" q:"Q-02" options:"assigned accepted taken"`
	Means string `json:"means" q:"Q-03" options:"arrive finish"`
	// SafetyHours is a limit of its own for safety and injury cases; 0 is none.
	SafetyHours     int    `json:"safety_hours" q:"EC-16" min:"0" max:"240"`
	SlowerContract  string `json:"slower_contract" q:"Q-22" options:"approval never"`
	AcceptanceHours int    `json:"acceptance_hours" q:"2.1-q" min:"1" max:"80"` // of working time
}

// SameDay says what 当天 is for handing over to the quality department.
type SameDay struct {
	Start string `json:"start" q:"Q-04" options:"taken arrived"`
	// Cutoff, such as "17:00": taken later counts as on the next working day;
	// null is none.
	Cutoff *calendar.ClockTime `json:"cutoff" q:"Q-04"`
	// RemindAt and RemindBeforeMinutes are when the handover is reminded of.
	RemindAt            calendar.ClockTime `json:"remind_at" q:"2.1-l"`
	RemindBeforeMinutes int                `json:"remind_before_minutes" q:"2.1-l" min:"0" max:"720"`
}

// Intake holds the limits around taking a complaint in.
type Intake struct {
	// LagWorkingDays: letters, fax, mail are taken in by the end of so many
	// working days after arrival; phone and visit at once.
	LagWorkingDays      int    `json:"lag_working_days" q:"2.1-b" min:"1" max:"20"`
	DuplicateWindowDays int    `json:"duplicate_window_days" q:"2.1-b" min:"1" max:"3650"`
	PlanForVisits       string `json:"plan_for_visits" q:"Q-19" options:"offered required none"`
	PlanOnForm          string `json:"plan_on_form" q:"Q-23" options:"own_row with_opinion"`
	// OtherChannels are the channels beyond the four named.
	OtherChannels string `json:"other_channels" q:"Q-27" options:"alike refused"`
}

// Negotiation holds the company limits for non-quality matters, in working days.
type Negotiation struct {
	FirstContactWorkingDays int    `json:"first_contact_working_days" q:"2.1-g" min:"1" max:"60"`
	ReviewWorkingDays       int    `json:"review_working_days" q:"2.1-g" min:"1" max:"60"`
	UnsatisfiedExit         string `json:"unsatisfied_exit" q:"Q-14" options:"approved_closing none"`
}

// Analysis holds the company limits of the quality department, for which the
// regulation has none.
type Analysis struct {
	OpinionWorkingDays  int    `json:"opinion_working_days" q:"Q-09" min:"1" max:"60"`
	OpinionSeriousHours int    `json:"opinion_serious_hours" q:"Q-09" min:"1" max:"240"`
	AssignedBy          string `json:"assigned_by" q:"Q-10" options:"quality_dept technician_manager"`
	DisputedFindingBy   string `json:"disputed_finding_by" q:"Q-25" options:"quality_manager general_manager"`
	ThirdPartyTest      bool   `json:"third_party_test" q:"Q-25"`
}

// Promptly puts numbers to 及时 (clauses.md 3.4).
type Promptly struct {
	ReturnRecordWorkingDays int `json:"return_record_working_days" q:"Q-08" min:"1" max:"60"`
	SlipWorkingDays         int `json:"slip_working_days" q:"Q-08" min:"1" max:"60"`
	SummaryWorkingDays      int `json:"summary_working_days" q:"Q-08" min:"1" max:"60"`
	SafetyReportHours       int `json:"safety_report_hours" q:"Q-08" min:"1" max:"24"`
	// DigestWeekday is the day of the weekly digest of expectations: 1 Monday to 7 Sunday.
	DigestWeekday int `json:"digest_weekday" q:"Q-08" min:"1" max:"7"`
	ReminderHours int `json:"reminder_hours" q:"EC-16" min:"1" max:"240"` // until the GM is reminded to read
}

// Serious says what makes a quality complaint serious (EC-16).
type Serious struct {
	PropertyDamageFen  int64 `json:"property_damage_fen" q:"Q-11" min:"0" max:"100000000000"`
	SameFailureUnits   int   `json:"same_failure_units" q:"Q-11" min:"2" max:"10000"`
	SameFailureParties int   `json:"same_failure_customers" q:"Q-11" min:"2" max:"10000"`
	BatchWindowDays    int   `json:"batch_window_days" q:"Q-11" min:"1" max:"3650"`
	RepeatCount        int   `json:"repeat_count" q:"Q-11" min:"2" max:"100"`
}

// Disposition settles what happens on site and who pays.
type Disposition struct {
	ChosenBy           string `json:"chosen_by" q:"Q-12" options:"customer company"`
	Repair             string `json:"repair" q:"Q-12" options:"with_consent never"`
	AfterWarranty      string `json:"after_warranty" q:"Q-13" options:"manager_decides return_or_exchange paid"`
	FirstVisitFree     bool   `json:"first_visit_free" q:"Q-26"`
	NoticeForOwnFault  string `json:"notice_for_own_fault" q:"Q-18" options:"always_or_link always"`
	NonQualityFeedback string `json:"non_quality_feedback" q:"Q-24" options:"reply_needed information"`
}

// Closing holds what closes a complaint and what may reopen it.
type Closing struct {
	RefusedSignatureDays int  `json:"refused_signature_days" q:"Q-15" min:"1" max:"90"`
	SubstituteApproval   bool `json:"substitute_approval" q:"Q-15"`
	ReceptionMayClose    bool `json:"reception_may_close" q:"Q-28"` // a quality complaint solved on the phone
	ReopenDays           int  `json:"reopen_days" q:"EC-17" min:"1" max:"3650"`
	AnonymousDays        int  `json:"anonymous_days" q:"EC-14" min:"1" max:"3650"`
}

// Organisation holds designations and working hours.
type Organisation struct {
	SeveralOfficers bool                  `json:"several_officers" q:"Q-16"`
	DeputyRequired  bool                  `json:"deputy_required" q:"Q-16"`
	WorkingHours    calendar.WorkingHours `json:"working_hours" q:"2.1-q"`
}

// Voice holds the settings of clause 4.
type Voice struct {
	IrregularMonths int    `json:"irregular_months" q:"Q-17" min:"1" max:"60"` // reminder after so long without one
	Expectations    string `json:"expectations" q:"Q-20" options:"all selected"`
}

// Retention says how long records are kept after file closing, in years.
type Retention struct {
	Years       int `json:"years" q:"Q-21" min:"1" max:"100"`
	SafetyYears int `json:"safety_years" q:"Q-21" min:"1" max:"100"` // own quality, safety, injury
}

// Defaults returns the settings as shipped. The home province is still open:
// they are valid only after WithHome.
func Defaults() Settings {
	lists := region.DefaultLists("")
	lists.Home = []string{}
	return Settings{
		DeadlinePolicy: DeadlinePolicy{Count: calendar.PolicyCalendar, WeekWorkingDays: 5},
		Arrival:        Arrival{Start: "assigned", Means: "arrive", SlowerContract: "approval", AcceptanceHours: 4},
		SameDay:        SameDay{Start: "taken", RemindAt: 16 * 60, RemindBeforeMinutes: 60},
		Intake:         Intake{LagWorkingDays: 1, DuplicateWindowDays: 90, PlanForVisits: "offered", PlanOnForm: "own_row", OtherChannels: "alike"},
		Negotiation:    Negotiation{FirstContactWorkingDays: 1, ReviewWorkingDays: 5, UnsatisfiedExit: "approved_closing"},
		Analysis:       Analysis{OpinionWorkingDays: 1, OpinionSeriousHours: 2, AssignedBy: "quality_dept", DisputedFindingBy: "quality_manager", ThirdPartyTest: true},
		Promptly:       Promptly{ReturnRecordWorkingDays: 1, SlipWorkingDays: 5, SummaryWorkingDays: 5, SafetyReportHours: 2, DigestWeekday: 1, ReminderHours: 4},
		Serious:        Serious{PropertyDamageFen: 1_000_000, SameFailureUnits: 3, SameFailureParties: 2, BatchWindowDays: 90, RepeatCount: 3},
		Disposition:    Disposition{ChosenBy: "customer", Repair: "with_consent", AfterWarranty: "manager_decides", FirstVisitFree: true, NoticeForOwnFault: "always_or_link", NonQualityFeedback: "reply_needed"},
		Closing:        Closing{RefusedSignatureDays: 7, SubstituteApproval: true, ReopenDays: 30, AnonymousDays: 30},
		Organisation:   Organisation{SeveralOfficers: true, DeputyRequired: true, WorkingHours: calendar.WorkingHours{From: 8*60 + 30, To: 17*60 + 30}},
		Voice:          Voice{IrregularMonths: 6, Expectations: "all"},
		Retention:      Retention{Years: 5, SafetyYears: 10},
		Region:         lists,
	}
}

// WithHome returns the settings for a company whose registered seat lies in
// the province of the code.
func (s Settings) WithHome(province string) Settings {
	s.Region.Home = []string{province}
	return s
}

// days returns the calendar by which limits of the regulation are counted (EC-19).
func (s Settings) days(cal calendar.Calendar) calendar.Calendar {
	if s.DeadlinePolicy.CompanyDaysExtend {
		return cal
	}
	return cal.WithoutCompanyDays()
}
