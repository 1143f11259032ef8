import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

const stateColours: Record<string, string> = {
  draft: 'default',
  registered: 'processing',
  negotiating: 'processing',
  handover_pending: 'warning',
  with_quality: 'processing',
  opinion_signed: 'success',
  closed: 'success',
};

/** Where a complaint stands. */
export function StateTag({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Tag color={stateColours[state] ?? 'default'}>{t(`complaint.state.${state}`)}</Tag>;
}

/** Quality or not; nothing while undecided. */
export function ClassTag({ value }: { value: string }) {
  const { t } = useTranslation();
  if (value === 'unclassified') return <Tag variant="outlined">{t('complaint.class.unclassified')}</Tag>;
  return <Tag color={value === 'quality' ? 'blue' : 'default'}>{t(`complaint.class.${value}`)}</Tag>;
}

/** How serious; the everyday case is not worth a colour. */
export function SeverityTag({ value }: { value?: string }) {
  const { t } = useTranslation();
  if (!value) return null;
  const colour = value === 'serious' ? 'error' : value === 'major' ? 'warning' : 'default';
  return <Tag color={colour}>{t(`complaint.severity.${value}`)}</Tag>;
}
