import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { dayFromPicker } from '../../../shared/dates';

interface Props {
  value?: string;
  onChange?: (day: string | undefined) => void;
  id?: string;
  min?: string;
}

/** A day as YYYY-MM-DD, so that drafts can keep it. */
export function DayField({ value, onChange, id, min }: Props) {
  return (
    <DatePicker
      id={id}
      placeholder=""
      value={value ? dayjs(value) : null}
      minDate={min ? dayjs(min) : undefined}
      onChange={(picked) => onChange?.(dayFromPicker(picked))}
    />
  );
}
