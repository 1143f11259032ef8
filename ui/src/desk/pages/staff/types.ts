/** A person or a department by name. */
export interface Ref {
  id: string;
  name: string;
}

export interface Company {
  name: string;
  home_provinces: string[];
  time_zone: string;
  form_no: string;
  version: number;
}

export interface Department {
  id: string;
  code: string;
  name: string;
  name_en: string;
  kind: string;
  head?: Ref;
  closed: boolean;
  people: number;
  version: number;
}

export interface PersonRow {
  id: string;
  login: string;
  name: string;
  pinyin: string;
  department?: Ref;
  phone: string;
  email: string;
  roles: string[];
  functions: string[];
  away_until?: string;
  disabled_at?: string;
  version: number;
}

export interface Designation {
  id: string;
  function: string;
  obligation: string;
  person: Ref;
  deputies: Ref[];
  from_day: string;
  to_day?: string;
  lead: boolean;
  designated_by: Ref;
  document_ref: string;
  end_reason: string;
  state: 'future' | 'current' | 'ended';
  version: number;
}

/** Who attends to a function today. */
export interface Attendance {
  function: string;
  obligation: string;
  state: 'attended' | 'deputised' | 'unattended' | 'vacant';
  lead?: Ref;
  acting?: Ref;
  until?: string;
}

export interface Qualification {
  id: string;
  person: Ref;
  department?: Ref;
  family: string;
  skill: string;
  level: string;
  certificate_no: string;
  issuer: string;
  valid_from: string;
  valid_to?: string;
  statutory?: string;
  file_id?: string;
  ended_on?: string;
  end_reason?: string;
  state: 'future' | 'valid' | 'expiring' | 'expired' | 'ended';
  may_end: boolean;
  version: number;
}

export interface Absence {
  id: string;
  person: Ref;
  department?: Ref;
  from_day: string;
  to_day: string;
  /** Absent when the reader is not to know it. */
  reason?: string;
  note?: string;
  cancelled: boolean;
  cancel_reason?: string;
  may_cancel: boolean;
  version: number;
}

export interface PersonPage extends PersonRow {
  disable_reason?: string;
  has_password: boolean;
  designations: Designation[];
  qualifications: Qualification[];
  absences: Absence[];
  timeline: {
    id: string;
    act: string;
    sentence: string;
    obligations: string[];
    actor_name: string;
    happened_at: string;
    recorded_at: string;
  }[];
  /** The actions of the permission table the reader may do in this person's matter. */
  may: string[];
}
