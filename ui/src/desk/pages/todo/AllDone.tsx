import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Go } from './Go';

/** What the home page says when nothing is owed. */
export function AllDone() {
  const { t } = useTranslation();
  const router = useRouter();
  const ways = [
    { path: '/team', name: t('shell.nav.team') },
    { path: '/complaints', name: t('shell.nav.complaints') },
  ].filter((way) => way.path in router.routesByPath);
  return (
    <section className="panel all-done" aria-labelledby="all-done">
      <svg viewBox="0 0 120 96" width="132" height="106" aria-hidden="true">
        <rect x="26" y="8" width="68" height="80" rx="6" className="all-done-paper" />
        <path d="M40 30h40M40 44h40M40 58h24" className="all-done-line" />
        <circle cx="84" cy="70" r="19" className="all-done-seal" />
        <path d="M75 70l7 7 12-14" className="all-done-tick" />
      </svg>
      <h2 id="all-done">{t('todo.done.title')}</h2>
      <p className="quiet">{t('todo.done.text')}</p>
      <p className="all-done-ways">
        {ways.map((way) => (
          <Go key={way.path} to={way.path}>
            {way.name}
          </Go>
        ))}
      </p>
    </section>
  );
}
