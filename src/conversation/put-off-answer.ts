// 不对，我再核一下; 不是万元，我再问问: an answer that only says it will come. Keeps what was asked open; records nothing.
import { answerWords } from './answer-wording.ts';
import type { Place } from './open-place.ts';
import { type Scene, say } from './turn.ts';

const later =
  /^(?:(不是(?:万亿|亿|千万|百万|万|千)?元?|单位不对|不对|不是的?|好像不对|有误|错了|拿不准|不确定|先别记|先不记)[，,。\s]*)?(?:(?:那个?|这个?|这几个)?(?:等等|等一下|稍等)?[，,]?)?(?:我|让我|我们|等我|待我|容我)(?:再|去|先|回头|马上|得|要|还要|还得|跟.{1,6}|找.{1,6}|向.{1,6})*(?:问|核|查|确认|核实|落实|对|核对)(?:一下|一?[问核查对]|实|准|清楚)*(?:科里|他们|财务|下面|数)?(?:再(?:说|报|给|定|回|答复)(?:你|您)?)?(?:吧|啊|哈|了)?$/u;

export function byPutOff(scene: Scene, open: Place[], said: string): boolean {
  const hit = later.exec(said);
  if (!hit || open.length === 0 || (hit[1] === undefined && scene.turn.state.asked?.type !== 'asks')) return false;
  const { state } = scene.turn;
  state.misses = (state.misses ?? 0) + 1;
  const unit = /元|单位/u.test(hit[1] ?? '');
  say(
    scene.turn,
    unit ? answerWords.unitWaits : (answerWords.waiting[state.misses % answerWords.waiting.length] ?? ''),
  );
  return true;
}
