import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { get, post } from '../../../shared/api';
import { RefusalAlert } from '../../../shared/RefusalText';
import { Refusal } from '../../../shared/refusal';
import { useCan } from '../../../shared/session';
import { useAct } from '../../../shared/useAct';
import { provinces } from '../../provinces';
import { StaffHead } from './StaffHead';
import type { Company } from './types';

/** The company's profile: name, home provinces, the number of the paper form. */
export function CompanyPage() {
  const { t } = useTranslation();
  const mayAmend = useCan('staff.amend_company');
  const found = useQuery({
    queryKey: ['staff', 'company'],
    queryFn: ({ signal }) => get<Company>('/api/v1/company', {}, signal),
  });
  return (
    <>
      <StaffHead title={t('staff.company.title')} />
      {found.isPending && <Skeleton active />}
      {found.isError && (
        <RefusalAlert refusal={found.error instanceof Refusal ? found.error : new Refusal(0)} />
      )}
      {found.data && mayAmend && <CompanyForm key={found.data.version} company={found.data} />}
      {found.data && !mayAmend && <CompanyFacts company={found.data} />}
    </>
  );
}

interface Values {
  name: string;
  home_provinces: string[];
  form_no: string;
}

function CompanyFacts({ company }: { company: Company }) {
  const { t } = useTranslation();
  const facts = [
    [t('staff.company.name'), company.name],
    [
      t('staff.company.home'),
      company.home_provinces.map((code) => t(`province.${code}`)).join(t('list.separator')),
    ],
    [t('staff.company.form_no'), company.form_no || t('staff.none')],
    [t('staff.company.zone'), company.time_zone],
  ];
  return (
    <dl className="panel facts">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function CompanyForm({ company }: { company: Company }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const amend = useAct<Values, unknown>({
    send: (values, key) => post('/api/v1/company/amend', { ...values, version: company.version }, key),
    form,
    inline: true,
    refresh: [['staff', 'company'], ['me'], ['boot']],
    success: t('staff.saved'),
  });
  const needed = { required: true, message: t('form.required') };
  return (
    <section className="panel" aria-label={t('staff.company.title')}>
      <RefusalAlert refusal={amend.refusal} />
      <Form<Values>
        form={form}
        layout="vertical"
        className="narrow-form"
        initialValues={company}
        onFinish={amend.run}
      >
        <Form.Item name="name" label={t('staff.company.name')} rules={[needed]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="home_provinces"
          label={t('staff.company.home')}
          extra={t('staff.company.home_note')}
          rules={[needed]}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={provinces.map((code) => ({ value: code, label: t(`province.${code}`) }))}
          />
        </Form.Item>
        <Form.Item name="form_no" label={t('staff.company.form_no')} extra={t('staff.company.form_no_note')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          label={t('staff.company.zone')}
          htmlFor="company-zone"
          extra={t('staff.company.zone_note')}
        >
          <Input id="company-zone" value={company.time_zone} disabled />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={amend.running}>
          {t('staff.save')}
        </Button>
      </Form>
    </section>
  );
}
