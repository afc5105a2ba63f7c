// 还有哪些没定, 还有哪些没核: what waits for a decision, each on a fresh card that takes over from the earlier one. Answers none of it.
import { proposalCard } from './cards/proposal-card.ts';
import { questionCard } from './cards/question-card.ts';
import { openQuestions } from './question.ts';
import { askChecksAgain } from './raise-question.ts';
import { openChecks } from './settle.ts';
import { type Scene, say, showCard } from './turn.ts';
import { words } from './wording.ts';

const SHOWN = 4;
const which = '(?:哪些|哪几[个项处]|什么|啥|几[个项处]|多少[个项处]?)';
const open =
  '(?:没有?|未|待|要|需要?)(?:最后|再)?(?:敲定|核对|核实|核|确认|拍板|答复|回答|答|定)(?:的|下来|好|过|完|清楚|了)*';
const what = '(?:数字?|问题|地方|事情?|东西|内容)?';
const asked = new RegExp(
  `^(?:那|现在|目前)?还?有?${which}${what}(?:都|还|是)*${open}${what}[呢啊]?[?？]?$|^(?:现在|目前)?(?:还|都)?${open}${what}(?:都|还)?(?:有|是)?${which}[?？]?$`,
  'u',
);

/** Whether that was asked. */
export function askedWhatIsOpen(scene: Scene, text: string): boolean {
  if (!asked.test(text.trim())) return false;
  const { turn, report } = scene;
  const questions = openQuestions(scene);
  const proposals = (turn.state.proposals ?? []).filter(
    (one) => one.report === report.id && one.items.some((item) => !item.answer),
  );
  const cards = [
    ...questions.map((one) => () => {
      one.card = showCard(turn, questionCard(one, report));
    }),
    ...proposals.map((one) => () => {
      one.card = showCard(turn, proposalCard(one));
    }),
  ];
  for (const show of cards.slice(-SHOWN)) show();
  if (cards.length > SHOWN) say(turn, words.openMore(cards.length - SHOWN));
  if (openChecks(scene).length > 0 && !questions.some(({ items }) => items.some(isOpenCheck))) askChecksAgain(scene);
  else if (cards.length === 0) say(turn, words.nothingOpen);
  return true;
}

const isOpenCheck = (item: { answer?: unknown; ask: { type: string } }): boolean =>
  !item.answer && item.ask.type === 'check';
