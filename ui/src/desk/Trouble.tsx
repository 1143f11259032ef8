import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefusalWords } from '../shared/RefusalText';
import { Refusal } from '../shared/refusal';
import { Forbidden } from './Forbidden';
import { NotFound } from './NotFound';

/** A page that could not be shown: what is the matter, and a way to try again. */
export function Trouble({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const words = useRefusalWords();
  const router = useRouter();
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  if (error instanceof Refusal && error.status === 403) return <Forbidden reason={error.detail} />;
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Result
      className="notice"
      status="warning"
      title={<h1>{t('notice.trouble.title')}</h1>}
      subTitle={error instanceof Refusal ? words(error) : t('notice.trouble.text')}
      extra={
        <Button type="primary" onClick={again}>
          {t('notice.trouble.again')}
        </Button>
      }
    />
  );
}
