// A form filled in by hand in a real Chromium, at desk and phone width, light and dark: what is wrong comes back marked, at once. Screenshots to look at.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Office, openOffice } from '../e2e/office.ts';
import { answer, openBrowser, picture, type } from './browser.ts';

const executablePath = inject('chromium');
const looks = [
  ['desk-light', { width: 1280, height: 860 }, 'light'],
  ['desk-dark', { width: 1280, height: 860 }, 'dark'],
  ['phone-light', { width: 390, height: 780 }, 'light'],
  ['phone-dark', { width: 390, height: 780 }, 'dark'],
] as const;

describe.skipIf(executablePath === '')('a form on the chat page', { timeout: 60_000 }, () => {
  let browser: Browser;
  let office: Office;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(executablePath);
  });
  afterEach(async () => {
    await page.close();
    await office.close();
  });
  afterAll(() => browser.close());

  it.each(looks)('%s', async (name, viewport, colorScheme) => {
    office = await openOffice();
    page = await browser.newPage({ viewport, colorScheme });
    await page.goto(office.sandbox.chatPageUrl);
    if (viewport.width < 500) await page.getByTestId('chat-p2p').click();
    await answer(page, '帮你写材料');
    await type(page, '写一份2023年的基层党建述职报告');
    await answer(page, '要问');
    await page.getByTestId('menu-item').filter({ hasText: '缺什么' }).click();
    await answer(page, /还缺\d+项/);
    await picture(page, `form-${name}-1-missing`);
    await page
      .locator('summary')
      .filter({ hasText: /^一、.*缺/ })
      .click();
    await page.getByTestId('card-button').filter({ hasText: '填第一章' }).last().click();
    const form = page.getByTestId('card-form').last();
    await form.getByLabel('集体学习次数').fill('12');
    await form.getByLabel('学习专题数').fill('15、16');
    await page.getByTestId('card-button').filter({ hasText: '记下' }).last().click();
    await page.locator('.toast.is-warning').filter({ hasText: '记下1项' }).waitFor();
    await answer(page, '像是2个数');
    await picture(page, `form-${name}-2-wrong`);
    // What was typed stands in the field to be put right; what was right is recorded.
    expect(await form.getByLabel('学习专题数').inputValue()).toBe('15、16');
    await form.getByLabel('学习专题数').fill('15');
    await page.getByTestId('card-button').filter({ hasText: '记下' }).last().click();
    await page.locator('.toast.is-success').filter({ hasText: '记下1项' }).waitFor();
    await picture(page, `form-${name}-3-half`);
    expect(await page.locator('[data-testid=card]').last().textContent()).toMatch(/学习专题数\s*15个/);
    expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
  });
});
