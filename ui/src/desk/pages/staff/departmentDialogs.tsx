import { Checkbox, Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../shared/api';
import { ActDialog } from './ActDialog';
import { departmentKinds } from './choices';
import { PersonSelect } from './PersonSelect';
import type { Department } from './types';

interface Values {
  code: string;
  name: string;
  name_en?: string;
  kind: string;
  head_id?: string;
  closed?: boolean;
}

/** Creates a department, or changes the one given. */
export function DepartmentDialog(props: { open: boolean; onClose: () => void; department?: Department }) {
  const { t } = useTranslation();
  // While the dialog fades out it still shows the department it was opened for.
  const shown = useRef(props.department);
  if (props.open) shown.current = props.department;
  const department = shown.current;
  const needed = { required: true, message: t('form.required') };
  return (
    <ActDialog<Values>
      open={props.open}
      onClose={props.onClose}
      title={
        department
          ? t('staff.department.amend_name', { name: department.name })
          : t('staff.department.create')
      }
      submit={t('staff.save')}
      success={t('staff.saved')}
      draft={department ? `staff-department.${department.id}.${department.version}` : 'staff-department-new'}
      initial={
        department && {
          code: department.code,
          name: department.name,
          name_en: department.name_en,
          kind: department.kind,
          head_id: department.head?.id,
          closed: department.closed,
        }
      }
      send={(values, key) =>
        department
          ? post(
              `/api/v1/departments/${department.id}/amend`,
              { ...values, version: department.version },
              key,
            )
          : post('/api/v1/departments', values, key)
      }
    >
      <div className="form-grid">
        <Form.Item name="name" label={t('staff.department.name')} rules={[needed]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="name_en" label={t('staff.department.name_en')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="code" label={t('staff.department.code')} rules={[needed]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="kind" label={t('staff.department.kind')} rules={[needed]}>
          <Select
            options={departmentKinds.map((kind) => ({ value: kind, label: t(`staff.kind.${kind}`) }))}
          />
        </Form.Item>
        <Form.Item name="head_id" label={t('staff.department.head')} className="wide">
          <PersonSelect known={department?.head ? [department.head] : []} />
        </Form.Item>
        {department && (
          <Form.Item name="closed" valuePropName="checked" className="wide">
            <Checkbox>{t('staff.department.close')}</Checkbox>
          </Form.Item>
        )}
      </div>
    </ActDialog>
  );
}
