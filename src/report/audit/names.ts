// Names and titles spelt in two ways within one text. Compares the text with itself only: which of the two is right, its author knows.
import { editDistance } from './edit-distance.ts';
import type { AuditFinding } from './finding.ts';
import { type AuditScene, findingAt, type SceneParagraph } from './scene.ts';
import { looksAlike, soundsAlike } from './sounds.ts';

interface Place {
  paragraph: SceneParagraph;
  start: number;
  end: number;
  text: string;
}

export function names(scene: AuditScene): AuditFinding[] {
  return [...titles(scene), ...partyBodies(scene), ...slips(scene)];
}

const NUMERALS = /[\d〇零一二三四五六七八九十上下]/gu;

/** 《…》 and long “…” with one or two characters between them. */
function titles(scene: AuditScene): AuditFinding[] {
  return (['《', '“'] as const).flatMap((mark) => {
    const places = placesOf(scene, mark === '《' ? /《([^《》]{5,60})》/gu : /“([^“”，。；]{4,30})”/gu);
    return pairs(places).flatMap(([one, other]) => {
      if (Math.abs(one.text.length - other.text.length) > 2) return [];
      const apart = turned(one.text, other.text) ? 1 : editDistance(one.text, other.text);
      const most = one.text.length >= 9 ? 2 : 1;
      if (one.text.length < 5 && !slipOf(one.text, other.text)) return [];
      if (apart === 0 || apart > most || one.text.replace(NUMERALS, '') === other.text.replace(NUMERALS, '')) return [];
      return [
        at(other, {
          rule: 'names/title',
          message: `“${other.text}”和前面的“${one.text}”只差一点，是同一个名称就写成一样。`,
          put: one.text,
        }),
      ];
    });
  });
}

const BODY = /([局厅院校处委办站]|公司|集团|街道|镇|乡|中心|医院|学校)党(组(?!织)|委(?!员))/gu;

/** 局党组 here and 局党委 there. 机关党委 is another body. */
function partyBodies(scene: AuditScene): AuditFinding[] {
  const places = placesOf(scene, BODY);
  return [...new Set(places.map(({ text }) => text))].flatMap((unit) => {
    const own = places.filter(({ text }) => text === unit);
    const of = (kind: string) =>
      own.filter(({ paragraph, start, end }) => paragraph.text.slice(start, end).endsWith(kind));
    const [group, committee] = [of('组'), of('委')];
    if (group.length === 0 || committee.length === 0) return [];
    const [most, least] = group.length >= committee.length ? ['组', committee] : ['委', group];
    const [right, wrong] = [`${unit}党${most}`, least as Place[]];
    return wrong.map((place) =>
      at(place, {
        rule: 'names/party_body',
        message: `这里写“${place.paragraph.text.slice(place.start, place.end)}”，别处写“${right}”，请统一。`,
        put: right,
      }),
    );
  });
}

/** Characters around a slip that must agree on each side. */
const CONTEXT = 2;
const PARTICLES =
  /[的地得了着过和与及是在再有又以已为我他她它你这那其之一二三四五六七八九十两几上下前后左右年月日个大小多少做作]/u;

/** The same characters around one that only sounds or looks alike: 清风万家 here, 清风万佳 there. */
function slips(scene: AuditScene): AuditFinding[] {
  const seen = new Map<string, Place[]>();
  for (const paragraph of scene.paragraphs) {
    const { text } = paragraph;
    for (let at = CONTEXT; at < text.length - CONTEXT; at++) {
      const stretch = text.slice(at - CONTEXT, at + CONTEXT + 1);
      if (!/^\p{Script=Han}{5}$/u.test(stretch)) continue;
      const key = `${stretch.slice(0, CONTEXT)}_${stretch.slice(CONTEXT + 1)}`;
      const place = { paragraph, start: at - CONTEXT, end: at + CONTEXT + 1, text: stretch };
      const list = seen.get(key);
      if (list) list.push(place);
      else seen.set(key, [place]);
    }
  }
  return [...seen.values()].flatMap((places) => {
    const [first] = places;
    const other = places.find(({ text }) => first && text !== first.text);
    if (!first || !other) return [];
    const [a, b] = [first.text.charAt(CONTEXT), other.text.charAt(CONTEXT)];
    if (PARTICLES.test(a) || PARTICLES.test(b) || !(soundsAlike(a, b) || looksAlike(a, b))) return [];
    const often = (text: string) => places.filter((place) => place.text === text).length;
    const [right, wrong] = often(first.text) >= often(other.text) ? [first, other] : [other, first];
    const message = `“${wrong.text}”和别处的“${right.text}”只差一个音形相近的字，请核对哪个对。`;
    return [at(wrong, { rule: 'names/one_character', message })];
  });
}

function placesOf(scene: AuditScene, pattern: RegExp): Place[] {
  return scene.paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(pattern)].map((match) => {
      const text = match[1] ?? match[0];
      const inside = match[0].indexOf(text);
      const whole = pattern === BODY;
      const start = whole ? match.index : match.index + inside;
      return { paragraph, start, end: whole ? start + match[0].length : start + text.length, text };
    }),
  );
}

/** Each differing text once, with the first place that is unlike it. */
function pairs(places: Place[]): [Place, Place][] {
  const distinct = [...new Map([...places].reverse().map((place) => [place.text, place] as const)).values()].reverse();
  return distinct.flatMap((other, i) => distinct.slice(0, i).map((one): [Place, Place] => [one, other]));
}

function at(place: Place, found: { rule: string; message: string; put?: string }): AuditFinding {
  return findingAt(place.paragraph, place.start, place.end, { severity: 'should', ...found });
}

/** The same characters in another order: “纵合横通” and “横通纵合”. */
const turned = (a: string, b: string): boolean =>
  a !== b && a.length === b.length && a.length >= 5 && [...a].sort().join('') === [...b].sort().join('');

/** Equal but for one character that sounds or looks alike. */
function slipOf(a: string, b: string): boolean {
  const at = [...a].flatMap((char, i) => (char === b.charAt(i) ? [] : [i]));
  const [i] = at;
  if (a.length !== b.length || at.length !== 1 || i === undefined) return false;
  return soundsAlike(a.charAt(i), b.charAt(i)) || looksAlike(a.charAt(i), b.charAt(i));
}
