// `npm run read`: one line of JSON in, one out; a bad line is named and the next is read.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../src/commands/read.ts', import.meta.url));

function run(args: string[], input: string): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args]);
    const told = { out: '', err: '' };
    child.stdout.on('data', (data) => (told.out += data));
    child.stderr.on('data', (data) => (told.err += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...told }));
    child.stdin.end(input);
  });
}

it('reads line by line, and names the lines it cannot read', async () => {
  const lines = [
    '{"text":"党课14次，起草第一章"}',
    'nonsense',
    '',
    '{"text":"12次","asked":"study_sessions"}',
    '{"text":"不是12是14","recorded":{"secretary_lectures":"12次"}}',
    '{"text":"x","asked":"nowhere"}',
    '{"words":"x"}',
  ];
  const { code, out } = await run(['party-building'], `${lines.join('\n')}\n`);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(answers[0].facts).toEqual([{ slot: 'secretary_lectures', label: '支部书记党课次数', value: '14次' }]);
  expect(answers[0].commands).toEqual([{ type: 'draft', section: 'thought' }]);
  expect(answers[1].error).toMatch(/^line 2: /);
  expect(answers[2].facts).toEqual([{ slot: 'study_sessions', label: '集体学习次数', value: '12次' }]);
  expect(answers[3].facts).toEqual([
    { slot: 'secretary_lectures', label: '支部书记党课次数', value: '14次', correction: true },
  ]);
  expect(answers[4].error).toMatch(/^line 6: .*nowhere/);
  expect(answers[5].error).toMatch(/^line 7: text/);
});

it.each(['党建述职', '基层党建述职报告', 'prompts/outlines/party-building/outline.yaml'])('knows %s', async (name) => {
  const { out } = await run([name], '{"text":"集体学习14次"}\n');
  expect(JSON.parse(out).facts).toEqual([{ slot: 'study_sessions', label: '集体学习次数', value: '14次' }]);
});

it('reads by an outline of any folder', async () => {
  const { out } = await run([fileURLToPath(new URL('./hospital', import.meta.url))], '{"text":"义诊48场"}\n');
  expect(JSON.parse(out).facts).toEqual([{ slot: 'free_clinics', label: '义诊场次', value: '48场' }]);
});

it('says which outlines there are, and what is wrong with a broken one', async () => {
  const unknown = await run(['nothing'], '');
  expect(unknown.code).toBe(2);
  expect(unknown.err).toMatch(/annual-summary .*, party-building/);
  const broken = await run(['package.json'], '');
  expect(broken.code).toBe(2);
  expect(broken.err).toMatch(/package\.json:\d+: /);
});
