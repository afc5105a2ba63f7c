// A recorded check of the pages themselves: 22 lines of 28 characters, as LibreOffice sets them. Skipped, visibly, without it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocx } from '../../src/documents/docx.ts';

/** Where they are called something else, e.g. libreoffice. */
const office = process.env.SOFFICE ?? 'soffice';
const reader = process.env.PDFTOTEXT ?? 'pdftotext';
const found = (command: string, option: string): boolean => spawnSync(command, [option]).status === 0;
const canRender = found(office, '--version') && found(reader, '-v');
const folder = mkdtempSync(join(tmpdir(), 'zhibi-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines of each page as set, spaces taken out, the page number apart. */
function render(bytes: Uint8Array): string[][] {
  writeFileSync(join(folder, 'report.docx'), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')]);
  const text = execFileSync(reader, ['-layout', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' });
  const pages = text.split('\f').map((page) => page.split('\n').map((line) => line.replaceAll(/\s/gu, '')));
  return pages.map((lines) => lines.filter((line) => line !== '')).filter((lines) => lines.length > 0);
}

describe.skipIf(!canRender)('the pages (needs soffice and pdftotext)', () => {
  it('hold 22 lines of 28 characters, numbered outside', { timeout: 120_000 }, async () => {
    const spans = [{ text: '件件有着落事事有回音'.repeat(150), from: 'text' as const }];
    const chapters = [{ id: 'c1', heading: '一、抓落实', paragraphs: [{ section: 'p', spans }] }];
    const signature = { name: '王芳', date: '2025年12月31日' };
    const closing = [{ section: 'closing', spans: [{ text: '以上述职，请予评议。', from: 'text' as const }] }];
    const document = { title: '年度述职报告', opening: [], chapters, closing, signature };
    const pages = render(await createDocx(document, { createdAt: 0 }));

    expect(pages.map((lines) => lines.at(-1))).toEqual(['—1—', '—2—', '—3—']);
    const full = pages[1] ?? [];
    expect(full).toHaveLength(22 + 1);
    for (const line of full.slice(0, -1)) expect([...line]).toHaveLength(28);
    // Title, the line below it, heading, and nineteen lines of text fill the first page.
    expect(pages[0]).toHaveLength(21 + 1);
    expect(pages[0]?.[2]).toMatch(/^件件/u);
    expect([...(pages[0]?.[2] ?? '')]).toHaveLength(26);
    expect(pages[2]?.slice(-4)).toEqual(['以上述职，请予评议。', '王芳', '2025年12月31日', '—3—']);
  });
});
