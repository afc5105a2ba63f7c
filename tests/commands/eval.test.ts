// npm run eval's numbers: a liar is found out in fidelity, a forgetful one in coverage, a parrot in repetition, and so on; a truthful one scores full.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { type Case, loadCases, readCase } from '../../src/commands/eval/load-cases.ts';
import { jsonLine, type Result, table } from '../../src/commands/eval/print-results.ts';
import { repetition } from '../../src/commands/eval/repetition.ts';
import { runEval } from '../../src/commands/eval/run-eval.ts';
import { figureIn } from '../../src/drafting/figure-guard.ts';
import { silentLog } from '../../src/log.ts';
import { createModel } from '../../src/model/client.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { phraseSection } from '../../src/report/phrasebook.ts';
import { type RecordedRequest, type ScriptedEndpoint, startScriptedEndpoint } from '../model/scripted-endpoint.ts';

const catalog = loadCatalog('prompts/outlines');
const cases = loadCases('prompts/outlines', catalog.outlines);
const caseOf = (id: string): Case => cases.find((one) => one.id === id) as Case;

let endpoint: ScriptedEndpoint;
beforeEach(async () => {
  endpoint = await startScriptedEndpoint();
});
afterEach(() => endpoint.close());

const asked = ({ body }: RecordedRequest): string[] => [
  ...new Set(
    [
      ...(body.messages.findLast((one) => one.content.includes('【小节 '))?.content ?? '').matchAll(/【小节 (\w+)】/g),
    ].map((match) => match[1] ?? ''),
  ),
];

/** A writer that says what the phrasebook would, spoilt by `change`. */
async function evaluate(one: Case, change: (text: string, section: string) => string): Promise<Result> {
  const { outline, facts } = one;
  const phrasebook = catalog.phrasebooks[outline.kind];
  if (!phrasebook) throw new Error('no phrasebook');
  let seed = 0;
  endpoint.otherwise({
    type: 'answer',
    content: (request) => {
      seed += 1;
      const write = (section: string) => phraseSection({ outline, phrasebook, section, facts, seed });
      return JSON.stringify({ sections: asked(request).map((id) => ({ id, text: change(write(id), id) })) });
    },
    usage: { prompt_tokens: 1_000, completion_tokens: 100, prompt_tokens_details: { cached_tokens: 800 } },
  });
  const [result] = await runEval({
    cases: [one],
    catalog,
    openModel: (observe) => ({
      model: createModel({
        ...{ baseUrl: endpoint.url, apiKey: 'key', model: 'writer-1', prompts: 'prompts', log: silentLog },
        ...{ prices: { input: 2, cached: 0.2, output: 8 }, guard: figureIn, observe },
      }),
      name: 'writer-1',
    }),
    each: () => undefined,
  });
  if (!result) throw new Error('no result');
  return result;
}
const same = (text: string): string => text;

describe('the cases', () => {
  it('are four per outline, with different sets of facts', () => {
    for (const { kind } of catalog.outlines) {
      const own = cases.filter(({ outline }) => outline.kind === kind);
      expect(own.map(({ id }) => id.split('/')[1])).toEqual(['full', 'rewrite', 'rivals', 'sparse']);
      expect(new Set(own.map(({ facts }) => Object.keys(facts).length)).size).toBe(4);
    }
  });

  it('full leaves nothing open', () => {
    for (const one of cases.filter(({ id }) => id.endsWith('/full'))) {
      const open = sectionsOf(one.outline)
        .flatMap(({ slots }) => slots)
        .filter((id) => one.outline.slots.find((slot) => slot.id === id)?.required && !one.facts[id]);
      expect(open).toEqual([]);
    }
  });

  it.each([
    ['facts:\n  shows: 多场\n', '4: “多场” is no figure'],
    ['facts:\n  shows: 12元\n', '4: “12元” has not the unit of shows'],
    ['facts:\n  nothing: 12场\n', '4: annual-summary has no slot nothing'],
    ['facts: {}\nsections: [nowhere]\n', '4: annual-summary has no section nowhere'],
    [
      'facts: {}\nsections: [venues]\nrewrites:\n  - { section: market, instruction: 精炼些 }\n',
      '6: market is not among',
    ],
    ['fact: {}\n', 'means nothing here'],
  ])('are refused with the line that is wrong: %s', (body, words) => {
    const wrong: string[] = [];
    const outline = caseOf('annual-summary/full').outline;
    expect(readCase('annual-summary/cases/x.yaml', `name: x\nyear: 2025\n${body}`, outline, wrong)).toBeUndefined();
    expect(wrong.join('\n')).toContain(words);
  });
});

describe('the scores', () => {
  it('of a truthful writer are full', { timeout: 20_000 }, async () => {
    for (const id of ['annual-summary/full', 'party-building/rivals', 'annual-summary/sparse']) {
      const { score } = await evaluate(caseOf(id), same);
      expect(score).toMatchObject({ fidelity: 1, coverage: 1, repetition: 1, stands: 1 });
      expect(score.form).toBeGreaterThan(0.8);
    }
  });

  it.each<[string, 'fidelity' | 'coverage' | 'form' | 'repetition' | 'length', (text: string, id: string) => string]>([
    ['invents a figure', 'fidelity', (text, id) => (id === 'venues' ? `${text}另建成书屋16家。` : text)],
    ['invents a paper', 'fidelity', (text, id) => (id === 'venues' ? `${text}印发《场馆管理办法》。` : text)],
    ['claims what nobody said', 'fidelity', (text, id) => (id === 'venues' ? `${text}实现服务全覆盖。` : text)],
    [
      'swaps two figures of one unit',
      'fidelity',
      (text, id) =>
        id === 'market'
          ? text
              .replaceAll('{{visitors}}', '@')
              .replaceAll('{{overnight_visitors}}', '{{visitors}}')
              .replaceAll('@', '{{overnight_visitors}}')
          : text,
    ],
    ['forgets a fact', 'coverage', (text) => text.replace(/[^，。；]*\{\{audience\}\}/u, '')],
    ['forgets a whole section', 'coverage', (text, id) => (id === 'relics' ? '' : text)],
    ['uses markup', 'form', (text, id) => (id === 'relics' ? `**${text}**` : text)],
    ['says the same everywhere', 'repetition', (text) => `围绕中心工作主动作为久久为功。${text}`],
    ['goes on and on', 'length', (text) => text + '大家把工作放在心上，抓在手上，一件一件去做。'.repeat(8)],
  ])('of one that %s are lower in %s', { timeout: 20_000 }, async (_, name, lie) => {
    const one = caseOf('annual-summary/rivals');
    const truthful = await evaluate(one, same);
    const spoilt = await evaluate(one, lie);
    expect(spoilt.score[name]).toBeLessThan(truthful.score[name]);
    if (name !== 'length') expect(spoilt.score.findings.length + Number(name === 'repetition')).toBeGreaterThan(0);
    if (name === 'repetition') expect(spoilt.score.fidelity).toBe(1);
  });

  it('of a rewrite that changes nothing, or is longer where shorter was asked, are lower', {
    timeout: 20_000,
  }, async () => {
    const one = caseOf('annual-summary/rewrite');
    const stubborn = new Map<string, string>();
    const keep = (text: string, id: string): string => {
      const kept = stubborn.get(id) ?? text;
      stubborn.set(id, kept);
      return kept;
    };
    const [obedient, deaf] = [await evaluate(one, same), await evaluate(one, keep)];
    expect(deaf.score.form).toBeLessThan(obedient.score.form);
    expect(deaf.score.length).toBeLessThanOrEqual(obedient.score.length);
    expect(deaf.score.findings.some(({ what }) => what.includes('没有区别'))).toBe(true);
  });

  it('come with what was spent, by the endpoint’s counts and the prices', { timeout: 20_000 }, async () => {
    const result = await evaluate(caseOf('annual-summary/rivals'), same);
    const { requests, tokensIn, tokensCached, tokensOut, cost } = result.spent;
    expect(requests).toBe(endpoint.requests.length);
    expect([tokensIn, tokensCached, tokensOut]).toEqual([requests * 1_000, requests * 800, requests * 100]);
    expect(cost).toBeCloseTo((requests * (200 * 2 + 800 * 0.2 + 100 * 8)) / 1e6, 10);
    expect(JSON.parse(jsonLine(result))).toMatchObject({
      case: 'annual-summary/rivals',
      writer: 'writer-1',
      fidelity: 1,
    });
    expect(table([result]).split('\n')[1]).toContain('annual-summary/rivals  100.0%');
  });

  it('are there without a model: the phrasebook as a baseline', async () => {
    const results = await runEval({ cases, catalog, each: () => undefined });
    expect(results.map(({ score }) => [score.fidelity, score.coverage])).toEqual(cases.map(() => [1, 1]));
    expect(table(results)).toMatch(/mean +100\.0%/);
  });
});

describe('repetition', () => {
  const section = caseOf('annual-summary/full').outline.opening;
  const of = (...texts: string[]): number =>
    repetition(
      texts.map((words) => ({ section, words })),
      caseOf('annual-summary/full').outline,
    );
  it('is the share of what is said twice', () => {
    expect(of('我们把各项工作落到实处', '群众有了更多去处')).toBe(0);
    expect(of('把各项工作落到实处', '把各项工作落到实处')).toBe(1);
    expect(of('把各项工作落到实处', '把各项工作落到实处，群众有了更多去处')).toBeCloseTo(18 / 26, 10);
  });
  it('does not count what must recur: formulations and what things are called', () => {
    expect(of('习近平新时代中国特色社会主义思想', '习近平新时代中国特色社会主义思想')).toBe(0);
    expect(of('新增非遗项目', '新增非遗项目')).toBe(0);
    expect(of('')).toBe(0);
  });
});
