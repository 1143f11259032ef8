import type { FormInstance } from 'antd';
import type { ComponentType } from 'react';
import type { ComplaintPage } from '../types';

export interface FieldsProps {
  page: ComplaintPage;
  form: FormInstance;
}

/** One act's dialog: its fields, what they start with, and what goes to the server. Values are JSON. */
export interface ActSpec {
  Fields: ComponentType<FieldsProps>;
  initial?: (page: ComplaintPage) => object;
  body?: (values: Record<string, unknown>, page: ComplaintPage) => object;
  /** For texts that want room. */
  wide?: boolean;
  /** It ends the record or cannot be taken back lightly. */
  grave?: boolean;
}

/** Only what is filled in. */
export function filled(values: object): Record<string, unknown> {
  const entries = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return Object.fromEntries(entries);
}
