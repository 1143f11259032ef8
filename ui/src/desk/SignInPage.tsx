import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useRouter } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../shared/api';
import { RefusalAlert } from '../shared/RefusalText';
import { bootQuery, type DemoLogin, type Me, meQuery } from '../shared/session';
import { useAct } from '../shared/useAct';
import { Entrance } from './Entrance';

const route = getRouteApi('/sign-in');

interface Credentials {
  login: string;
  password: string;
}

function DemoLogins(props: { logins: DemoLogin[]; busy: boolean; onChoose: (login: DemoLogin) => void }) {
  const { t } = useTranslation();
  return (
    <section className="demo-logins" aria-labelledby="demo-logins">
      <h2 id="demo-logins">{t('sign_in.demo.title')}</h2>
      <p className="quiet">{t('sign_in.demo.text')}</p>
      <ul>
        {props.logins.map((one) => (
          <li key={one.login}>
            <Button block disabled={props.busy} onClick={() => props.onChoose(one)}>
              <span className="demo-role">{one.role_names.join(t('list.separator'))}</span>
              <span className="quiet">{one.login}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Signing in with a local password; in a demo also with one press on a role. */
export function SignInPage() {
  const { t } = useTranslation();
  const boot = useSuspenseQuery(bootQuery).data;
  const { to } = route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const [form] = Form.useForm<Credentials>();
  const signIn = useAct<Credentials, Me>({
    send: (values, key) => post<Me>('/api/v1/sign-in', values, key),
    form,
    inline: true,
    onDone: (me) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      router.history.push(to ?? '/');
    },
  });
  useEffect(() => {
    document.title = t('shell.page_title', { page: t('sign_in.title') });
  }, [t]);
  if (boot.first_run) return <Navigate to="/first-run" />;
  const demo = boot.demo ? (boot.demo_logins ?? []) : [];
  return (
    <Entrance note={t('shell.version', { version: boot.version })}>
      <h1>{t('sign_in.title')}</h1>
      {boot.company_name && <p className="quiet">{boot.company_name}</p>}
      <RefusalAlert refusal={signIn.refusal} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={signIn.run}>
        <Form.Item
          name="login"
          label={t('sign_in.login')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input size="large" autoComplete="username" autoCapitalize="none" autoFocus maxLength={64} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('sign_in.password')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input.Password size="large" autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.running}>
          {t('sign_in.submit')}
        </Button>
      </Form>
      {demo.length > 0 && (
        <DemoLogins
          logins={demo}
          busy={signIn.running}
          onChoose={({ login, password }) => {
            form.setFieldsValue({ login, password });
            void signIn.run({ login, password });
          }}
        />
      )}
    </Entrance>
  );
}
