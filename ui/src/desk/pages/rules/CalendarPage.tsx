import UploadOutlined from '@ant-design/icons/es/icons/UploadOutlined';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { PageHeader } from '../../../shared/PageHeader';
import { useCan } from '../../../shared/session';
import { ImportDialog } from './ImportDialog';
import { Loaded } from './Loaded';
import { RegionsView } from './RegionsView';
import type { Calendars } from './types';
import { YearView } from './YearView';
import './rules.css';

const route = getRouteApi('/shell/calendar');

/** The years loaded, with the import of another for who may. */
function Years({ onImport }: { onImport?: () => void }) {
  const { t } = useTranslation();
  const { year } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery({
    queryKey: ['rules', 'calendars'],
    queryFn: ({ signal }) => get<Calendars>('/api/v1/calendars', {}, signal),
  });
  return (
    <Loaded query={query}>
      {(data) => {
        const present = Number(data.today.slice(0, 4));
        const shown =
          data.years.find((one) => one.year === (year ?? present)) ?? data.years[data.years.length - 1];
        return (
          <div className="stack">
            {data.missing && (
              <Alert
                type="warning"
                showIcon
                title={data.missing.text}
                description={onImport ? t('rules.calendar.missing_do') : t('rules.calendar.missing_ask')}
                action={
                  onImport && (
                    <Button size="small" onClick={onImport}>
                      {t('rules.calendar.import')}
                    </Button>
                  )
                }
              />
            )}
            <div className="row">
              <Select
                aria-label={t('rules.calendar.year')}
                value={shown?.year}
                options={data.years.map((one) => ({
                  value: one.year,
                  label: t('rules.calendar.year_n', { year: one.year }),
                }))}
                onChange={(value: number) => void navigate({ search: { year: value } })}
              />
              {shown && (
                <span className="quiet">{t('rules.calendar.source', { version: shown.version })}</span>
              )}
            </div>
            {shown && <YearView year={shown} today={data.today} />}
          </div>
        );
      }}
    </Loaded>
  );
}

/** 日历与地区: the days that limits are counted by, and the class of each region. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const mayImport = useCan('calendar.import');
  const [importing, setImporting] = useState(false);
  return (
    <div className="stack">
      <PageHeader
        title={t('rules.title')}
        subtitle={tab === 'regions' ? t('rules.regions.subtitle') : t('rules.calendar.subtitle')}
        actions={
          <>
            <Segmented
              aria-label={t('rules.title')}
              value={tab ?? 'calendar'}
              options={[
                { value: 'calendar', label: t('rules.tab.calendar') },
                { value: 'regions', label: t('rules.tab.regions') },
              ]}
              onChange={(value) => void navigate({ search: value === 'regions' ? { tab: 'regions' } : {} })}
            />
            {mayImport && tab !== 'regions' && (
              <Button type="primary" icon={<UploadOutlined />} onClick={() => setImporting(true)}>
                {t('rules.calendar.import')}
              </Button>
            )}
          </>
        }
      />
      {tab === 'regions' ? (
        <RegionsView />
      ) : (
        <Years onImport={mayImport ? () => setImporting(true) : undefined} />
      )}
      {mayImport && (
        <ImportDialog
          open={importing}
          onClose={() => setImporting(false)}
          onDone={(year) => void navigate({ search: { year } })}
        />
      )}
    </div>
  );
}
