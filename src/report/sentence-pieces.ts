// A text with tokens cut into sentences, and put together again with its numbering mended. Changes no word.
import { inChinese } from './number-in-chinese.ts';
import { type Piece, parseTokens, writeTokens } from './token.ts';

export interface SentencePieces {
  pieces: Piece[];
  /** It begins a new paragraph. */
  paragraph: boolean;
}

const opening = '（(《“‘〔「『【[';
const closing = '）)》”’〕」』】]';

export function sentencesIn(text: string): SentencePieces[] {
  const sentences: SentencePieces[] = [];
  let now: SentencePieces = { pieces: [], paragraph: false };
  let depth = 0;
  const end = (paragraph: boolean): void => {
    if (now.pieces.length > 0) sentences.push(now);
    now = { pieces: [], paragraph: paragraph || (now.pieces.length === 0 && now.paragraph) };
    depth = 0;
  };
  for (const piece of parseTokens(text.trim())) {
    if (piece.type !== 'text') {
      now.pieces.push(piece);
      continue;
    }
    for (const char of piece.text) {
      if (char === '\n') {
        end(true);
        continue;
      }
      const last = now.pieces.at(-1);
      if (last?.type === 'text') last.text += char;
      else now.pieces.push({ type: 'text', text: char });
      if (opening.includes(char)) depth += 1;
      if (closing.includes(char)) depth = Math.max(0, depth - 1);
      if ('。！？'.includes(char) && depth === 0) end(false);
    }
  }
  end(false);
  return sentences;
}

const mark =
  /^(?:([一二三四五六七八九十]{1,3})是|第([一二三四五六七八九十]{1,3})，|（([一二三四五六七八九十]{1,3}|\d{1,2})）)/u;

/** 一是…。三是…。 becomes 一是…。二是…。: what stood between is no more. */
export function joinSentences(sentences: SentencePieces[]): string {
  const counts = new Map<string, number>();
  return sentences
    .map(({ pieces, paragraph }, at) => {
      const [first, ...rest] = pieces;
      const found = first?.type === 'text' ? mark.exec(first.text) : null;
      const kind = found ? (found[1] ? '是' : found[2] ? '第' : /\d/u.test(found[3] ?? '') ? '1' : '（') : '';
      const head = paragraph && at > 0 ? '\n' : '';
      if (!found || first?.type !== 'text') return head + writeTokens(pieces);
      const next = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, next);
      const number = kind === '1' ? String(next) : inChinese(next);
      const written = kind === '是' ? `${number}是` : kind === '第' ? `第${number}，` : `（${number}）`;
      return head + writeTokens([{ type: 'text', text: written + first.text.slice(found[0].length) }, ...rest]);
    })
    .join('');
}

/** Whether it cannot stand without the sentence before it. */
export function leansOnOther({ pieces }: SentencePieces): boolean {
  const [first] = pieces;
  return (
    first?.type === 'text' && /^(?:其中|这|对此|为此|由此|据此|上述|以上|同时|此外|并|也|还|他们|该)/u.test(first.text)
  );
}
