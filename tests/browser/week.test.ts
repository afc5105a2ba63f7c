// The week's key turns by clicks and typing in a real Chromium, at desk and phone width, with screenshots in artifacts/ to look at.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { docxOf, xlsxOf } from '../documents/office-files.ts';
import { divided, openWeek, type Week } from '../e2e/week-office.ts';
import { answer, openBrowser, picture, type } from './browser.ts';

const executablePath = inject('chromium');
const widths = [
  ['desk', { width: 1280, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const;

describe.skipIf(executablePath === '')('the week on the chat page', { timeout: 60_000 }, () => {
  let browser: Browser;
  let week: Week;
  let page: Page;
  const failures: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser(executablePath);
  });
  afterEach(async () => {
    await page.close();
    await week.office.close();
    expect(failures.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());

  async function open(viewport: { width: number; height: number }): Promise<void> {
    page = await browser.newPage({ viewport });
    page.on('pageerror', (error) => failures.push(error.message));
    await page.goto(week.sandbox.chatPageUrl);
    if (viewport.width < 600) await page.getByTestId('chat-p2p').first().click();
  }

  /** Nothing is wider than the screen, and nothing on it is English. */
  async function wellShown(): Promise<void> {
    const wide = await page.evaluate(
      "document.documentElement.scrollWidth > window.innerWidth || [...document.querySelectorAll('[data-testid=message]')].some((one) => one.getBoundingClientRect().right > window.innerWidth + 1)",
    );
    expect(wide).toBe(false);
    const words = await page.locator('[data-testid=message][data-sender=app]').allInnerTexts();
    const english = words.join('\n').match(/\b(?!Word\b|Excel\b|Markdown\b|WPS\b|docx\b|xlsx\b)[A-Za-z]{3,}\b/gu);
    expect(english ?? []).toEqual([]);
  }

  it.each(widths)('Monday at %s width', async (name, viewport) => {
    week = await openWeek();
    await open(viewport);
    await type(
      page,
      '关于开展2025年度基层党建工作述职评议考核的通知：述职报告问题和打算篇幅不低于三分之一，全文不超过3500字，1月20日17:00前报市直机关工委组织部，现场述职每人不超过10分钟。',
    );
    await answer(page, '任务单');
    await picture(page, `week-${name}-1-task`);
    await page.getByTestId('card-button').filter({ hasText: '对，就这样' }).last().click();
    await answer(page, '一个一个问');
    const bytes = Buffer.from(
      await docxOf(['2024年述职报告', '2024年以党纪学习教育为主线，集体学习11次，灾后重建资金2.7亿元。']),
    );
    const mimeType = 'application/octet-stream';
    await page.locator('input[type=file]').setInputFiles({ name: '2024年述职报告.docx', mimeType, buffer: bytes });
    await answer(page, '只当参考');
    await picture(page, `week-${name}-2-reference`);
    await type(page, '提纲局长要三大块：履职情况、问题原因、下一步');
    await answer(page, '就用这个');
    await picture(page, `week-${name}-3-outline`);
    await page.getByTestId('card-button').filter({ hasText: '就用这个' }).last().click();
    await answer(page, '换好了');
    await type(page, '留抵退税、减税降费归税政科，支出归国库科，农村照料中心归农业农村科，农业农村科不在群里');
    await answer(page, '农业农村科不在群里');
    await type(page, '要数清单');
    await answer(page, '这样说就能分');
    await picture(page, `week-${name}-4-supply`);
    await wellShown();
  });

  it.each(widths)('Tuesday to Thursday at %s width', async (name, viewport) => {
    week = await divided();
    await week.there('何静', '集体学习16次，14个专题');
    await week.there('何静', '主题党日都是每月一次，9个支部');
    await week.there('陈强', '总收入687.35亿元，支出726.89亿元，增长3.6%，都是快报');
    await week.there('蒋丽', '留抵退税跟去年差不多');
    await open(viewport);
    await type(page, '到哪了');
    await answer(page, '供数：');
    await picture(page, `week-${name}-5-board`);
    const table = await xlsxOf({
      name: '更正',
      rows: [
        ['单位：万元', null],
        ['项目', '2025年'],
        ['一般公共预算总收入', 6880100],
        ['支出', 7291300],
      ],
    });
    await type(page, '支出数改了，按这个表为准');
    await answer(page, '把表发来');
    const mimeType = 'application/octet-stream';
    await page.locator('input[type=file]').setInputFiles({ name: '更正.xlsx', mimeType, buffer: Buffer.from(table) });
    await answer(page, '改数对比');
    await picture(page, `week-${name}-6-differences`);
    await page.getByTestId('card-button').filter({ hasText: '全部采用' }).last().click();
    await answer(page, '改好了');
    await type(page, '起草，问题部分用我下面这段，一个字别动：我看到自己还有差距，全年到支部听会只有3次。');
    await answer(page, '全文都有了');
    await picture(page, `week-${name}-7-drafted`);
    await type(page, '减税降费合计55亿，留抵退税61.2亿，先出一版');
    await answer(page, '部分大于整体');
    await picture(page, `week-${name}-8-file-first`);
    await wellShown();
    if (viewport.width < 600) await page.getByLabel('返回会话列表').click();
    await page.getByTestId('chat-group').click();
    await answer(page, '不能进稿');
    await picture(page, `week-${name}-9-group`);
    await wellShown();
  });
});
