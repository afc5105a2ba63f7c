// The rules for an outline's title, headings and briefs. Reports every mistake; mends none.
import { parseTokens, tokensIn } from '../report/token.ts';
import { type Placed, placedSections, placedSlots } from './build-outline.ts';
import { noFigure, noToken } from './hard-coded.ts';
import type { AuthoredOutline, AuthoredSection } from './outline-schema.ts';
import type { Problem } from './problem.ts';

const ownNumber = /^(?:[一二三四五六七八九十]+(?:、|是)|（[一二三四五六七八九十]+）|\d+[.、）])/u;

export function checkWords(outline: AuthoredOutline): Problem[] {
  const sections = placedSections(outline);
  const chapters = outline.chapters.map((chapter, at) => ({
    text: chapter.heading,
    path: ['chapters', at, 'heading'],
  }));
  const points = sections.flatMap(({ part, path }) =>
    'heading' in part && typeof part.heading === 'string' ? [{ text: part.heading, path: [...path, 'heading'] }] : [],
  );
  return [
    ...checkTitle(outline),
    ...[...chapters, ...points].flatMap(({ text, path }) => checkHeading(text, path)),
    ...sections.flatMap(checkBrief),
  ];
}

function checkTitle(outline: AuthoredOutline): Problem[] {
  const path = ['title'];
  const names = placedSlots(outline).filter(({ part }) => part.type === 'name');
  const allowed = new Set(['year', ...names.map(({ part }) => part.id)]);
  const broken = parseTokens(outline.title).some((piece) => piece.type === 'malformed');
  return [
    ...tokensIn(outline.title)
      .filter((id) => !allowed.has(id))
      .map((id) => ({
        path,
        message: `the title may hold only {{year}} and name slots, and \`${id}\` is neither; write one of them instead`,
      })),
    ...(broken ? [{ path, message: 'the title holds a broken token; write it as {{year}}' }] : []),
    ...noFigure(outline.title, path, 'the title'),
  ];
}

function checkHeading(text: string, path: Problem['path']): Problem[] {
  if (ownNumber.test(text))
    return [{ path, message: 'the heading carries its own number; write it without one, numbers are added' }];
  const mark = /[。！？；，、：]$/u.test(text);
  return [
    ...noFigure(text, path, 'the heading'),
    ...noToken(text, path, 'a heading'),
    ...(mark ? [{ path, message: 'the heading ends in a punctuation mark; remove the mark' }] : []),
  ];
}

/** A brief is not printed, so 写成一段 may stand; but a digit in it would reach the model, which might copy it. */
function checkBrief({ part, path }: Placed<AuthoredSection>): Problem[] {
  const here = [...path, 'brief'];
  const digit = /[0-9０-９]/.test(part.brief);
  return [
    ...(digit ? [{ path: here, message: 'the brief holds a digit; write it in words or without' }] : []),
    ...noToken(part.brief, here, 'a brief'),
  ];
}
