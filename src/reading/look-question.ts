// Looking at what is there: 这个数哪来的, 素材, 核对. Pure; a slot that cannot be told apart is left open.
import type { Command } from '../conversation/command.ts';
import { findMentions } from './mentions.ts';
import type { ReadRequest } from './port.ts';

const origin =
  /哪(?:儿|里|个|弄|找)?来的|从哪(?:儿|里)?来|(?:查|看|找)(?:一下|下)?.{0,20}(?:出处|来源|依据)|(?:的|数)?(?:出处|来源|依据)(?:是什么|是啥|呢|在哪)?$|(?:是)?谁(?:报|说|填|给|提供|记)的|怎么(?:来|算|得|算出来)的|(?:什么时候|哪天|啥时候)(?:报|说|记)的|(?:现在|目前|记的|报的)?(?:是|记了|报了|写了|填了)多少$/;
const whoTold = /^(?:是)?谁(?:给|来)?(?:报|说|填|给|提供|记|送)(?:了|过|的)?(?!的?$)/;
const materials =
  /^(?:看看?|查看|列出|列一下|打开)?(?:一下)?(?:现在)?(?:有)?(?:哪些|什么)?(?:的)?素材(?:库|列表|清单)?(?:有哪些|有什么|里有什么|有啥)?$/;
const checks =
  /^(?:看看?|查看|做个?|再)?(?:一下)?(?:核对|校对|勾稽|核校)(?:一下|一遍|结果|数据|数字)?$|^(?:数据|数字|数)(?:都)?(?:对得上|对得齐|对不对得上|对得起来)(?:吗|么|不|没)?$|^(?:数据|数字|数)(?:有没有|有)?(?:对不上|矛盾|问题|打架)(?:的|的吗|吗)?$|^(?:有没有|哪些|有哪些)(?:数|数字|地方)?(?:对不上|矛盾|打架)(?:的)?(?:数|数字|地方)?$/;

export function readLook(form: string, { report }: ReadRequest): Command | null {
  if (!report) return null;
  if (materials.test(form)) return { type: 'show_materials' };
  if (checks.test(form)) return { type: 'show_checks' };
  if (!origin.test(form) && !whoTold.test(form)) return null;
  const slots = [...new Set(findMentions(form, report.outline.slots).map(({ slot }) => slot.id))];
  const [slot] = slots;
  if (slot !== undefined && slots.length === 1) return { type: 'show_source', slot };
  // 这个数, 刚才那个: the one recorded last. Of two named, or something else named, it must not be guessed.
  const bare = form
    .replace(origin, '')
    .replace(/现在|目前|这|那|个|条|项|些|数字?|数据|刚才|刚刚|上面|上一|的|是|都|吗|[？?]/g, '');
  return slots.length === 0 && bare === '' ? { type: 'show_source' } : null;
}
