// Every sentence the bot says, by family. Short, warm, plain; the same words for the same things. Decides nothing.
import { askWords } from './ask-wording.ts';
import { deliverWords } from './deliver-wording.ts';
import { draftWords } from './draft-wording.ts';
import { lookWords } from './look-wording.ts';
import { puzzledWords } from './puzzled-wording.ts';
import { recordWords } from './record-wording.ts';
import { startWords } from './start-wording.ts';

export const words = {
  ...startWords,
  ...recordWords,
  ...askWords,
  ...lookWords,
  ...draftWords,
  ...deliverWords,
  ...puzzledWords,
} as const;
