import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../shared/api';
import { useMe } from '../shared/session';
import { useAct } from '../shared/useAct';

/** Who is signed in; the password, the sessions, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signOut = useAct<Record<string, never>, unknown>({
    send: (_values, key) => post('/api/v1/sign-out', {}, key),
    onDone: async () => {
      await navigate({ to: '/sign-in' });
      queries.clear();
    },
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'password', label: t('user.password') },
          { key: 'sessions', label: t('user.sessions') },
          { type: 'divider' },
          { key: 'out', label: t('user.sign_out') },
        ],
        onClick: ({ key }) => {
          if (key === 'out') void signOut.run({});
          else void navigate({ to: '/me', hash: key });
        },
      }}
    >
      <Button type="text" className="user" aria-label={t('user.menu', { name: me.person.name })}>
        <span className="user-name">{me.person.name}</span>
        {me.person.department && <span className="quiet user-department">{me.person.department.name}</span>}
        <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
