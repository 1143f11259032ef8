import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import i18next from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { kitLocale } from '../shared/i18n';
import { Refusal } from '../shared/refusal';
import { theme } from '../shared/theme';
import { nonce } from './nonce';
import { createDeskRouter } from './router';

function tryAgain(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof Refusal && error.unanswered;
}

const queries = new QueryClient({
  defaultOptions: {
    // An office network may be cut off from the internet, so the browser's own "offline" decides nothing.
    queries: { retry: tryAgain, networkMode: 'always', staleTime: 5_000 },
    mutations: { networkMode: 'always' },
  },
});
// Much of what is shown comes from the server in the reader's language.
i18next.on('languageChanged', () => void queries.invalidateQueries());
const router = createDeskRouter(queries);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** A popup belongs to the part of the page that opened it, so that it stands inside that part's landmark. */
function popupPlace(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest<HTMLElement>('main, header, [role="dialog"]') ?? document.body;
}

const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const deskTheme = { ...theme, token: { ...theme.token, motion: !calm } };

export function Desk() {
  const { i18n } = useTranslation();
  const csp = useMemo(() => ({ nonce }), []);
  return (
    <ConfigProvider
      theme={deskTheme}
      locale={kitLocale(i18n.language)}
      csp={csp}
      getPopupContainer={popupPlace}
      // The kit would put a space between two Han characters of a button: names must stay findable.
      button={{ autoInsertSpace: false }}
      wave={{ disabled: calm }}
    >
      <App className="app">
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
