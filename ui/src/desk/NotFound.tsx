import { Link } from '@tanstack/react-router';
import { Result } from 'antd';
import { useTranslation } from 'react-i18next';

/** No page has this address, or the record is not there. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Result
      className="notice"
      icon={<span className="notice-code">{t('notice.not_found.code')}</span>}
      title={<h1>{t('notice.not_found.title')}</h1>}
      subTitle={t('notice.not_found.text')}
      extra={<Link to="/">{t('notice.home')}</Link>}
    />
  );
}
