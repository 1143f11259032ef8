import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../../shared/dates';
import { differences } from './differences';

interface Version {
  n: number;
  text: string;
  by: string;
  at: string;
}

/** What changed between two wordings, marked so that it can be seen and heard. */
export function Comparison({ before, after }: { before: string; after: string }) {
  return (
    <p className="words comparison">
      {differences(before, after).map((piece, place) => {
        const key = `${place} ${piece.change}`;
        if (piece.change === 'added') return <ins key={key}>{piece.text}</ins>;
        if (piece.change === 'removed') return <del key={key}>{piece.text}</del>;
        return <span key={key}>{piece.text}</span>;
      })}
    </p>
  );
}

/** The versions of one column: the newest in full, the earlier ones at hand and comparable. */
export function Versions({ versions }: { versions: Version[] }) {
  const { t } = useTranslation();
  const [compared, setCompared] = useState(false);
  const last = versions.at(-1);
  const before = versions.at(-2);
  if (!last) return null;
  return (
    <div className="versions">
      {compared && before ? (
        <Comparison before={before.text} after={last.text} />
      ) : (
        <p className="words">{last.text}</p>
      )}
      <p className="quiet version-by">
        {t('complaint.version', { n: last.n, name: last.by, time: formatDateTime(last.at) })}
        {before && (
          <Button type="link" size="small" aria-pressed={compared} onClick={() => setCompared(!compared)}>
            {t('complaint.compare')}
          </Button>
        )}
      </p>
      {versions.length > 1 && (
        <details className="past">
          <summary>{t('complaint.versions_past', { n: versions.length - 1 })}</summary>
          {versions
            .slice(0, -1)
            .reverse()
            .map((one) => (
              <div key={one.n} className="version">
                <p className="words">{one.text}</p>
                <p className="quiet version-by">
                  {t('complaint.version', { n: one.n, name: one.by, time: formatDateTime(one.at) })}
                </p>
              </div>
            ))}
        </details>
      )}
    </div>
  );
}
