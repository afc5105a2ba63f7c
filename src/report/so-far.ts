// A draft that is still being written, as people may look at it: nothing of a token, no figure but a fact's. Never kept.
import { assemble } from './assemble.ts';
import type { Span } from './document.ts';
import type { Facts } from './fact.ts';
import type { Outline } from './outline.ts';
import { textOf } from './render.ts';
import { wholeTokens } from './token.ts';

interface SoFar {
  outline: Outline;
  year: number;
  facts: Facts;
  /** What there is of each section, with tokens; the last may break off within one. Hidden figures stand as ⟦…⟧. */
  texts: Record<string, string>;
}

/** Stands for what may not be shown yet. */
const gap = '……';

/** Only sections with a text, one paragraph a line; '' when there is none. */
export function textSoFar({ texts, ...context }: SoFar): string {
  const whole = Object.entries(texts)
    .map(([id, text]) => [id, wholeTokens(text)] as const)
    .filter(([, text]) => text.trim() !== '');
  const document = assemble({ ...context, texts: Object.fromEntries(whole) });
  const begun = new Set(whole.map(([id]) => id));
  return [document.opening, ...document.chapters.map((chapter) => chapter.paragraphs), document.closing]
    .flat()
    .filter(({ section }) => begun.has(section))
    .map(({ spans }) => textOf(spans.map((span) => ({ ...span, text: isBroken(span) ? gap : shown(span) }))))
    .join('\n');
}

function shown({ from, text }: Span): string {
  return from === 'fact' ? text : text.replace(/⟦[^⟦⟧]*⟧?/gu, gap);
}

/** A token that names nothing: the writer is asked again, and nobody need see it. */
function isBroken({ from, text }: Span): boolean {
  return from === 'missing' && text.startsWith('〔待核');
}
