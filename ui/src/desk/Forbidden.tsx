import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice';

/** The person signed in has no right to this. Says whom to ask. */
export function Forbidden({ reason }: { reason?: string }) {
  const { t } = useTranslation();
  return (
    <Notice
      code={t('notice.forbidden.code')}
      title={t('notice.forbidden.title')}
      text={reason || t('notice.forbidden.text')}
    >
      <Link to="/">{t('notice.home')}</Link>
    </Notice>
  );
}
