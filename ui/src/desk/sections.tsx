import AppstoreOutlined from '@ant-design/icons/es/icons/AppstoreOutlined';
import BarcodeOutlined from '@ant-design/icons/es/icons/BarcodeOutlined';
import CalendarOutlined from '@ant-design/icons/es/icons/CalendarOutlined';
import FormOutlined from '@ant-design/icons/es/icons/FormOutlined';
import ImportOutlined from '@ant-design/icons/es/icons/ImportOutlined';
import InboxOutlined from '@ant-design/icons/es/icons/InboxOutlined';
import ProfileOutlined from '@ant-design/icons/es/icons/ProfileOutlined';
import ReadOutlined from '@ant-design/icons/es/icons/ReadOutlined';
import ScheduleOutlined from '@ant-design/icons/es/icons/ScheduleOutlined';
import ShopOutlined from '@ant-design/icons/es/icons/ShopOutlined';
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined';
import type { ReactNode } from 'react';

export interface Entry {
  path: string;
  /** Text key. */
  name: string;
  icon: ReactNode;
  /** The action of the permission table one must hold to see the entry; absent for everybody. */
  action?: string;
}

export interface Group {
  name: string;
  entries: Entry[];
}

/** The sections in the order of the work: what is owed, the complaints, the master data, the rules. */
export const groups: Group[] = [
  {
    name: 'shell.group.work',
    entries: [
      { path: '/', name: 'shell.nav.todo', icon: <InboxOutlined /> },
      { path: '/team', name: 'shell.nav.team', icon: <ScheduleOutlined /> },
    ],
  },
  {
    name: 'shell.group.complaints',
    entries: [
      {
        path: '/complaints',
        name: 'shell.nav.complaints',
        icon: <ProfileOutlined />,
        action: 'complaint.see',
      },
      {
        path: '/complaints/new',
        name: 'shell.nav.new_complaint',
        icon: <FormOutlined />,
        action: 'complaint.register',
      },
      { path: '/import', name: 'shell.nav.import', icon: <ImportOutlined />, action: 'complaint.import' },
    ],
  },
  {
    name: 'shell.group.files',
    entries: [
      { path: '/customers', name: 'shell.nav.customers', icon: <ShopOutlined />, action: 'party.see' },
      { path: '/products', name: 'shell.nav.products', icon: <AppstoreOutlined />, action: 'party.see' },
      { path: '/units', name: 'shell.nav.units', icon: <BarcodeOutlined />, action: 'party.see' },
      { path: '/staff', name: 'shell.nav.staff', icon: <TeamOutlined />, action: 'staff.see' },
    ],
  },
  {
    name: 'shell.group.rules',
    entries: [
      { path: '/calendar', name: 'shell.nav.calendar', icon: <CalendarOutlined />, action: 'calendar.see' },
      { path: '/regulation', name: 'shell.nav.regulation', icon: <ReadOutlined /> },
    ],
  },
];
