// A paragraph pasted to stand word for word: 第二章第1点就用我这段，一个字别动：…. Pure; changes no character of what was pasted.
import type { EditCommand, Spot } from '../conversation/edit-command.ts';
import type { Outline } from '../report/outline.ts';
import { splitClauses } from './clauses.ts';
import { shieldQuotes } from './quotes.ts';
import { readSpots } from './spots.ts';

/** Said only of words that are to stay as they are. */
const strict =
  /(?:一个?字|半个字|标点)(?:都|也)?(?:别|不要?|不能|不许|不准|莫|不)(?:给我|再)?(?:动|改|差|易|落)|(?:照|原样|逐字|原封不动|一字不[动改差落]|一字不易)(?:地)?(?:抄|录|搬|写|用|放)?|原文(?:照|就)(?:用|搬|写|登)|(?:别|不要)(?:给我)?(?:润色|改动|加工)|用我的?(?:下面|这)?(?:这)?(?:一)?(?:段|些)?(?:原话|话|文字|原文)|原话/u;
/** 这样写，不要动：… means the same only where the words follow at once: 第三章不要动 under a message is no handing over. */
const untouched = /(?:别|不要|不许|不准|不能|勿)(?:再|给我)?(?:动|改)(?:它|了|啊)?\s*$/u;
const handing =
  /就?(?:用|按|照|换成|替换成|替换为|改成|改为|写成|写|放)(?:我)?(?:的)?(?:下面|以下|如下|这|后面)(?:的)?(?:这)?(?:一)?(?:段|样|些|句|个)?(?:话|文字|内容|原话|写|来|的|替换|换掉)*|(?:就)?(?:用|换成|替换成|替换为)$/u;
/** A clause, line or bracket at the end that says nothing but that the words stay. */
const tail =
  /[\s。；;，,（(]*(?:(?:以上|这段|上面|这些)?(?:请|要|务必|都|就|必须)*(?:一个?字|半个字|标点)(?:都|也)?(?:别|不要?|不能|不许|不准|莫)(?:给我|再)?(?:动|改|落)(?:它|啊|哈|了)?|一字不[动改差落]|照抄(?:就行|即可|吧)?|原样(?:照)?(?:写|用|放|抄|照搬)(?:就行|即可|吧)?|(?:别|不要)(?:给我)?(?:润色|改动|加工)(?:它)?|原话(?:照用)?|逐字照?(?:抄|录))[\s。！!）)]*$/u;

/** 第三章第2点改成：…: whole sentences after it are the words themselves, not a wish about them. */
const changing = /(?:改成|改为|换成|换为|写成|替换成|替换为)\s*$/u;
const leastBody = 8;

export interface Pasted {
  command: EditCommand;
  /** Stretches of the message that were it. */
  ranges: { start: number; end: number }[];
}

export function readVerbatim(text: string, outline: Outline): Pasted | null {
  return headed(text, outline) ?? footed(text, outline) ?? inQuotes(text, outline);
}

/** 第二章第1点就用这段：…; the words begin after the first colon or line break. */
function headed(text: string, outline: Outline): Pasted | null {
  const cut = /[：:\n]/u.exec(text)?.index ?? -1;
  const head = cut < 0 ? text : text.slice(0, cut);
  const body = cut < 0 ? '' : text.slice(cut + 1);
  if (head.length > 80) return null;
  const stays = strict.test(head) || tail.test(body) || (cut > 0 && untouched.test(head));
  const changed = cut > 0 && changing.test(head) && isProse(clean(body));
  const hit = placeIn(head, outline, stays || changed);
  if (!hit || !(stays || changed || hit.handing) || (changed && hit.spot.words === '' && !stays)) return null;
  // 第二章用哪段？ asks; only the plain words that hand something over may go without any
  if (clean(body).length < leastBody) {
    if (clean(body) !== '' || !strict.test(head) || !/原话|下面|这段|以下/u.test(head) || /[?？吗]/u.test(text))
      return null;
    return { command: taking('', hit.spot), ranges: hit.ranges };
  }
  return { command: taking(clean(body), hit.spot), ranges: [...hit.ranges, { start: cut, end: text.length }] };
}

/** A short one is a sentence where it ends as one and wishes nothing of how it is written. */
const isSentence = (body: string): boolean =>
  [...body].length >= 15 || (/[。！]$/u.test(body) && !/一点|一?些|点。|短|长|语气|口吻|风格|正式|通顺/u.test(body));
const isProse = (body: string): boolean =>
  isSentence(body) && /[。；]/u.test(body) && !/^(?:更|再|短|长|突出|精|简|少|多写|不要|别|口语|正式)/u.test(body);

/** …\n这段放在第二章第1点，一个字别动 */
function footed(text: string, outline: Outline): Pasted | null {
  const trimmed = text.trimEnd();
  const cut = trimmed.lastIndexOf('\n');
  const foot = trimmed.slice(cut + 1);
  if (cut < 0 || foot.length > 60 || !strict.test(foot)) return null;
  const hit = placeIn(
    foot.replace(/^(?:以上|上面|这)(?:这)?(?:一)?(?:段|些)?(?:话|文字)?/u, (words) => ' '.repeat(words.length)),
    outline,
    true,
  );
  const body = clean(trimmed.slice(0, cut));
  if (!hit || hit.spot.words === '' || body.length < leastBody) return null;
  return { command: taking(body, hit.spot), ranges: [{ start: 0, end: text.length }] };
}

/** 第二章第1点用“…”，一个字别动 */
function inQuotes(text: string, outline: Outline): Pasted | null {
  const { text: shielded, open } = shieldQuotes(text);
  const quoted = [...shielded.matchAll(/[\uE001-\uE0FF]\uE000*/gu)];
  const [only, another] = quoted;
  if (!only || another || !strict.test(shielded)) return null;
  const hit = placeIn(shielded.slice(0, only.index), outline, true);
  const body = open(only[0]);
  if (!hit || hit.spot.words === '' || body.length < leastBody) return null;
  return { command: taking(body, hit.spot), ranges: [{ start: hit.ranges[0]?.start ?? 0, end: text.length }] };
}

const taking = (text: string, spot: Spot): EditCommand => ({
  type: 'edit_text',
  edit: { type: 'take_text', text, spot },
});

function clean(body: string): string {
  const bare = body.replace(tail, (end) => (/^[。；]/u.test(end) ? end.charAt(0) : '')).trim();
  const { text, open } = shieldQuotes(bare);
  return /^[\uE001-\uE0FF]\uE000*$/u.test(text) ? open(text).trim() : bare;
}

interface Found {
  spot: Spot;
  handing: boolean;
  ranges: { start: number; end: number }[];
}

/** The clause of the head that names the place; clauses that only say that the words stay belong to it. */
function placeIn(head: string, outline: Outline, stays: boolean): Found | null {
  const clauses = splitClauses(head);
  const saying = clauses.filter(
    ({ text }) => strict.test(text) || handing.test(text) || (stays && untouched.test(text)),
  );
  for (const clause of clauses) {
    const lead =
      /^\s*(?:我(?:要|想)?改(?:一下)?|改(?:一下)?|修改|请|再|那就?|就|把|将|给|在|放在|放到|放|这段|用于|替换)*/u.exec(
        clause.text,
      )?.[0].length ?? 0;
    const words = clause.text.slice(lead);
    for (let end = words.length; end >= 2; end--) {
      const spots = readSpots(words.slice(0, end), outline, (one) => one);
      const [spot, more] = spots ?? [];
      if (!spot || more || spot.section === 'all') continue;
      const after = words.slice(end);
      const follows =
        /^(?:这里|那里|这块|那块|这段|那段|的?内容|的?文字|的)?\s*(?:就|都|直接|全部?|整段|整个|先|还是|请|要)*(?:(?:我们?|局长|主任|书记|领导)?(?:已经?|都|刚|重新)*(?:用|照|按|换|替|改|写|放|抄|是|原)|这(?:样|么)(?:写|改)|$|里|中)/u.test(
          after,
        );
      if (!follows) continue;
      const handed = handing.test(after) || saying.length > 0;
      const ranges = [clause, ...saying].map(({ start, end: stop }) => ({ start, end: stop }));
      return { spot, handing: handed, ranges };
    }
  }
  // 这段话一个字别动：… said of no place: decide knows what was talked about.
  if (!stays || saying.length === 0 || !/原话|这段|下面|以下/u.test(head)) return null;
  const named = /^(?:请|把|将|在|那)*(.{2,12}?)(?:就|都|直接)?(?:用|照|按|换成)/u.exec(
    saying[0]?.text.trim() ?? '',
  )?.[1];
  const spot = { words: named === undefined || /^(?:这|那|下面|以下|就)/u.test(named) ? '' : named };
  return { spot, handing: true, ranges: saying.map(({ start, end }) => ({ start, end })) };
}
