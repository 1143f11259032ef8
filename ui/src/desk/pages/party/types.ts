import type { JournalLine } from '../../../shared/Timeline';

export const kinds = ['direct', 'dealer', 'end_user', 'other'] as const;
export const levels = ['standard', 'key'] as const;
/** Where a site is when it is not simply on the mainland; these have no limit of clause 2.2. */
export const places = ['overseas', 'ship', 'offshore', 'listed'] as const;

/** What every act on these records answers. */
export interface Changed {
  id: string;
  version: number;
  code?: string;
}

export interface Named {
  id: string;
  code?: string;
  name: string;
  name_en?: string;
}

export interface CustomerFields {
  code?: string;
  name: string;
  kind: string;
  level: string;
  address?: string;
  division_code?: string;
  remarks?: string;
}

export interface CustomerRow {
  id: string;
  version: number;
  code: string;
  name: string;
  kind: string;
  level: string;
  division_code: string;
  division_name: string;
  address: string;
  contact_name: string;
  phone_masked: string;
  matched_serial_no?: string;
}

export interface ContactFields {
  name?: string;
  phone?: string;
  email?: string;
  position?: string;
}

export interface Contact {
  id: string;
  version: number;
  name: string;
  phone: string;
  phone_masked: string;
  email: string;
  position: string;
}

export interface Step {
  code: string;
  text: string;
}

export interface Region {
  class?: string;
  path?: Step[] | null;
  division_path?: string;
  question?: Step | null;
  candidates?: { code: string; name: string }[] | null;
  list_version?: string;
}

export interface SiteFields {
  name?: string;
  division_code?: string;
  address?: string;
  place?: string;
  place_note?: string;
}

export interface Site extends SiteFields {
  id: string;
  version: number;
  customer_id: string;
  division_name: string;
  region: Region;
}

export interface Customer extends CustomerFields {
  id: string;
  version: number;
  division_name: string;
  voided_at?: string;
  void_reason?: string;
  created_at: string;
  phones_masked: boolean;
  contacts: Contact[] | null;
  sites: Site[] | null;
  timeline: JournalLine[] | null;
}

export interface ProductFields {
  code?: string;
  name_zh: string;
  name_en?: string;
  family?: string;
  model?: string;
  warranty_months?: number;
  discontinued_on?: string;
}

export interface Product extends ProductFields {
  id: string;
  version: number;
  void_reason?: string;
  voided_at?: string;
  timeline?: JournalLine[] | null;
}

export interface UnitFields {
  product_id: string;
  customer_id: string;
  site_id?: string;
  serial_no: string;
  batch_no?: string;
  contract_no?: string;
  delivered_on?: string;
  warranty_to?: string;
  remarks?: string;
}

export interface UnitRow {
  id: string;
  version: number;
  serial_no: string;
  batch_no: string;
  contract_no: string;
  delivered_on?: string;
  product: Named;
  model: string;
  customer: Named;
  site?: Named | null;
  remarks: string;
  warranty_to?: string;
  in_warranty?: boolean;
  warranty_days_left?: number;
}

export interface UnitMove {
  moved_on: string;
  from_customer: string;
  from_site: string;
  to_customer: string;
  to_site: string;
  reason: string;
  by_name: string;
}

export interface Unit extends UnitRow {
  voided_at?: string;
  void_reason?: string;
  site_record?: Site | null;
  moves: UnitMove[] | null;
  timeline: JournalLine[] | null;
}
