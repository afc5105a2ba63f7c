// 第四章整个不要, 我们不是财政局: a whole chapter or point taken out, said as people say it. Pure; with other words in it, it is left alone.
import type { Command } from '../conversation/command.ts';
import { findPlace } from './place.ts';
import type { ReadRequest } from './port.ts';

const refusing =
  /^(?:那|就|把|将|这个?|我们?)*(?:(?:不要|不写|不用写|不需要|用不着)\s*P|P\s*(?:这一?[章点部分块]+)?(?:我们?|这个?|就|也|都|整个|整章|全部?)*(?:不要|不写|不用写?|不需要|用不着|用不上))(?:了|吧|啊|哈)*$/u;
/** Why: it names what the unit is or has not, and nothing to be done. */
const because =
  /^(?:因为)?(?:我们|我局|我单位|本局|单位|咱们?|这个?|那)?(?:又|也|根本)?(?:不是|没有|不涉及|不管|不负责|不搞|没)[\p{Script=Han}]{1,12}$/u;

export function readRefusedPart(text: string, { report }: ReadRequest): Command | null {
  if (!report || text.length > 40) return null;
  const [first = '', ...others] = text
    .trim()
    .split(/[，,。；;！!\s]+/u)
    .filter((one) => one !== '');
  if (!others.every((one) => because.test(one))) return null;
  const place = findPlace(first, report.outline);
  // by its number only: a name may be that of a figure
  if (!place?.section || !/第.{1,3}[章节点部]/u.test(first.slice(place.start, place.end))) return null;
  if (!refusing.test(`${first.slice(0, place.start)}P${first.slice(place.end)}`)) return null;
  const spot = { section: place.section, words: first.slice(place.start, place.end) };
  return { type: 'restructure', change: { type: 'remove', spots: [spot] } };
}
