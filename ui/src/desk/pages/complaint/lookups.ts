import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get } from '../../../shared/api';
import type { ComplaintRow, Named, Nth, Step } from './types';

interface List<Row> {
  items: Row[] | null;
}

/** A value as it stands once typing pauses. */
export function useSettled<Value>(value: Value, pause = 300): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an equal value is the same value.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return settled;
}

export interface CustomerRow {
  id: string;
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

export interface ContactSeen {
  id: string;
  name: string;
  phone: string;
  phone_masked: string;
  email: string;
  position: string;
}

export interface RegionSeen {
  class?: string;
  path?: Step[] | null;
  division_path?: string;
  question?: Step | null;
  candidates?: { code: string; name: string }[] | null;
}

export interface SiteSeen {
  id: string;
  name?: string;
  division_code?: string;
  division_name?: string;
  address?: string;
  region?: RegionSeen;
}

export interface CustomerPage {
  id: string;
  code: string;
  name: string;
  kind: string;
  contacts?: ContactSeen[] | null;
  sites?: SiteSeen[] | null;
}

export interface UnitRow {
  id: string;
  serial_no: string;
  batch_no: string;
  contract_no: string;
  delivered_on?: string;
  product: Named & { name_en?: string };
  model: string;
  customer: Named;
  site?: Named | null;
  warranty_to?: string;
  in_warranty?: boolean;
}

export interface ProductRow {
  id: string;
  name_zh: string;
  name_en?: string;
  model: string;
  code: string;
}

export interface Division {
  code: string;
  name: string;
  name_en?: string;
  children?: Division[] | null;
}

export interface Earlier {
  items: ComplaintRow[] | null;
  nth: Nth;
}

/** Customers for what is typed: name, pinyin initials, phone, code, serial or contract number. */
export function useCustomers(typed: string, enabled: boolean) {
  const q = useSettled(typed.trim(), 200);
  return useQuery({
    queryKey: ['customers', 'typing', q],
    queryFn: ({ signal }) => get<List<CustomerRow>>('/api/v1/customers', { q, limit: 8 }, signal),
    enabled: enabled && q !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** Installed units for what is typed: serial, contract or batch number. */
export function useUnits(typed: string, enabled: boolean) {
  const q = useSettled(typed.trim(), 200);
  return useQuery({
    queryKey: ['units', 'typing', q],
    queryFn: ({ signal }) => get<List<UnitRow>>('/api/v1/units', { q, limit: 8 }, signal),
    enabled: enabled && q.length > 1,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export function useProducts(typed: string, enabled: boolean) {
  const q = useSettled(typed.trim(), 200);
  return useQuery({
    queryKey: ['products', 'typing', q],
    queryFn: ({ signal }) => get<List<ProductRow>>('/api/v1/products', { q, limit: 12 }, signal),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** A serial number as it is compared: without case, width, spaces and hyphens. */
function foldedSerial(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
}

/** The one installed unit with this serial number; nothing while there is none or more than one. */
export function useUnitOf(serial: string | undefined): UnitRow | undefined {
  const q = useSettled(serial?.trim() ?? '', 400);
  const found = useQuery({
    queryKey: ['units', 'of serial', q],
    queryFn: ({ signal }) => get<List<UnitRow>>('/api/v1/units', { q, limit: 8 }, signal),
    enabled: q.length > 1,
    staleTime: 30_000,
  });
  const same = (found.data?.items ?? []).filter((row) => foldedSerial(row.serial_no) === foldedSerial(q));
  return q && same.length === 1 ? same[0] : undefined;
}

/** The contacts and sites of a customer. */
export function useCustomer(id: string | undefined) {
  return useQuery({
    queryKey: ['customers', id],
    queryFn: ({ signal }) =>
      get<CustomerPage>(`/api/v1/customers/${encodeURIComponent(id ?? '')}`, {}, signal),
    enabled: Boolean(id),
    staleTime: 30_000,
  });
}

/** Provinces, prefectures, counties. They change with the data of a release, not while somebody types. */
export function useDivisions() {
  return useQuery({
    queryKey: ['divisions'],
    queryFn: ({ signal }) => get<List<Division>>('/api/v1/divisions', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The region class of a place that is being typed, with the way it was found. */
export function useRegion(place: { division_code?: string; site_id?: string }) {
  const { division_code, site_id } = place;
  return useQuery({
    queryKey: ['region', division_code, site_id],
    queryFn: ({ signal }) =>
      get<RegionSeen>('/api/v1/region/resolve', division_code ? { division_code } : { site_id }, signal),
    enabled: Boolean(division_code || site_id),
    staleTime: 60_000,
  });
}

export interface Likeness {
  phone?: string;
  serial_no?: string;
  customer_id?: string;
  contract_no?: string;
  symptom?: string;
  except?: string;
}

/** Complaints that may be about the same matter, what is known of the unit, and the how-manieth complaint this is. */
export function useEarlier(likeness: Likeness) {
  const settled = useSettled(likeness, 400);
  const { phone, serial_no, customer_id, contract_no } = settled;
  return useQuery({
    queryKey: ['complaints', 'likely-duplicates', settled],
    queryFn: ({ signal }) => get<Earlier>('/api/v1/complaints/likely-duplicates', { ...settled }, signal),
    enabled: Boolean(phone || serial_no || customer_id || contract_no),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

export interface Department {
  id: string;
  name: string;
  name_en?: string;
  kind: string;
  closed?: boolean;
}

export function useDepartments() {
  return useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => get<List<Department>>('/api/v1/departments', {}, signal),
    staleTime: 60_000,
  });
}

export interface Person {
  id: string;
  name: string;
  department?: Named | null;
  away_until?: string;
}

export function usePeople(typed: string) {
  const q = useSettled(typed.trim(), 200);
  return useQuery({
    queryKey: ['people', 'typing', q],
    queryFn: ({ signal }) => get<List<Person>>('/api/v1/people', { q, limit: 20 }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
