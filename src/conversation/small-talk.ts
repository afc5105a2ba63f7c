// 在吗, 你烦不烦: what needs no card and no question. Keeps it to one short sentence, never the same twice running.
import { talkWords } from './talk-wording.ts';
import { say, type Turn } from './turn.ts';

const calling =
  /^(?:(?:执笔|小笔|机器人)[,，]?)?(?:你?(?:还)?在(?:吗|不在|么|嘛|不)|有人(?:吗|在吗)|喂+|在线吗)[?？。!！~～]*$/u;

/** Whether somebody only wanted to know that one is there. */
export function greetBack(turn: Turn, text: string): boolean {
  if (!calling.test(text.trim())) return false;
  say(turn, inTurn(turn, talkWords.here));
  return true;
}

/** Somebody has had enough: nothing more is asked until they come back to it. */
/** 反馈函我下午发你: something is to come; there is nothing to keep yet. */
export function isPromise(text: string): boolean {
  return (
    !/[\p{Nd}?？吗]/u.test(text) &&
    /(?:还没(?:来|到|出来|报来?|给)|没收到)[^。]{0,16}(?:再)?(?:给|报|发|来|拿|送|说)(?:你|您)?[。.!！]*$|(?:回头|今天|明天|后天|上午|中午|下午|晚上|待会儿?|等会儿?|晚点|稍后|一会儿?|下周|周[一二三四五])[^，。]{0,8}?(?:打字|发|拍|给|报|传|补|转|拿)(?:给|来)?(?:你|您|上来|过来)(?:吧|哈|啊|了)?[。.!！]*$/u.test(
      text.trim(),
    )
  );
}

export function hush(turn: Turn): undefined {
  if (turn.state.asked?.type === 'slot' || turn.state.asked?.type === 'explain') turn.state.asked = null;
  say(turn, inTurn(turn, talkWords.quiet));
}

function inTurn({ state }: Turn, sentences: readonly string[]): string {
  state.misses = (state.misses ?? 0) + 1;
  return sentences[state.misses % sentences.length] ?? '';
}
