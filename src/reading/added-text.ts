// 第二章加一点，叫“…”，写：…: a part of one's own with what it says. Pure; changes no character of what follows the colon.
import type { EditCommand, Spot } from '../conversation/edit-command.ts';
import type { Outline } from '../report/outline.ts';

export interface Added {
  commands: EditCommand[];
  /** The whole message was it. */
  ranges: { start: number; end: number }[];
}

/** The words that hand over what the part says; all before them says where it goes and what it is called. */
const handing =
  /^([^\n]{4,80}?)[，,。；;、\s]*(?:里面|里|下面|具体)?(?:就)?(?:(?:这(?:样|么))?写(?:上|成|的是|如下|为)?|(?:具体)?(?:的)?(?:内容|正文)(?:就)?(?:写|是|为|如下)?)\s*(?:[：:]\s*|\n+\s*)(\S[\s\S]{5,})$/u;

/** `read`: the words before it as commands. */
export function readAdded(text: string, outline: Outline, read: (words: string) => EditCommand[]): Added | null {
  const [, head = '', body = ''] = handing.exec(text.trim()) ?? [];
  if (body === '') return null;
  const [one, another] = read(head);
  if (one?.type !== 'restructure' || another) return null;
  const { change } = one;
  if ((change.type !== 'add_point' && change.type !== 'add_chapter') || change.heading === '') return null;
  const spot = placeOfNew(change, outline);
  const own: EditCommand = { type: 'edit_text', edit: { type: 'take_text', text: body.trim(), spot } };
  return { commands: [one, own], ranges: [{ start: 0, end: text.length }] };
}

/** Of a chapter its first point or its last; beside a point the place next to it; else what was changed last. */
function placeOfNew(change: { type: string; side?: string; of?: Spot }, { chapters }: Outline): Spot {
  const { of, side } = change;
  const words = of?.words ?? '';
  if (change.type !== 'add_point' || of?.section === undefined || of.point !== undefined) return { words: '' };
  if (chapters.some(({ id }) => id === of.section))
    return { section: of.section, point: side === 'before' ? 1 : -1, words };
  for (const { id, points } of chapters) {
    const at = points.findIndex((point) => point.id === of.section);
    if (at >= 0) return { section: id, point: at + (side === 'before' ? 1 : 2), words };
  }
  return { words: '' };
}
