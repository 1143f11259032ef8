import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../shared/api';
import { RefusalAlert } from '../shared/RefusalText';
import { bootQuery, type Me, meQuery } from '../shared/session';
import { useAct } from '../shared/useAct';
import { Entrance } from './Entrance';
import { shortestPassword } from './password';
import { provinces } from './provinces';

interface FirstRun {
  company_name: string;
  home_province: string;
  admin_name: string;
  login: string;
  password: string;
  again: string;
}

/** The first start of an installation: the company, its home province, and the administrator. */
export function FirstRunPage() {
  const { t } = useTranslation();
  const boot = useSuspenseQuery(bootQuery).data;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<FirstRun>();
  const begin = useAct<FirstRun, Me>({
    send: ({ again: _, ...values }, key) => post<Me>('/api/v1/first-run', values, key),
    form,
    inline: true,
    onDone: (me) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      void navigate({ to: '/' });
    },
  });
  useEffect(() => {
    document.title = t('shell.page_title', { page: t('first_run.title') });
  }, [t]);
  if (!boot.first_run && !begin.running) return <Navigate to="/sign-in" />;
  const required = { required: true, whitespace: true, message: t('form.required') };
  return (
    <Entrance note={t('shell.version', { version: boot.version })}>
      <h1>{t('first_run.title')}</h1>
      <p className="quiet">{t('first_run.text')}</p>
      <RefusalAlert refusal={begin.refusal} />
      <Form form={form} layout="vertical" onFinish={begin.run} scrollToFirstError>
        <Form.Item name="company_name" label={t('first_run.company_name')} rules={[required]}>
          <Input autoComplete="organization" maxLength={120} autoFocus />
        </Form.Item>
        <Form.Item
          name="home_province"
          label={t('first_run.home_province')}
          extra={t('first_run.home_province_why')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={provinces.map((code) => ({ value: code, label: t(`province.${code}`) }))}
          />
        </Form.Item>
        <Form.Item name="admin_name" label={t('first_run.admin_name')} rules={[required]}>
          <Input autoComplete="name" maxLength={60} />
        </Form.Item>
        <Form.Item
          name="login"
          label={t('sign_in.login')}
          extra={t('first_run.login_rule')}
          rules={[required]}
        >
          <Input autoComplete="username" autoCapitalize="none" maxLength={40} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('sign_in.password')}
          extra={t('password.rule', { n: shortestPassword })}
          rules={[
            { required: true, min: shortestPassword, message: t('password.rule', { n: shortestPassword }) },
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('password.again')}
          dependencies={['password']}
          rules={[
            { required: true, message: t('form.required') },
            ({ getFieldValue }) => ({
              validator: async (_rule, value) => {
                if (value && value !== getFieldValue('password')) throw new Error(t('password.differs'));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={begin.running}>
          {t('first_run.submit')}
        </Button>
      </Form>
    </Entrance>
  );
}
