import { useTranslation } from 'react-i18next';

export const steps = ['file', 'columns', 'problems', 'commit', 'result'] as const;
export type Step = (typeof steps)[number];

/** Where the person is on the way from a file to the register. */
export function Steps({ at }: { at: Step }) {
  const { t } = useTranslation();
  const place = steps.indexOf(at);
  return (
    <ol className="ledger-steps" aria-label={t('ledger.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < place ? 'ledger-step-past' : undefined}
          aria-current={index === place ? 'step' : undefined}
        >
          <span className="number">{index + 1}</span> {t(`ledger.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
