import { useTranslation } from 'react-i18next';
import { formatDateTime } from './dates';
import type { Change } from './refusal';

/** What happened to the record since it was opened, and who did it. */
export function StaleChanges({ changes }: { changes: Change[] }) {
  const { t } = useTranslation();
  return (
    <div>
      <p>{t('refusal.stale.explain')}</p>
      {changes.length > 0 && (
        <ul className="stale-changes">
          {changes.map((change) => (
            <li key={`${change.recorded_at} ${change.act}`}>
              <strong>{change.sentence}</strong>
              <br />
              <span className="quiet">
                {t('refusal.stale.by', { name: change.actor_name, time: formatDateTime(change.recorded_at) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{t('refusal.stale.kept')}</p>
    </div>
  );
}
