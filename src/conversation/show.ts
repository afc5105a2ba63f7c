// Looking: progress, what is missing, what is recorded, the text. Changes nothing but what was shown last.
import { showBoard } from './board.ts';
import { factsCard } from './cards/facts-card.ts';
import { materialsCard } from './cards/materials-card.ts';
import { missingCard } from './cards/missing-card.ts';
import { questionCard } from './cards/question-card.ts';
import { textCards } from './cards/text-card.ts';
import { partOf, partsOf } from './plan.ts';
import { openQuestion } from './question.ts';
import { askChecksAgain } from './raise-question.ts';
import { explainedChecks, hints, openChecks, showCheck } from './settle.ts';
import { type Scene, say, setLast, showCard } from './turn.ts';
import { words } from './wording.ts';

export function showProgress(scene: Scene): undefined {
  showBoard(scene);
  showOpenQuestion(scene);
}

export function showMissing(scene: Scene): undefined {
  for (const card of missingCard(scene)) showCard(scene.turn, card);
  showOpenQuestion(scene);
}

/** What waits for an answer is shown again, on a card of its own that takes over from the earlier one. */
function showOpenQuestion(scene: Scene): undefined {
  const { turn, report } = scene;
  const question = openQuestion(scene);
  if (!question) return;
  question.card = showCard(turn, questionCard(question, report));
}

export function showFacts(scene: Scene): undefined {
  const { report, turn } = scene;
  if (Object.keys(report.facts).length + report.materials.length === 0) return say(turn, words.nothingYet);
  for (const card of factsCard(scene)) showCard(turn, card);
}

export function showMaterials(scene: Scene): undefined {
  const { report, turn } = scene;
  if (report.materials.length === 0) return say(turn, words.noMaterials);
  for (const card of materialsCard(scene)) showCard(turn, card);
}

/** Contradictions to settle, those waved through, and what is worth another look. */
export function showChecks(scene: Scene): undefined {
  const { turn } = scene;
  const explained = explainedChecks(scene).map(({ failed, settled }): [string, string] => [
    showCheck(failed),
    settled.note,
  ]);
  const soft = hints(scene).map(showCheck);
  say(turn, words.explained(explained));
  say(turn, words.hints(soft));
  if (openChecks(scene).length > 0) askChecksAgain(scene);
  else if (explained.length + soft.length === 0) say(turn, words.nothingToCheck);
}

export function showSection(scene: Scene, id: string): undefined {
  const { turn, report, outline } = scene;
  if (Object.keys(report.sections).length === 0) return say(turn, words.nothingDrafted);
  if (id === 'all') {
    for (const card of textCards(scene, partsOf(outline))) showCard(turn, card);
    return;
  }
  const part = partOf(outline, id);
  if (!part) return say(turn, words.noSuchSection(partsOf(outline).map((one) => one.name)));
  const sections = part.id === id ? part.sections : part.sections.filter((one) => one.id === id);
  if (!sections.some((one) => report.sections[one.id])) return say(turn, words.notDrafted(part.name));
  setLast(scene, id);
  for (const card of textCards(scene, [{ ...part, sections }])) showCard(turn, card);
}
