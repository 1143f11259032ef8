import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Hides the middle of a phone number: 13812345678 → 138****5678. */
export function maskPhone(phone: string): string {
  if (phone.length < 7) return phone.replace(/.(?=.{2})/g, '*');
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/**
 * A phone number hidden until asked for. Give `masked` when the server has hidden it already; without a full
 * number there is nothing to show and no button.
 */
export function Masked({ phone, masked }: { phone?: string | null; masked?: string | null }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const hidden = masked || (phone ? maskPhone(phone) : '');
  if (!hidden) return null;
  if (!phone) return <span className="number">{hidden}</span>;
  return (
    <span className="masked">
      {shown ? (
        <a className="number" href={`tel:${phone}`}>
          {phone}
        </a>
      ) : (
        <span className="number">{hidden}</span>
      )}
      <Button type="link" size="small" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? t('masked.hide') : t('masked.show')}
      </Button>
    </span>
  );
}
