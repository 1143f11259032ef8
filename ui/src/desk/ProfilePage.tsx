import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { get, post, type Schemas } from '../shared/api';
import { formatDateTime } from '../shared/dates';
import { PageHeader } from '../shared/PageHeader';
import { RefusalAlert } from '../shared/RefusalText';
import { Refusal } from '../shared/refusal';
import { useMe } from '../shared/session';
import { useAct } from '../shared/useAct';
import { shortestPassword } from './password';

interface PasswordChange {
  old: string;
  new: string;
  again: string;
}

function PasswordPanel() {
  const { t } = useTranslation();
  const [form] = Form.useForm<PasswordChange>();
  const change = useAct<PasswordChange, unknown>({
    send: ({ again: _, ...values }, key) => post('/api/v1/me/password', values, key),
    form,
    inline: true,
    success: t('password.changed'),
    refresh: [['sessions']],
    onDone: () => form.resetFields(),
  });
  return (
    <section className="panel" id="password" aria-labelledby="password-title">
      <h2 id="password-title">{t('user.password')}</h2>
      <RefusalAlert refusal={change.refusal} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={change.run} className="narrow-form">
        <Form.Item
          name="old"
          label={t('password.old')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="new"
          label={t('password.new')}
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
          dependencies={['new']}
          rules={[
            { required: true, message: t('form.required') },
            ({ getFieldValue }) => ({
              validator: async (_rule, value) => {
                if (value && value !== getFieldValue('new')) throw new Error(t('password.differs'));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.running}>
          {t('password.submit')}
        </Button>
      </Form>
    </section>
  );
}

type Session = Schemas['ServerSignIn'];

function SessionsPanel() {
  const { t } = useTranslation();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => get<Schemas['PageSignIn']>('/api/v1/me/sessions', {}, signal),
  });
  const revoke = useAct<Session, unknown>({
    send: (session, key) => post(`/api/v1/me/sessions/${encodeURIComponent(session.id)}/revoke`, {}, key),
    refresh: [['sessions']],
    success: t('sessions.ended'),
  });
  return (
    <section className="panel" id="sessions" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('user.sessions')}</h2>
      <p className="quiet">{t('sessions.text')}</p>
      {sessions.isPending && <Skeleton active title={false} />}
      {sessions.isError && (
        <RefusalAlert refusal={sessions.error instanceof Refusal ? sessions.error : new Refusal(0)} />
      )}
      <ul className="sessions">
        {sessions.data?.items?.map((session) => (
          <li key={session.id}>
            <div>
              <p className="session-device">
                {session.device || t('sessions.unknown')}
                {session.current && <Tag color="processing">{t('sessions.this')}</Tag>}
              </p>
              <p className="quiet">
                {t('sessions.seen', {
                  from: formatDateTime(session.created_at),
                  last: formatDateTime(session.seen_at),
                })}
                {session.address && <span className="number"> {session.address}</span>}
              </p>
            </div>
            {!session.current && (
              <Button disabled={revoke.running} onClick={() => void revoke.run(session)}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One's own account: who the system thinks one is, the password, the devices signed in. */
export function ProfilePage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className="stack">
      <PageHeader
        title={t('user.title')}
        subtitle={[me.person.name, me.person.login, me.person.department?.name].filter(Boolean).join(' · ')}
        tags={me.person.roles.map((role) => <Tag key={role}>{t(`role.${role}`)}</Tag>)}
      />
      <PasswordPanel />
      <SessionsPanel />
    </div>
  );
}
