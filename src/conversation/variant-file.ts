// Another text as a file, and new files of all of them. Never refuses: what is open stands marked in it and is named.

import type { ReportDocument } from '../report/document.ts';
import { proveDocument } from '../report/prove-document.ts';
import { textOf } from '../report/render.ts';
import { sameFigures } from '../report/speak.ts';
import type { Variant } from '../report/variant.ts';
import { choiceCard } from './cards/choice-card.ts';
import { compile } from './compile.ts';
import { fileName } from './file-form.ts';
import { titleOf } from './plan.ts';
import { emit, keep, type Scene, say, showCard } from './turn.ts';
import {
  charactersOf,
  documentOfVariant,
  factsOf,
  finishedDocument,
  givenIn,
  isOutdated,
  nameOfVariant,
  remake,
  speechOf,
} from './variant-make.ts';
import { variantWords } from './variant-wording.ts';
import { openIn } from './view.ts';

/** The file; first made anew where the report has changed since. */
export function sendVariant(scene: Scene, meant: Variant, as?: 'ledger'): undefined {
  const { turn, report } = scene;
  const variant = upToDate(scene, meant);
  const written = documentOfVariant(scene, variant);
  const open = openIn(written).length;
  const name = nameOfVariant(variant);
  const state = open > 0 ? `${name}，${variantWords.open(open)}` : name;
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
    ...(variant.kind === 'speech' ? { speech: speechOf(variant) } : {}),
  });
  if (as) return;
  variant.sent = turn.event.at;
  const wrong = unproved(written, finishedDocument(scene, variant));
  const said = [
    variantWords.sent(name, charactersOf(scene, variant)),
    ...(variant === meant ? [] : [variantWords.remade(name)]),
    ...(wrong.length === 0 ? [] : [variantWords.unproved(name, wrong)]),
  ];
  const value = { action: 'variant_ledger', report: report.id, variant: variant.id };
  showCard(turn, choiceCard(name, said.join('\n'), [{ text: variantWords.ledger, value }]));
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
