import MenuOutlined from '@ant-design/icons/es/icons/MenuOutlined';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OfflineBanner } from '../shared/OfflineBanner';
import { useMe } from '../shared/session';
import { useNarrow } from '../shared/useNarrow';
import { GlobalSearch } from './GlobalSearch';
import { LanguageSwitch } from './LanguageSwitch';
import { Navigation } from './Navigation';
import { SignInAgain } from './SignInAgain';
import { UserMenu } from './UserMenu';

function Brand() {
  const { t } = useTranslation();
  const company = useMe().company.name;
  return (
    <div className="brand">
      <img src="/icon.svg" alt="" width="28" height="28" />
      <div>
        <strong>{t('shell.title')}</strong>
        {company && <span className="quiet brand-company">{company}</span>}
      </div>
    </div>
  );
}

/** After going to another page the keyboard stands at its beginning. */
function useFocusOnPage() {
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== undefined && before.current !== pathname) main.current?.focus();
    before.current = pathname;
  }, [pathname]);
  return main;
}

/** The frame of all pages: navigation on the left (a drawer on a phone), search and the person above. */
export function Shell() {
  const { t } = useTranslation();
  const narrow = useNarrow(900);
  const [open, setOpen] = useState(false);
  const main = useFocusOnPage();
  const demo = useMe().demo;
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      {!narrow && (
        <div className="sider no-print">
          <Navigation head={<Brand />} />
        </div>
      )}
      <div className="shell-body">
        <header className="topbar no-print">
          {narrow && (
            <Button
              type="text"
              icon={<MenuOutlined />}
              aria-label={t('shell.open_navigation')}
              aria-expanded={open}
              onClick={() => setOpen(true)}
            />
          )}
          <GlobalSearch />
          <div className="topbar-end">
            {demo && <span className="demo-mark">{t('shell.demo')}</span>}
            <LanguageSwitch />
            <UserMenu />
          </div>
        </header>
        <OfflineBanner />
        <main id="main" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {narrow && (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={280}
          title={<Brand />}
          rootClassName="nav-drawer"
        >
          <Navigation onGo={() => setOpen(false)} />
        </Drawer>
      )}
      <SignInAgain />
    </div>
  );
}
