import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../shared/api';
import { type Column, KeysetTable } from '../../../shared/KeysetTable';
import type { Page } from '../../../shared/listState';
import { useCan } from '../../../shared/session';
import { roles } from './choices';
import { useDepartments } from './departments';
import { PersonDrawer } from './PersonDrawer';
import { CreatePersonDialog } from './personDialogs';
import { StaffHead } from './StaffHead';
import { PersonTags, RoleTags } from './tags';
import type { PersonRow } from './types';

const route = getRouteApi('/shell/staff');

/** Everybody who works here: found by name, pinyin, initials, login or phone. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { person, ...state } = route.useSearch();
  const navigate = route.useNavigate();
  const { options, nameOf } = useDepartments();
  const mayCreate = useCan('staff.create_person');
  const [creating, setCreating] = useState(false);
  const open = (id: string | undefined) => void navigate({ search: (old) => ({ ...old, person: id }) });
  const columns: Column<PersonRow>[] = [
    {
      key: 'name',
      title: t('staff.person.name'),
      card: 'title',
      render: (row) => (
        <span className="row">
          <Link from="/staff" to="/staff" search={(old) => ({ ...old, person: row.id })}>
            {row.name}
          </Link>
          <PersonTags person={row} />
        </span>
      ),
    },
    { key: 'login', title: t('staff.person.login'), render: (row) => row.login },
    {
      key: 'department',
      title: t('staff.person.department'),
      render: (row) => nameOf(row.department?.id, row.department?.name),
    },
    { key: 'roles', title: t('staff.person.roles'), render: (row) => <RoleTags roles={row.roles} /> },
    {
      key: 'phone',
      title: t('staff.person.phone'),
      render: (row) => <span className="number">{row.phone}</span>,
    },
    { key: 'email', title: t('staff.person.email'), hidden: true, render: (row) => row.email },
  ];
  return (
    <>
      <StaffHead
        title={t('staff.people.title')}
        actions={
          mayCreate && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
              {t('staff.person.create')}
            </Button>
          )
        }
      />
      <KeysetTable<PersonRow>
        id="staff-people"
        label={t('staff.people.title')}
        queryKey={['staff', 'people', 'list']}
        load={(request, signal) => get<Page<PersonRow>>('/api/v1/people', request, signal)}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        // The search box asks a moment after typing; a drawer opened meanwhile stays open.
        onState={(next) => void navigate({ search: (old) => ({ ...next, person: old.person }) })}
        search={t('staff.person.search')}
        filters={[
          { name: 'department_id', label: t('staff.person.department'), options },
          {
            name: 'role',
            label: t('staff.person.role'),
            options: roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
          },
          {
            name: 'state',
            label: t('staff.person.state'),
            options: ['disabled', 'all'].map((one) => ({
              value: one,
              label: t(`staff.person.state.${one}`),
            })),
          },
        ]}
        empty={t('staff.people.empty')}
        onOpen={(row) => open(row.id)}
      />
      <PersonDrawer id={person} onClose={() => open(undefined)} />
      <CreatePersonDialog open={creating} onClose={() => setCreating(false)} />
    </>
  );
}
