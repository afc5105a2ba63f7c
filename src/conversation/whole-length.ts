// The length of the whole: shared out among the sections, and what is written cut down to it. Never touches a locked section or a person's own words.
import { budgetOutline } from '../report/budget.ts';
import { countWords } from '../report/count-words.ts';
import type { Outline } from '../report/outline.ts';
import { sectionsOf, slotOf } from '../report/outline.ts';
import { type Shortened, shorten } from '../report/shorten.ts';
import type { Length } from '../report/task.ts';
import { tokensIn } from '../report/token.ts';
import { againstTask, sectionsFor } from './against-task.ts';
import type { Block, Card } from './card.ts';
import { choiceCard } from './cards/choice-card.ts';
import { writing } from './draft.ts';
import { lockedAmong, ownAmong } from './lock.ts';
import { nameOf, partsOf } from './plan.ts';
import { putOutline } from './put-outline.ts';
import { putText, versionOf } from './put-version.ts';
import { remember, type Scene, say, showCard } from './turn.ts';
import { headsOf, textsOf } from './variant-make.ts';
import { countCharacters, documentOf, textOfPart } from './view.ts';
import { wholeWords } from './whole-wording.ts';

const BY = { type: 'phrasebook', id: 'shorten@1' } as const;

/** The outline with its lengths shared out for this demand; undefined where it says nothing to go by. */
export function budgeted({ outline, report }: Scene, length: Length | undefined): Outline | undefined {
  const most = length?.most ?? length?.about;
  if (most === undefined || most < 300) return undefined;
  const share = report.task?.share;
  return budgetOutline(outline, most, share, share ? sectionsFor({ outline }, share.parts) : []);
}

/** 全文控制在3000字 */
export function setBudget(scene: Scene, most: number): undefined {
  const { turn, report } = scene;
  const before = report.task ?? null;
  report.task = { ...report.task, length: { most }, at: report.task?.at ?? turn.event.at };
  const next = budgeted(scene, { most });
  const changes = [{ type: 'task' as const, before }, ...(next ? [putOutline(scene, next)] : [])];
  remember(scene, { what: wholeWords.budgetStep(most), changes });
  const parts = partsOf(scene.outline).map(({ name, sections }): [string, number] => [
    name,
    sections.reduce((sum, one) => sum + one.length, 0),
  ]);
  const said = wholeWords.budget(parts);
  if (Object.keys(report.sections).length === 0) return say(turn, `${said}${wholeWords.draftingFits}`);
  const now = countCharacters(documentOf(scene));
  if (now <= most) return say(turn, `${said}${wholeWords.nowFits(now)}`);
  const offer = {
    text: wholeWords.squeezeTo(most),
    value: { action: 'squeeze', report: report.id, most },
    primary: true,
  };
  showCard(turn, choiceCard(wholeWords.budgetTitle(most), `${said}${wholeWords.nowOver(now, now - most)}`, [offer]));
}

/** 压到3000字以内: words first, facts only when words do not do; as one step. */
export function squeeze(scene: Scene, most: number): undefined {
  const { turn, report, outline } = scene;
  if (Object.keys(report.sections).length === 0) return say(turn, wholeWords.nothing);
  if (writing(scene).length > 0) return say(turn, wholeWords.stillWriting);
  const before = countCharacters(documentOf(scene));
  if (before <= most) return say(turn, wholeWords.fitsAlready(before, most));
  const parts = partsOf(outline);
  const lengths = (): number[] => parts.map((part) => countWords(textOfPart(scene, part)));
  const then = lengths();
  const kept = sectionsOf(outline).filter(({ id }) => report.sections[id]);
  const fixed = [...new Set([...lockedAmong(scene, kept), ...ownAmong(scene, kept)])];
  const cut = cutTo(scene, most, new Set(fixed.map(({ id }) => id)));
  const changes = Object.entries(cut.texts).flatMap(([id, text]) =>
    text === versionOf(scene, id)?.text ? [] : [putText(scene, id, text, BY, wholeWords.squeezeStep(most))],
  );
  remember(scene, { what: wholeWords.squeezeStep(most), changes });
  const now = countCharacters(documentOf(scene));
  const after = lengths();
  const rows = parts.flatMap(({ name }, at) =>
    (then[at] ?? 0) === 0 ? [] : [{ label: name, value: wholeWords.row(then[at] ?? 0, after[at] ?? 0) }],
  );
  const labels = (some: string[]): string[] => some.flatMap((id) => slotOf(outline, id)?.label ?? []);
  const lost = labels(cut.omitted.filter((id) => report.facts[id]));
  const open = labels(cut.omitted.filter((id) => !report.facts[id]));
  const said = [
    lost.length === 0 ? wholeWords.allTold : wholeWords.lost(lost),
    open.length === 0 ? '' : wholeWords.openLost(open),
    now > most ? wholeWords.stillOver(now - most) : '',
    fixed.length === 0 ? '' : wholeWords.kept(fixed.map(({ id }) => nameOf(outline, id))),
    againstTask(scene),
  ];
  const undo = {
    text: wholeWords.undo,
    style: 'default' as const,
    value: { action: 'undo', report: report.id, step: report.undo.length },
  };
  const card: Card = {
    title: wholeWords.cutTitle(before, now),
    tone: now > most ? 'orange' : 'green',
    blocks: [
      { type: 'rows', rows },
      ...said.filter((line) => line !== '').map((text): Block => ({ type: 'text', text })),
      ...(changes.length === 0 ? [] : [{ type: 'buttons' as const, buttons: [undo] }]),
    ],
  };
  showCard(turn, card);
}

function cutTo(scene: Scene, most: number, fixed: ReadonlySet<string>): Shortened {
  const { outline, report } = scene;
  const texts = textsOf(scene, headsOf(report));
  const share = report.task?.share?.parts ?? ['问题', '原因', '打算', '整改'];
  const base = {
    outline,
    year: report.year,
    facts: report.facts,
    texts,
    most,
    fixed,
    favoured: new Set(sectionsFor(scene, share)),
  };
  const told = Object.values(texts).flatMap(tokensIn);
  // Words first; then the places of what nobody gave yet; what was given last of all.
  const steps = [told, told.filter((id) => report.facts[id]), []];
  let cut = shorten({ ...base, keep: new Set(steps[0]) });
  for (const keep of steps.slice(1))
    if (cut.characters > most) cut = shorten({ ...base, keep: new Set(keep), gapsFirst: true });
  return cut;
}
