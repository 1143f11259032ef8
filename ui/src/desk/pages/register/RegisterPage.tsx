import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { address, get } from '../../../shared/api';
import { KeysetTable } from '../../../shared/KeysetTable';
import { type ListState, type Page, withoutCursor } from '../../../shared/listState';
import { PageHeader } from '../../../shared/PageHeader';
import { SavedViews } from '../../../shared/SavedViews';
import { useCan } from '../../../shared/session';
import { columnsOf, firstFilters } from './columns';
import { MoreFilters } from './MoreFilters';
import { QuickViews } from './QuickViews';
import { registerSearch, requestOf } from './request';
import type { RegisterRow } from './types';
import './register.css';

const route = getRouteApi('/shell/complaints');

/** 投诉台账: every complaint, filtered, searched, ordered, saved as a view, exported and printed (2.1-b). */
export function RegisterPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const state = route.useSearch();
  const navigate = route.useNavigate();
  const mayRegister = useCan('complaint.register');
  const mayExport = useCan('complaint.export');
  const go = (next: ListState) => void navigate({ search: registerSearch(next) });
  return (
    <div className="register">
      <PageHeader
        title={t('register.title')}
        subtitle={t('register.subtitle')}
        actions={
          mayRegister && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              href="/complaints/new"
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                router.history.push('/complaints/new');
              }}
            >
              {t('register.new')}
            </Button>
          )
        }
      />
      <QuickViews state={state} onState={go} />
      <KeysetTable<RegisterRow>
        id="complaints"
        label={t('register.title')}
        queryKey={['complaints', 'register']}
        load={(request, signal) => get<Page<RegisterRow>>('/api/v1/complaints', requestOf(request), signal)}
        columns={columnsOf(t)}
        rowKey={(row) => row.id}
        state={state}
        onState={go}
        search={t('register.search')}
        filters={firstFilters(t)}
        moreFilters={<MoreFilters state={state} onState={go} />}
        views={<SavedViews list="complaints" state={state} onState={go} />}
        exportHref={
          mayExport ? address('/api/v1/complaints/export.xlsx', requestOf(withoutCursor(state))) : undefined
        }
        actions={
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('register.print')}
          </Button>
        }
        empty={t('register.empty')}
        onOpen={(row) => router.history.push(`/complaints/${encodeURIComponent(row.id)}`)}
        rowClass={(row) => (row.overdue ? 'register-overdue' : '')}
      />
    </div>
  );
}
