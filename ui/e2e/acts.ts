import { expect, type Locator, type Page } from '@playwright/test';
import { type DemoLogin, signIn } from './support';

/** Another person sits down at this computer. */
export async function asPerson(page: Page, login: DemoLogin): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, login);
}

/** Opens an act on a record by its button, or from the menu of further acts. */
export async function openAct(page: Page, name: string): Promise<Locator> {
  const buttons = page.getByRole('button', { name, exact: true }).filter({ visible: true });
  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('button', { name: '打印' })).toBeVisible();
  if ((await buttons.count()) > 0) await buttons.first().click();
  else {
    await page.getByRole('button', { name: '更多操作' }).first().click();
    await page.getByRole('menuitem', { name }).click();
  }
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Does the act whose dialog stands open. */
export async function doAct(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Says whether the complaint is a quality matter; the reason decides. */
export async function classify(page: Page, reason: string): Promise<void> {
  await page.getByRole('radio', { name: reason }).check();
  await page.getByRole('button', { name: '判定问题性质' }).click();
  await expect(page.getByRole('heading', { name: '判定问题性质' })).toBeHidden();
}

/** Sends an act straight to the server, as the person signed in. */
export async function send<Answer>(page: Page, path: string, body: object): Promise<Answer> {
  const response = await page.request.post(`/api/v1${path}`, {
    data: body,
    headers: { 'Idempotency-Key': `walk-${crypto.randomUUID()}` },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return response.json();
}
