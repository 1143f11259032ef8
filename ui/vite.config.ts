import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The server replaces this mark by a fresh nonce in every index.html it sends.
const nonceMark = '__CSP_NONCE__';

export default defineConfig({
  root: 'src/desk',
  publicDir: '../../public',
  plugins: [react()],
  html: { cspNonce: nonceMark },
  build: {
    outDir: '../../dist/desk',
    emptyOutDir: true,
    target: 'es2022',
    // A data: URL would be refused by the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: { '/api': process.env.HUIDAN_URL ?? 'http://127.0.0.1:8080' },
  },
  test: {
    root: '.',
    environment: 'happy-dom',
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
  },
});
