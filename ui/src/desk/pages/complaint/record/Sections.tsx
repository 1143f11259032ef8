import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../../../shared/api';
import { formatDateTime, formatDue } from '../../../../shared/dates';
import { ObligationTag } from '../../../../shared/ObligationTag';
import { ClassTag } from '../chips';
import type { Classification, ClosingException, ComplaintPage, Contact, Handover } from '../types';
import { mayDo } from './IntakePart';

interface Props {
  page: ComplaintPage;
  onAct: (act: string) => void;
}

function Section({
  id,
  title,
  extra,
  children,
}: {
  id: string;
  title: string;
  extra?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <div className="panel-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  );
}

function ContactItem({ one }: { one: Contact }) {
  const { t } = useTranslation();
  return (
    <li className="entry">
      <p className="row">
        <Tag color={one.kind === 'final_offer' ? 'warning' : 'blue'}>
          {t(`complaint.contact_kind.${one.kind}`)}
        </Tag>
        <span className="number">{formatDateTime(one.at)}</span>
        <span className="quiet">
          {[t(`complaint.channel.${one.channel}`), one.person, one.by.name].filter(Boolean).join(' · ')}
        </span>
      </p>
      <p className="words">{one.said}</p>
      {one.reaction && (
        <p className="words">
          <span className="quiet">{t('complaint.field.reaction')}</span> {one.reaction}
        </p>
      )}
      {(one.next_step || one.next_at) && (
        <p className="words">
          <span className="quiet">{t('complaint.field.next_step')}</span> {one.next_step}{' '}
          <span className="number">{formatDateTime(one.next_at)}</span>
        </p>
      )}
    </li>
  );
}

function Contacts({ page, onAct }: Props) {
  const { t } = useTranslation();
  const contacts = page.contacts ?? [];
  if (contacts.length === 0 && page.class !== 'non_quality') return null;
  return (
    <Section
      id="contacts"
      title={t('complaint.contacts')}
      extra={
        mayDo(page, 'log-contact') && (
          <Button className="no-print" onClick={() => onAct('log-contact')}>
            {t('complaint.act.log-contact')}
          </Button>
        )
      }
    >
      {contacts.length === 0 && <p className="quiet">{t('complaint.contacts_none')}</p>}
      <ol className="entries">
        {[...contacts].reverse().map((one) => (
          <ContactItem key={one.id} one={one} />
        ))}
      </ol>
    </Section>
  );
}

function Satisfied({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  const evidence = page.satisfaction ?? [];
  if (evidence.length === 0) return null;
  return (
    <Section id="satisfaction" title={t('complaint.satisfaction')} extra={<ObligationTag id="2.1-h" />}>
      <ul className="entries">
        {evidence.map((one) => (
          <li key={one.id} className="entry">
            <p className="row">
              <Tag color="success">{t(`complaint.method.${one.method}`)}</Tag>
              <span>{one.by}</span>
              <span className="number">{formatDateTime(one.at)}</span>
              <span className="quiet">{t('complaint.recorded', { name: one.recorded_by.name })}</span>
            </p>
            <p className="words">{one.statement}</p>
            {one.file_id && (
              <a
                href={address(`/api/v1/files/${encodeURIComponent(one.file_id)}`)}
                target="_blank"
                rel="noreferrer"
              >
                {t('complaint.evidence_file')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ExceptionItem({ one }: { one: ClosingException }) {
  const { t } = useTranslation();
  const decided = one.decided_at;
  const word = !decided ? 'pending' : one.approved ? 'approved' : 'refused';
  const colour = { pending: 'warning', approved: 'success', refused: 'error' }[word];
  return (
    <li className="entry">
      <p className="row">
        <Tag color={colour}>{t(`complaint.exception.${word}`)}</Tag>
        <span className="quiet">
          {t('complaint.asked_by')} {one.asked_by.name} {formatDateTime(one.asked_at)}
        </span>
        {decided && (
          <span className="quiet">
            {t('complaint.decided_by')} {one.decided_by.name} {formatDateTime(decided)}
          </span>
        )}
      </p>
      <dl className="facts">
        <dt>{t('complaint.field.exception_reason')}</dt>
        <dd className="words">{one.reason}</dd>
        <dt>{t('complaint.field.final_offer')}</dt>
        <dd className="words">{one.final_offer}</dd>
        <dt>{t('complaint.field.remedies_told')}</dt>
        <dd className="words">{one.remedies_told}</dd>
        {one.comment && (
          <>
            <dt>{t('complaint.field.comment')}</dt>
            <dd className="words">{one.comment}</dd>
          </>
        )}
      </dl>
    </li>
  );
}

function Exceptions({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  const list = page.exceptions ?? [];
  if (list.length === 0) return null;
  return (
    <Section id="exceptions" title={t('complaint.exceptions')} extra={<ObligationTag id="2.1-h" />}>
      <ul className="entries">
        {list.map((one) => (
          <ExceptionItem key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function HandoverItem({ one }: { one: Handover }) {
  const { t } = useTranslation();
  const papers = one.papers ?? [];
  return (
    <li className="entry">
      <p className="row">
        <strong>
          {t(one.papers_only ? 'complaint.handover_papers' : 'complaint.handover_n', { n: one.n })}
        </strong>
        <span className="number">{formatDateTime(one.at)}</span>
        <span className="quiet">{one.by.name}</span>
        {!one.papers_only && one.due_at && (
          <Tag color={one.late ? 'error' : 'success'}>
            {t(one.late ? 'complaint.handed_late' : 'complaint.handed_in_time', {
              time: formatDue(one.due_at),
            })}
          </Tag>
        )}
        {one.plan_missing && <Tag color="warning">{t('complaint.plan_was_missing')}</Tag>}
      </p>
      {one.late_reason && (
        <p className="words">
          <span className="quiet">{t('complaint.field.late_reason')}</span> {one.late_reason}
        </p>
      )}
      {one.no_papers && <p className="quiet">{t('complaint.field.no_papers')}</p>}
      {papers.length > 0 && (
        <ul className="plain-list">
          {papers.map((paper) => (
            <li key={paper.id}>
              {paper.name}{' '}
              <span className="quiet">
                {[
                  t(`complaint.paper_kind.${paper.kind}`),
                  paper.pages ? t('complaint.pages', { n: paper.pages }) : '',
                  t(paper.original ? 'complaint.paper.original' : 'complaint.paper.copy'),
                  paper.holder,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {one.received_at && (
        <p>
          <Tag color="success">{t('complaint.received')}</Tag> {one.received_by.name}{' '}
          <span className="number">{formatDateTime(one.received_at)}</span>
        </p>
      )}
      {one.returned_at && (
        <p className="words">
          <Tag color="warning">{t('complaint.returned')}</Tag> {one.returned_by.name}{' '}
          <span className="number">{formatDateTime(one.returned_at)}</span>{' '}
          {one.return_code && t(`complaint.return_reason.${one.return_code}`)} {one.returned_reason}
        </p>
      )}
    </li>
  );
}

function Handovers({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  const list = page.handovers ?? [];
  if (list.length === 0) return null;
  return (
    <Section
      id="handovers"
      title={t('complaint.handovers')}
      extra={
        <span>
          <ObligationTag id="2.1-l" />
          <ObligationTag id="2.1-m" />
        </span>
      }
    >
      <ol className="entries">
        {list.map((one) => (
          <HandoverItem key={one.n} one={one} />
        ))}
      </ol>
    </Section>
  );
}

function ClassItem({ one }: { one: Classification }) {
  const { t } = useTranslation();
  return (
    <li className="entry">
      <p className="row">
        <ClassTag value={one.class} />
        <span>{t(`complaint.reason.${one.reason_code}`)}</span>
        <span className="quiet">
          {one.by.name} <span className="number">{formatDateTime(one.at)}</span>
        </span>
      </p>
      {one.reason && <p className="words">{one.reason}</p>}
      {one.evidence && (
        <p className="words">
          <span className="quiet">{t('complaint.field.evidence')}</span> {one.evidence}
        </p>
      )}
    </li>
  );
}

function Classifications({ page }: { page: ComplaintPage }) {
  const { t } = useTranslation();
  const list = page.classifications ?? [];
  if (list.length === 0) return null;
  return (
    <Section id="classes" title={t('complaint.classifications')} extra={<ObligationTag id="2.1-f" />}>
      <ol className="entries">
        {list.map((one) => (
          <ClassItem key={`${one.at} ${one.class}`} one={one} />
        ))}
      </ol>
    </Section>
  );
}

/** What hangs on the form: how it was classified, talked over, settled, handed over. */
export function Sections({ page, onAct }: Props) {
  return (
    <>
      <Classifications page={page} />
      <Contacts page={page} onAct={onAct} />
      <Satisfied page={page} />
      <Exceptions page={page} />
      <Handovers page={page} />
    </>
  );
}
