// What a rewriting wish asks for and the material does not hold, said plainly with what to tell.
import { lackOf } from '../report/lacking.ts';

const SHOWN = 4;

/** '' when nothing is lacking. `current`: the text that stands. */
export function lackingFor(wish: string, standing: Parameters<typeof lackOf>[1]): string {
  const lack = lackOf(wish, standing);
  if (!lack) return '';
  if (lack.type === 'topic') return `手里没有“${lack.topic}”的材料，没有编。有什么具体的事告诉我，我再写进去。`;
  const more = '本人还做了什么，告诉我（比如“我……”），我再写进去。';
  const { used } = lack;
  if (used.length === 0) return `手里没有写明是本人做的事，没有编。${more}`;
  return `手里写明是本人做的只有${used.slice(0, SHOWN).join('、')}${used.length > SHOWN ? '等' : ''}，只用了这些。${more}`;
}
