export interface CalendarDay {
  date: string;
  kind: 'workday' | 'weekend' | 'statutory_holiday' | 'in_lieu_off' | 'makeup_workday' | 'company_off';
  name: string;
  kind_name: string;
}

export interface CalendarYear {
  year: number;
  version: string;
  days: CalendarDay[];
}

export interface Calendars {
  today: string;
  years: CalendarYear[];
  missing?: { year: number; text: string };
}

export interface RegionRow {
  code: string;
  name: string;
  class: string;
  why: string;
}

export interface Regions {
  version: string;
  divisions: string;
  provinces: RegionRow[];
  listed: RegionRow[];
  classes: { class: string; name: string }[];
}

export interface Setting {
  path: string;
  clause: string;
  questions: string;
  asked: string;
  title: string;
  value: string;
  shipped: boolean;
}

export interface Clause {
  number: string;
  zh: { heading: string; text: string };
  en: { heading: string; text: string };
  obligations: {
    id: string;
    title: string;
    actor_name: string;
    kind: 'guard' | 'flag' | 'survey' | 'info';
    kind_name: string;
    mark: 'REG' | 'IMPL' | 'MAY';
    mark_name: string;
    measured: boolean;
  }[];
  settings: Setting[];
}

/** What an import of a calendar year did. */
export interface Imported {
  year: number;
  version: string;
  holidays: number;
  makeup_workdays: number;
  recounted: number;
}
