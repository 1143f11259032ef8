import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Region, UnitRow } from './types';

/** What kind of customer. */
export function KindTag({ kind }: { kind: string }) {
  const { t } = useTranslation();
  return <Tag variant="outlined">{t(`party.kind.${kind}`)}</Tag>;
}

/** A key customer; nothing for the others. */
export function LevelTag({ level }: { level: string }) {
  const { t } = useTranslation();
  return level === 'key' ? <Tag color="gold">{t('party.level.key')}</Tag> : null;
}

/** A record out of force. */
export function VoidTag({ since }: { since?: string }) {
  const { t } = useTranslation();
  return since ? <Tag color="error">{t('party.is_void')}</Tag> : null;
}

/** How the warranty stands today. Nothing is claimed where no day is known. */
export function WarrantyTag({ unit }: { unit: Pick<UnitRow, 'in_warranty' | 'warranty_days_left'> }) {
  const { t } = useTranslation();
  if (unit.in_warranty === undefined) return <Tag variant="outlined">{t('party.warranty.unknown')}</Tag>;
  const soon = 30;
  const left = unit.warranty_days_left ?? 0;
  if (!unit.in_warranty) return <Tag>{t('party.warranty.out')}</Tag>;
  if (left === 0) return <Tag color="warning">{t('party.warranty.last_day')}</Tag>;
  if (left <= soon) return <Tag color="warning">{t('party.warranty.soon', { count: left })}</Tag>;
  return <Tag color="success">{t('party.warranty.in')}</Tag>;
}

const classColours: Record<string, string> = {
  home_province: 'success',
  other_province: 'blue',
  remote: 'warning',
};

/** The region class of clause 2.2, and how it was found. */
export function RegionClass({ region }: { region: Region }) {
  const { t } = useTranslation();
  const steps = region.path ?? [];
  return (
    <div className="party-region">
      {region.class ? (
        <Tag color={classColours[region.class] ?? 'default'}>{t(`party.region.${region.class}`)}</Tag>
      ) : (
        <Tag color="error">{t('party.region.open')}</Tag>
      )}
      {region.question && <span className="quiet">{region.question.text}</span>}
      {steps.length > 0 && (
        <details className="quiet">
          <summary>{t('party.region.why')}</summary>
          <ol>
            {steps.map((step) => (
              <li key={`${step.code} ${step.text}`}>{step.text}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
