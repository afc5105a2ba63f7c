// The people of a working week for its tests: one who writes, eight offices of which one is on WeChat only, a group, a stranger; and what each of them got to read.
import type { PageMessage } from '../../src/sandbox/index.ts';
import { openOffice, personOf, wordsOf } from './office.ts';

/** 农业农村科 is in no chat: its words come by 王芳. */
const suppliers = {
  何静: '机关党委',
  吴刚: '人事科',
  陈强: '预算科',
  郑洁: '国库科',
  冯军: '社保科',
  蒋丽: '税政科',
  沈涛: '经建科',
} as const;
type Supplier = keyof typeof suppliers;
const names = Object.keys(suppliers) as Supplier[];

export async function openWeek() {
  const people = [
    { name: '王芳', title: '办公室' },
    ...names.map((name) => ({ name, title: suppliers[name] })),
    { name: '路人', title: '某公司' },
  ];
  const office = await openOffice({ people, chats: [{ name: '党建述职供数群', members: ['王芳', ...names] }] });
  const { sandbox } = office;
  const group = sandbox.chats().find((chat) => chat.type === 'group')?.id ?? '';
  const own = sandbox.chatOf('王芳').id;
  const read = (messages: PageMessage[]): string => messages.map(wordsOf).join('\n');
  const fromBot = (chat: string): PageMessage[] =>
    sandbox.messages(chat).filter((message) => message.sender.type === 'app');
  let counted = { own: 0, group: 0 };

  return {
    office,
    sandbox,
    group,
    own,
    /** 王芳 in her own chat. */
    say: async (text: string): Promise<string> => read(await office.say('王芳', text)),
    press: async (button: string, form?: Record<string, unknown>): Promise<string> =>
      read(await office.press('王芳', button, own, form)),
    file: async (name: string, bytes: Uint8Array): Promise<string> => read(await office.sendFile('王芳', name, bytes)),
    /** Somebody in the group, to the bot. */
    there: async (who: Supplier | '王芳', text: string, more: object = {}): Promise<string> =>
      read(await office.say(who, text, group, { mentionBot: true, ...more })),
    pressThere: async (who: Supplier | '王芳', button: string, form?: Record<string, unknown>): Promise<string> =>
      read(await office.press(who, button, group, form)),
    /** The card in the group with these words, as it stands now. */
    cardThere: (words: string): string =>
      fromBot(group)
        .map(wordsOf)
        .findLast((one) => one.includes(words)) ?? '',
    /** What 王芳 can read in her own chat now: cards as they stand. */
    atHome: (): string => read(fromBot(own)),
    inGroup: (): string => read(fromBot(group)),
    /** What stands on the message said last in the group. */
    signs: (): string[] => (sandbox.messages(group).at(-1)?.reactions ?? []).map((one) => one.emoji),
    /** Messages of the bot since this was asked last: what it costs people's patience. */
    fresh(): { own: number; group: number } {
      const now = { own: fromBot(own).length, group: fromBot(group).length };
      const since = { own: now.own - counted.own, group: now.group - counted.group };
      counted = now;
      return since;
    },
    /** Messages in the group, forwarded to the bot by 王芳 as one record. */
    async forward(said: [Supplier, string][]): Promise<string> {
      const ids: string[] = [];
      for (const [who, text] of said) {
        await office.say(who, text, group);
        ids.push(sandbox.messages(group).at(-1)?.id ?? '');
      }
      const before = fromBot(own).length;
      sandbox.forward(own, personOf(sandbox, '王芳'), ids);
      await office.settle();
      return read(fromBot(own).slice(before));
    },
    async recallLast(who: Supplier): Promise<string> {
      const before = fromBot(own).length;
      const last = sandbox.messages(group).findLast((one) => one.sender.id === personOf(sandbox, who));
      sandbox.recall(last?.id ?? '', personOf(sandbox, who));
      await office.settle();
      return read(fromBot(own).slice(before));
    },
  };
}

export type Week = Awaited<ReturnType<typeof openWeek>>;

/** Monday's end in short: a report, who gives what, the group, the forms. */
export async function divided(): Promise<Week> {
  const week = await openWeek();
  await week.say('写一份2025年的基层党建述职报告');
  await week.say('学习专题、集体学习、党支部数、主题党日归机关党委，职务晋升、职级晋升归人事科');
  await week.say('总收入、地方收入、支出归预算科，技能培训、稳岗返还、适老化改造归社保科');
  await week.say('留抵退税、减税降费归税政科，城乡建设资金归农业农村科。农业农村科不在群里');
  await week.there('王芳', '这个群给我的报告供数');
  await week.say('发给大家');
  week.fresh();
  return week;
}
