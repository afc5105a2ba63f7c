// Choices offered about the report itself: sent on one card, remembered, marked when answered. Does none of what is chosen.
import { may } from './access.ts';
import type { Block } from './card.ts';
import { proposalCard } from './cards/proposal-card.ts';
import type { EditDeed, Proposal, ProposalItem } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { actorOf, emit, type Scene, showCard } from './turn.ts';
import { showPerson } from './value.ts';
import { words } from './wording.ts';

const PROPOSALS_KEPT = 20;
/** A card with more would be too long to answer in one sitting. */
const ITEMS_PER_CARD = 8;

/** `shown`: what it is about, above it until it is answered. */
export function propose(scene: Scene, title: string, items: ProposalItem[], shown: Block[] = []): undefined {
  const { turn, report } = scene;
  const { state } = turn;
  const raised: Proposal[] = [];
  for (let at = 0; at < items.length; at += ITEMS_PER_CARD) {
    const nth = (state.proposals ?? []).filter((one) => one.id.startsWith(`${turn.event.id}/`)).length;
    const some = items.slice(at, at + ITEMS_PER_CARD);
    const proposal: Proposal = { id: `${turn.event.id}/${nth}`, report: report.id, card: '', title, items: some };
    const card = proposalCard(proposal);
    proposal.card = showCard(turn, { ...card, blocks: [...shown, ...card.blocks] });
    state.proposals = [...(state.proposals ?? []), proposal].slice(-PROPOSALS_KEPT);
    raised.push(proposal);
  }
  const [first] = raised;
  if (first) state.asked = { type: 'proposal', report: report.id, of: first.id };
}

/** What an answer leads to, or why it cannot be taken. The card is brought up to date either way it was taken. */
export function takeAnswer(scene: Scene, of: unknown, at: number, choice: number): EditDeed | string {
  const { turn, report } = scene;
  const proposal = (turn.state.proposals ?? []).find((one) => one.id === of && one.report === report.id);
  const item = proposal?.items[at];
  const by = actorOf(turn);
  if (!proposal || !item || !by) return words.questionGone;
  if (item.answer) {
    const who = item.answer.by.id === by.id ? '你' : showPerson(item.answer.by);
    return words.alreadyAnswered(who, item.choices[item.answer.choice - 1]?.text ?? '', item.answer.at);
  }
  if (!may(scene, 'decide')) return words.ownerOnly(showPerson(report.owner));
  const picked = item.choices[choice - 1];
  if (!picked) return words.noSuchChoice(item.choices.map((one) => one.text));
  item.answer = { by, choice, at: turn.event.at };
  const { asked } = turn.state;
  const done = proposal.items.every((one) => one.answer);
  if (done && asked?.type === 'proposal' && asked.of === proposal.id) turn.state.asked = null;
  emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: proposal.card, card: proposalCard(proposal) });
  return picked.deed;
}

/** The first open item of the proposal just asked. */
export function openItem({ turn, report }: Scene): { of: string; at: number; item: ProposalItem } | undefined {
  const { asked, proposals } = turn.state;
  if (asked?.type !== 'proposal' || asked.report !== report.id) return undefined;
  const proposal = (proposals ?? []).find((one) => one.id === asked.of);
  const at = proposal?.items.findIndex((one) => !one.answer) ?? -1;
  const item = proposal?.items[at];
  return proposal && item ? { of: proposal.id, at, item } : undefined;
}

/** A plain question with one thing to decide. */
export function ask(
  scene: Scene,
  title: string,
  text: string,
  choices: ProposalItem['choices'],
  shown: Block[] = [],
): undefined {
  const leave = { text: editWords.leaveIt, deed: { type: 'leave' } as const };
  const item = { text, choices: choices.some((one) => one.deed.type === 'leave') ? choices : [...choices, leave] };
  propose(scene, title, [item], shown);
}
