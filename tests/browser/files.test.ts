// A file picked, and messages forwarded, by clicks in a real Chromium.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, inject, it } from 'vitest';
import { docxOf } from '../documents/office-files.ts';
import { type Office, openOffice } from '../e2e/office.ts';
import { answer, openBrowser, picture, type } from './browser.ts';

const executablePath = inject('chromium');

describe.skipIf(executablePath === '')('files on the chat page', { timeout: 60_000 }, () => {
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

  it('are sent and used; messages are picked and forwarded as one record', async () => {
    office = await openOffice();
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    await page.goto(office.sandbox.chatPageUrl);
    await answer(page, '帮你写材料');
    await type(page, '写一份2025年的基层党建述职报告');
    await answer(page, '要问');
    const bytes = Buffer.from(await docxOf(['2024年述职报告', '2024年集体学习12次，以党纪学习教育为主线。']));
    const mimeType = 'application/octet-stream';
    await page.locator('input[type=file]').setInputFiles({ name: '2024年述职报告.docx', mimeType, buffer: bytes });
    await answer(page, '只当参考');
    await picture(page, 'files-reference');
    await type(page, '党课讲了3次');
    const mine = page.locator('[data-testid=message]').filter({ hasText: '党课讲了3次' }).first();
    await mine.hover();
    await mine.getByRole('button', { name: '转发' }).click();
    await picture(page, 'files-picked');
    await page.getByTestId('forward').click();
    await page.locator('[data-testid=message][data-type=merge_forward]').waitFor();
  });
});
