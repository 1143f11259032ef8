import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ObligationTag } from './ObligationTag';
import type { FieldRefusal, Refusal } from './refusal';

/** What a refusal says in words: the server's, or ours when the server could not speak. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const { t } = useTranslation();
  return (refusal) => {
    if (refusal.detail) return refusal.detail;
    if (refusal.status === 0) return t('refusal.unanswered');
    if (refusal.status === 401) return t('refusal.signed_out');
    if (refusal.status === 403) return t('refusal.forbidden');
    if (refusal.status === 404) return t('refusal.not_found');
    if (refusal.status === 413) return t('refusal.too_large');
    if (refusal.status >= 500) return t('refusal.server');
    return refusal.title || t('refusal.other', { status: refusal.status });
  };
}

/** The words of a refusal, the clause behind it, the fields it names and the reference to quote. */
export function RefusalText({ refusal, fields }: { refusal: Refusal; fields?: FieldRefusal[] }) {
  const { t } = useTranslation();
  const words = useRefusalWords();
  return (
    <div>
      <p className="refusal-words">{words(refusal)}</p>
      {fields && fields.length > 0 && (
        <ul className="refusal-fields">
          {fields.map((field) => (
            <li key={`${field.path.join('.')} ${field.message}`}>{field.message}</li>
          ))}
        </ul>
      )}
      {refusal.obligation && <ObligationTag id={refusal.obligation} />}
      {refusal.reference && <p className="quiet">{t('refusal.reference', { ref: refusal.reference })}</p>}
    </div>
  );
}

/** A refusal inside a page or form, announced to screen readers. Shows nothing without a refusal. */
export function RefusalAlert({ refusal, onClose }: { refusal: Refusal | undefined; onClose?: () => void }) {
  const { t } = useTranslation();
  if (!refusal || refusal.stale) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="refusal"
      title={refusal.title || t('refusal.title')}
      description={<RefusalText refusal={refusal} fields={refusal.fields} />}
      closable={onClose ? { onClose } : false}
    />
  );
}
