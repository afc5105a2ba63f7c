// After a correction: where the figure stands in which of the texts, which files went out with the old one, and what new ones are to be made.
// Tokens print the new value by themselves, so nothing is written here; a changed text is told of once.
import type { ReportDocument } from '../report/document.ts';
import { slotOf } from '../report/outline.ts';
import type { Report } from '../report/report.ts';
import type { Variant } from '../report/variant.ts';
import { choiceCard } from './cards/choice-card.ts';
import type { State } from './state.ts';
import { activeScene, reportOf, type Scene, say, showCard, type Turn } from './turn.ts';
import { showTime } from './value.ts';
import { documentOfVariant, finishedDocument, isOutdated, nameOfVariant } from './variant-make.ts';
import { variantWords } from './variant-wording.ts';
import { documentOf } from './view.ts';

interface Place {
  /** `main`, or the variant's id. */
  id: string;
  name: string;
  before: string[];
  now: string[];
  sent?: number;
  /** In figures and words of a speech. */
  spoken: boolean;
}

const SHOWN = 3;

/** Run at the end of every turn. `before`: the state it began with. */
export function keepVariants(turn: Turn, before: State | null): undefined {
  const scene = activeScene(turn);
  const then = scene && before && reportOf(before, scene.report.id);
  const variants = scene?.report.variants ?? [];
  // A text made in this very turn is as it should be.
  if (!scene || !then || variants.length === 0 || scene.report.variants?.length !== then.variants?.length) return;
  const changed = changedFigures(scene, then);
  const told = changed.filter((slot) => !scene.report.facts[slot]?.derived);
  const places = told.slice(0, SHOWN).map((slot) => ({ slot, places: placesOf(scene, then, slot) }));
  for (const one of places) tell(scene, one.slot, one.places);
  const follows = changed.filter((slot) => scene.report.facts[slot]?.derived && places.length > 0);
  const labels = follows.flatMap((slot) => (stands(scene, slot) ? (slotOf(scene.outline, slot)?.label ?? []) : []));
  if (labels.length > 0) say(turn, variantWords.follows(labels));
  offerAnew(
    scene,
    places.flatMap((one) => one.places),
  );
  tellOutdated(scene, variants);
}

/** Figures that were there and are others now. */
function changedFigures({ report }: Scene, then: Report): string[] {
  return Object.keys(report.facts).filter((slot) => {
    const [old, now] = [then.facts[slot]?.value, report.facts[slot]?.value];
    return old?.type === 'figure' && now?.type === 'figure' && JSON.stringify(old) !== JSON.stringify(now);
  });
}

function placesOf(scene: Scene, then: Report, slot: string): Place[] {
  const { report } = scene;
  const earlier: Scene = { ...scene, report: { ...report, facts: then.facts } };
  const main: Place = {
    id: 'main',
    name: variantWords.main,
    before: printedIn(documentOf(earlier), slot),
    now: printedIn(documentOf(scene), slot),
    spoken: false,
  };
  const sent = report.files?.at(-1)?.at;
  const others = (report.variants ?? []).map((variant): Place => {
    const as = variant.kind === 'speech' ? finishedDocument : documentOfVariant;
    return {
      id: variant.id,
      name: nameOfVariant(variant),
      before: printedIn(as(scene, variant, then.facts), slot),
      now: printedIn(as(scene, variant), slot),
      spoken: variant.kind === 'speech',
      ...(variant.sent === undefined ? {} : { sent: variant.sent }),
    };
  });
  return [sent === undefined ? main : { ...main, sent }, ...others];
}

function printedIn(document: ReportDocument, slot: string): string[] {
  return [...document.opening, ...document.chapters.flatMap((one) => one.paragraphs), ...document.closing]
    .flatMap(({ spans }) => spans)
    .filter((span) => span.slot === slot && span.from === 'fact')
    .map(({ text }) => text);
}

const stands = (scene: Scene, slot: string): boolean => printedIn(documentOf(scene), slot).length > 0;

function tell({ turn, outline }: Scene, slot: string, places: Place[]): undefined {
  const label = slotOf(outline, slot)?.label;
  if (label === undefined) return;
  const there = places.filter((one) => one.now.length > 0);
  const count = there.reduce((sum, one) => sum + one.now.length, 0);
  const said = there.map((one) =>
    isSame(one)
      ? variantWords.asBefore(one.name, one.now[0] ?? '', one.spoken)
      : variantWords.anew(one.name, one.now.length, one.now[0] ?? ''),
  );
  const body = count === 0 ? variantWords.nowhere : `${variantWords.places(places.length, count)}${said.join('；')}。`;
  say(turn, `${label}：${body}`);
}

const isSame = ({ before, now }: Place): boolean => before.join('|') === now.join('|');

/** Files that went out with the old figure. */
function offerAnew(scene: Scene, places: Place[]): undefined {
  const { turn, report } = scene;
  const stale = places.filter((one) => one.sent !== undefined && one.now.length > 0 && !isSame(one));
  const files = stale.filter((one, at) => stale.findIndex((other) => other.id === one.id) === at);
  if (files.length === 0) return;
  const named = files.map((one) => variantWords.sentOne(one.name, showTime(one.sent ?? 0)));
  const button = (text: string, which: string) => ({
    text,
    value: { action: 'variant_renew', report: report.id, which },
  });
  const each = files.map((one) => button(variantWords.renewOne(one.name), one.id));
  showCard(
    turn,
    choiceCard(variantWords.sentTitle, variantWords.sentBefore(named), [
      { ...button(variantWords.renewAll, 'all'), primary: true },
      ...(files.length > 1 || (report.variants ?? []).length > 0 ? each : []),
    ]),
  );
}

/** The report's own words changed: said once, and made anew when its file is wanted. */
function tellOutdated(scene: Scene, variants: Variant[]): undefined {
  const { turn, report } = scene;
  // While it is being written it will change again.
  if (Object.keys(report.drafting).length > 0) return;
  const outdated = variants.filter((one) => !one.stale && isOutdated(scene, one));
  if (outdated.length === 0) return;
  report.variants = variants.map((one) => (outdated.includes(one) ? { ...one, stale: true as const } : one));
  say(turn, variantWords.stale(outdated.map(nameOfVariant)));
}
