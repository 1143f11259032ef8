import { Link } from '@tanstack/react-router';
import { Result } from 'antd';
import { useTranslation } from 'react-i18next';

/** The person signed in has no right to this. Says whom to ask. */
export function Forbidden({ reason }: { reason?: string }) {
  const { t } = useTranslation();
  return (
    <Result
      className="notice"
      icon={<span className="notice-code">{t('notice.forbidden.code')}</span>}
      title={<h1>{t('notice.forbidden.title')}</h1>}
      subTitle={reason || t('notice.forbidden.text')}
      extra={<Link to="/">{t('notice.home')}</Link>}
    />
  );
}
