// A text pasted to take the place of one that stands: 这段换成：…; 局长改的：…. Pure; changes no character of it, and leaves the place to decide.
import type { EditCommand } from '../conversation/edit-command.ts';

const who = '(?:局长|主任|书记|领导|主要领导|分管领导|我们?|他)';
const this_ = '(?:这|那|上面(?:这|那)?|刚才(?:这|那)?)(?:一)?(?:小?段|小?节|条|点)(?:话|文字|稿子)?';
const changing = '(?:换成|换为|改成|改为|替换成|替换为|写成|用)';
const what = `(?:了|成|为|下面|以下|如下|这|那|${who}(?:写|改|定)的|一|样|个|段|句|话|文字|内容|的)*`;
const heads = [
  `(?:把|将)?${this_}(?:就|直接|都|还是|全部?)*${changing}${what}`,
  `(?:就|直接|还是)*${changing}(?:成|为)?(?:下面|以下|如下|这|${who}(?:写|改)的)${what}`,
  `${who}(?:亲自|亲手|自己)?(?:把|将)?(?:${this_}|它)?(?:都|又|重新)*(?:改|写|定|调)(?:成|好|定)?(?:的|了|过的?|过了)(?:一|这|下|是|段|稿|版|文字|内容)*`,
  `${this_}(?:是)?${who}(?:亲自|亲手|自己|重新)*(?:改|写)(?:成|好)?(?:的|了|过的?|过了)?(?:一|这|下|是|段|版)*`,
].map((head) => new RegExp(`^(?:@\\S+\\s*|请|麻烦|帮我|那就?)*${head}$`, 'u'));

/** Said of words that are to stay as they are; verbatim.ts takes those. */
const stays = /一个?字|半个字|一字不|原话|照抄|原样|逐字|(?:别|不要)(?:给我)?润色/u;

export function readPastedText(text: string): EditCommand | null {
  const hit = /^([^：:\n]{2,30})[：:\n]\s*([\s\S]+)$/u.exec(text.trim());
  const [, head = '', said = ''] = hit ?? [];
  const body = said.trim().replace(/^“([\s\S]+)”$/u, '$1');
  if (!heads.some((one) => one.test(head.trim())) || !isProse(body) || stays.test(text)) return null;
  return { type: 'edit_text', edit: { type: 'take_text', text: body, spot: { words: '' } } };
}

/** Sentences, not a wish about them. */
function isProse(body: string): boolean {
  return (
    [...body].length >= 15 &&
    /[。；]/u.test(body) &&
    !/^(?:更|再|短|长|突出|精|简|少|多写|不要|别|口语|正式)/u.test(body)
  );
}
