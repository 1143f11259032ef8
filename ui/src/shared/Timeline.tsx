import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from './dates';
import { ObligationTag } from './ObligationTag';

/** A journal line as the record page carries it. */
export interface JournalLine {
  id: string;
  act: string;
  sentence: string;
  obligations?: string[] | null;
  actor_name: string;
  happened_at: string;
  recorded_at: string;
}

// A device or a person may tell of something earlier; a minute's difference is only the way to the server.
const told = 60_000;

/** The journal of a record, newest first: what happened, who did it, which clause it fulfilled. */
export function Timeline({ lines }: { lines: readonly JournalLine[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('timeline.empty')} />;
  }
  const newestFirst = [...lines].sort((a, b) => b.recorded_at.localeCompare(a.recorded_at));
  return (
    <ol className="journal">
      {newestFirst.map((line) => (
        <li key={line.id}>
          <p className="journal-sentence">{line.sentence}</p>
          <p className="journal-facts quiet">
            <span>{line.actor_name}</span>
            <time dateTime={line.happened_at}>{formatDateTime(line.happened_at)}</time>
            {Date.parse(line.recorded_at) - Date.parse(line.happened_at) > told && (
              <span>{t('timeline.recorded', { time: formatDateTime(line.recorded_at) })}</span>
            )}
            {line.obligations?.map((id) => (
              <ObligationTag key={id} id={id} />
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}
