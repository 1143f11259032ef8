import { useTranslation } from 'react-i18next';
import type { OpinionFields } from '../types';

const texts = [
  'suspected_cause',
  'parts_to_bring',
  'interim_instruction',
  'containment',
  'expected_disposition',
  'no_visit_reason',
  'no_visit_consent',
  'no_consultation_reason',
] as const;

/** One version of the handling opinion with its measures; what was not filled in is not shown. */
export function OpinionText({ opinion }: { opinion: OpinionFields }) {
  const { t } = useTranslation();
  const measures = opinion.measures ?? [];
  return (
    <div className="opinion-text">
      <p className="words">{opinion.text}</p>
      {measures.length > 0 && (
        <table className="plain-table">
          <caption className="visually-hidden">{t('complaint.field.measures')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('complaint.field.what')}</th>
              <th scope="col">{t('complaint.field.owner')}</th>
              <th scope="col">{t('complaint.field.due_on')}</th>
            </tr>
          </thead>
          <tbody>
            {measures.map((one) => (
              <tr key={`${one.what} ${one.owner}`}>
                <td className="words">{one.what}</td>
                <td>{one.owner}</td>
                <td className="number">{one.due_on}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className="facts">
        {texts
          .filter((name) => opinion[name])
          .map((name) => (
            <div key={name}>
              <dt>{t(`complaint.field.${name}`)}</dt>
              <dd className="words">{opinion[name]}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
