// The week's key turns by clicks and typing in a real Chromium, at desk and phone width, with screenshots in artifacts/ to look at.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { docxOf, xlsxOf } from '../documents/office-files.ts';
import { divided, openWeek, type Week } from '../e2e/week-office.ts';
import { answer, openBrowser, picture, type } from './browser.ts';

const executablePath = inject('chromium');

describe.skipIf(executablePath === '')('the week on the chat page', { timeout: 60_000 }, () => {
  let browser: Browser;
  let week: Week;
  let page: Page;
  /** Looks at the same chat at phone width. */
  let phone: Page;
  const failures: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser(executablePath);
  });
  afterEach(async () => {
    await page.close();
    await phone.close();
    await week.office.close();
    expect(failures.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());

  async function open(): Promise<void> {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
    for (const one of [page, phone]) {
      one.on('pageerror', (error) => failures.push(error.message));
      await one.goto(week.sandbox.chatPageUrl);
    }
    await phone.getByTestId('chat-p2p').first().click();
  }

  /** Once both show it. */
  async function look(text: string, name: string): Promise<void> {
    await answer(page, text);
    await answer(phone, text);
    await picture(page, `week-desk-${name}`);
    await picture(phone, `week-phone-${name}`);
  }

  /** Nothing is wider than the screen, and nothing on it is English. */
  async function wellShown(): Promise<void> {
    for (const one of [page, phone]) await fits(one);
    const words = await page.locator('[data-testid=message][data-sender=app]').allInnerTexts();
    const english = words.join('\n').match(/\b(?!Word\b|Excel\b|Markdown\b|WPS\b|docx\b|xlsx\b)[A-Za-z]{3,}\b/gu);
    expect(english ?? []).toEqual([]);
  }

  async function fits(one: Page): Promise<void> {
    const wide = await one.evaluate(
      "document.documentElement.scrollWidth > window.innerWidth || [...document.querySelectorAll('[data-testid=message]')].some((one) => one.getBoundingClientRect().right > window.innerWidth + 1)",
    );
    expect(wide).toBe(false);
  }

  it('Monday', async () => {
    week = await openWeek();
    await open();
    await type(
      page,
      '关于开展2025年度基层党建工作述职评议考核的通知：述职报告问题和打算篇幅不低于三分之一，全文不超过3500字，1月20日17:00前报市直机关工委组织部，现场述职每人不超过10分钟。',
    );
    await look('任务单', '1-task');
    await page.getByTestId('card-button').filter({ hasText: '对，就这样' }).last().click();
    await answer(page, '一个一个问');
    const bytes = Buffer.from(
      await docxOf(['2024年述职报告', '2024年以党纪学习教育为主线，集体学习11次，灾后重建资金2.7亿元。']),
    );
    const mimeType = 'application/octet-stream';
    await page.locator('input[type=file]').setInputFiles({ name: '2024年述职报告.docx', mimeType, buffer: bytes });
    await look('只当参考', '2-reference');
    await type(page, '提纲局长要三大块：履职情况、问题原因、下一步');
    await look('就用这个', '3-outline');
    await page.getByTestId('card-button').filter({ hasText: '就用这个' }).last().click();
    await answer(page, '换好了');
    await type(page, '留抵退税、减税降费归税政科，支出归国库科，农村照料中心归农业农村科，农业农村科不在群里');
    await answer(page, '农业农村科不在群里');
    await type(page, '要数清单');
    await look('这样说就能分', '4-supply');
    await wellShown();
  });

  it('Tuesday to Thursday', async () => {
    week = await divided();
    await week.there('何静', '集体学习16次，14个专题');
    await week.there('何静', '主题党日都是每月一次，9个支部');
    await week.there('陈强', '总收入687.35亿元，支出726.89亿元，增长3.6%，都是快报');
    await week.there('蒋丽', '留抵退税跟去年差不多');
    await open();
    await type(page, '到哪了');
    await look('供数：', '5-board');
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
    await look('改数对比', '6-differences');
    await page.getByTestId('card-button').filter({ hasText: '全部采用' }).last().click();
    await answer(page, '改好了');
    await type(page, '起草，问题部分用我下面这段，一个字别动：我看到自己还有差距，全年到支部听会只有3次。');
    await look('全文都有了', '7-drafted');
    await type(page, '减税降费合计55亿，留抵退税61.2亿，先出一版');
    await look('部分大于整体', '8-file-first');
    await wellShown();
    await phone.getByLabel('返回会话列表').click();
    for (const one of [page, phone]) await one.getByTestId('chat-group').click();
    await look('不能进稿', '9-group');
    await wellShown();
  });
});
