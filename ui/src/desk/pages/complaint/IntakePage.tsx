import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../shared/PageHeader';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { useCan } from '../../../shared/session';
import { Forbidden } from '../../Forbidden';
import './complaint.css';
import { IntakeForm } from './IntakeForm';
import { pageQuery } from './page';

/** Takes a complaint in: the paper form's part one, on an empty sheet. */
export function NewPage() {
  const [sheet, setSheet] = useState(0);
  const may = useCan('complaint.register');
  if (!may) return <Forbidden />;
  return <IntakeForm key={sheet} onAfresh={() => setSheet(sheet + 1)} />;
}

/** Completes a draft, or corrects what reception wrote. Earlier wordings stay in the journal. */
export function AmendPage() {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false });
  const [sheet, setSheet] = useState(0);
  const may = useCan('complaint.amend');
  const page = useQuery(pageQuery(id ?? ''));
  if (!may) return <Forbidden />;
  if (page.data?.personal_hidden) {
    // Saving would put the masked values in the place of the true ones.
    return (
      <>
        <PageHeader title={t('complaint.amend.title')} />
        <Alert type="warning" showIcon title={t('complaint.amend.hidden')} />
      </>
    );
  }
  if (page.data) {
    return <IntakeForm key={`${id} ${sheet}`} page={page.data} onAfresh={() => setSheet(sheet + 1)} />;
  }
  return (
    <>
      <PageHeader title={t('complaint.amend.title')} />
      {page.isError ? (
        <RefusalAlert refusal={page.error instanceof Refusal ? page.error : new Refusal(0)} />
      ) : (
        <div className="panel">
          <Skeleton active />
        </div>
      )}
    </>
  );
}
