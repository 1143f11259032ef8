import { Alert, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Legend, Sheet } from './Sheet';
import type { Choices, Preview } from './types';

function separatorName(separator: string): string {
  return separator === '\t' ? 'tab' : separator === ';' ? 'semicolon' : separator === '|' ? 'bar' : 'comma';
}

/** What the file turned out to be, in one line. */
function FileLine({ found }: { found: Preview }) {
  const { t } = useTranslation();
  const parts = [
    found.title,
    found.kind === 'xlsx' ? t('ledger.is_workbook') : t('ledger.is_text', { encoding: found.encoding ?? '' }),
    found.separator && t(`ledger.separator.${separatorName(found.separator)}`),
    found.header_row > 0 ? t('ledger.header_row', { row: found.header_row }) : t('ledger.no_header'),
  ];
  return <p>{parts.filter(Boolean).join(' · ')}</p>;
}

interface Props {
  found: Preview;
  busy: boolean;
  onChoices: (choices: Choices) => void;
}

/** The second step: what each column means, and what the cells say. */
export function Columns({ found, busy, onChoices }: Props) {
  const { t } = useTranslation();
  const { choices } = found;
  const onMeaning = (index: number, meaning: string) => {
    const others = (choices.columns ?? []).filter((one) => one.index !== index);
    onChoices({ ...choices, columns: [...others, { index, meaning }] });
  };
  return (
    <>
      <section className="panel stack" aria-label={t('ledger.file')}>
        <FileLine found={found} />
        <div className="row">
          {found.sheets.length > 1 && (
            <Select
              aria-label={t('ledger.worksheet')}
              value={found.sheet}
              disabled={busy}
              options={found.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              onChange={(sheet: string) => onChoices({ sheet })}
            />
          )}
          <label className="row" htmlFor="ledger-year">
            {t('ledger.year')}
            <InputNumber
              id="ledger-year"
              key={found.year}
              min={1990}
              max={2100}
              defaultValue={found.year}
              disabled={busy}
              onBlur={(event) => {
                const year = Number(event.target.value);
                if (year && year !== found.year) onChoices({ ...choices, year });
              }}
              onPressEnter={(event) => event.currentTarget.blur()}
            />
          </label>
          <span className="quiet">{t(`ledger.year_from.${found.year_from}`)}</span>
        </div>
        <p>
          {t('ledger.summary', {
            rows: found.summary.rows,
            importable: found.summary.importable,
            rejected: found.summary.rejected,
            repeated: found.summary.repeated,
            duplicates: found.summary.duplicates,
          })}
        </p>
      </section>
      {found.missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('ledger.missing', { columns: found.missing.join(t('list.separator')) })}
        />
      )}
      <Legend found={found} />
      <Sheet found={found} disabled={busy} onMeaning={onMeaning} />
      <p className="quiet">{t('ledger.first_rows', { n: found.rows.length })}</p>
    </>
  );
}
