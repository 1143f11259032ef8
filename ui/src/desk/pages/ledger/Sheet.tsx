import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/es/icons/CloseCircleOutlined';
import EditOutlined from '@ant-design/icons/es/icons/EditOutlined';
import QuestionCircleOutlined from '@ant-design/icons/es/icons/QuestionCircleOutlined';
import { Select, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cell, type CellState, type Column, cellStates, type Preview, type Row } from './types';

const icons: Record<CellState, ReactNode> = {
  ok: <CheckCircleOutlined aria-hidden />,
  assumed: <EditOutlined aria-hidden />,
  unknown: <QuestionCircleOutlined aria-hidden />,
  error: <CloseCircleOutlined aria-hidden />,
};

/** What the marks in the sheet mean, with how many cells carry each. */
export function Legend({ found }: { found: Preview }) {
  const { t } = useTranslation();
  return (
    <ul className="ledger-legend" aria-label={t('ledger.legend')}>
      {cellStates.map((state) => (
        <li key={state} className={`ledger-${state}`}>
          {icons[state]} {t(`ledger.state.${state}`)}{' '}
          <span className="number">{found.summary.cells[state]}</span>
        </li>
      ))}
    </ul>
  );
}

function CellText({ cell, state }: { cell: Cell; state: CellState }) {
  const { t } = useTranslation();
  const understood = cell.understood || t(`ledger.instead.${state}`);
  const differs = cell.raw !== '' && cell.understood !== cell.raw;
  return (
    <span className="ledger-cell">
      {icons[state]}
      <span>
        {differs && <span className="ledger-raw">{cell.raw}</span>}
        <span className="ledger-understood">
          {understood}
          {state !== 'ok' && (
            <span className="visually-hidden">
              {t(`ledger.state.${state}`)} {cell.note}
            </span>
          )}
        </span>
      </span>
    </span>
  );
}

function CellOf({ cell }: { cell: Cell | undefined }) {
  if (!cell || cell.state === 'empty') return <td />;
  const text = <CellText cell={cell} state={cell.state} />;
  return (
    <td className={`ledger-${cell.state}`}>
      {cell.note ? (
        <Tooltip title={cell.note} trigger={['hover', 'click']}>
          {text}
        </Tooltip>
      ) : (
        text
      )}
    </td>
  );
}

interface HeadProps {
  column: Column;
  found: Preview;
  disabled: boolean;
  onMeaning: (column: number, meaning: string) => void;
}

function Head({ column, found, disabled, onMeaning }: HeadProps) {
  const { t } = useTranslation();
  const name = column.heading || column.letter;
  const sure = Math.round(column.confidence * 100);
  return (
    <th scope="col">
      <div className="ledger-heading">{name}</div>
      <Select
        size="small"
        disabled={disabled}
        aria-label={t('ledger.meaning_of', { column: name })}
        value={column.meaning}
        options={found.meanings.map((meaning) => ({ value: meaning.value, label: meaning.text }))}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(meaning: string) => onMeaning(column.index, meaning)}
      />
      <div className="ledger-reason">
        {column.meaning !== 'ignore' && <span className="number">{t('ledger.sure', { n: sure })}</span>}{' '}
        {column.reason}
      </div>
      <div className="ledger-samples" title={(column.samples ?? []).join(' · ')}>
        {(column.samples ?? []).join(' · ')}
      </div>
    </th>
  );
}

function Line({ row, columns }: { row: Row; columns: Column[] }) {
  return (
    <tr>
      <th scope="row" className="number">
        {row.row}
        {row.problems.map((problem) => (
          <div key={problem} className="ledger-problem">
            {problem}
          </div>
        ))}
      </th>
      {columns.map((column) => (
        <CellOf key={column.index} cell={row.cells.find((cell) => cell.column === column.index)} />
      ))}
    </tr>
  );
}

interface Props {
  found: Preview;
  disabled: boolean;
  onMeaning: (column: number, meaning: string) => void;
}

/** The first rows, cell by cell, under the columns whose meaning the person may correct. */
export function Sheet({ found, disabled, onMeaning }: Props) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide sheet must be scrolled by keyboard too.
    <section className="ledger-scroll" aria-label={t('ledger.sheet')} tabIndex={0}>
      <table className="ledger-sheet">
        <thead>
          <tr>
            <th scope="col">{t('ledger.row')}</th>
            {found.columns.map((column) => (
              <Head
                key={column.index}
                column={column}
                found={found}
                disabled={disabled}
                onMeaning={onMeaning}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {found.rows.map((row) => (
            <Line key={row.row} row={row} columns={found.columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
