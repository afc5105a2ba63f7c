import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadFormulations } from '../../src/catalog/load-formulations.ts';
import { ServiceError } from '../../src/errors.ts';

const sound = `version: 1
formulations:
  - name: 四风
    quotes: true
    wrong: {四疯: 四风}
    from: 2013
    source: 通行
  - name: 三会一课
    write: [三会一课]
    wrong: {三会一客: }
    source: 条例
miswritings:
  布暑: 部署
phrases: >-
  专项/集中+整治 久久为功
words: 部署 整治
`;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'formulations-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function load(text: string) {
  const path = join(dir, 'formulations.yaml');
  writeFileSync(path, text);
  return loadFormulations(path);
}

function failure(text: string): string {
  try {
    load(text);
  } catch (error) {
    expect(error).toBeInstanceOf(ServiceError);
    return (error as ServiceError).message;
  }
  return '';
}

describe('the list of formulations', () => {
  it('is read', () => {
    const book = load(sound);
    expect(book.formulations[0]).toEqual({
      name: '四风',
      write: ['四风'],
      quotes: true,
      members: [],
      wrong: { 四疯: '四风' },
      unusual: {},
      allow: [],
      from: '2013',
      source: '通行',
      evenQuoted: false,
    });
    expect(book.formulations[1]?.wrong).toEqual({ 三会一客: '' });
    expect(book.phrases).toEqual(['专项整治', '集中整治', '久久为功']);
    expect(book.words).toEqual(['部署', '整治']);
  });

  it.each([
    ['a misspelt name', sound.replace('quotes: true', 'quots: true'), ':4: `quots` means nothing here'],
    ['a source forgotten', sound.replace('    source: 条例\n', ''), ':8: `source` is missing'],
    ['a month that is none', sound.replace('from: 2013', 'from: 2013-13'), ':6: `from`: write a year or a month'],
    ['a form replaced by itself', sound.replace('四疯: 四风', '四疯: 四疯'), ':5: `四疯` is replaced by itself'],
    [
      'a right form called wrong',
      sound.replace('布暑: 部署', '三会一课: 部署'),
      ':13: `三会一课` is given as right elsewhere',
    ],
    ['a formulation twice', sound.replace('name: 三会一课', 'name: 四风'), ':8: `四风` stands here twice'],
    [
      'an end before the beginning',
      sound.replace('from: 2013', 'from: 2013\n    to: 2012'),
      ':7: `to` lies before `from`',
    ],
    ['broken YAML', sound.replace('{四疯: 四风}', '{四疯: 四风'), 'this is not valid YAML'],
  ])('names file and line of %s', (_, text, message) => {
    expect(failure(text)).toContain('formulations.yaml');
    expect(failure(text)).toContain(message);
  });

  it('says which file it wanted', () => {
    expect(() => loadFormulations(join(dir, 'none.yaml'))).toThrow(/none\.yaml: cannot be read/);
  });
});
