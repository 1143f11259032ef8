import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { type Column, KeysetTable } from '../../../shared/KeysetTable';
import type { Page } from '../../../shared/listState';
import { PersonName } from '../../../shared/PersonName';
import { useCan } from '../../../shared/session';
import { DepartmentDialog } from './departmentDialogs';
import { StaffHead } from './StaffHead';
import type { Department } from './types';

/** The departments with their heads. */
export function DepartmentsPage() {
  const { t } = useTranslation();
  const mayCreate = useCan('staff.create_department');
  const mayAmend = useCan('staff.amend_department');
  const [open, setOpen] = useState<Department | 'new'>();
  const columns: Column<Department>[] = [
    {
      key: 'name',
      title: t('staff.department.name'),
      card: 'title',
      render: (row) => (
        <span className="row">
          {row.name}
          {row.name_en && <span className="quiet">{row.name_en}</span>}
          {row.closed && <Tag>{t('staff.department.closed')}</Tag>}
        </span>
      ),
    },
    { key: 'code', title: t('staff.department.code'), render: (row) => row.code },
    { key: 'kind', title: t('staff.department.kind'), render: (row) => t(`staff.kind.${row.kind}`) },
    { key: 'head', title: t('staff.department.head'), render: (row) => <PersonName name={row.head?.name} /> },
    {
      key: 'people',
      title: t('staff.department.people'),
      align: 'end',
      render: (row) => (
        <Link to="/staff" search={{ department_id: row.id }} className="number">
          {t('staff.department.people_n', { n: row.people })}
        </Link>
      ),
    },
    {
      key: 'acts',
      title: t('staff.acts'),
      render: (row) =>
        mayAmend && (
          <Button
            size="small"
            aria-label={t('staff.department.amend_name', { name: row.name })}
            onClick={() => setOpen(row)}
          >
            {t('staff.amend')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <StaffHead
        title={t('staff.departments.title')}
        actions={
          mayCreate && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
              {t('staff.department.create')}
            </Button>
          )
        }
      />
      <KeysetTable<Department>
        id="staff-departments"
        label={t('staff.departments.title')}
        queryKey={['staff', 'departments', 'list']}
        load={(_request, signal) => get<Page<Department>>('/api/v1/departments', {}, signal)}
        columns={columns.filter((column) => column.key !== 'acts' || mayAmend)}
        rowKey={(row) => row.id}
        state={{}}
        onState={() => undefined}
        empty={t('staff.departments.empty')}
      />
      <DepartmentDialog
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
        department={open === 'new' ? undefined : open}
      />
    </>
  );
}
