import { useQuery } from '@tanstack/react-query';
import { Segmented, Tag, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { currentLanguage } from '../../../shared/i18n';
import { PageHeader } from '../../../shared/PageHeader';
import { CompanyMark } from './CompanyMark';
import { Loaded } from './Loaded';
import type { Clause, Setting } from './types';
import './rules.css';

type Tongue = 'zh' | 'en' | 'both';

function Wording({ clause, tongue }: { clause: Clause; tongue: Tongue }) {
  const shown = tongue === 'both' ? (['zh', 'en'] as const) : ([tongue] as const);
  return (
    <div className="clause-text">
      {shown.map((one) => (
        <div key={one} lang={one === 'zh' ? 'zh-CN' : 'en'} className={`clause-${one}`}>
          {clause[one].text.split('\n\n').map((paragraph) => (
            <p key={paragraph.slice(0, 40)}>{paragraph}</p>
          ))}
        </div>
      ))}
    </div>
  );
}

function Obligations({ clause }: { clause: Clause }) {
  const { t } = useTranslation();
  return (
    <ul className="obligations">
      {clause.obligations.map((one) => (
        <li key={one.id} id={one.id}>
          <span className="obligation-no number">{one.id}</span>
          <div className="obligation-what">
            <span>{one.title}</span>
            <span className="quiet obligation-who">{one.actor_name}</span>
          </div>
          <span className="obligation-marks">
            <Tag variant="outlined" className={`mark-${one.mark}`}>
              {one.mark_name}
            </Tag>
            <Tooltip title={t(`rules.kind.${one.kind}`)}>
              <Tag className={`kind-${one.kind}`}>{one.kind_name}</Tag>
            </Tooltip>
            {one.measured && <Tag color="blue">{t('rules.measured')}</Tag>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Settings({ settings }: { settings: Setting[] }) {
  const { t } = useTranslation();
  if (settings.length === 0) return null;
  return (
    <div className="clause-settings">
      <h3>{t('rules.settings')}</h3>
      <dl>
        {settings.map((one) => (
          <div key={one.path}>
            <dt>
              {one.title}
              {one.asked && <span className="quiet setting-asked">{one.asked}</span>}
            </dt>
            <dd>
              <strong>{one.value}</strong>
              <span className="setting-marks">
                <CompanyMark questions={one.questions} />
                {!one.shipped && <Tag variant="outlined">{t('rules.changed')}</Tag>}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The clause one has scrolled to. */
function useReadClause(numbers: string[]): string | undefined {
  const [read, setRead] = useState<string>();
  const key = numbers.join(' ');
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const entry of entries)
          if (entry.isIntersecting) setRead(entry.target.id.replace('clause-', ''));
      },
      { rootMargin: '-80px 0px -70% 0px' },
    );
    for (const number of key.split(' ')) {
      const element = document.getElementById(`clause-${number}`);
      if (element) watcher.observe(element);
    }
    return () => watcher.disconnect();
  }, [key]);
  return read;
}

/** A link to an obligation (#2.1-l) goes there once the text has come. */
function useGoToMark() {
  useEffect(() => {
    const mark = decodeURIComponent(window.location.hash.slice(1));
    if (mark) document.getElementById(mark)?.scrollIntoView({ block: 'center' });
  }, []);
}

function Clauses({ clauses, tongue }: { clauses: Clause[]; tongue: Tongue }) {
  const { t } = useTranslation();
  const shown = tongue === 'en' || (tongue === 'both' && currentLanguage() === 'en') ? 'en' : 'zh';
  const read = useReadClause(clauses.map((one) => one.number));
  useGoToMark();
  return (
    <div className="regulation">
      <nav className="clause-list no-print" aria-label={t('rules.contents')}>
        <ol>
          {clauses.map((one) => (
            <li key={one.number}>
              <a
                href={`#clause-${one.number}`}
                aria-current={one.number === read ? 'true' : undefined}
                lang={shown === 'zh' ? 'zh-CN' : 'en'}
              >
                <span className="number">{one.number}</span> {one[shown].heading}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="stack">
        {clauses.map((one) => (
          <section
            key={one.number}
            id={`clause-${one.number}`}
            className="panel clause"
            aria-labelledby={`clause-${one.number}-heading`}
          >
            <h2 id={`clause-${one.number}-heading`} lang={shown === 'zh' ? 'zh-CN' : 'en'}>
              <span className="number clause-number">{one.number}</span> {one[shown].heading}
            </h2>
            <div className="clause-body">
              <Wording clause={one} tongue={tongue} />
              <div className="clause-duties">
                <h3>{t('rules.obligations')}</h3>
                <Obligations clause={one} />
                <Settings settings={one.settings} />
              </div>
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

/** 规定条款: the regulation's text beside its obligations, told apart from what the company set itself. */
export function RegulationPage() {
  const { t } = useTranslation();
  const [tongue, setTongue] = useState<Tongue>(currentLanguage() === 'en' ? 'both' : 'zh');
  const query = useQuery({
    queryKey: ['rules', 'clauses', currentLanguage()],
    queryFn: ({ signal }) => get<{ items: Clause[] }>('/api/v1/clauses', {}, signal),
    staleTime: 300_000,
  });
  return (
    <div className="stack">
      <PageHeader
        title={t('rules.regulation.title')}
        subtitle={t('rules.regulation.subtitle')}
        actions={
          <Segmented
            aria-label={t('rules.regulation.tongue')}
            value={tongue}
            options={[
              { value: 'zh', label: t('rules.regulation.zh') },
              { value: 'en', label: t('rules.regulation.en') },
              { value: 'both', label: t('rules.regulation.both') },
            ]}
            onChange={(value) => setTongue(value as Tongue)}
          />
        }
      />
      <Loaded query={query}>{(data) => <Clauses clauses={data.items} tongue={tongue} />}</Loaded>
    </div>
  );
}
