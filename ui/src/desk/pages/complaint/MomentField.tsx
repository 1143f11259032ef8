import { Button, DatePicker, type DatePickerProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../shared/api';
import { dayFromPicker, fromPicker, toPicker } from '../../../shared/dates';

interface Props {
  value?: string;
  onChange?: (value: string | undefined) => void;
  id?: string;
  variant?: DatePickerProps['variant'];
}

/** The server's present minute as a moment in Shanghai. */
export function presentMinute(): string {
  return fromPicker(toPicker(serverNow())?.startOf('minute')) ?? '';
}

/** A moment in Shanghai time; its value is RFC 3339 text, so that drafts can keep it. */
export function MomentField({ value, onChange, id, variant }: Props) {
  const { t } = useTranslation();
  return (
    <DatePicker
      id={id}
      className="moment"
      variant={variant}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      // The kit's own "now" would be the browser's, in whatever zone that stands.
      showNow={false}
      needConfirm={false}
      placeholder=""
      value={toPicker(value) ?? null}
      onChange={(picked) => onChange?.(fromPicker(picked))}
      renderExtraFooter={() => (
        <Button type="link" size="small" onClick={() => onChange?.(presentMinute())}>
          {t('complaint.now')}
        </Button>
      )}
    />
  );
}

/** A day, as YYYY-MM-DD. */
export function DayField({ value, onChange, id, variant }: Props) {
  return (
    <DatePicker
      id={id}
      className="moment"
      variant={variant}
      placeholder=""
      value={value ? toPicker(`${value}T00:00:00+08:00`) : null}
      onChange={(picked) => onChange?.(dayFromPicker(picked))}
    />
  );
}
