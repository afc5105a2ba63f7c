// Another text as a file, and new files of all of them. Never refuses: what is open stands marked in it and is named.

import { documentText } from '../report/assemble.ts';
import type { ReportDocument } from '../report/document.ts';
import { proveDocument } from '../report/prove-document.ts';
import { textOf } from '../report/render.ts';
import { sameFigures } from '../report/speak.ts';
import type { Variant } from '../report/variant.ts';
import { choiceCard } from './cards/choice-card.ts';
import { compile } from './compile.ts';
import { fileName } from './file-form.ts';
import { inQuestion } from './in-question.ts';
import { titleOf } from './plan.ts';
import { disputes } from './question.ts';
import { openReturned } from './returned-figures.ts';
import { openChecks, showCheck } from './settle.ts';
import { emit, keep, type Scene, say, showCard } from './turn.ts';
import {
  charactersOf,
  documentOfVariant,
  factsOf,
  finishedDocument,
  givenIn,
  isOutdated,
  minutesOf,
  nameOfVariant,
  remake,
  speechOf,
} from './variant-make.ts';
import { variantWords } from './variant-wording.ts';
import { openIn } from './view.ts';
import { words } from './wording.ts';

/** The file; first made anew where the report has changed since. */
export function sendVariant(scene: Scene, meant: Variant, as?: 'ledger'): undefined {
  const { turn, report } = scene;
  const variant = upToDate(scene, meant);
  const written = documentOfVariant(scene, variant);
  const name = shownName(scene, variant);
  const unsure = toCheckIn(scene, written, unproved(written, finishedDocument(scene, variant)));
  const lacks = variantWords.lacks(openIn(written).length, unsure.count).join('、');
  const state = lacks === '' ? name : `${name}，${lacks}`;
  const asked = inQuestion(scene, unsure.unproved);
  emit(turn, {
    type: 'send_file',
    chat: turn.state.chat.id,
    report: report.id,
    outline: report.outline,
    sections: variant.sections,
    facts: keep(turn, structuredClone(factsOf(variant, report.facts))),
    name: fileName(titleOf(report), as ?? 'docx', state),
    year: report.year,
    as: as ?? (variant.kind === 'speech' ? 'large' : 'docx'),
    ...(asked ? { open: asked } : {}),
    ...(variant.kind === 'speech' ? { speech: speechOf(variant) } : {}),
  });
  if (as) return;
  variant.sent = turn.event.at;
  const minutes = variant.kind === 'speech' ? minutesOf(scene, variant) : undefined;
  const said = [
    variantWords.sent(name, charactersOf(scene, variant), minutes),
    ...(variant === meant ? [] : [variantWords.remade(name)]),
    ...unsure.said,
    ...(unsure.unproved.length === 0 ? [] : [variantWords.unproved(name, unsure.unproved)]),
  ];
  const value = { action: 'variant_ledger', report: report.id, variant: variant.id };
  showCard(turn, choiceCard(state, said.join('\n'), [{ text: variantWords.ledger, value }]));
}

/** Its file says how long it takes, not how long it might have. */
function shownName(scene: Scene, variant: Variant): string {
  const minutes = variant.kind === 'speech' ? minutesOf(scene, variant) : undefined;
  return nameOfVariant(minutes === undefined ? variant : { ...variant, minutes });
}

/** What stands in this text though it is disputed, contradicts another figure, or is proved by nothing. */
function toCheckIn(scene: Scene, written: ReportDocument, wrong: string[]) {
  const paragraphs = [...written.opening, ...written.chapters.flatMap((one) => one.paragraphs), ...written.closing];
  const told = new Set(paragraphs.flatMap(({ spans }) => spans.flatMap(({ slot }) => slot ?? [])));
  const disputed = disputes(scene).filter(({ slot }) => told.has(slot));
  const checks = openChecks(scene).filter(({ values }) => values.some(({ slot }) => told.has(slot)));
  const text = documentText(written);
  const returned = openReturned(scene).filter((one) => text.includes(one));
  const unsure = [...new Set([...wrong, ...returned])];
  const said = [words.disputed(disputed), words.unsettled(checks.map(showCheck))].filter((line) => line !== '');
  return { count: disputed.length + checks.length + unsure.length, unproved: unsure, said };
}

function upToDate(scene: Scene, variant: Variant): Variant {
  const { report } = scene;
  if (!isOutdated(scene, variant) && (variant.given ?? 0) === givenIn(report)) {
    delete variant.stale;
    return variant;
  }
  const made = remake(scene, variant);
  report.variants = (report.variants ?? []).map((one) => (one.id === variant.id ? made : one));
  return made;
}

/** Figures without a fact behind them, and paragraphs in which what is heard is not what is written. */
function unproved(written: ReportDocument, finished: ReportDocument): string[] {
  const paragraphs = (document: ReportDocument): string[] =>
    [...document.opening, ...document.chapters.flatMap((one) => one.paragraphs), ...document.closing].map((one) =>
      textOf(one.spans),
    );
  const heard = paragraphs(finished);
  const misheard = paragraphs(written).filter((text, at) => !sameFigures(text, heard[at] ?? ''));
  return [
    ...proveDocument(written).map((one) => one.quote),
    ...misheard.map((text) => `${[...text].slice(0, 16).join('')}…`),
  ];
}

/** 都出新版: `which` is all, main, a kind, or a variant's id. */
export function renew(scene: Scene, which: string): undefined {
  const { turn, report } = scene;
  const all = report.variants ?? [];
  const meant = all.filter(({ id, kind }) => which === 'all' || which === id || which === kind);
  if (meant.length === 0 && which !== 'all' && which !== 'main') return say(turn, variantWords.noVariant);
  if (which === 'all' || which === 'main') compile(scene);
  for (const variant of meant) sendVariant(scene, variant);
}
