// How good a case's texts are, as numbers between 0 and 1, each computed by the checks the bot itself uses. Asks nobody's opinion.
import { claimsIn, inventionsIn, writtenWords } from '../../drafting/check-inventions.ts';
import { checkText, printedLength } from '../../drafting/check-text.ts';
import { offeredSlots } from '../../drafting/offer.ts';
import { readInstruction } from '../../drafting/read-instruction.ts';
import type { FindingCode } from '../../report/finding.ts';
import { proveSection } from '../../report/proof.ts';
import { tokensIn } from '../../report/token.ts';
import type { Case } from './load-cases.ts';
import { repetition } from './repetition.ts';
import type { Written } from './run-case.ts';

export interface Score {
  /** Share of the texts in which nothing is untrue: no figure of its own or in another's place, no name or deed nobody gave. */
  fidelity: number;
  /** Share of the facts, gaps and fixed formulations asked for that were told. */
  coverage: number;
  /** Share of the texts in the right shape and register, and, rewritten, really other than before. */
  form: number;
  /** 1 less the share of its words that it says twice. */
  repetition: number;
  /** 1 less the mean deviation from the length asked for, beyond a tolerance. */
  length: number;
  /** Share of the sections in which the model's words stand in the end, the phrasebook having taken none. */
  stands: number;
  /** What was found, for whoever wants to know why. */
  findings: { section: string; instruction: string; what: string }[];
}

/** Findings that make a text untrue; those that leave something out are counted under coverage, the rest under form. */
const untrue = new Set<FindingCode>([
  ...(['unknown_token', 'foreign_token', 'telling_untrue', 'stray_numeral', 'beside_token'] as const),
  ...(['growth_misplaced', 'figures_swapped', 'mask_left', 'figure_unproved', 'figure_altered'] as const),
]);
const lacking = new Set<FindingCode>(['fact_not_told', 'formulation_missing']);

/** Too long by more than this, or too short by more than that (where nothing is missing), counts against it. */
const OVER = 1.15;
const UNDER = 0.6;

export function score(written: Written[], one: Case): Score {
  const judged = written.map((text) => judge(text, one));
  const wanted = judged.reduce((sum, { asked }) => sum + asked, 0);
  const told = judged.reduce((sum, { told: n }) => sum + n, 0);
  const drafts = written.filter(({ instruction }) => instruction === '');
  return {
    fidelity: mean(judged.map(({ lies }) => (lies.length === 0 ? 1 : 0))),
    coverage: wanted === 0 ? 1 : told / wanted,
    form: mean(judged.map(({ misshapen }) => (misshapen.length === 0 ? 1 : 0))),
    repetition:
      1 -
      repetition(
        drafts.map(({ section, raw = '' }) => ({ section, words: writtenWords(raw) })),
        one.outline,
      ),
    length: 1 - mean(judged.map(({ deviation }) => Math.min(1, deviation))),
    stands: mean(written.map(({ final }) => (final.by.type === 'model' ? 1 : 0))),
    findings: written.flatMap(({ section, instruction }, at) =>
      [...(judged[at]?.lies ?? []), ...(judged[at]?.missing ?? []), ...(judged[at]?.misshapen ?? [])].map((what) => ({
        section: section.id,
        instruction,
        what,
      })),
    ),
  };
}

function judge({ section, instruction, before, raw }: Written, { outline, facts, year }: Case) {
  const offered = offeredSlots(section, outline, facts).filter(({ terms }) => terms !== 'may');
  const asked = offered.length + section.formulations.length;
  if (raw === undefined || raw.trim() === '') {
    const silent = asked === 0 && section.slots.length > 0;
    return { lies: [], missing: [], misshapen: silent ? [] : ['没有写'], asked, told: 0, deviation: silent ? 0 : 1 };
  }
  const context = { outline, section: section.id, facts, year };
  const proof = proveSection(raw, context);
  const of = (codes: Set<FindingCode>) => proof.filter(({ code }) => codes.has(code)).map(({ message }) => message);
  const lies = [
    ...of(untrue),
    ...inventionsIn(raw, section, outline, facts).map((what) => `${what}没有给出过。`),
    ...claimsIn(raw, section, outline, facts).map((what) => `“${what}”没有给出过。`),
  ];
  const used = new Set(tokensIn(raw));
  const unsaid = offered.filter(({ slot }) => !used.has(slot.id));
  const formulations = section.formulations.filter((words) => !raw.includes(words));
  const wish = readInstruction(instruction, before === undefined ? 0 : printedLength(before, context));
  const shape = checkText(raw, {
    ...{ outline, section, facts, year },
    // Length is judged apart.
    instruction: { shorter: false, longer: instruction !== '', words: '' },
    ...(before === undefined ? {} : { current: before }),
  }).map(({ message }) => message);
  const counted = new Set([...of(untrue), ...of(lacking)]);
  return {
    lies,
    missing: of(lacking),
    misshapen: shape.filter((message) => !counted.has(message) && !/没有给出过|没有写进去|没有列在/u.test(message)),
    asked,
    told: asked - unsaid.length - formulations.length,
    deviation: deviationOf(
      printedLength(raw, context),
      before === undefined ? undefined : printedLength(before, context),
      section.length,
      wish,
      unsaid.length === 0 && offered.every(({ terms }) => terms === 'must') && offered.length === section.slots.length,
    ),
  };
}

function deviationOf(
  length: number,
  before: number | undefined,
  usual: number,
  { most, least, about, shorter, longer }: ReturnType<typeof readInstruction>,
  complete: boolean,
): number {
  if (about !== undefined) return Math.max(0, Math.abs(length - about) / about - 0.1);
  if (most !== undefined) return Math.max(0, length / most - 1);
  if (least !== undefined) return Math.max(0, 1 - length / least);
  if (before !== undefined) return (shorter && length >= before) || (longer && length <= before) ? 1 : 0;
  const ratio = length / usual;
  return Math.max(0, ratio - OVER, complete ? UNDER - ratio : 0);
}

const mean = (numbers: number[]): number =>
  numbers.length === 0 ? 1 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
