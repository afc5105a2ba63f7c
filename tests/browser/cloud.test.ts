// A cloud document opened from the chat and edited in a real Chromium, by its owner and by whom they shared it with.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Office, openOffice, personOf } from '../e2e/office.ts';
import { openBrowser, picture } from './browser.ts';

const executablePath = inject('chromium');

describe.skipIf(executablePath === '')('a cloud document in the browser', { timeout: 60_000 }, () => {
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

  it('is opened by its link, changed where it stands, and shared', async () => {
    office = await openOffice();
    for (const text of ['写2024年党建述职', '集体学习12次，主题党日活动72次', '起草第一章', '生成云文档'])
      await office.say('王芳', text);
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    await page.goto(office.sandbox.chatPageUrl);
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByText('打开云文档').last().click(),
    ]);
    await opened.getByTestId('paragraph').first().waitFor();
    await picture(opened, 'cloud-document');
    const id = new URL(opened.url()).pathname.split('/').pop() ?? '';
    const paragraph = opened.locator('[data-testid=paragraph] [contenteditable]').filter({ hasText: '12次' }).first();
    await paragraph.fill('我改过这一段，集体学习15次。');
    await opened.locator('h1').click();
    await opened.getByTestId('share').selectOption({ label: '李明' });
    await expect
      .poll(() => office.sandbox.documents.look(id, personOf(office.sandbox, '李明')).blocks.map((one) => one.text))
      .toContain('我改过这一段，集体学习15次。');
    await opened.getByTestId('me').selectOption({ label: '赵敏' });
    await opened.getByText('没有权限').waitFor();
    await opened.setViewportSize({ width: 390, height: 800 });
    await opened.getByTestId('me').selectOption({ label: '李明' });
    await opened.getByTestId('paragraph').first().waitFor();
    await picture(opened, 'cloud-document-phone');
    await opened.close();
  });
});
