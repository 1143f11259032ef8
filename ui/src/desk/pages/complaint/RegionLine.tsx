import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Step } from './types';

interface Region {
  class?: string;
  path?: Step[] | null;
  division_path?: string;
  question?: Step | null;
}

/** The region class of clause 2.2 and how it was found; blank while the place is not known. */
export function RegionLine({ region }: { region?: Region | null }) {
  const { t } = useTranslation();
  return (
    <div className="region">
      <span className="cell-label">{t('complaint.field.region')}</span>
      {region?.class && (
        <div>
          <Tag
            color={
              region.class === 'home_province' ? 'success' : region.class === 'remote' ? 'warning' : 'blue'
            }
          >
            {t(`complaint.region.${region.class}`)}
          </Tag>
          {region.division_path && <span className="quiet">{region.division_path}</span>}
        </div>
      )}
      {region?.question && <p className="quiet">{region.question.text}</p>}
      {region?.path && region.path.length > 0 && (
        <details className="quiet region-path">
          <summary>{t('complaint.region_why')}</summary>
          <ol>
            {region.path.map((step) => (
              <li key={`${step.code} ${step.text}`}>{step.text}</li>
            ))}
          </ol>
        </details>
      )}
      {!region && <p className="quiet">{t('complaint.region_later')}</p>}
    </div>
  );
}
