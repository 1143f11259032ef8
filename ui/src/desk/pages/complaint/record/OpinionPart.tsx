import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../../shared/dates';
import { Fact, Part } from '../Cell';
import type { ComplaintPage, Consultation, Opinion } from '../types';
import { mayDo } from './IntakePart';
import { OpinionText } from './OpinionText';
import { Comparison } from './Versions';

function View({ one }: { one: Consultation }) {
  const { t } = useTranslation();
  return (
    <li className="view">
      <p className="row">
        <strong>{one.department.name}</strong>
        {one.answered_at ? (
          <span className="quiet">
            {one.by.name} {formatDateTime(one.answered_at)}
          </span>
        ) : (
          <Tag color="warning">{t('complaint.view_awaited', { time: formatDateTime(one.reply_by) })}</Tag>
        )}
        {one.dissent && <Tag color="error">{t('complaint.dissent')}</Tag>}
      </p>
      <p className="quiet words">
        {t('complaint.asked', { name: one.asked_by.name })} {one.question}
      </p>
      {one.view && <p className="words">{one.view}</p>}
      {one.measures && (
        <p className="words">
          <span className="quiet">{t('complaint.field.view_measures')}</span> {one.measures}
        </p>
      )}
    </li>
  );
}

function Signed({ opinion }: { opinion: Opinion }) {
  const { t } = useTranslation();
  return (
    <p className="quiet version-by">
      {t('complaint.version', {
        n: opinion.opinion_version,
        name: opinion.written_by.name,
        time: formatDateTime(opinion.written_at),
      })}{' '}
      {opinion.signed_at ? (
        <Tag color="success">
          {t('complaint.signed', { name: opinion.signed_by.name, time: formatDateTime(opinion.signed_at) })}
        </Tag>
      ) : (
        <Tag>{t('complaint.unsigned')}</Tag>
      )}
    </p>
  );
}

function Opinions({ opinions }: { opinions: Opinion[] }) {
  const { t } = useTranslation();
  const [compared, setCompared] = useState(false);
  const last = opinions.at(-1);
  const before = opinions.at(-2);
  if (!last) return null;
  return (
    <>
      {compared && before && <Comparison before={before.text} after={last.text} />}
      {!compared && <OpinionText opinion={last} />}
      <Signed opinion={last} />
      {before && (
        <Button type="link" size="small" aria-pressed={compared} onClick={() => setCompared(!compared)}>
          {t('complaint.compare')}
        </Button>
      )}
      {opinions.length > 1 && (
        <details className="past">
          <summary>{t('complaint.versions_past', { n: opinions.length - 1 })}</summary>
          {opinions
            .slice(0, -1)
            .reverse()
            .map((one) => (
              <div key={one.opinion_version} className="version">
                <OpinionText opinion={one} />
                <Signed opinion={one} />
              </div>
            ))}
        </details>
      )}
    </>
  );
}

/** Part two of the form: who was asked and what they said, the opinion in its versions, its signature. */
export function OpinionPart({ page, onAct }: { page: ComplaintPage; onAct: (act: string) => void }) {
  const { t } = useTranslation();
  const views = page.consultations ?? [];
  const opinions = page.opinions ?? [];
  const last = opinions.at(-1);
  const signed = [...opinions].reverse().find((one) => one.signed_at);
  return (
    <Part
      id="opinion"
      title={t('complaint.part.opinion')}
      note={t('complaint.part_quality')}
      extra={
        mayDo(page, 'write-opinion') && (
          <Button type="link" size="small" onClick={() => onAct('write-opinion')}>
            {t('complaint.act.write-opinion')}
          </Button>
        )
      }
    >
      <dl className="cells">
        <Fact span={12} label={t('complaint.field.consulted')}>
          {views.length > 0 && (
            <ul className="views">
              {views.map((one) => (
                <View key={one.id} one={one} />
              ))}
            </ul>
          )}
          {views.length === 0 && last?.no_consultation_reason && (
            <span className="quiet">
              {t('complaint.alone_because', { why: last.no_consultation_reason })}
            </span>
          )}
        </Fact>
        <Fact span={12} label={t('complaint.field.opinion')}>
          <Opinions opinions={opinions} />
        </Fact>
        <Fact span={4} label={t('complaint.field.site_visit')}>
          {last && t(last.site_visit ? 'complaint.visit.yes' : 'complaint.visit.no')}
        </Fact>
        <Fact span={4} label={t('complaint.later.arrive_by')} />
        <Fact span={4} label={t('complaint.field.quality_signature')}>
          {signed?.signed_by.name}
          <span className="quiet number fact-more">{formatDateTime(signed?.signed_at)}</span>
        </Fact>
        <Fact span={4} label={t('complaint.later.assigned')} />
        <Fact span={4} label={t('complaint.later.qualification')} />
        <Fact span={4} label={t('complaint.later.accepted')} />
      </dl>
    </Part>
  );
}
