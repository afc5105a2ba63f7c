// What may not stand directly beside a figure's token, because the token prints it itself: unit, scale, %, approximation, direction.

import type { Finding } from './finding.ts';
import { type Outline, slotOf } from './outline.ts';
import type { Piece } from './token.ts';

const units =
  '人次|个百分点|百分点|平方米|平方公里|公里|亿元|万元|万|亿|千|百|元|％|%|次|个|项|期|场|名|人|户|家|件|条|篇|份|处|所|座|亩|吨|倍|册|天|批|届|期次|场次|余|多|几|左右|以上|以下|上下|之多|许';
const after = new RegExp(`^(?:${units})`, 'u');
/** Ordinary nouns that merely begin like a unit: 23个|项目, 400余户|家庭. */
const nouns =
  /^(?:项目|场馆|场所|场地|家庭|家长|家属|个体|个案|个性|人员|人才|人大|人民|人群|人均|户外|户籍|户主|条例|期间|名单|名录|名师|名人|名列|所属|所有|处置|处理|处室|处于|处在|份额|件套|座谈|座位|天然|批复|批次|倍增|多元|多媒体|多功能|百姓|千家)/u;
const approximation =
  /(?:近|将近|接近|约|大约|约为|大概|超|超过|逾|突破|不少于|不低于|不足|至少|最多|至多|几乎|第|每)$/u;
const direction = /(?:增长|下降|增加|减少|上升|上涨|提高|提升|降低|回落|增幅|降幅|下滑|减)(?:了|至|到|为|约)?$/u;

export function besideTokens(pieces: Piece[], outline: Outline): Finding[] {
  return pieces.flatMap((piece, at): Finding[] => {
    if (piece.type !== 'token') return [];
    const slot = slotOf(outline, piece.slot);
    if (slot?.type !== 'figure') return [];
    const token = `{{${slot.id}}}`;
    const next = textAt(pieces, at + 1);
    const previous = textAt(pieces, at - 1);
    const unit = nouns.test(next)
      ? undefined
      : ([slot.unit, ...(slot.units ?? [])].find((one) => one && next.startsWith(one)) ?? after.exec(next)?.[0]);
    const word = approximation.exec(previous)?.[0] ?? direction.exec(previous)?.[0];
    return [
      ...(unit === undefined ? [] : [found(`${token}${unit}`, `${token} 自带单位和约数词，后面的“${unit}”要删去。`)]),
      ...(word === undefined ? [] : [found(`${word}${token}`, `${token} 自带约数词和增减词，前面的“${word}”要删去。`)]),
      ...(pieces[at + 1]?.type === 'token' && isFigure(pieces[at + 1], outline)
        ? [found(`${token}{{…}}`, `${token} 后面紧跟着另一个数，中间要有文字隔开。`)]
        : []),
    ];
  });
}

function textAt(pieces: Piece[], at: number): string {
  const piece = pieces[at];
  return piece?.type === 'text' ? piece.text : '';
}

function isFigure(piece: Piece | undefined, outline: Outline): boolean {
  return piece?.type === 'token' && slotOf(outline, piece.slot)?.type === 'figure';
}

const found = (quote: string, message: string): Finding => ({ code: 'beside_token', message, quote });
