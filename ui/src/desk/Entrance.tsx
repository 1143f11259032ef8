import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OfflineBanner } from '../shared/OfflineBanner';
import { LanguageSwitch } from './LanguageSwitch';

/** The quiet frame of the pages before signing in: the product's name, one card, the language. */
export function Entrance({ children, note }: { children: ReactNode; note?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="entrance">
      <OfflineBanner />
      <header className="entrance-head">
        <img src="/icon.svg" alt="" width="36" height="36" />
        <div>
          <p className="entrance-name">{t('shell.title')}</p>
          <p className="quiet">{t('shell.motto')}</p>
        </div>
        <LanguageSwitch />
      </header>
      <main className="entrance-card">{children}</main>
      {note && <footer className="entrance-note quiet">{note}</footer>}
    </div>
  );
}
