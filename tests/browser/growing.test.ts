// Chapters growing before one's eyes in a real Chromium, at desk and phone width; screenshots in the middle of it, to look at.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { writePlainly } from '../drafting/plain-writer.ts';
import { partyBuilding } from '../e2e/conversations.ts';
import { type Office, openOffice } from '../e2e/office.ts';
import { type ScriptedEndpoint, startScriptedEndpoint } from '../model/scripted-endpoint.ts';
import { answer, openBrowser, picture, type } from './browser.ts';

const executablePath = inject('chromium');

describe.skipIf(executablePath === '')('a text that grows', { timeout: 90_000 }, () => {
  let browser: Browser;
  let office: Office;
  let endpoint: ScriptedEndpoint;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(executablePath);
  });
  beforeEach(async () => {
    endpoint = await startScriptedEndpoint();
    office = await openOffice({ llm: { baseUrl: endpoint.url, apiKey: 'key', model: 'writer-1' } });
    for (const message of partyBuilding.messages) await office.say('王芳', message);
    const content = (request: Parameters<typeof writePlainly>[0]) => writePlainly(request);
    endpoint.otherwise({ type: 'answer', content, pieces: { length: 3, pauseMs: 40 } });
  });
  afterEach(async () => {
    await page.close();
    await office.close();
    await endpoint.close();
  });
  afterAll(() => browser.close());

  it.each([
    ['desk', { width: 1280, height: 900 }, 'light'],
    ['phone', { width: 390, height: 780 }, 'dark'],
  ] as const)(
    'is typed out, stops growing with 停, and stands proved in the end (%s)',
    async (name, viewport, scheme) => {
      page = await browser.newPage({ viewport, colorScheme: scheme });
      await page.goto(office.sandbox.chatPageUrl);
      await page.getByTestId('chat-p2p').click();
      await type(page, '起草');
      const growing = page
        .locator('[data-testid=card]')
        .filter({ hasText: '正在写，写完核对' })
        .filter({ hasText: '次。' });
      await growing.first().waitFor();
      const lengthOf = async (): Promise<number> => (await page.getByTestId('messages').textContent())?.length ?? 0;
      const before = await lengthOf();
      await expect.poll(lengthOf).toBeGreaterThan(before + 20);
      await picture(page, `growing-${name}-1-midway`);
      await growing.first().scrollIntoViewIfNeeded();
      await picture(page, `growing-${name}-2-card`);
      const text = await page.getByTestId('messages').textContent();
      expect(text).not.toMatch(/[{}｛｝⟦]/u);
      expect(await page.locator('.card-caret').count()).toBeGreaterThan(3);
      await type(page, '停');
      await answer(page, '停下了');
      expect(await page.locator('.card-caret').count()).toBe(0);
      await picture(page, `growing-${name}-3-stopped`);
      await type(page, '起草');
      await answer(page, '全文都有了');
      expect(await page.getByText('正在写，写完核对').count()).toBe(0);
      await page.locator('[data-testid=card]').filter({ hasText: '写完了' }).last().scrollIntoViewIfNeeded();
      await picture(page, `growing-${name}-4-done`);
    },
  );
});
