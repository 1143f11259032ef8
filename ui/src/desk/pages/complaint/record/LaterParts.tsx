import { useTranslation } from 'react-i18next';
import { Fact, Part, type Span } from '../Cell';

/** The parts of the paper form that come with the visit and the closing: their headings, blank. */
const later: { part: string; cells: [string, Span][] }[] = [
  {
    part: 'implementation',
    cells: [
      ['arrived', 4],
      ['proof', 4],
      ['left', 4],
      ['investigation', 12],
      ['finding', 6],
      ['disposition', 6],
      ['done', 12],
      ['result', 4],
      ['technician', 4],
      ['inspector', 4],
    ],
  },
  {
    part: 'confirmation',
    cells: [
      ['agreement', 6],
      ['satisfaction', 6],
      ['remarks', 12],
      ['signature', 6],
      ['unsigned', 6],
    ],
  },
  {
    part: 'filing',
    cells: [
      ['returned', 4],
      ['return_receipt', 4],
      ['notice', 4],
      ['reported', 4],
      ['follow_up', 4],
      ['closed', 4],
    ],
  },
];

/** The rest of the sheet, so that everybody sees what is still to come. */
export function LaterParts() {
  const { t } = useTranslation();
  return (
    <div className="sheet">
      {later.map(({ part, cells }) => (
        <Part key={part} id={part} title={t(`complaint.part.${part}`)} note={t('complaint.part_later')}>
          <dl className="cells cells-blank">
            {cells.map(([name, span]) => (
              <Fact key={name} span={span} label={t(`complaint.later.${name}`)} />
            ))}
          </dl>
        </Part>
      ))}
    </div>
  );
}
