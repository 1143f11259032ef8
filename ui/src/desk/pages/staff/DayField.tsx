import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { dayFromPicker } from '../../../shared/dates';

interface Props {
  value?: string;
  onChange?: (day: string | undefined) => void;
  id?: string;
  /** A day that must be given is not cleared, only changed. */
  needed?: boolean;
}

/** A day as YYYY-MM-DD, so that drafts can keep it. */
export function DayField({ value, onChange, id, needed = false }: Props) {
  return (
    <DatePicker
      id={id}
      placeholder=""
      value={value ? dayjs(value) : null}
      allowClear={!needed}
      onChange={(picked) => onChange?.(dayFromPicker(picked))}
    />
  );
}
