import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { startTexts } from '../src/shared/i18n';

beforeAll(async () => {
  // The kit asks for the window's width before anything is shown.
  window.matchMedia ??= ((query: string) => ({ matches: false, media: query })) as typeof window.matchMedia;
  await startTexts();
});

beforeEach(() => localStorage.clear());
afterEach(cleanup);
