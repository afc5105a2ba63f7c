// 第三章第1点 别写过夜那个: one figure of a place is not to be printed. Pure; what it could mean twice is left alone.
import type { Command } from '../conversation/command.ts';
import { sectionsUnder } from '../report/outline.ts';
import { findPlace } from './place.ts';
import type { ReadRequest } from './port.ts';

const unwanted =
  /^(?:里面?|中)?的?[，,：:\s]*(?:就|先|请|都|那)*(?:别|不要|不用|不|甭)(?:再)?(?:写|提|放|出现)(.{2,12}?)(?:的?(?:那|这)(?:个|句|项|条)(?:数|话)?|的数|了|吧)*$/u;

export function readUnwanted(text: string, { report }: ReadRequest): Command | null {
  if (!report || text.length > 40) return null;
  const { outline, facts } = report;
  const said = text.trim().replace(/[。.！!]+$/u, '');
  const place = findPlace(said, outline);
  if (!place?.section || place.start > 1) return null;
  const name = unwanted.exec(said.slice(place.end))?.[1];
  if (name === undefined) return null;
  const sections = sectionsUnder(outline, place.section).map(({ id }) => id);
  const [slot, another] = outline.slots.filter(
    ({ id, section, label, keywords, derived }) =>
      !derived && sections.includes(section) && facts[id] && [label, ...keywords].some((one) => one.includes(name)),
  );
  if (!slot || another) return null;
  return { type: 'print', slots: [slot.id], wish: { type: 'omit' } };
}
