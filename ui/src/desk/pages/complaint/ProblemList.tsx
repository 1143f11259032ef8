import { Alert, Button, type FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ObligationTag } from '../../../shared/ObligationTag';
import { RefusalText } from '../../../shared/RefusalText';
import type { FieldRefusal, Refusal } from '../../../shared/refusal';

type Path = FieldRefusal['path'];

/** The label of the field a path leads to, with the line's place: "Product 2, serial number". */
function useLabel(): (path: Path) => string {
  const { t, i18n } = useTranslation();
  return (path) => {
    const words = path.filter((part) => typeof part === 'string');
    const name = (words.at(-1) ?? '').replace(/_\d+$/, '');
    const key = `complaint.field.${name}`;
    const label = i18n.exists(key) ? t(`complaint.field.${name}`) : '';
    const place = path.find((part) => typeof part === 'number');
    if (path[0] !== 'lines' || place === undefined) return label;
    return [t('complaint.line', { n: Number(place) + 1 }), label].filter(Boolean).join(' ');
  };
}

/** Why the form was not accepted: each field as a link that leads to it. */
export function ProblemList({ refusal, form }: { refusal: Refusal | undefined; form: FormInstance }) {
  const { t } = useTranslation();
  const label = useLabel();
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    // One wrong field is shown where it stands; several are read here first.
    if (!refusal || refusal.stale || refusal.fields.length === 1) return;
    const timer = setTimeout(() => {
      summary.current?.scrollIntoView({ block: 'center' });
      summary.current?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [refusal]);
  if (!refusal || refusal.stale) return null;
  if (refusal.fields.length === 0) {
    return (
      <section ref={summary} tabIndex={-1} className="problems" aria-label={t('refusal.title')}>
        <Alert
          type="error"
          showIcon
          role="alert"
          className="refusal"
          title={refusal.title || t('refusal.title')}
          description={<RefusalText refusal={refusal} />}
        />
      </section>
    );
  }
  return (
    <section ref={summary} tabIndex={-1} className="problems" aria-label={t('refusal.title')}>
      <Alert
        type="error"
        showIcon
        role="alert"
        className="refusal"
        title={t('complaint.problems', { count: refusal.fields.length })}
        description={
          <>
            <ul className="refusal-fields">
              {refusal.fields.map((field) => (
                <li key={`${field.path.join('.')} ${field.message}`}>
                  <Button
                    type="link"
                    size="small"
                    onClick={() => form.scrollToField(field.path, { block: 'center', focus: true })}
                  >
                    {label(field.path) || field.path.join('.')}
                  </Button>
                  {field.message}
                </li>
              ))}
            </ul>
            {refusal.obligation && <ObligationTag id={refusal.obligation} full />}
          </>
        }
      />
    </section>
  );
}
