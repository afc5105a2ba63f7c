// The whole bot on a real PostgreSQL: one conversation in order, with a restart in the middle.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, type Server } from '../store/postgres-server.ts';
import { partyBuilding } from './conversations.ts';
import { openOffice, wordsOf } from './office.ts';

const found = await findPostgres();
if ('missing' in found) console.warn(`No PostgreSQL for this machine in the npm packages, skipped: ${found.missing}`);

describe.skipIf('missing' in found)('on PostgreSQL', () => {
  let server: Server;
  beforeAll(async () => {
    if ('start' in found) server = await found.start();
  });
  afterAll(() => server?.remove());

  it('takes a report over a restart, each fact once, in order', async () => {
    const office = await openOffice({ storageUrl: await server.freshUrl() });
    try {
      for (const message of partyBuilding.messages.slice(0, 4)) await office.say('王芳', message);
      await office.restart();
      const answers = await office.say('王芳', '记了什么');
      const words = answers.map(wordsOf).join('\n');
      for (const figure of ['12个', '12次', '10余次', '23项', '72次', '30个']) expect(words).toContain(figure);
      await office.say('王芳', '起草第二章');
      await office.say('王芳', '导出');
      const { name } = office.newestFile(office.sandbox.chatOf('王芳').id);
      expect(name).toMatch(/^2023年度基层党建述职报告（送审稿/);
      expect(await office.store().counts()).toMatchObject({ entries: 0, jobs: 0, setAside: 0 });
    } finally {
      await office.close();
    }
  });
});
