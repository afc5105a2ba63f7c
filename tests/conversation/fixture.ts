// A small invented outline and readings by hand: what the rules are tried on. Nothing here is a real organisation.
import type { Ask, Command, ReadFact, Reading } from '../../src/conversation/command.ts';
import type { Quantity } from '../../src/figures/quantity.ts';
import type { Person } from '../../src/report/fact.ts';
import type { Outline, Section, Slot } from '../../src/report/outline.ts';

export const wang: Person = { id: 'ou_wang', name: '王芳' };
export const li: Person = { id: 'ou_li', name: '李明' };
export const zhao: Person = { id: 'ou_zhao', name: '赵强' };

const section = (id: string, kind: Section['kind'], heading: string, slots: string[]): Section => ({
  id,
  kind,
  heading,
  slots,
  brief: '如实写',
  formulations: [],
  length: 100,
});

const figure = (id: string, label: string, unit: string, at: string, more: Partial<Slot> = {}): Slot => ({
  id,
  type: 'figure',
  label,
  question: `${label}是多少？`,
  unit,
  keywords: [label],
  section: at,
  required: true,
  ...more,
});

export const party: Outline = {
  kind: 'party-building',
  version: 1,
  name: '党建述职报告',
  aliases: ['党建述职', '党建报告'],
  title: '{{year}}年度党建述职报告',
  setting: '某市园林局',
  opening: section('opening', 'opening', '', []),
  chapters: [
    {
      id: 'c1',
      heading: '抓学习',
      points: [
        section('c1p1', 'point', '学得经常', ['studies', 'topics']),
        section('c1p2', 'point', '讲得明白', ['lectures']),
      ],
    },
    { id: 'c2', heading: '抓队伍', points: [section('c2p1', 'point', '建好支部', ['branches', 'story'])] },
  ],
  closing: section('closing', 'closing', '', []),
  slots: [
    figure('studies', '集体学习次数', '次', 'c1p1'),
    figure('topics', '学习专题', '个', 'c1p1'),
    figure('lectures', '党课次数', '次', 'c1p2', { units: ['场'] }),
    figure('branches', '支部数量', '个', 'c2p1'),
    {
      id: 'story',
      type: 'text',
      label: '特色做法',
      question: '有什么特色做法？',
      keywords: ['特色'],
      section: 'c2p1',
      required: false,
    },
  ],
  checks: [],
};

export const yearly: Outline = {
  ...party,
  kind: 'yearly-summary',
  name: '年度工作总结',
  aliases: ['年终总结'],
  title: '{{year}}年度工作总结',
};

export const quantity = (amount: string, unit: string, more: Partial<Quantity> = {}): Quantity => ({
  amount,
  scale: '',
  unit,
  approximation: '',
  ...more,
});

export const fact = (slot: string, amount: string, unit: string, correction = false): ReadFact => ({
  slot,
  value: { type: 'figure', quantity: quantity(amount, unit) },
  words: `${slot}${amount}${unit}`,
  correction,
});

export const reading = (more: Partial<Reading>): Reading => ({
  commands: [],
  facts: [],
  asks: [],
  rest: '',
  by: 'reader',
  ...more,
});

export const commands = (...list: Command[]): Reading => reading({ commands: list });
export const facts = (...list: ReadFact[]): Reading => reading({ facts: list });
export const asks = (...list: Ask[]): Reading => reading({ asks: list });
