import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, whenSignedOut } from '../shared/api';
import { RefusalAlert } from '../shared/RefusalText';
import { type Me, meQuery, useMe } from '../shared/session';
import { useAct } from '../shared/useAct';

/**
 * Opens over the page when the session has ended. What was typed stays underneath, and the request that found
 * out is sent again after signing in. Only the same person can go on here: the page shows what this person may see.
 */
export function SignInAgain() {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const settle = useRef<(signedIn: boolean) => void>(undefined);
  const [form] = Form.useForm<{ password: string }>();

  useEffect(
    () =>
      whenSignedOut(
        () =>
          new Promise((resolve) => {
            settle.current = resolve;
            setOpen(true);
          }),
      ),
    [],
  );

  const finish = (signedIn: boolean) => {
    setOpen(false);
    form.resetFields();
    settle.current?.(signedIn);
  };
  const signIn = useAct<{ password: string }, Me>({
    send: ({ password }, key) => post<Me>('/api/v1/sign-in', { login: me.person.login, password }, key),
    form,
    inline: true,
    onDone: (fresh) => {
      queries.setQueryData(meQuery.queryKey, fresh);
      finish(true);
    },
  });
  return (
    <Modal
      open={open}
      title={t('sign_in.again.title')}
      okText={t('sign_in.submit')}
      confirmLoading={signIn.running}
      onOk={() => form.submit()}
      onCancel={() => finish(false)}
      mask={{ closable: false }}
      width={420}
      zIndex={2000}
    >
      <p>{t('sign_in.again.text')}</p>
      <RefusalAlert refusal={signIn.refusal} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={signIn.run}>
        <Form.Item label={t('sign_in.login')}>
          <Input value={me.person.login} readOnly autoComplete="username" aria-label={t('sign_in.login')} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('sign_in.password')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input.Password autoComplete="current-password" autoFocus maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
