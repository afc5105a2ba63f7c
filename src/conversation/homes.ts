// Facts whose place in the text is gone: listed, and told elsewhere or left out as the owner says. None is ever dropped in silence.
import type { Outline } from '../report/outline.ts';
import { sectionsUnder, slotOf } from '../report/outline.ts';
import type { UndoStep } from '../report/report.ts';
import { homeless, rehome } from '../report/restructure.ts';
import { sentencesTelling } from '../report/sentences-telling.ts';
import { tokensIn } from '../report/token.ts';
import type { EditDeed, ProposalItem } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { nameOf } from './plan.ts';
import { propose } from './proposal.ts';
import { putOutline } from './put-outline.ts';
import { putText, versionOf } from './put-version.ts';
import { refuse } from './toast.ts';
import { actorOf, remember, type Scene, say } from './turn.ts';
import { showValue } from './value.ts';
import { words } from './wording.ts';

export interface Lost {
  /** Slots that are told nowhere any more. */
  slots: string[];
  /** The texts that told them, with tokens. */
  texts: string[];
  /** Sections that could take them in. */
  near: string[];
}

/** One card: each fact (with what was said in one sentence with it, and its growth) goes somewhere, or is left out. */
export function askHomes(scene: Scene, { slots, texts, near }: Lost): undefined {
  const { report, outline } = scene;
  const told = slots.filter((id) => {
    const fact = report.facts[id];
    return fact !== undefined && fact.value.type !== 'omitted' && fact.print?.wish.type !== 'omit';
  });
  if (told.length === 0) return;
  const open = near.filter((id) => report.locked?.[id] === undefined).slice(0, 2);
  const items = groups(outline, told, texts).map((group): ProposalItem => {
    const sentences = texts.map((text) => sentencesTelling(text, group)).join('');
    const into = open.map((to) => ({
      text: editWords.into(nameOf(outline, to).replace(/“.*$/u, '')),
      deed: { type: 'rehome' as const, slots: group, to, sentences },
    }));
    const text = group.map(
      (id) => `${labelOf(outline, id)} ${showValue(report.facts[id]?.value ?? { type: 'text', text: '' })}`,
    );
    return {
      text: text.join('，'),
      choices: [...into, { text: editWords.drop, deed: { type: 'withhold', slots: group } }],
    };
  });
  const figures = told.every((id) => report.facts[id]?.value.type === 'figure');
  propose(scene, editWords.homeless(told.length, figures), items);
}

/** Facts told in one sentence belong together, and so do an amount and its growth. */
function groups(outline: Outline, slots: string[], texts: string[]): string[][] {
  const sentences = texts.flatMap((text) => text.match(/[^。！？；\n]+[。！？；\n]?/gu) ?? []).map(tokensIn);
  const linked = (one: string, two: string): boolean =>
    slotOf(outline, one)?.growth_of === two ||
    slotOf(outline, two)?.growth_of === one ||
    sentences.some((tokens) => tokens.includes(one) && tokens.includes(two));
  return slots.reduce<string[][]>((made, slot) => {
    const mine = made.filter((group) => group.some((other) => linked(other, slot)));
    return [...made.filter((group) => !mine.includes(group)), [...mine.flat(), slot]];
  }, []);
}

const labelOf = (outline: Outline, id: string): string => slotOf(outline, id)?.label ?? id;

/** Whether a text tells it as the record. */
export function isTold(scene: Scene, slot: string): boolean {
  return Object.keys(scene.report.sections).some((id) => tokensIn(versionOf(scene, id)?.text ?? '').includes(slot));
}

/** Since the card was sent it may have been undone, or told elsewhere. */
function isLost(scene: Scene, id: string): boolean {
  const slot = slotOf(scene.outline, id);
  if (!slot || !scene.report.facts[id]) return false;
  return slot.section === homeless || (scene.report.sections[slot.section] !== undefined && !isTold(scene, id));
}

export function takeHome(scene: Scene, deed: Extract<EditDeed, { type: 'rehome' }>): undefined {
  const { turn, outline } = scene;
  const { to, sentences } = deed;
  const slots = deed.slots.filter((id) => isLost(scene, id));
  if (slots.length === 0 || sectionsUnder(outline, to).length === 0) return refuse(turn, words.questionGone);
  const labels = slots.map((id) => labelOf(outline, id));
  const name = nameOf(outline, to);
  const changes: UndoStep['changes'] = [putOutline(scene, rehome(outline, slots, to))];
  const version = versionOf(scene, to);
  const told = sentences !== '' && version !== undefined;
  // Its words are whoever's they were; only the place is new.
  if (told) changes.push(putText(scene, to, version.text.trim() + sentences, version.by, editWords.rehomeStep(labels)));
  remember(scene, { what: editWords.rehomeStep(labels), changes });
  say(turn, version === undefined || told ? editWords.rehomed(labels, name) : editWords.rehomedNotTold(labels, name));
}

/** Known and kept, but not told: no longer missing, and nothing asks for it. */
export function withhold(scene: Scene, wanted: string[]): undefined {
  const { turn, report, outline } = scene;
  const slots = wanted.filter((id) => isLost(scene, id));
  if (slots.length === 0) return refuse(turn, words.questionGone);
  const by = actorOf(turn);
  if (!by) return;
  const changes = slots.flatMap((slot): UndoStep['changes'] => {
    const before = report.facts[slot];
    if (!before) return [];
    report.facts[slot] = { ...before, print: { wish: { type: 'omit' }, by, at: turn.event.at } };
    return [{ type: 'fact', slot, before }];
  });
  const labels = slots.map((id) => labelOf(outline, id));
  remember(scene, { what: editWords.dropStep(labels), changes });
  say(turn, editWords.dropped(labels));
}
