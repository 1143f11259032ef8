import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { CompanyMark } from './CompanyMark';
import { Loaded } from './Loaded';
import type { RegionRow, Regions } from './types';

function Places({ rows }: { rows: RegionRow[] }) {
  return (
    <ul className="places">
      {rows.map((row) => (
        <li key={row.code}>
          <Tooltip title={row.why}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason shows on focus too. */}
            <span className="place" tabIndex={0}>
              {row.name} <span className="quiet number">{row.code}</span>
              <span className="visually-hidden">{row.why}</span>
            </span>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}

/** The class of every province by the company's lists in force, and the exceptions below them (2.2). */
export function RegionsView() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['rules', 'regions'],
    queryFn: ({ signal }) => get<Regions>('/api/v1/regions', {}, signal),
  });
  return (
    <Loaded query={query}>
      {(data) => (
        <div className="stack">
          <p className="row quiet">
            <CompanyMark questions="Q-05 Q-06 Q-07" />
            {t('rules.regions.version', { version: data.version, divisions: data.divisions })}
          </p>
          <div className="regions">
            {data.classes.map((one) => {
              const rows = data.provinces.filter((row) => row.class === one.class);
              return (
                <section key={one.class} className={`panel region region-${one.class}`} aria-label={one.name}>
                  <h2>
                    {one.name} <span className="region-count">{rows.length}</span>
                  </h2>
                  <p className="quiet region-limit">{t(`rules.regions.limit.${one.class}`)}</p>
                  <Places rows={rows} />
                </section>
              );
            })}
          </div>
          <section className="panel" aria-labelledby="listed">
            <h2 id="listed">{t('rules.regions.listed')}</h2>
            {data.listed.length === 0 ? (
              <p className="quiet">{t('rules.regions.none_listed')}</p>
            ) : (
              <Places rows={data.listed} />
            )}
          </section>
        </div>
      )}
    </Loaded>
  );
}
