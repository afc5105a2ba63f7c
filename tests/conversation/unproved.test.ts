// The second proof at export: a figure that no fact stands behind is handed over, named, and keeps the file from looking finished.
import { expect, it } from 'vitest';
import { commands, fact, facts } from './fixture.ts';
import { given } from './given.ts';

it.each(['全年开会15次。', '开会十五次。', '各项收入增长了8.7%。'])('a draft that says “%s” of its own', (text) => {
  const talk = given()
    .started()
    .says('党课3次', facts(fact('lectures', '3', '次')));
  talk.says('起草', commands({ type: 'draft', section: 'all' })).drafted(() => text);
  talk.says('导出', commands({ type: 'compile' }));
  expect(talk.seen).toContain('没有出处');
  expect(talk.of('send_file')[0]?.name).toContain('待核');
});

it('a draft of tokens alone has nothing unproved', () => {
  const talk = given()
    .started()
    .says('党课3次', facts(fact('lectures', '3', '次')));
  talk
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) => (id === 'c1p1' ? '讲党课{{lectures}}。' : '平稳。'));
  talk.says('导出', commands({ type: 'compile' }));
  expect(talk.seen).not.toContain('没有出处');
});
