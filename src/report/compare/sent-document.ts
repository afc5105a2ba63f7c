// A document as it was sent, cut into the parts it was made of: what a file that comes back is compared with. Pure.
import { type Assembly, assemble } from '../assemble.ts';
import type { Paragraph } from '../document.ts';
import { type Section, sectionsOf } from '../outline.ts';
import { textOf, undrafted } from '../render.ts';
import { cutMark } from './read-marks.ts';

/** A section as printed, without its number. */
export interface SentSection {
  id: string;
  kind: Section['kind'];
  /** '' for opening and closing. */
  chapter: string;
  heading: string;
  /** One line per paragraph, without number and heading. */
  text: string;
  /** It stood there as not drafted yet. */
  empty: boolean;
}

export interface SentDocument {
  title: string;
  chapters: { id: string; heading: string }[];
  /** In reading order; those that printed nothing are not among them. */
  sections: SentSection[];
  signature: { name: string; date: string };
}

export function sentDocument(assembly: Assembly): SentDocument {
  const document = assemble(assembly);
  const inChapters = document.chapters.flatMap((chapter) =>
    chapter.paragraphs.map((paragraph) => ({ paragraph, chapter: chapter.id })),
  );
  const all = [
    ...document.opening.map((paragraph) => ({ paragraph, chapter: '' })),
    ...inChapters,
    ...document.closing.map((paragraph) => ({ paragraph, chapter: '' })),
  ];
  const sections = sectionsOf(assembly.outline).flatMap((section): SentSection[] => {
    const own = all.filter(({ paragraph }) => paragraph.section === section.id);
    const [first] = own;
    return first
      ? [
          sentSection(
            section,
            first.chapter,
            own.map((one) => one.paragraph),
          ),
        ]
      : [];
  });
  return {
    title: document.title.replaceAll('\n', ''),
    chapters: document.chapters.map(({ id, heading }) => ({ id, heading: cutMark(heading).rest })),
    sections,
    signature: document.signature,
  };
}

function sentSection({ id, kind, heading }: Section, chapter: string, paragraphs: Paragraph[]): SentSection {
  const lines = paragraphs.map(({ spans }) => textOf(spans));
  const [first = '', ...others] = lines;
  // Only a point is numbered by us: elsewhere 一是 is a word of the text.
  const bare = kind === 'point' ? withoutHeading(cutMark(first).rest, heading) : first;
  return {
    ...{ id, kind, chapter, heading },
    text: [bare, ...others].join('\n'),
    empty: lines.join('').includes(undrafted.text),
  };
}

/** Said in its own words where it does not begin with the heading as we print it. */
export function withoutHeading(text: string, heading: string): string {
  if (heading === '' || !text.startsWith(`${heading}。`)) return text;
  const rest = text.slice(heading.length + 1).trimStart();
  // The heading twice: left as it is, it is printed as it is.
  return rest.startsWith(heading) || rest === '' ? text : rest;
}
