// A group that gathers for a report elsewhere, seen from both conversations: what is posted, and what never is.
import { describe, expect, it } from 'vitest';
import type { CardSubmitted, Event, MessageReceived } from '../../src/conversation/event.ts';
import { ownChatKey } from '../../src/conversation/gathering.ts';
import { commands, fact, facts, li, reading, wang, zhao } from './fixture.ts';
import { given, type Talk } from './given.ts';

const posted = (talk: Talk): Event[] => talk.of('post_event').map((one) => ({ ...one.event, id: one.key }) as Event);

/** The group, asked by 李明 for 王芳's report. */
const group = (): Talk => {
  const talk = given('group');
  talk.store[ownChatKey(wang.id)] = 'home';
  return talk.says('这个群给@王芳的报告供数', commands({ type: 'offer_group', name: '王芳' }), li, {
    mentions: [wang],
  });
};

/** The owner's own chat, having agreed. */
const home = (): Talk => {
  const talk = given().started();
  const [offer] = posted(group());
  if (offer) talk.when({ ...offer, conversation: 'c' });
  return talk.pressesButton('同意');
};

/** The group, gathering. */
const gathering = (): { there: Talk; at: Talk } => {
  const at = home();
  const there = group();
  const [answer] = posted(at);
  if (answer) there.when({ ...answer, conversation: 'c' });
  return { there, at };
};

describe('agreeing', () => {
  it('is asked where the owner alone reads it', () => {
    expect(posted(group())).toMatchObject([{ type: 'group_offered', conversation: 'home', by: li }]);
    expect(group().seen).not.toContain('《');
    const { there, at } = gathering();
    expect(at.report.gathering).toBe('oc_1');
    expect(there.seen).toContain('这个群给《2023年度党建述职报告》供数，清单由王芳来发');
  });

  it('needs somebody known, and a report', () => {
    const talk = given('group').says('这个群给我的报告供数', commands({ type: 'offer_group' }), li);
    expect(talk.seen).toContain('李明还没和我单聊过');
    const own = given().says('你好', reading({}));
    const [offer] = posted(group());
    if (offer) own.when({ ...offer, conversation: 'c' });
    expect(own.seen).toContain('你这里还没有在写的报告');
  });

  it('ends when the owner wants no more of it', () => {
    const { there, at } = gathering();
    at.says('不在群里收数了', commands({ type: 'close_group' }));
    expect(at.report.gathering).toBeUndefined();
    const [end] = posted(at);
    if (end) there.when({ ...end, conversation: 'c' });
    expect(there.seen).toContain('这个群我不再收数');
    expect(there.says('党课3次', reading({}), li).of('post_event')).toEqual([]);
  });
});

describe('what is said in the group', () => {
  const say = (text: string, from = li, read = reading({})) => {
    const { there, at } = gathering();
    there.says(text, reading({}), from);
    const [event] = posted(there);
    if (event) at.when({ ...event, conversation: 'c' }, read);
    return { there, at, event: event as MessageReceived | undefined };
  };

  it('is recorded at home as its speaker’s, with a sign in the group', () => {
    const { at, event } = say('党课3次', li, facts(fact('lectures', '3', '次')));
    expect(event).toMatchObject({ sender: li, relayed: { group: 'oc_1' } });
    expect(at.report.facts.lectures?.source.by).toEqual(li);
    expect(at.effects).toMatchObject([{ type: 'react', message: event?.replayOf, emoji: 'DONE' }]);
  });

  it('gives no commands there', () => {
    const { at, event } = say('起草', li, commands({ type: 'draft', section: 'all' }));
    expect(at.of('draft_section')).toEqual([]);
    expect(at.of('send_text').at(-1)).toMatchObject({ chat: 'oc_1', replyTo: event?.replayOf });
    expect(at.seen).toContain('这个群只收数');
  });

  it('waits for the owner where it disagrees', () => {
    const { there, at } = gathering();
    at.says('党课5次', facts(fact('lectures', '5', '次')));
    there.says('党课3次', reading({}), li);
    const [event] = posted(there);
    if (event) at.when({ ...event, conversation: 'c' }, facts(fact('lectures', '3', '次')));
    expect(at.seen).toContain('供数群里李明说：“党课3次”');
    expect(at.report.facts.lectures?.source.by).toEqual(wang);
  });

  it('goes with its message when that is recalled', () => {
    const { there, at, event } = say('党课3次', li, facts(fact('lectures', '3', '次')));
    const message = event?.replayOf ?? '';
    there.when({ type: 'message_recalled', id: 'r1', conversation: 'c', at: there.at(), chat: there.chat, message });
    const [recall] = posted(there);
    if (recall) at.when({ ...recall, conversation: 'c' });
    expect(at.report.facts.lectures).toBeUndefined();
  });
});

describe('what cannot be posted', () => {
  it.each<[string, object]>([
    ['a file', { unsupported: 'file', file: { key: 'k', name: '表.xlsx' } }],
    ['a picture', { unsupported: 'image' }],
    ['nothing at all', {}],
  ])('%s is answered there', (_, more) => {
    const { there } = gathering();
    there.says('', reading({}), li, more);
    expect([posted(there), there.seen]).toEqual([[], '要报的数请填表单，或者直接@我打字说；文件和图片请发给王芳。']);
  });
});

describe('what is pressed in the group', () => {
  const press = (value: Record<string, unknown>, from = zhao) => {
    const { there, at } = gathering();
    const card = { id: 'p1', conversation: 'c', at: there.at(), chat: there.chat, message: 'om_form', name: '' };
    const event: CardSubmitted = {
      ...card,
      type: 'card_submitted',
      operator: from,
      value: { report: at.report.id, ...value },
    };
    return { there: there.when(event), at };
  };

  it.each(['compile', 'draft', 'undo', 'confirm_start_over', 'nudge_yes', 'send_supply', 'accept_group'])(
    'never is an owner’s %s',
    (action) => {
      const { there } = press({ action, section: 'all' });
      expect(posted(there)).toEqual([]);
      expect(there.seen).toContain('这个群只收数');
    },
  );

  it('is posted home by whoever pressed it, and is theirs even where the button says otherwise', () => {
    const { there, at } = press({ action: 'confirm_figures', office: '组织科', seen: '', operator: wang.id });
    const [event] = posted(there);
    expect(event).toMatchObject({ operator: zhao, relayed: { report: at.report.id } });
  });

  it('says nothing of who handed it in while it is empty', () => {
    const { there, at } = press({ action: 'fill_in', office: '组织科' });
    expect(posted(there)).toEqual([]);
    expect(there.seen).toContain('一项都没有填');
    expect(at.report.supply?.suppliers.flatMap((one) => one.people) ?? []).toEqual([]);
  });
});

it('figures told in the owner’s own chat are confirmed by nobody in the group', () => {
  const { at } = gathering();
  at.says('党课归组织科', commands({ type: 'assign_supply', office: '组织科', slots: ['lectures'], words: '党课' }));
  at.says('学习归宣传科', commands({ type: 'assign_supply', office: '宣传科', slots: ['studies'], words: '学习' }));
  at.says('党课5次', facts(fact('lectures', '5', '次')));
  const { report } = at;
  const given = { by: li, at: 1, event: 'om_9', words: '学习12次', office: '宣传科' };
  report.facts.studies = { slot: 'studies', value: fact('studies', '12', '次').value, source: given };
  at.says('发各科室核数', commands({ type: 'send_checks' }));
  const there = at.of('send_card').filter((one) => one.chat === 'oc_1');
  expect(JSON.stringify(there)).not.toContain('5次');
  expect(
    at
      .of('send_text')
      .map((one) => one.text)
      .join(),
  ).toContain('党课次数是你在这里说的，没有发到群里');
});

it('somebody named for an office before anybody knew them joins it with the first words', () => {
  const { there, at } = gathering();
  at.says('人事股是李明', commands({ type: 'name_supplier', office: '人事股', name: '李明' }));
  expect(at.seen).toContain('人事股由李明报');
  there.says('党课3次', reading({}), li);
  const [event] = posted(there);
  if (event) at.when({ ...event, conversation: 'c' }, facts(fact('lectures', '3', '次')));
  expect(at.report.supply?.suppliers).toMatchObject([{ office: '人事股', people: [li] }]);
  expect(at.report.facts.lectures?.source.office).toBe('人事股');
});
