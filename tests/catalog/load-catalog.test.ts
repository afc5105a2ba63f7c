import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { ServiceError } from '../../src/errors.ts';

const outlineLines = `kind: water
version: 1
name: 水务总结
title: "{{year}}年水务工作总结"
setting: 县水务局
opening:
  brief: 写清楚。
  length: 50
chapters:
  - id: supply
    heading: 保障供水，持续扩大覆盖
    lead:
      brief: 总说。
      length: 60
    points:
      - id: mains
        heading: 延伸供水管网
        brief: 写户数。
        length: 80
        formulations: [“四风”]
        slots:
          - id: households
            type: figure
            label: 通水户数
            question: 通水多少户？
            unit: 户
            keywords: [通水户数]
          - id: sold
            type: figure
            label: 售水收入
            question: 售水收入多少？
            unit: 元
            scale: 亿
            keywords: [售水收入]
            required: true
          - id: sold_growth
            type: figure
            label: 售水增幅
            question: 售水收入增长多少？
            unit: "%"
            keywords: [售水增幅]
            growth_of: sold
closing:
  brief: 收尾。
  length: 20
checks:
  - id: some_households
    rule: households > 0
    question: 户数对吗？
`;

const phrasebookLines = `version: 1
sections:
  opening:
    - say: ["{{year}}年工作如下。"]
  supply_lead:
    - say: ["供水为先。"]
  mains:
    - say: ["纠治“四风”不松劲。"]
    - say: ["通水{{households}}。", "新通水{{households}}。"]
    - say: ["售水收入{{sold}}，同比{{sold_growth}}。"]
  closing:
    - say: ["请审议。"]
`;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'catalog-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(outline = outlineLines, phrasebook = phrasebookLines, folder = 'water'): void {
  mkdirSync(join(dir, folder), { recursive: true });
  writeFileSync(join(dir, folder, 'outline.yaml'), outline);
  writeFileSync(join(dir, folder, 'phrasebook.yaml'), phrasebook);
  writeFileSync(join(dir, folder, 'style.md'), '# 写法\n');
}

/** The complaints, one per line, without the folder they stand in. */
function complaints(): string[] {
  try {
    loadCatalog(dir);
  } catch (error) {
    expect(error).toBeInstanceOf(ServiceError);
    expect((error as ServiceError).code).toBe('bad_prompt');
    return (error as ServiceError).message.split('\n').map((line) => line.replace(/^\S*\/(?=\w+\.\w+:)/, ''));
  }
  return [];
}

/** The sample with one line changed; the expected complaint is about that very line. */
function changed(lines: string, from: string, to: string): { text: string; line: number } {
  expect(lines.split(from)).toHaveLength(2);
  return { text: lines.replace(from, () => to), line: lines.slice(0, lines.indexOf(from)).split('\n').length };
}

describe('a sound catalog', () => {
  it('is loaded with its outlines, phrasebooks and styles', () => {
    write();
    const catalog = loadCatalog(dir);
    const [outline] = catalog.outlines;
    expect(outline).toMatchObject({
      kind: 'water',
      aliases: [],
      opening: { id: 'opening', kind: 'opening', heading: '', slots: [] },
      chapters: [
        {
          id: 'supply',
          lead: { id: 'supply_lead', kind: 'lead' },
          points: [{ id: 'mains', kind: 'point', slots: ['households', 'sold', 'sold_growth'] }],
        },
      ],
      closing: { id: 'closing' },
    });
    expect(outline?.slots[0]).toEqual({
      id: 'households',
      type: 'figure',
      label: '通水户数',
      question: '通水多少户？',
      unit: '户',
      keywords: ['通水户数'],
      required: false,
      section: 'mains',
    });
    expect(catalog.phrasebooks.water?.sections.mains).toHaveLength(3);
    expect(catalog.styles.water).toBe('# 写法\n');
  });

  it('is what the bot is shipped with', () => {
    const { outlines, phrasebooks, styles } = loadCatalog('prompts/outlines');
    expect(outlines.map((outline) => outline.kind)).toEqual(['annual-summary', 'party-building']);
    for (const { kind } of outlines) {
      expect(phrasebooks[kind]).toBeDefined();
      expect(styles[kind]).not.toBe('');
    }
  });
});

describe('a mistake in outline.yaml is told with its line and what to write', () => {
  it.each([
    ['kind: water', 'kind: fire', 'write `kind: water`'],
    ['version: 1', 'version: one', '`version` must be a number'],
    ['setting: 县水务局', 'seting: 县水务局', '`seting` means nothing here'],
    ['    heading: 保障供水，持续扩大覆盖', '    heading: 建成30处泵站，持续扩大覆盖', 'has the figure `30'],
    ['        heading: 延伸供水管网', '        heading: 延伸{{households}}管网', 'no {{token}}'],
    ['        heading: 延伸供水管网', '        heading: 延伸供水管网。', 'punctuation'],
    ['        heading: 延伸供水管网', '        heading: 一是延伸供水管网', 'its own number'],
    ['        brief: 写户数。', '        brief: 写户数，约300户。', 'holds a digit'],
    ['          - id: sold\n', '          - id: households\n', 'the slot id `households` is used twice'],
    ['          - id: sold\n', '          - id: Sold\n', 'small letters'],
    ['          - id: sold\n', '          - id: year\n', 'slot `year` is built in'],
    ['      - id: mains', '      - id: supply', 'the chapter or point id `supply` is used twice'],
    ['      - id: mains', '      - id: supply_lead', 'built in'],
    ['            label: 售水收入', '            label: 通水户数', 'the label `通水户数` is used twice'],
    ['            label: 售水收入', '            label: 全县全年售水业务总收入金额合计数', 'at most 14'],
    ['            keywords: [售水收入]', '            keywords: []', 'at least one word'],
    ['            keywords: [售水收入]', '            keywords: 售水收入', 'must be a list'],
    ['            unit: 元', '            unit: 亿元', 'write `scale: 亿` and `unit: 元`'],
    ['            scale: 亿', '            fallback: 若干', 'may have no fallback'],
    ['            growth_of: sold', '            growth_of: bought', 'states the growth of `bought`'],
    ['            growth_of: sold', '            growth_of: sold_growth', 'no other figure slot'],
    ['            growth_of: sold', '            part_of: sold', 'has the unit % but its whole'],
    ['            growth_of: sold', '            part_of: nobody', 'is part of `nobody`'],
    ['            growth_of: sold', '            appears: [nowhere]', 'appears in `nowhere`, which is no section'],
    ['            growth_of: sold', '            appears: []', 'appears nowhere'],
    ['            growth_of: sold', '            appears: [closing]', 'does not appear in its own section'],
    ['            growth_of: sold', '            derived: sold / 2', 'divides, which may not come out even'],
    ['            growth_of: sold', '            derived: sold + nobody', 'is derived from `nobody`'],
    ['            growth_of: sold', '            derived: sold +', 'is derived wrongly'],
    ['            growth_of: sold', '            derived: sold_growth * 2', 'no other figure slot'],
    ['            growth_of: sold', '            places: 1', 'rounds what is not derived'],
    ['            growth_of: sold', '            last_year_of: sold', 'has the unit % but `sold`'],
    ['            growth_of: sold', '            last_year_of: nobody', 'no other figure slot'],
    ['            growth_of: sold', '            needs: [colour]', 'write status, scope or deed'],
    ['          - id: sold\n', '          - id: signature\n', 'write `appears: []`'],
    ['  - id: supply\n', '  - id: extra\n    heading: 空章\n  - id: supply\n', 'chapter `extra` is empty'],
    ['            growth_of: sold', '            zero: 增长0%', 'has the figure'],
    ['            growth_of: sold', '            one: "{{sold}}"', 'has a token in `one`'],
    ['    rule: households > 0', '    rule: household > 0', 'names `household`, which is no figure slot'],
    ['    rule: households > 0', '    rule: households', 'compares nothing'],
    ['title: "{{year}}年水务工作总结"', 'title: "{{sold}}年水务工作总结"', 'only {{year}} and name slots'],
    ['title: "{{year}}年水务工作总结"', 'title: "{year}年水务工作总结"', 'broken token'],
    ['title: "{{year}}年水务工作总结"', 'title: 2023年水务工作总结', 'has the figure'],
  ])('%s → %s', (from, to, expected) => {
    const { text, line } = changed(outlineLines, from, to);
    write(text);
    expect(complaints().find((one) => one.includes(expected)) ?? complaints().join('\n')).toMatch(
      new RegExp(`^outline.yaml:${line}: `),
    );
  });

  it.each([
    ['a figure without a unit', '            unit: 户\n', '', 22, 'write `unit: 次`'],
    ['a slot without a question', '            question: 通水多少户？\n', '', 22, '`question` is missing'],
    [
      'a unit where there is no figure',
      '            type: figure\n            label: 通水户数',
      '            type: name\n            label: 通水户数',
      26,
      'write `type: figure`',
    ],
    [
      'a growth that stands before its base',
      '          - id: sold\n',
      '          - id: turnover\n',
      42,
      'states the growth of `sold`',
    ],
  ])('%s', (_, from, to, line, expected) => {
    write(changed(outlineLines, from, to).text);
    expect(complaints().find((one) => one.includes(expected)) ?? complaints().join('\n')).toMatch(
      new RegExp(`^outline.yaml:${line}: `),
    );
  });

  it('all of them at once', () => {
    write(
      outlineLines
        .replace('kind: water', 'kind: fire')
        .replace('unit: 元', 'unit: 亿元')
        .replace('households > 0', 'x > 0'),
    );
    expect(complaints()).toHaveLength(3);
  });
});

describe('a mistake in phrasebook.yaml is told with its line and what to write', () => {
  it.each([
    ['  supply_lead:', '  supply_leed:', '`supply_leed` is no section'],
    [
      '    - say: ["供水为先。"]',
      '    - say: ["供水{{money}}为先。"]',
      '{{money}} may not stand in section `supply_lead`',
    ],
    [
      '    - say: ["供水为先。"]',
      '    - say: ["供水{{sold}}为先。"]',
      '{{sold}} may not stand in section `supply_lead`',
    ],
    ['    - say: ["供水为先。"]', '    - say: ["供水30天为先。"]', '30'],
    ['    - say: ["供水为先。"]', '    - say: ["供水进度过半。"]', '过半'],
    ['    - say: ["供水为先。"]', '    - say: ["供水｛｛sold｝｝。"]', 'is no token'],
    ['    - say: ["供水为先。"]', '    - say: ["供水为先"]', 'write 。 at its end'],
    ['    - say: ["供水为先。"]', '    - say: []', 'at least one wording'],
    ['"新通水{{households}}。"', '"新通水。"', 'other tokens than the first one'],
    ['"新通水{{households}}。"', '"新通水{{households}}，共{{households}}。"', 'twice in this wording'],
    ['"新通水{{households}}。"', '"新通水{{households}}户。"', '{{households}}户'],
    ['"新通水{{households}}。"', '"新通水近{{households}}。"', '近{{households}}'],
    ['同比{{sold_growth}}。', '同比增长{{sold_growth}}。', '增长{{sold_growth}}'],
    [
      '    - say: ["售水收入{{sold}}，同比{{sold_growth}}。"]',
      '    - {say: ["售水收入{{sold}}，同比{{sold_growth}}，通水{{households}}。"]}',
      'two sentences that may both be said',
    ],
    ['    - say: ["请审议。"]', '    - {say: ["请审议。"], needs: [nobody]}', '`nobody` is no slot'],
  ])('%s → %s', (from, to, expected) => {
    const { text, line } = changed(phrasebookLines, from, to);
    write(outlineLines, text);
    expect(complaints().find((one) => one.includes(expected)) ?? complaints().join('\n')).toMatch(
      new RegExp(`^phrasebook.yaml:${line}: `),
    );
  });

  it.each([
    [
      'a formulation that may go unsaid',
      '纠治“四风”不松劲。',
      '纠治作风不松劲。',
      'the formulation “四风” may go unsaid',
    ],
    [
      'a slot that no sentence tells',
      '    - say: ["通水{{households}}。", "新通水{{households}}。"]\n',
      '',
      'no sentence tells slot `households`',
    ],
    ['a section without sentences', '  closing:\n    - say: ["请审议。"]\n', '', 'section `closing` has no sentences'],
  ])('%s', (_, from, to, expected) => {
    write(outlineLines, changed(phrasebookLines, from, to).text);
    expect(complaints().join('\n')).toContain(expected);
  });

  it('one of two sentences may be said where it rules the other out', () => {
    const either = `    - {say: ["通水{{households}}，售水{{sold}}。"], needs: [sold]}
    - {say: ["新通水{{households}}。"], unless: [sold]}
    - say: ["售水收入同比{{sold_growth}}。"]
`;
    const [head, tail] = phrasebookLines.split('    - say: ["通水{{households}}。", "新通水{{households}}。"]\n');
    write(outlineLines, `${head}${either}${tail?.split('\n').slice(1).join('\n')}`);
    expect(complaints()).toEqual([]);
  });
});

describe('a catalog that cannot be read', () => {
  it('says which line is no YAML', () => {
    write(outlineLines.replace('name: 水务总结', 'name: "水务总结'));
    expect(complaints().join()).toMatch(/outline\.yaml:\d+: this is not valid YAML/);
  });

  it('says which file is missing', () => {
    write();
    rmSync(join(dir, 'water', 'style.md'));
    expect(complaints()).toEqual([expect.stringMatching(/^style\.md: cannot be read/)]);
  });

  it('says that there is no outline at all, or no folder', () => {
    expect(complaints().join()).toContain('no outline in it');
    expect(() => loadCatalog(join(dir, 'nowhere'))).toThrow(/must be the folder of the outlines/);
  });

  it('tells the mistakes of all outlines together', () => {
    write(outlineLines.replace('version: 1', 'version: one'));
    write(outlineLines.replace('kind: water', 'kind: gas').replace('households > 0', 'x > 0'), phrasebookLines, 'gas');
    expect(complaints()).toHaveLength(2);
  });
});
