import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { kitLocale } from '../shared/i18n';
import { Refusal } from '../shared/refusal';
import { theme } from '../shared/theme';
import { createDeskRouter } from './router';

// The server writes the nonce of its content security policy into this tag; the kit's styles carry it.
const nonceTag = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]');
const nonce = nonceTag?.nonce || nonceTag?.getAttribute('nonce') || undefined;

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
const router = createDeskRouter(queries);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
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
