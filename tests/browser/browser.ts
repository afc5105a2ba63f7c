// A real Chromium for a test, and the few things a person does on the chat page.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

/** Screenshots of the last run, to be looked at. */
const pictures = resolve(import.meta.dirname, '../../artifacts');

/** The package's own arguments are for one page in one process; closing that page would end the browser. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return playwright.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    headless: true,
  });
}

export async function type(page: Page, text: string): Promise<void> {
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('composer').press('Enter');
}

/** The newest message of the bot, once it says this. */
export async function answer(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('[data-testid=message][data-sender=app]').filter({ hasText: text }).last().waitFor();
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: resolve(pictures, `${name}.png`) });
}
