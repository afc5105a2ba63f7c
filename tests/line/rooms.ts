// The real rooms, for tests of the line: nothing between the words and the chat is a fake but storage and platform.
import { resolve } from 'node:path';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { decide } from '../../src/conversation/decide.ts';
import { createDraft } from '../../src/drafting/draft.ts';
import { silentLog } from '../../src/log.ts';
import { createReader } from '../../src/reading/reader.ts';
import type { Rooms } from './world.ts';

export function loadRooms(): Rooms {
  const { outlines, phrasebooks, styles } = loadCatalog(resolve(import.meta.dirname, '../../prompts/outlines'));
  return {
    decide,
    read: createReader({ log: silentLog }),
    draft: createDraft({ phrasebooks, styles, log: silentLog }),
    catalog: outlines,
  };
}
