// 合计口径不含留抵, 因为有个支部停了, 就这样: words that let a contradiction stand, put to the one they speak of. Never to another.
import { findFigures } from '../figures/index.ts';
import { type Slot, slotOf } from '../report/outline.ts';
import { answerItem } from './answer-question.ts';
import type { Reading } from './command.ts';
import { sharedPairs } from './new-slot.ts';
import type { Place } from './open-place.ts';
import { takeExplanation } from './settle.ts';
import { type Scene, say } from './turn.ts';
import { words } from './wording.ts';

const reasoning =
  /^(?:这个|那个|是|主要是?|有)*(?:因为|由于|缺|少|没搞|没开|没办|口径|停了?|统计口径|范围不|不含|不包括|不包含)/u;
const anyReason = /因为|由于|口径|不含|不包括|不包含|没搞|没开|缺了?[一二两几个\d]|停了/u;
const wavedThrough =
  /^(?:那?就这样(?:写|报|吧|了|定)*|就这么(?:写|定|报)(?:吧|了)?|(?:都)?(?:不用|不必|不|别)(?:再)?改(?:了|动)?|(?:数)?没(?:有)?(?:问题|错|毛病)|(?:统计)?口径(?:就是)?(?:不同|不一样|不一致)(?:就这样)?|不用管(?:了|它)?)$/u;
const digits = '零一二三四五六七八九十';
const ordinal = /^第?([一二两三四五六七八\d])(?:个|处|条|项)(?:数|的|是)?[，,、：:\s]*(.+)$/u;

/** Whether these words let an open contradiction stand; which one they mean is asked when it is not clear. */
export function byExplanation(scene: Scene, open: Place[], said: string, { facts, asks, commands }: Reading): boolean {
  const checks = open.filter(({ item }) => item.ask.type === 'check');
  const [only, another] = checks;
  if (!only || /[?？吗呢]$|多少|什么/u.test(said)) return false;
  const [, number = '', rest = ''] = ordinal.exec(said) ?? [];
  if (rest !== '' && (isWaved(rest) || anyReason.test(rest))) return byNumber(scene, open, number, rest);
  if (isWaved(said)) {
    // What else stands on the card, or was asked since, may be what is meant.
    if (!isJustAsked(scene, open, only)) return false;
    const asked = open.filter(({ question, item }) => question === only.question && item.ask.type !== 'provenance');
    if (asked.length !== checks.filter(({ question }) => question === only.question).length) return false;
    return another ? sayWhich(scene, checks) : letStand(scene, only, '');
  }
  if (facts.length + commands.length > 0) return false;
  // 缺了一次，7月防汛 tells a number, but of why: taken for that only where nothing else can be meant.
  if (asks.length > 0 || findFigures(said).length > 0) {
    const why = reasoning.test(said) || /(?:没搞|没开|没办|停)了?$/u.test(said);
    const here = checkMeant(scene, checks, said) === only || !namesSlot(scene, said);
    return why && !another && here && letStand(scene, only, said);
  }
  const meant = checkMeant(scene, checks, said);
  if (meant) return letStand(scene, meant, said);
  if (!reasoning.test(said) && !anyReason.test(said)) return false;
  if (!another && reasoning.test(said) && !namesSlot(scene, said)) return letStand(scene, only, said);
  return sayWhich(scene, checks);
}

/** Words said when the explanation of one contradiction was asked for, but about another slot than its own. */
export function isAboutAnother({ outline }: Scene, slots: string[], said: string): boolean {
  const here = Math.max(0, ...slots.map((id) => closeness(slotOf(outline, id), said)));
  return here === 0 && namesSlot({ outline }, said);
}

const isWaved = (said: string): boolean => wavedThrough.test(said.replace(/[，,、\s]/gu, ''));

/** Whether a word that names nothing can only be about this card: nothing else was asked after it. */
export function isJustAsked({ turn }: Scene, [newest]: Place[], { question }: Place): boolean {
  const { asked } = turn.state;
  return (asked === null || asked.type === 'asks') && newest?.question === question;
}

/** 第二个: as counted on the card, or among the contradictions. */
function byNumber(scene: Scene, open: Place[], number: string, rest: string): boolean {
  const checks = open.filter(({ item }) => item.ask.type === 'check');
  const nth = number === '两' ? 2 : digits.includes(number) ? digits.indexOf(number) : Number(number);
  const shown = checks[0]?.question.items ?? [];
  const place = checks.find(({ item }) => item === shown[nth - 1]) ?? checks[nth - 1];
  return place ? letStand(scene, place, isWaved(rest) ? '' : rest) : sayWhich(scene, checks);
}

/** The one with whose figures these words have most in common, unless they speak of another slot more. */
function checkMeant({ outline }: Scene, checks: Place[], said: string): Place | undefined {
  const nearness = (ids: string[]): number[] => ids.map((id) => closeness(slotOf(outline, id), said));
  const scored = checks
    .map((place) => {
      const each = place.item.ask.type === 'check' ? nearness(place.item.ask.slots) : [];
      return { place, best: Math.max(0, ...each), sum: each.reduce((a, b) => a + b, 0) };
    })
    .sort((a, b) => b.best - a.best || b.sum - a.sum);
  const [first] = scored;
  const elsewhere = Math.max(0, ...outline.slots.map((slot) => closeness(slot, said)));
  return first && first.best > 0 && first.best >= elsewhere ? first.place : undefined;
}

/** How much of one of a slot's own names stands in these words: all of a short one, or two pairs of a long one. */
function closeness(slot: Slot | undefined, said: string): number {
  if (!slot) return 0;
  const each = [slot.label, ...slot.keywords].map((name) => {
    const shared = sharedPairs(name, said);
    return shared >= 2 || (shared > 0 && said.includes(name)) ? shared : 0;
  });
  return Math.max(0, ...each);
}

function namesSlot({ outline }: Pick<Scene, 'outline'>, said: string): boolean {
  return outline.slots.some((slot) => closeness(slot, said) > 0);
}

function letStand(scene: Scene, { question, at, item }: Place, why: string): boolean {
  const choice = item.choices.findIndex(({ deed }) => deed.type === 'settle' && deed.decision === 'explained');
  if (choice < 0) return false;
  const silent = why !== '';
  if (!answerItem(scene, question, at, choice + 1, silent) || !silent) return true;
  say(scene.turn, takeExplanation(scene, why) ?? words.left);
  return true;
}

function sayWhich(scene: Scene, checks: Place[]): true {
  say(scene.turn, words.whichCheck(checks.map(({ item }) => item.text.split('\n')[0] ?? '')));
  return true;
}
