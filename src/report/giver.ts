// Whose words a fact rests on, for people to read: 国库科（李明）; 农业农村科（微信），王芳代录; 原话出自张三，10:22，国库科（李明）转发. Pure.
import type { Person, Source } from './fact.ts';
import { showSupplier } from './supply.ts';

/** China keeps one time zone, UTC+8. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** '' when nothing is known of who it was. */
export function giverOf({ by, office, from }: Pick<Source, 'by' | 'office' | 'from'>): string {
  const self = speaker(by, office);
  if (!from) return self;
  if (from.at === undefined) return self === '' ? from.name : `${from.name}，${self}代录`;
  const time = new Date(from.at + CHINA_OFFSET_MS).toISOString().slice(11, 16);
  return `原话出自${from.name === '' ? '一位同事' : from.name}，${time}，${self === '' ? '有人' : self}转发`;
}

function speaker(by: Person, office: string | undefined): string {
  return office === undefined ? by.name : showSupplier({ office, people: [by] });
}
