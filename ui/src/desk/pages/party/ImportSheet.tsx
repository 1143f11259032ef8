import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Preview, PreviewCell } from './importing';

function Cell({ cell }: { cell: PreviewCell | undefined }) {
  if (!cell || cell.state === 'empty') return <td />;
  const differs = cell.understood !== '' && cell.understood !== cell.raw;
  return (
    <td className={`cell-${cell.state}`}>
      {cell.understood || cell.raw}
      {(cell.note || differs) && (
        <span className="cell-note">
          {differs && `${cell.raw} → `}
          {cell.note}
        </span>
      )}
    </td>
  );
}

/** The first rows as they were understood, and what each column was taken to mean, which the person may correct. */
export function ImportSheet({
  found,
  onMeaning,
}: {
  found: Preview;
  onMeaning: (column: number, meaning: string) => void;
}) {
  const { t } = useTranslation();
  const columns = found.columns ?? [];
  const options = [...found.meanings, 'ignore'].map((meaning) => ({
    value: meaning,
    label: t(`party.meaning.${meaning}`),
  }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide sheet must be scrolled by keyboard too.
    <section className="import-scroll" aria-label={t('party.import.sheet')} tabIndex={0}>
      <table className="import-sheet">
        <thead>
          <tr>
            <th scope="col">{t('party.import.row')}</th>
            {columns.map((column) => (
              <th key={column.index} scope="col">
                <div>{column.heading || column.letter}</div>
                <Select
                  size="small"
                  aria-label={t('party.import.meaning_of', { column: column.heading || column.letter })}
                  value={column.meaning}
                  options={options}
                  popupMatchSelectWidth={false}
                  onChange={(meaning: string) => onMeaning(column.index, meaning)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(found.shown ?? []).map((row) => (
            <tr key={row.row}>
              <th scope="row" className="number">
                {row.row}
                {(row.problems ?? []).map((problem) => (
                  <span key={problem} className="cell-note">
                    {problem}
                  </span>
                ))}
              </th>
              {columns.map((column) => (
                <Cell
                  key={column.index}
                  cell={
                    column.meaning === 'ignore'
                      ? undefined
                      : row.cells.find((cell) => cell.meaning === column.meaning)
                  }
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
