import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefusalWords } from '../shared/RefusalText';
import { Refusal } from '../shared/refusal';
import { Forbidden } from './Forbidden';
import { NotFound } from './NotFound';
import { Notice } from './Notice';

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
  const text = error instanceof Refusal ? words(error) : t('notice.trouble.text');
  return (
    <Notice title={t('notice.trouble.title')} text={text}>
      <Button type="primary" onClick={again}>
        {t('notice.trouble.again')}
      </Button>
    </Notice>
  );
}

/** The same where there is no frame around it. */
export function TroubleAlone(props: ErrorComponentProps) {
  return (
    <main>
      <Trouble {...props} />
    </main>
  );
}
