// What a message is taken for besides what was read in it: its source, a statement, a sign in answer. Decides nothing.
import type { Source } from '../report/fact.ts';
import type { MessageReceived } from './event.ts';
import { emit, type Turn } from './turn.ts';
import { cut } from './value.ts';

/** Anything shorter is a word in passing, not something to keep. */
const STATEMENT_LENGTH = 10;

export function thumbUp(turn: Turn, event: MessageReceived): undefined {
  const message = event.relayed ? (event.replayOf ?? event.id) : event.id;
  emit(turn, { type: 'react', message, emoji: 'THUMBSUP' });
}

export function sourceOf(event: MessageReceived, from?: string): Source {
  const handedOn = from === undefined ? {} : { from: { name: from } };
  return {
    by: event.sender,
    at: event.at,
    event: event.replayOf ?? event.id,
    words: cut(event.text, 120),
    ...handedOn,
  };
}

/** Something told rather than asked. */
export function isStatement(rest: string): boolean {
  return (
    [...rest.trim()].length >= STATEMENT_LENGTH &&
    !/[?？吗呢]|什么|啥|怎么|怎样|如何|(?:没|几[个项次家条人户场]?(?:来着)?)$|来着$|能不能|可以不|请你|帮我|(?:删掉|删了|删去|删除|去掉)[吧啊]?$/u.test(
      rest,
    )
  );
}
