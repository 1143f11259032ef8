import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from './dates';

/** Says that what was typed is kept in this browser, and lets the person throw it away. */
export function DraftNote({ savedAt, onDiscard }: { savedAt: number | undefined; onDiscard: () => void }) {
  const { t } = useTranslation();
  if (savedAt === undefined) return null;
  return (
    <p className="quiet draft-note no-print">
      {t('draft.kept', { time: formatDateTime(savedAt) })}
      <Button type="link" size="small" onClick={onDiscard}>
        {t('draft.discard')}
      </Button>
    </p>
  );
}
