// A card of ours → cards of the platform (JSON 2.0). Never refused and nothing lost: what is too much for one card goes on
// in a second. Words of people stand in plain_text, where nothing is parsed, or escaped to the last sign (marked-text.ts).
import { createHash } from 'node:crypto';
import type { Block, Card } from '../conversation/card.ts';
import { buttonRows } from './card-buttons.ts';
import { calling, divider, type Element, fold, isBlank, plainText, row, rowLine, text } from './card-elements.ts';
import { createFormRenderer } from './card-form.ts';
import { group, shorten, weigh } from './card-size.ts';
import type { JsonObject } from './json.ts';
import { markedElements } from './marked-text.ts';
import { splitText } from './split-text.ts';

/** The platform's: 30 KB and 200 elements; its way of counting is not published, so some is left. */
const maxBytes = 27_500;
const maxTags = 180;
/** Of one part of a card, so that several fit. */
const maxPartBytes = 18_000;
const maxPartTags = 120;
/** In characters. One element's text; a header's title (4 lines on a phone). */
const maxText = 1500;
const maxTitle = 80;
/** Panels in panels beyond this are written out: containers may stand 5 deep, columns included. */
const maxFolds = 2;

type RowStyle = 'columns' | 'lines';

/** At least one card. The first keeps the title; the others say which they are. */
export function renderCards(card: Card): JsonObject[] {
  const wide = pack(card, 'columns');
  const pages = wide.length === 1 ? wide : pack(card, 'lines');
  return pages.map((elements, page) => envelope(card, elements, page === 0 ? '' : `（${page + 1}/${pages.length}）`));
}

/** As it stands in the header; needed to find a card again in the history. */
export function cardTitle(title: string): string {
  const clean = title.trim() === '' ? '执笔' : title.toWellFormed();
  return shorten(clean, maxTitle);
}

function envelope(card: Card, elements: Element[], page: string): JsonObject {
  const subtitle = card.subtitle ?? '';
  return {
    schema: '2.0',
    config: { update_multi: true },
    header: {
      title: plainText(cardTitle(card.title) + page),
      ...(isBlank(subtitle) ? {} : { subtitle: plainText(shorten(subtitle.toWellFormed(), maxTitle)) }),
      template: card.tone,
    },
    body: { elements },
  };
}

function pack(card: Card, rows: RowStyle): Element[][] {
  const stamp = createHash('sha256').update(JSON.stringify(card)).digest('hex').slice(0, 6);
  const forms = createFormRenderer(stamp, { bytes: maxPartBytes, tags: maxPartTags }, maxText);
  const cut = [card.title, card.subtitle ?? ''].filter((part) => part.length > maxTitle);
  const elements = [
    ...cut.flatMap((part) => textElements({ type: 'text', text: part, tone: 'muted' })),
    ...render(card.blocks, 0),
  ];
  const room = maxBytes - weigh(envelope(card, [], '（99/99）')).bytes;
  const pages = group(elements, { bytes: room, tags: maxTags - 4 });
  return pages.length === 0 ? [[text(cardTitle(card.title))]] : pages;

  function render(blocks: Block[], depth: number): Element[] {
    return blocks.flatMap((block) => renderBlock(block, depth));
  }

  function renderBlock(block: Block, depth: number): Element[] {
    switch (block.type) {
      case 'text':
        return textElements(block);
      case 'marked':
        return markedElements(block.pieces, maxText);
      case 'rows':
        return block.rows.flatMap((one) => {
          const long = one.label.length > 200 || one.value.length > maxText - 200;
          if (!long) return [rows === 'columns' ? row(one) : rowLine(one)];
          const tone = one.tone ?? 'plain';
          return textElements({ type: 'text', text: `${one.label}：${one.value}`, tone });
        });
      case 'divider':
        return [divider()];
      case 'buttons':
        return buttonRows(block.buttons, (said) => textElements({ type: 'text', text: said }));
      case 'form':
        return forms(block);
      case 'fold':
        return renderFold(block, depth);
    }
  }

  /** Forms may not stand in a panel and follow it. What is too big for one panel goes on in the next. */
  function renderFold({ title, open, blocks }: Extract<Block, { type: 'fold' }>, depth: number): Element[] {
    const inner = render(
      blocks.filter((block) => !holdsForm(block)),
      depth + 1,
    );
    const after = render(blocks.filter(holdsForm), depth);
    const heading = isBlank(title) ? '详情' : title;
    if (depth >= maxFolds || heading.length > maxTitle || inner.length === 0) {
      return [...textElements({ type: 'text', text: heading, bold: true }), ...inner, ...after];
    }
    const share = depth === 0 ? 1 : 2;
    const parts = group(inner, { bytes: maxPartBytes / share, tags: maxPartTags / share });
    const panels = parts.map((part, nth) => fold(nth === 0 ? heading : `${heading}（续${nth}）`, open === true, part));
    return [...panels, ...after];
  }
}

function holdsForm(block: Block): boolean {
  return block.type === 'form' || (block.type === 'fold' && block.blocks.some(holdsForm));
}

function textElements(block: Extract<Block, { type: 'text' }>): Element[] {
  const called = calling((block.mentions ?? []).map((one) => one.id));
  if (isBlank(block.text)) return called;
  const said = splitText(block.text.toWellFormed(), maxText)
    .filter((part) => !isBlank(part))
    .map((part) => text(part, block.tone, block.bold));
  return [...called, ...said];
}
