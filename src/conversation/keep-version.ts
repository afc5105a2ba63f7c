// 采用, 还原 and 再来一版 on the card of old and new. The new text stands from the beginning: 采用 only closes the card.
import { isRefused } from './access.ts';
import { comparisonCard } from './cards/comparison-card.ts';
import type { CardSubmitted } from './event.ts';
import { historyOf, type Kept, previousOf } from './history.ts';
import { lockedAmong, offerUnlock } from './lock.ts';
import { nameOf, type Part, partOf } from './plan.ts';
import { pressedKey } from './pressed-card.ts';
import { rewriteWords } from './rewrite-wording.ts';
import { refuse, toast } from './toast.ts';
import { actorOf, emit, remember, type Scene } from './turn.ts';
import { showPerson } from './value.ts';
import { restoredChange } from './versions.ts';
import { textOfPart } from './view.ts';

/** The sections and versions a card shows, where all of them still stand; else it is said what became of them. */
function shownOn(scene: Scene, of: unknown): { part: Part; now: Kept[] } | undefined {
  const { report, outline, turn } = scene;
  const shown = (typeof of === 'string' ? of.split(',') : []).map((one) => one.split('='));
  const ids = shown.map(([id = '']) => id);
  const whole = ids[0] === undefined ? undefined : partOf(outline, ids[0]);
  const sections = whole?.sections.filter((one) => ids.includes(one.id)) ?? [];
  if (!whole || sections.length === 0 || sections.length < ids.length) return refuse(turn, rewriteWords.gone);
  const moved = shown.find(([id = '', number]) => report.sections[id]?.number !== Number(number));
  const [id = ''] = moved ?? [];
  if (moved) return refuse(turn, rewriteWords.movedOn(nameOf(outline, id), report.sections[id]?.number ?? 0));
  const now = ids.flatMap(
    (one) => historyOf(scene, one).find((kept) => kept.version.number === report.sections[one]?.number) ?? [],
  );
  return { part: { ...whole, sections }, now };
}

export function keepVersion(scene: Scene, event: CardSubmitted): undefined {
  if (isRefused(scene)) return;
  const shown = shownOn(scene, event.value.of);
  if (!shown) return;
  close(scene, event, shown.part, rewriteWords.kept(showPerson(event.operator)));
  toast(scene.turn, 'success', rewriteWords.keptToast);
}

export function giveBack(scene: Scene, event: CardSubmitted): undefined {
  const { turn, outline } = scene;
  if (isRefused(scene)) return;
  const shown = shownOn(scene, event.value.of);
  if (!shown) return;
  const { part } = shown;
  const locked = lockedAmong(scene, part.sections);
  if (locked.length > 0) return offerUnlock(scene, locked);
  const old = part.sections.map((one) => ({ id: one.id, kept: previousOf(scene, one.id) }));
  const name = nameOf(outline, part.sections.length === 1 ? (part.sections[0]?.id ?? part.id) : part.id);
  if (old.every((one) => !one.kept)) return refuse(turn, rewriteWords.nothingBefore(name));
  // Before anything changes: the card goes on showing what was compared.
  close(scene, event, part, rewriteWords.givenBack(showPerson(event.operator)));
  const changes = old.flatMap(({ id, kept }) => (kept ? restoredChange(scene, id, kept) : []));
  remember(scene, { what: rewriteWords.giveBackStep(name), changes });
  toast(turn, 'success', rewriteWords.givenBackToast);
}

/** Whether the card still shows what stands; else it was said. */
export function isCurrent(scene: Scene, of: unknown): boolean {
  return shownOn(scene, of) !== undefined;
}

function close(scene: Scene, event: CardSubmitted, part: Part, done: string): undefined {
  const { turn, report } = scene;
  const heads = { ...report.sections };
  for (const { id } of part.sections) {
    const before = previousOf(scene, id);
    if (before) heads[id] = { version: before.key, number: before.version.number };
    else delete heads[id];
  }
  const instruction = part.sections
    .map((one) => historyOf(scene, one.id)[0]?.version.why ?? '')
    .find((why) => why !== '');
  const card = comparisonCard(scene, part, {
    before: textOfPart(scene, part, heads),
    ...{ instruction: instruction ?? '', notes: [], done },
  });
  if (actorOf(turn)) emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: pressedKey(turn, event), card });
}
