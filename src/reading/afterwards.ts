// What is said after a number and speaks of it again: 这个数还不太准, 以上是去年的, 是吗？ Pure; each makes the numbers before it a question.
import type { Slot } from '../report/outline.ts';
import { shiftIn } from './shifts.ts';
import { unexplained, wordsOf } from './unexplained.ts';

const cut = /[，,；;。！!？?\n（()）]/;
const unsure =
  /不(?:太|是很|很|一定|敢)?(?:准|确定|肯定|把握|保证|清楚)|没(?:有)?(?:把握|核|最后定|定下来|定稿|最终)|拿不准|说不准|记不清|吃不准|待(?:核|定|确认)|存疑|(?:再|还要|需要?|得)(?:去)?(?:再)?(?:核|确认|查|问)|可能(?:有误|不对|不准)|好像|大概|估(?:计|的|算)|印象|瞎|随口|先(?:这么|这样)?(?:写|填|放|占)|内部(?:数|掌握|使用)/;
const unwritten =
  /^(?:这|那|个|条|项|数|先|但|不过|请|就|都|可|千万)*(?:别|不要|不用|不能|不便|不宜|不)(?:写|记|报|用|往外|往里|对外|公开)/;
const past =
  /(?:是|为|算|属于?)(?:[^，。；]{0,4})(?:去年|上年|往年|前年|上一年|老数|旧数|以前的)|(?:去年|上年|往年|前年)的(?:数|情况)?$/;
const planned = /(?:是|为|算)(?:[^，。；]{0,4})(?:计划|目标|预计|预算|任务|指标|要求)/;
/** These go on about the number; anything else is another matter. */
const about =
  /^(?:[（(]?)(?:这|那|以上|上述|上面|前面|都|均|全|也|但|不过|就|只|仅|其实|个|些|两|几|数|据|里|中|,|，|\s)*(?:是|为|算|指|属|截至?|截止|含|包括|不含|不包括|包含|口径|扣除|剔除)/;
const all = /以上|上述|上面|前面|都|均|全是|这些|这几|两个|几个/;

/**
 * Why the numbers before must be asked about, '' for no reason, and whether all of them or only the last. `words`: from the
 * last figure's clause to the end of the sentence; `mark`: the character that ends it.
 */
export function disowned(words: string, mark: string, slot: Slot, year: number): { reason: string; all: boolean } {
  // 还差哪些？ asks about something else
  const other = /(?:哪|什么|啥|怎么|谁|还差|还缺|多少)[^，。]*$/.test(words.replace(/[，\s]+$/, ''));
  if (/[?？]/.test(mark) && !other) return { reason: '您是在问，还是就按这个数记？', all: true };
  for (const clause of words.split(cut)) {
    if (clause === '') continue;
    const every = all.test(clause);
    if (/(?:吗|对吧|是吧|对不对|是不是|行吗|好吗)$/.test(clause.trim()))
      return { reason: '您是在问，还是就按这个数记？', all: true };
    if (/^(?:这个?)?(?:我)?(?:刚才|刚刚)?(?:打|写|说|报|记|搞|填)错了?$/.test(clause.trim()))
      return { reason: '您说报错了，应该是多少？', all: every };
    if (unsure.test(clause)) return { reason: '听起来还没定准，请给准数，或确认就按这个写', all: every };
    if (unwritten.test(clause)) return { reason: '您说不写进稿子，要记下来吗？', all: every };
    if (past.test(clause)) return { reason: '听起来是往年的数，今年是多少？', all: every };
    if (planned.test(clause)) return { reason: '听起来是计划或目标数，是实际完成的吗？', all: every };
    if (!about.test(clause)) continue;
    const shift = shiftIn(clause, slot);
    const [strange] = shift ? [shift.word] : unexplained(clause, `${wordsOf(slot)}\n包括\n包含\n含\n口径`, year);
    if (strange) return { reason: `话里还有“${strange}”，这个数要的是合计，对吗？`, all: every };
  }
  return { reason: '', all: false };
}
