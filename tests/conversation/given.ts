// given(…).when(…).sees(…): plays events through decide and tells what a person would see. Keeps side values as a store would.
import type { Block, Button, Card, CardValue } from '../../src/conversation/card.ts';
import type { Reading } from '../../src/conversation/command.ts';
import { decide, emptyReading, neededValues, type Toast } from '../../src/conversation/decide.ts';
import type { Effect, EffectType } from '../../src/conversation/effect.ts';
import type { Chat, Event, SectionDrafted } from '../../src/conversation/event.ts';
import type { State } from '../../src/conversation/state.ts';
import { readFields } from '../../src/reading/read-field.ts';
import type { Audit } from '../../src/report/audit/audit.ts';
import type { Person } from '../../src/report/fact.ts';
import type { Outline } from '../../src/report/outline.ts';
import type { Report } from '../../src/report/report.ts';
import { commands, party, wang, yearly } from './fixture.ts';

/** 2024-01-12 09:05 in China. */
export const START = Date.UTC(2024, 0, 12, 1, 5);

export class Talk {
  state: State | null = null;
  /** Effects of the last event. */
  effects: Effect[] = [];
  /** What its presser was told at once. */
  toast: Toast | undefined;
  readonly store: Record<string, unknown> = {};
  readonly chat: Chat;
  private readonly catalog: Outline[];
  private count = 0;
  private attempts = 0;
  /** Whether the last event was a message taken in again. */
  replayed = false;
  /** open_ids of those who may use the bot; empty: everyone. */
  allowed: string[] = [];
  /** A model writes. */
  streams = false;
  audit: Audit | undefined;

  constructor(type: Chat['type'], catalog: Outline[]) {
    this.chat = { id: 'oc_1', type };
    this.catalog = catalog;
  }

  /** Any event, as it comes. */
  when(event: Event, reading: Reading = emptyReading): this {
    const values: Record<string, unknown> = {};
    for (;;) {
      const keys = neededValues(this.state, event, reading, values).filter((key) => !(key in values));
      if (keys.length === 0) break;
      for (const key of keys) values[key] = structuredClone(this.store[key]);
    }
    const before = JSON.stringify(this.state);
    const context = {
      now: event.at,
      catalog: this.catalog,
      values,
      attempt: `a${this.attempts}`,
      allowed: this.allowed,
      streams: this.streams,
      ...(this.audit ? { audit: this.audit } : {}),
    };
    this.attempts += 1;
    this.replayed = 'replayOf' in event;
    const decision = decide(this.state, event, reading, context);
    if (JSON.stringify(this.state) !== before) throw new Error('decide changed the state it was given');
    for (const [key, value] of Object.entries(decision.values)) {
      if (key in this.store) throw new Error(`side value ${key} written twice`);
      this.store[key] = structuredClone(value);
    }
    // Through JSON, as a store would do it.
    this.state = JSON.parse(JSON.stringify(decision.state)) as State;
    this.effects = decision.effects;
    this.toast = decision.toast;
    return this;
  }

  nextId(): string {
    this.count += 1;
    return `e${this.count}`;
  }

  at(): number {
    return START + this.count * 60_000;
  }

  says(text: string, reading: Reading = emptyReading, sender: Person = wang, more: object = {}): this {
    const id = this.nextId();
    return this.when(
      { type: 'message_received', id, conversation: 'c', at: this.at(), chat: this.chat, sender, text, ...more },
      reading,
    );
  }

  presses(value: CardValue, operator: Person = wang, form?: Record<string, unknown>): this {
    const id = this.nextId();
    const event = {
      id,
      conversation: 'c',
      at: this.at(),
      chat: this.chat,
      operator,
      message: 'om_card',
      name: '',
      value,
    };
    return this.when({ type: 'card_submitted', ...event, ...(form ? { form } : {}) }, this.readForm(value, form));
  }

  /** As read.ts does it: each field against its own slot. */
  private readForm({ report: id }: CardValue, form: Record<string, unknown> | undefined): Reading {
    const report = this.state?.reports.find((one) => one.id === (id ?? this.state?.active));
    if (!form || !report) return emptyReading;
    const outline = this.store[report.outline] as Outline;
    const where = { report: { outline, year: report.year, facts: report.facts }, thisYear: 2024 };
    return { ...emptyReading, fields: readFields(form, where) };
  }

  /** Presses the button with this text on a card of the last event. */
  pressesButton(text: string, operator: Person = wang): this {
    return this.presses(this.button(text).value, operator);
  }

  /** Every job of the last event comes back, each section with `textFor`. */
  drafted(textFor: (section: string) => string = (id) => `${id}的稿子。`, note?: string): this {
    const jobs = this.of('draft_section');
    const seen: Effect[] = [];
    for (const job of jobs) seen.push(...this.jobDone(job, textFor, note).effects);
    this.effects = seen;
    return this;
  }

  jobDone(job: Extract<Effect, { type: 'draft_section' }>, textFor: (section: string) => string, note?: string): this {
    const texts: SectionDrafted['texts'] = job.sections.map((section) => ({
      section,
      text: textFor(section),
      by: { type: 'phrasebook', id: 'phrasebook@1' },
      ...(note === undefined ? {} : { note }),
    }));
    const common = { id: job.key, conversation: 'c', at: this.at(), report: job.report, job: job.key };
    return this.when({ type: 'section_drafted', ...common, texts });
  }

  started(kind = 'party-building', year = 2023): this {
    return this.says('写一份', commands({ type: 'start_report', kind, year }));
  }

  of<T extends EffectType>(type: T): Extract<Effect, { type: T }>[] {
    return this.effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);
  }

  get report(): Report {
    const report = this.state?.reports.find((one) => one.id === this.state?.active);
    if (!report) throw new Error('no active report');
    return report;
  }

  get cards(): Card[] {
    return this.effects.flatMap((effect) =>
      effect.type === 'send_card' || effect.type === 'update_card' ? [effect.card] : [],
    );
  }

  /** Everything a person would read after the last event: texts and cards, buttons in 〔〕. */
  get seen(): string {
    const lines = this.effects.flatMap((effect) => {
      if (effect.type === 'send_text') return [effect.text];
      if (effect.type === 'send_card' || effect.type === 'update_card') return [readCard(effect.card)];
      if (effect.type === 'send_file') return [`[文件]${effect.name}`];
      return effect.type === 'react' ? [`[表情]${effect.emoji}`] : [];
    });
    return lines.join('\n');
  }

  button(text: string): Button {
    const all = this.cards.flatMap((card) => card.blocks.flatMap(buttonsIn));
    const found = all.find((one) => one.text === text) ?? all.find((one) => one.text.includes(text));
    if (!found) throw new Error(`no button ${text} among ${all.map((one) => one.text).join('|')}`);
    return found;
  }
}

export const given = (type: Chat['type'] = 'p2p', catalog: Outline[] = [party, yearly]): Talk =>
  new Talk(type, catalog);

function buttonsIn(block: Block): Button[] {
  if (block.type === 'buttons') return block.buttons;
  if (block.type === 'form') return [block.submit];
  return block.type === 'fold' ? block.blocks.flatMap(buttonsIn) : [];
}

function readBlock(block: Block): string {
  switch (block.type) {
    case 'text':
      return block.text;
    case 'marked':
      return block.pieces.map(({ text, mark }) => (mark ? `{${mark === 'gone' ? '-' : '+'}${text}}` : text)).join('');
    case 'rows':
      return block.rows.map((row) => `${row.label} ${row.value}`).join('\n');
    case 'divider':
      return '---';
    case 'fold':
      return `${block.title}\n${block.blocks.map(readBlock).join('\n')}`;
    case 'buttons':
      return block.buttons.map((one) => `〔${one.text}〕`).join('');
    case 'form':
      return `${block.fields.map((field) => field.label).join('\n')}\n〔${block.submit.text}〕`;
  }
}

export function readCard(card: Card): string {
  return [`［${card.title}］${card.subtitle ?? ''}`, ...card.blocks.map(readBlock)].join('\n');
}
