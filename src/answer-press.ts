// A card press is answered within 3 s: durable first, then with what its turn decided if that is known in time. Nothing may depend on it.
import type { Card } from './conversation/card.ts';
import type { Toast } from './conversation/decide.ts';
import type { CardAnswer } from './feishu/port.ts';
import { describeError, type Log } from './log.ts';

/** What the turn of a press hands over: words for the presser alone, and the pressed card as it is now. */
export interface PressAnswer {
  toast?: Toast;
  card?: Card;
}

interface Needs {
  /** The same look the card gets when it is updated as a message. */
  renderCard: (card: Card) => object;
  log: Log;
  /** How long the turn of a press is waited for, from the press on. */
  waitMs?: number;
  /** When the platform must have its answer although nothing is durable yet. */
  patienceMs?: number;
  /** Gives back what cancels it. */
  setTimer?: (run: () => void, ms: number) => () => void;
}

export interface AnswerPress {
  /** `keep` makes the press durable. Never rejects: a press is never delivered again, so the presser is told. */
  take(id: string, keep: () => Promise<'new' | 'seen'>): Promise<CardAnswer>;
  /** True when the presser gets this; false when nobody waits here (any more): another process, or too late. */
  give(id: string, answer: PressAnswer): boolean;
}

const RECEIVED: CardAnswer = { toast: { type: 'info', content: '收到，这就办' } };
const SLOW: CardAnswer = { toast: { type: 'warning', content: '这会儿有点慢。过几秒没动静，请再点一次' } };
const FAILED: CardAnswer = { toast: { type: 'error', content: '没有存上，请再点一次' } };
const TOAST_LENGTH = 120;

export function createAnswerPress({ renderCard, log, waitMs = 1500, patienceMs = 2500, setTimer = later }: Needs) {
  const waiting = new Map<string, (answer: PressAnswer) => void>();

  function shown({ toast, card }: PressAnswer): CardAnswer {
    const said = toast && { type: toast.type, content: [...toast.text].slice(0, TOAST_LENGTH).join('') };
    return {
      ...(said ? { toast: said } : RECEIVED),
      ...(card ? { card: { type: 'raw' as const, data: renderCard(card) } } : {}),
    };
  }

  function take(id: string, keep: () => Promise<'new' | 'seen'>): Promise<CardAnswer> {
    const { promise, resolve } = Promise.withResolvers<CardAnswer>();
    let kept = false;
    let waited = false;
    const finish = (answer: CardAnswer): void => {
      waiting.delete(id);
      for (const cancel of timers) cancel();
      resolve(answer);
    };
    const timers = [
      setTimer(() => {
        waited = true;
        if (kept) finish(RECEIVED);
      }, waitMs),
      setTimer(() => finish(kept ? RECEIVED : SLOW), patienceMs),
    ];
    waiting.set(id, (answer) => finish(shown(answer)));
    void keep().then(
      (outcome) => {
        kept = true;
        if (waited || outcome === 'seen') finish(RECEIVED);
      },
      (error: unknown) => {
        log.error({ event: id, error: describeError(error) }, 'a card press was not stored; the presser was told');
        finish(FAILED);
      },
    );
    return promise;
  }

  function give(id: string, answer: PressAnswer): boolean {
    const tell = waiting.get(id);
    tell?.(answer);
    return tell !== undefined;
  }

  const answerPress: AnswerPress = { take, give };
  return answerPress;
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
