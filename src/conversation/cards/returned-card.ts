// What came in with a returned document: how much, and section by section what was and what is. Data only.
import type { ReturnPlan } from '../../report/compare/plan-return.ts';
import { shownText } from '../../report/lay-out.ts';
import { type Outline, sectionsOf } from '../../report/outline.ts';
import type { Block, Card } from '../card.ts';
import { compareTexts } from '../compare-texts.ts';
import { contextOf } from '../finish-edit.ts';
import { nameOf } from '../plan.ts';
import { versionOf } from '../put-version.ts';
import type { Returned } from '../returned-base.ts';
import { type Counts, returnedWords } from '../returned-wording.ts';
import type { Scene } from '../turn.ts';
import { cut, showPerson } from '../value.ts';
import { button } from './choice-card.ts';

/** All folds together must fit one card. */
const SHOWN = 4500;
const FOLDS = 14;

interface Shown {
  plan: ReturnPlan;
  /** As it was before. */
  before: Outline;
  texts: Record<string, string>;
  returned: Returned;
  counts: Counts;
  /** Sections changed here since, which the file left alone. */
  since: string[];
}

export function returnedCard(scene: Scene, shown: Shown): Card {
  const { report } = scene;
  const { returned, counts, since, plan } = shown;
  const folds = foldsOf(scene, shown);
  const { notes } = plan.compared;
  const text = (said: string, muted = true): Block => ({
    type: 'text',
    text: said,
    ...(muted ? { tone: 'muted' as const } : {}),
  });
  const old = returned.base.file !== undefined && report.files?.at(-2)?.at !== returned.base.file.at;
  return {
    title: cut(returnedWords.title(returned.name), 50),
    tone:
      (counts.figures ? counts.figures.asked + counts.figures.fresh : 0) + plan.clashes.length > 0 ? 'orange' : 'green',
    blocks: [
      text(returnedWords.summary(returned.than, counts), false),
      text(
        plan.texts.length + plan.dropped.length > 0 || counts.headings > 0 || counts.moved > 0
          ? returnedWords.kept(showPerson(returned.source.by))
          : returnedWords.nothingTaken,
      ),
      ...(since.length > 0
        ? [text(old ? returnedWords.older(returned.than, since) : returnedWords.changedSince(since))]
        : []),
      ...(returned.base.partial ? [text(returnedWords.partial)] : []),
      ...folds.slice(0, FOLDS),
      ...(folds.length > FOLDS ? [text(returnedWords.more(folds.length - FOLDS))] : []),
      ...(notes.length > 0
        ? [
            {
              type: 'fold' as const,
              title: returnedWords.notes(notes.length),
              blocks: [text(cut(notes.join('\n'), 800))],
            },
          ]
        : []),
      {
        type: 'buttons',
        buttons: [
          button({ text: returnedWords.export, value: { action: 'compile', report: report.id }, primary: true }),
          button({ text: returnedWords.undo, value: { action: 'undo', step: report.undo.length, report: report.id } }),
        ],
      },
    ],
  };
}

function foldsOf(scene: Scene, { plan, before, texts }: Shown): Block[] {
  const { outline } = scene;
  const { compared } = plan;
  const each = Math.max(160, Math.floor(SHOWN / Math.max(1, Math.min(FOLDS, plan.texts.length + plan.dropped.length))));
  const said = (text: string): Block => ({ type: 'text', text: cut(text, each) });
  const all = compared.chapters.flatMap((one) => one.sections);
  const edited = plan.texts.map(({ section, merged }): Block => {
    const name = cut(nameOf(outline, section), 40);
    const now = shownText(versionOf(scene, section)?.text ?? '', contextOf(scene, section));
    const was = [section, ...merged]
      .flatMap((id) =>
        texts[id] === undefined ? [] : [shownText(texts[id], { ...contextOf(scene, id), outline: before })],
      )
      .join('\n');
    const retitled = all.find((one) => one.id === section && one.retitled);
    const heading = retitled && sectionsOf(before).find((one) => one.id === section)?.heading;
    const title =
      was === ''
        ? returnedWords.fresh(name)
        : merged.length > 0
          ? returnedWords.mergedInto(name)
          : returnedWords.edited(name);
    const pieces = was.length + now.length <= each ? compareTexts(was, now) : undefined;
    return {
      type: 'fold',
      title,
      blocks: [
        ...(retitled && heading ? [said(returnedWords.headingChanged(heading, retitled.heading))] : []),
        ...(pieces ? [{ type: 'marked' as const, pieces }] : near(was, now, each)),
      ],
    };
  });
  const taken = new Set(plan.texts.map((one) => one.section));
  const headings = [...compared.chapters, ...all.filter((one) => !taken.has(one.id))]
    .filter((one) => one.retitled)
    .map((one): Block => {
      const old =
        before.chapters.find(({ id }) => id === one.id)?.heading ??
        sectionsOf(before).find(({ id }) => id === one.id)?.heading ??
        '';
      return said(`${nameOf(outline, one.id).replace(/“.*$/u, '')}：${returnedWords.headingChanged(old, one.heading)}`);
    });
  const merged = new Set(plan.texts.flatMap((one) => one.merged));
  const gone = plan.dropped
    .filter((id) => !merged.has(id) && texts[id] !== undefined)
    .map(
      (id): Block => ({
        type: 'fold',
        title: returnedWords.gone(cut(nameOf(before, id), 40)),
        blocks: [
          {
            type: 'text',
            text: cut(shownText(texts[id] ?? '', { ...contextOf(scene, id), outline: before }), each),
            tone: 'muted',
          },
        ],
      }),
    );
  return [...headings, ...edited, ...gone];
}

/** Long texts: only from where they begin to differ. */
function near(was: string, now: string, shown: number): Block[] {
  let head = 0;
  while (head < was.length && head < now.length && was[head] === now[head]) head++;
  const from = Math.max(0, head - 30);
  const part = (text: string): string => (from > 0 ? '…' : '') + cut(text.slice(from), Math.floor(shown / 2));
  return [
    { type: 'text', text: part(now) },
    ...(was === ''
      ? []
      : [{ type: 'text' as const, text: `${returnedWords.was}：${part(was)}`, tone: 'muted' as const }]),
  ];
}
