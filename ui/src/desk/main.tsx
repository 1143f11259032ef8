import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { forgetOldDrafts } from '../shared/draft';
import { startTexts } from '../shared/i18n';
import { Desk } from './Desk';
import { signStyles } from './nonce';
import './desk.css';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  signStyles();
  forgetOldDrafts(Date.now());
  await startTexts();
  createRoot(root).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  );
}

void start();
