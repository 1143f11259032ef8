import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice';

/** No page has this address, or the record is not there. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Notice
      code={t('notice.not_found.code')}
      title={t('notice.not_found.title')}
      text={t('notice.not_found.text')}
    >
      <Link to="/">{t('notice.home')}</Link>
    </Notice>
  );
}
