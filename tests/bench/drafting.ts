// Measures drafting with a model of fixed speed: wall time against the slowest chapter, our own work, tokens against resending a conversation, and what prompts share. Asserts nothing.
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { type Case, loadCases } from '../../src/commands/eval/load-cases.ts';
import { createDraft } from '../../src/drafting/draft.ts';
import { formatQuantity } from '../../src/figures/index.ts';
import { silentLog } from '../../src/log.ts';
import type { Answer, Ask, Model } from '../../src/model/port.ts';
import { sectionsOf, sectionsUnder, slotOf } from '../../src/report/outline.ts';
import { phraseSection } from '../../src/report/phrasebook.ts';
import { writePlainly } from '../drafting/plain-writer.ts';
import { openOffice, wordsOf } from '../e2e/office.ts';
import { type RecordedRequest, startScriptedEndpoint } from '../model/scripted-endpoint.ts';

const print = (line: object): void => console.log(JSON.stringify({ bench: 'drafting', ...line }));
const round = (number: number): number => Math.round(number * 1000) / 1000;

export async function run(): Promise<void> {
  const catalog = loadCatalog('prompts/outlines');
  const cases = loadCases('prompts/outlines', catalog.outlines).filter(({ id }) => id.endsWith('/full'));
  for (const one of cases) await ownWork(one, catalog);
  for (const one of cases) await wholeReport(one);
}

/** What drafting itself does with a chapter while nobody waits for a model: its answer is there at once, and grows before. */
async function ownWork({ id, outline, year, facts }: Case, catalog: ReturnType<typeof loadCatalog>): Promise<void> {
  const phrasebook = catalog.phrasebooks[outline.kind];
  if (!phrasebook) return;
  const all: number[] = [];
  for (const chapter of outline.chapters) {
    const sections = sectionsUnder(outline, chapter.id).map((section) => section.id);
    const texts = sections.map((section) => ({
      id: section,
      text: phraseSection({ outline, phrasebook, section, facts, seed: 1 }),
    }));
    const answer = JSON.stringify({ sections: texts });
    const model: Model = {
      async ask<T>(ask: Ask<T>): Promise<Answer<T>> {
        for (let end = 3; end < answer.length; end += 3) ask.onText?.(answer.slice(0, end));
        return { value: { sections: texts } as T, prompt: 'draft-chapter@1#00000000', model: 'immediate' };
      },
    };
    const draft = createDraft({ model, phrasebooks: catalog.phrasebooks, styles: catalog.styles, log: silentLog });
    const times: number[] = [];
    for (let time = 0; time < 25; time++) {
      let pieces = 0;
      const started = performance.now();
      const drafted = await draft({
        ...{ outline, year, facts, sections, instruction: '', current: {}, seed: 1 },
        // A card shows it ten times a second at most: at 100 tokens a second, every tenth piece.
        onText: (_, growing) => {
          pieces += 1;
          if (pieces % 10 === 0) growing();
        },
      });
      times.push(performance.now() - started);
      if (drafted.some(({ by }) => by.type !== 'model'))
        throw new Error(`${chapter.id}: the truthful text was refused`);
    }
    all.push(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
    if (all.length === 1) print({ of: 'own work, the first chapter of all', case: id, ms: round(times[0] ?? 0) });
  }
  print({
    of: 'own work per chapter',
    case: id,
    chapters: all.length,
    medianMs: round(all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0),
    mostMs: round(Math.max(...all)),
    target: '< 20',
  });
}

/** Three characters every 40 ms, as a model of 50 tokens a second. */
const pace = { length: 3, pauseMs: 40 };

/** The whole bot in the local Feishu: told, drafted, three sections rewritten. */
async function wholeReport(one: Case): Promise<void> {
  const { outline } = one;
  const endpoint = await startScriptedEndpoint();
  const times = new Map<RecordedRequest, { from: number; to: number }>();
  const office = await openOffice({ llm: { baseUrl: endpoint.url, apiKey: 'key', model: 'paced' } });
  const answers: string[] = [];
  try {
    let start: string | undefined;
    endpoint.otherwise({
      type: 'answer',
      pieces: pace,
      content(request) {
        const content = writePlainly(request, start);
        answers.push(content);
        times.set(request, { from: Date.now(), to: Number.NaN });
        return content;
      },
      onEnd(request) {
        const time = times.get(request);
        if (time) time.to = Date.now();
      },
    });
    const turns: Turn[] = [];
    const say = async (said: string): Promise<void> => {
      const heard = await office.say('王芳', said);
      turns.push({ said, answered: heard.map(wordsOf).join('\n') });
    };
    for (const message of messagesOf(one)) await say(message);
    const before = endpoint.requests.length;
    times.clear();
    const started = Date.now();
    await office.say('王芳', '起草');
    const wall = Date.now() - started;
    // One chapter after the other, as in a conversation.
    for (const answered of answers.slice(before)) turns.push({ said: '起草下一章', answered });
    const all = [...times.values()];
    const slowest = Math.max(...all.map(({ from, to }) => to - from));
    print({
      of: 'wall time of a report over its slowest chapter',
      kind: outline.kind,
      requests: times.size,
      wallMs: wall,
      slowestMs: slowest,
      ratio: round(wall / slowest),
      lastBegunMs: Math.max(...all.map(({ from }) => from)) - started,
      target: '<= 1.15',
    });
    for (const [at, part] of ['第一部分第一点', '第二部分第一点', '第三部分第一点'].entries()) {
      start = ['换了一个开头', '换成另一种写法', '再换一种说法'][at] ?? '';
      await say(`${part}换个写法`);
    }
    tokens(outline.kind, endpoint.requests, answers, turns, before);
    prefixes(outline.kind, endpoint.requests.slice(before));
  } finally {
    await office.close();
    await endpoint.close();
  }
}

/** As one tells it: what to write, then a message for each point, in the words of its own labels. */
function messagesOf({ outline, year, facts }: Case): string[] {
  const told = sectionsOf(outline).flatMap(({ slots }) => {
    const said = slots.flatMap((id) => {
      const label = slotOf(outline, id)?.label ?? '';
      const value = facts[id]?.value;
      if (value?.type === 'figure') return [`${label}${formatQuantity(value.quantity)}`];
      if (value?.type === 'text') return [`${label}：${value.text}`];
      return value?.type === 'list' ? [`${label}：${value.items.join('；')}`] : [];
    });
    return said.length > 0 ? [said.join('，')] : [];
  });
  return [`写一份${year}年的${outline.name}`, ...told];
}

/** Near enough for a ratio: a Chinese character a token, four others a token. */
function tokensOf(text: string): number {
  const chinese = text.match(/[\u3000-\u9fff\uff00-\uffef]/gu)?.length ?? 0;
  return chinese + (text.length - chinese) / 4;
}

const contentOf = ({ body }: RecordedRequest): string => body.messages.map(({ content }) => content).join('\n');

interface Turn {
  said: string;
  answered: string;
}

/**
 * The other way: the running conversation, sent again with every turn. It begins with what ours begin with (rules, style,
 * the whole outline); then come the words that were said in the chat, by the person and by the bot.
 */
function tokens(kind: string, requests: RecordedRequest[], answers: string[], turns: Turn[], before: number): void {
  const ours = requests.reduce((sum, request) => sum + tokensOf(contentOf(request)), 0) + tokensOf(answers.join(''));
  const [first, ...others] = requests.slice(before).map((request) => Buffer.from(contentOf(request)));
  if (!first) return;
  let history = tokensOf(first.subarray(0, Math.min(...others.map((other) => common(first, other)))).toString());
  let resent = 0;
  for (const { said, answered } of turns) {
    history += tokensOf(said);
    resent += history + tokensOf(answered);
    history += tokensOf(answered);
  }
  print({
    of: 'tokens of a report with three rewrites over resending the conversation',
    kind,
    requests: requests.length,
    turns: turns.length,
    ours: Math.round(ours),
    resent: Math.round(resent),
    ratio: round(ours / resent),
    target: '<= 0.35',
  });
}

/** How much of each drafting request stood, byte for byte, at the beginning of an earlier one of the same report. */
function prefixes(kind: string, requests: RecordedRequest[]): void {
  const contents = requests.map((request) => Buffer.from(contentOf(request)));
  let shared = 0;
  let all = 0;
  for (const [at, content] of contents.entries()) {
    if (at === 0) continue;
    shared += Math.max(...contents.slice(0, at).map((earlier) => common(content, earlier)));
    all += content.length;
  }
  print({
    of: 'byte-identical prefix of drafting requests',
    kind,
    share: round(shared / all),
    prefixBytes: Math.min(...contents.slice(1).map((content) => common(content, contents[0] ?? content))),
    requestBytes: Math.round(all / (contents.length - 1)),
    target: '>= 0.8',
  });
}

function common(one: Buffer, other: Buffer): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
