// Sections from the model: asked once, checked, repaired at most twice with the faults named. Whatever cannot stand is left out.

import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Model } from '../model/port.ts';
import { wasCutOff } from '../model/understand.ts';
import { type Section, sectionsOf } from '../report/outline.ts';
import { signed } from '../report/telling.ts';
import { parseTokens, writeTokens } from '../report/token.ts';
import { wornBetween } from './check-style.ts';
import { checkText, type Fault, style } from './check-text.ts';
import { cutClauses } from './cut-clauses.ts';
import { describeFacts, describeSections } from './describe-section.ts';
import { hideFigures, hideFiguresInDraft } from './figure-guard.ts';
import { mendMarks } from './mend-marks.ts';
import { mendText } from './mend-text.ts';
import { isSilenced, offeredSlots } from './offer.ts';
import type { DraftedSection, DraftRequest } from './port.ts';
import { describeForm, type Instruction } from './read-instruction.ts';
import { watchGrowth } from './watch-growth.ts';

const Written = z.object({ sections: z.array(z.object({ id: z.string(), text: z.string() })) });

export interface ModelWriting {
  model: Model;
  style: string;
  timeoutMs: number;
  log: Log;
}

interface Attempt {
  text: string;
  faults: Fault[];
  by: Extract<DraftedSection['by'], { type: 'model' }>;
}

const repairs = 2;

/** The texts that may stand; sections missing from it are for the phrasebook. Throws what the model throws when the first asking fails. */
export async function writeWithModel(
  sections: Section[],
  request: DraftRequest,
  instruction: Instruction,
  { model, style: sheet, timeoutMs, log }: ModelWriting,
): Promise<DraftedSection[]> {
  const { outline, facts, year, signal } = request;
  const rewriting = request.instruction.trim() !== '';
  const limits = describeForm(instruction);
  // The whole outline, whichever part is written: requests then begin alike, and the writer sees what stands elsewhere.
  const told = sectionsOf(outline).filter((section) => !isSilenced(section, outline, facts));
  const outlined = describeSections(told, outline, facts);
  const values = (of: Section[]): Record<string, string> => ({
    style: sheet,
    setting: `${outline.name}。${outline.setting}`,
    sections: outlined,
    facts: describeFacts(of, outline, facts),
    limits,
  });
  const check = (section: Section, text: string): Fault[] => {
    const current = request.current[section.id];
    return checkText(text, {
      ...{ outline, section, facts, year, instruction },
      ...(current === undefined ? {} : { current }),
      avoid: request.avoid?.[section.id] ?? [],
    });
  };
  const ask = async (prompt: string, of: Section[], more: Record<string, string>): Promise<Map<string, Attempt>> => {
    // Repairs go over a text that stands already: nobody watches them.
    const watched = prompt === 'repair-draft' ? {} : watchGrowth(request, of);
    const common = { schema: Written, timeoutMs, ...(signal ? { signal } : {}), ...watched };
    const answer = await model
      .ask({ prompt, values: { ...values(of), ...more }, ...common })
      .catch((error: unknown) => (wasCutOff(error) && of.length > 1 ? undefined : Promise.reject(error)));
    if (!answer) {
      // More than the endpoint gives at once: half of the sections each time, as often as it takes.
      log.info({ sections: of.map(({ id }) => id) }, 'answer cut off, asked for in halves');
      const middle = Math.ceil(of.length / 2);
      const halves = await Promise.all([of.slice(0, middle), of.slice(middle)].map((half) => ask(prompt, half, more)));
      return new Map(halves.flatMap((half) => [...half]));
    }
    return new Map(
      of.map((section) => {
        const said = answer.value.sections.filter((one) => one.id.trim() === section.id).at(-1)?.text ?? '';
        const tokens = new Set(['year', ...offeredSlots(section, outline, facts).map(({ slot }) => slot.id)]);
        const marked = mendMarks(mendText(said, section, tokens), { outline, year, facts, section: section.id });
        const text = writeTokens(signed(parseTokens(marked), facts));
        const faults = check(section, text);
        return [section.id, { text, faults, by: { type: 'model', prompt: answer.prompt, model: answer.model } }];
      }),
    );
  };

  const attempts = rewriting
    ? await ask('rewrite-section', sections, {
        current: hideFiguresInDraft(quoteTexts(sections, request)),
        instruction: hideFigures(instruction.words) || '（见篇幅要求）',
      })
    : await ask('draft-chapter', sections, {});

  const rounds = new Map(sections.map((section) => [section.id, 1]));
  // What only all of them together show: the same word in every section, two beginnings alike.
  const faultsNow = (): Map<string, Fault[]> => {
    const between = wornBetween(sections.map((section) => ({ section, text: attempts.get(section.id)?.text ?? '' })));
    return new Map(
      sections.map(({ id }) => [
        id,
        [...(attempts.get(id)?.faults ?? []), ...(between.get(id) ?? []).map((message) => style(message))],
      ]),
    );
  };
  for (let round = 1; round <= repairs; round += 1) {
    const now = faultsNow();
    const wrong = sections.filter((section) => now.get(section.id)?.some((fault) => !fault.style));
    const faulty = sections.filter((section) => (round === 1 ? now.get(section.id)?.length : wrong.includes(section)));
    if (faulty.length === 0) break;
    const faults = faulty.flatMap((section) => now.get(section.id)?.map(({ message }) => message) ?? []);
    log.debug({ round, sections: faulty.map((one) => one.id), faults: faults.length }, 'draft repaired');
    // The faults quote the text: what the model smuggled in is hidden again before it goes back.
    const drafts = hideFiguresInDraft(
      faulty
        .map((section) => describeFaults(section, attempts.get(section.id)?.text, now.get(section.id) ?? []))
        .join('\n\n'),
    );
    const mended = await ask('repair-draft', faulty, { drafts }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      return undefined;
    });
    // What stood keeps standing: a repair that fails must not cost the sections that were right.
    if (!mended) break;
    for (const [id, attempt] of mended) {
      rounds.set(id, round + 1);
      if (isBetter(attempt, attempts.get(id))) attempts.set(id, attempt);
    }
  }

  // What was asked for and is still there is taken out where it can be: better a clause less than the model's words lost.
  for (const section of sections) {
    const attempt = attempts.get(section.id);
    const said = attempt?.faults.flatMap((fault) => fault.said ?? []) ?? [];
    if (!attempt || said.length === 0) continue;
    const text = cutClauses(attempt.text, said, section.formulations);
    const cut: Attempt = { ...attempt, text, faults: check(section, text) };
    if (text !== attempt.text && isBetter(cut, attempt)) attempts.set(section.id, cut);
  }

  const left = faultsNow();
  return sections.flatMap((section): DraftedSection[] => {
    const attempt = attempts.get(section.id);
    if (!attempt || attempt.faults.some((fault) => fault.fatal)) return [];
    const findings = left.get(section.id)?.map(({ message }) => message) ?? [];
    const note = attempt.faults
      .filter((fault) => !fault.style)
      .map(({ message }) => message)
      .join('');
    return [
      {
        section: section.id,
        text: attempt.text,
        by: attempt.by,
        attempts: rounds.get(section.id) ?? 1,
        ...(findings.length === 0 ? {} : { findings }),
        ...(note === '' ? {} : { note: `没有完全做到：${note}` }),
      },
    ];
  });
}

/** Fewer fatal faults first, then fewer of any kind. */
function isBetter(one: Attempt, other: Attempt | undefined): boolean {
  if (!other) return true;
  const fatal = ({ faults }: Attempt): number => faults.filter((fault) => fault.fatal).length;
  return fatal(one) < fatal(other) || (fatal(one) === fatal(other) && one.faults.length <= other.faults.length);
}

function quoteTexts(sections: Section[], { current, avoid = {} }: DraftRequest): string {
  return sections
    .flatMap(({ id }) => [
      `【小节 ${id}】\n${current[id] ?? '（还没有写）'}`,
      ...(avoid[id] ?? []).map(
        (text) => `【小节 ${id}，照同样的要求写过、没有采用的一稿，新稿要和它明显不同】\n${text}`,
      ),
    ])
    .join('\n\n');
}

function describeFaults(section: Section, text: string | undefined, faults: Fault[]): string {
  return [
    `【小节 ${section.id}】`,
    `草稿：${text || '（空）'}`,
    '毛病：',
    ...faults.map(({ message }) => `- ${message}`),
  ].join('\n');
}
