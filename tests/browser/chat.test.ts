// The main job by clicks and typing in a real Chromium, at desk and phone width, with screenshots in artifacts/ to look at.
import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { partyBuilding } from '../e2e/conversations.ts';
import { type Office, openOffice } from '../e2e/office.ts';
import { answer, openBrowser, picture, type } from './browser.ts';

const executablePath = inject('chromium');

describe.skipIf(executablePath === '')('the chat page', { timeout: 60_000 }, () => {
  let browser: Browser;
  let office: Office;
  let page: Page;
  const failures: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser(executablePath);
  });
  afterEach(async () => {
    await page.close();
    await office.close();
    expect(failures.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());

  async function open(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark' = 'light') {
    office = await openOffice();
    page = await browser.newPage({ viewport, colorScheme });
    page.on('pageerror', (error) => failures.push(error.message));
    page.on(
      'response',
      (response) => response.status() >= 400 && failures.push(`${response.status()} ${response.url()}`),
    );
    await page.goto(office.sandbox.chatPageUrl);
  }

  it('takes a whole report from the first word to the downloaded Word file', async () => {
    await open({ width: 1280, height: 860 });
    await answer(page, '帮你写材料');
    await picture(page, '1-welcome');
    const [first = '', ...facts] = partyBuilding.messages;
    await type(page, first);
    await answer(page, '要问');
    await picture(page, '2-outline');
    for (const message of facts) {
      const count = await page.locator('[data-testid=message][data-sender=app]').count();
      await type(page, message);
      await page.locator('[data-testid=message][data-sender=app]').nth(count).waitFor();
    }
    await picture(page, '3-facts');
    await type(page, '还缺什么');
    await answer(page, /还缺\d+项/);
    await page.getByTestId('card-button').filter({ hasText: '起草全文' }).last().click();
    await answer(page, '全文都有了');
    await picture(page, '4-drafted');
    await type(page, partyBuilding.rewrite);
    await answer(page, '采用');
    await picture(page, '5-rewritten');
    await page.getByTestId('card-button').filter({ hasText: '还原' }).last().click();
    await answer(page, '已还原');
    await type(page, '导出');
    const link = page.getByTestId('file').last();
    await link.waitFor();
    await office.settle();
    await picture(page, '6-exported');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^2023年度.+\.docx$/);
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(await download.path()) });
    for (const figure of ['12次', '72次', '400余亿元', '8.7%', '4000余户']) expect(value).toContain(figure);
  });

  it('works on a phone, in the dark, and in a group where it speaks only when asked', async () => {
    await open({ width: 390, height: 780 }, 'dark');
    await page.getByTestId('chat-p2p').click();
    await answer(page, '帮你写材料');
    await picture(page, '7-phone');
    await page.getByLabel('返回会话列表').click();
    await page.getByTestId('chat-group').click();
    await type(page, '大家好，报告的数请发我');
    await office.settle();
    expect(await page.locator('[data-testid=message][data-sender=app]').count()).toBe(0);
    await page.getByTestId('mention').click();
    await page.getByTestId('composer').press('End');
    await page.getByTestId('composer').pressSequentially('写一份2024年的部门年度工作总结');
    await page.getByTestId('send').click();
    await answer(page, '要问');
    await picture(page, '8-phone-group');
    const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    expect(wide).toBe(false);
  });

  it('asks before it starts over, and shows cards and toasts as they change', async () => {
    await open({ width: 1280, height: 860 });
    await type(page, partyBuilding.messages[0] as string);
    await answer(page, '要问');
    await type(page, '重新开始');
    await answer(page, '重新');
    await picture(page, '9-start-over');
    await page.locator('[data-testid=card-button]').last().click();
    const confirm = page.getByTestId('confirm');
    if (await confirm.isVisible()) await confirm.click();
    await page.locator('.toast').first().waitFor();
  });
});
