// 通读一遍: what strikes one reading through the whole, each with a button that does an ordinary thing. And the length of the whole. Proposes; imposes nothing.
import { sectionsOf } from '../report/outline.ts';
import { type Remark, reviewWhole } from '../report/review.ts';
import { isRefused } from './access.ts';
import { waveKey } from './audit-findings.ts';
import type { Block, Button } from './card.ts';
import { pages } from './cards/page.ts';
import { nameOf, titleOf } from './plan.ts';
import { versionOf } from './put-version.ts';
import { activeScene, type Scene, say, showCard, type Turn } from './turn.ts';
import { cut } from './value.ts';
import { countCharacters, documentOf } from './view.ts';
import { setBudget, squeeze } from './whole-length.ts';
import { wholeWords } from './whole-wording.ts';
import { wholeWish } from './whole-words.ts';

const SHOWN = 15;
/** A number much smaller than the whole is meant for a part. */
const OF_WHOLE = 0.4;

/** False when the message asks for nothing of the kind. */
export function takeWhole(turn: Turn, text: string): boolean {
  const scene = activeScene(turn);
  const wish = scene ? wholeWish(text) : undefined;
  if (!scene || !wish) return false;
  const written = Object.keys(scene.report.sections).length > 0;
  const small = (): boolean =>
    written && wish.type === 'squeeze' && wish.most < countCharacters(documentOf(scene)) * OF_WHOLE;
  if (wish.type === 'squeeze' && !wish.named && (!written || small())) return false;
  if (isRefused(scene)) return true;
  if (wish.type === 'budget') setBudget(scene, wish.most);
  else if (wish.type === 'squeeze') written ? squeeze(scene, wish.most) : setBudget(scene, wish.most);
  else review(scene);
  return true;
}

/** 压到3000字. False for any other press. */
export function pressWhole(scene: Scene, action: string, value: Record<string, unknown>): boolean {
  if (action !== 'squeeze' || typeof value.most !== 'number') return false;
  if (!isRefused(scene)) squeeze(scene, value.most);
  return true;
}

function review(scene: Scene): undefined {
  const { turn, report, outline } = scene;
  if (Object.keys(report.sections).length === 0) return say(turn, wholeWords.nothing);
  const remarks = reviewWhole(documentOf(scene), outline)
    .map((remark) => ({ remark, key: keyOf(remark) }))
    .filter(({ key }) => !report.waved?.includes(waveKey(key.rule, key.quote)));
  if (remarks.length === 0) return say(turn, wholeWords.reviewClean);
  const blocks = remarks.slice(0, SHOWN).flatMap(({ remark, key }): Block[] => {
    const wave: Button = {
      text: wholeWords.leave,
      style: 'default',
      value: { action: 'audit_wave', report: report.id, rule: key.rule, quote: key.quote },
    };
    return [
      { type: 'text', text: said(scene, remark) },
      { type: 'buttons', buttons: [...offers(scene, remark), wave] },
    ];
  });
  const more = remarks.length > SHOWN ? wholeWords.more(remarks.length - SHOWN) : '';
  const intro: Block = { type: 'text', text: wholeWords.reviewIntro(remarks.length), tone: 'muted' };
  const last: Block[] = more === '' ? [] : [{ type: 'text', text: more, tone: 'muted' }];
  const card = { title: wholeWords.reviewTitle(titleOf(report)), tone: 'blue' as const, blocks: [intro, ...blocks] };
  for (const page of pages(card, last)) showCard(turn, page);
}

/** What is no fault is remembered by this. */
function keyOf(remark: Remark): { rule: string; quote: string } {
  const rule = `whole/${remark.type}`;
  switch (remark.type) {
    case 'repeated':
      return { rule, quote: remark.words };
    case 'length':
      return { rule, quote: remark.section };
    case 'headings':
      return { rule, quote: remark.headings.join('|') };
    case 'halves':
      return { rule, quote: remark.heading };
    case 'frame':
      return { rule, quote: remark.lacks };
    case 'attitude':
      return { rule, quote: remark.quote };
  }
}

function said({ outline }: Scene, remark: Remark): string {
  switch (remark.type) {
    case 'repeated':
      return wholeWords.repeated(
        cut(remark.words, 40),
        remark.sections.map((id) => nameOf(outline, id)),
      );
    case 'length': {
      const words = remark.own > remark.usual ? wholeWords.longer : wholeWords.shorter;
      return words(nameOf(outline, remark.section), remark.own, remark.usual);
    }
    case 'headings':
      return wholeWords.headings(
        remark.headings,
        remark.headings.map((one) => [...one].length),
      );
    case 'halves':
      return wholeWords.halves(remark.heading);
    case 'frame':
      return remark.lacks === 'answer' ? wholeWords.noAnswer : wholeWords.noCall;
    case 'attitude':
      return `［${nameOf(outline, remark.section)}］${wholeWords.attitude(remark.quote)}`;
  }
}

/** Ordinary commands: a section rewritten with an instruction, a sentence taken out. None for what only a person can say. */
function offers(scene: Scene, remark: Remark): Button[] {
  const { report, outline } = scene;
  const rewrite = (text: string, section: string, instruction: string): Button[] =>
    versionOf(scene, section)?.by.type === 'person'
      ? []
      : [{ text, style: 'default', value: { action: 'rewrite', report: report.id, section, instruction } }];
  switch (remark.type) {
    case 'repeated':
      return rewrite(
        wholeWords.rewriteOther,
        remark.sections.at(-1) ?? '',
        wholeWords.rewriteOtherInstruction(remark.words),
      );
    case 'length': {
      const wanted = Math.max(remark.usual * 2, 60);
      if (remark.own < remark.usual || !sectionsOf(outline).some(({ id }) => id === remark.section)) return [];
      return rewrite(wholeWords.rewriteShorter(wanted), remark.section, wholeWords.rewriteShorterInstruction(wanted));
    }
    case 'frame':
      return remark.lacks === 'answer'
        ? rewrite(wholeWords.rewriteClosing, remark.section, wholeWords.rewriteClosingInstruction)
        : rewrite(wholeWords.rewriteOpening, remark.section, wholeWords.rewriteOpeningInstruction);
    case 'attitude': {
      const { section, quote } = remark;
      const value = {
        action: 'audit_fix',
        report: report.id,
        rule: 'whole/attitude',
        quote: quote.slice(0, 200),
        section,
        find: quote,
        put: '',
      };
      return [{ text: wholeWords.cutSentence, style: 'default', value }];
    }
    default:
      return [];
  }
}
