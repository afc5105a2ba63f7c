// The rules a phrasebook must keep against its outline. Reports every mistake at once; mends none.
import { dropClauses } from '../report/drop-clauses.ts';
import { type Outline, type Section, sectionsOf } from '../report/outline.ts';
import type { Phrasebook, Sentence } from '../report/phrasebook.ts';
import { proveWording, slotsAllowedIn } from '../report/proof.ts';
import { parseTokens, tokensIn, writeTokens } from '../report/token.ts';
import type { Problem } from './problem.ts';

export function checkPhrasebook(phrasebook: Phrasebook, outline: Outline): Problem[] {
  const sections = sectionsOf(outline);
  const unknown = Object.keys(phrasebook.sections).filter((id) => !sections.some((section) => section.id === id));
  return [
    ...unknown.map((id) => ({
      path: ['sections', id],
      message: `\`${id}\` is no section of the outline; write one of: ${sections.map((section) => section.id).join(', ')}`,
    })),
    ...sections.flatMap((section) => checkSection(section, phrasebook.sections[section.id] ?? [], outline)),
  ];
}

function checkSection(section: Section, sentences: Sentence[], outline: Outline): Problem[] {
  const path = ['sections', section.id];
  if (sentences.length === 0)
    return [
      {
        path: ['sections'],
        message: `section \`${section.id}\` has no sentences; write at least one under \`${section.id}:\``,
      },
    ];
  const told = new Set(sentences.flatMap((sentence) => sentence.say.flatMap(tokensIn)));
  const untold = slotsAllowedIn(outline, section.id).filter(
    (slot) => slot.section === section.id && !told.has(slot.id),
  );
  const steady = sentences.filter((one) => !one.needs && !one.unless).map((one) => one.say.map(alwaysSaid));
  const unsaid = section.formulations.filter(
    (words) => !steady.some((say) => say.every((said) => said.includes(words))),
  );
  return [
    ...untold.map((slot) => ({
      path,
      message: `no sentence tells slot \`${slot.id}\`; write one that holds {{${slot.id}}}`,
    })),
    ...unsaid.map((words) => ({
      path,
      message: `the formulation ${words} may go unsaid; write it, in every wording of one sentence, into a clause without tokens`,
    })),
    ...sentences.flatMap((sentence, at) => checkSentence(sentence, [...path, at], section, outline)),
    ...toldTwice(sentences, path, outline),
  ];
}

/** What is left of a wording when nothing has been given: all of it when it has no tokens, else what stands beside {{year}}. */
function alwaysSaid(words: string): string {
  const tokens = tokensIn(words);
  if (tokens.length > 0 && !tokens.includes('year')) return '';
  return writeTokens(dropClauses(parseTokens(words), (id) => id !== 'year'));
}

function checkSentence(sentence: Sentence, path: Problem['path'], section: Section, outline: Outline): Problem[] {
  const allowed = new Set(['year', ...slotsAllowedIn(outline, section.id).map((slot) => slot.id)]);
  const known = new Set(outline.slots.map((slot) => slot.id));
  const first = key(sentence.say[0] ?? '');
  return [
    ...(['needs', 'unless'] as const).flatMap((field) =>
      (sentence[field] ?? [])
        .filter((id) => !known.has(id))
        .map((id) => ({ path: [...path, field], message: `\`${id}\` is no slot; write a slot id from outline.yaml` })),
    ),
    ...sentence.say.flatMap((words, at): Problem[] => {
      const here = [...path, 'say', at];
      const tokens = tokensIn(words);
      return [
        ...tokens
          .filter((id) => !allowed.has(id))
          .map((id) => ({
            path: here,
            message: `{{${id}}} may not stand in section \`${section.id}\`; write a slot of this section, or add the section to the slot's \`appears\``,
          })),
        ...parseTokens(words)
          .filter((piece) => piece.type === 'malformed')
          .map((piece) => ({
            path: here,
            message: `\`${piece.type === 'malformed' ? piece.text : ''}\` is no token; write {{slot_id}}`,
          })),
        ...(new Set(tokens).size < tokens.length
          ? [{ path: here, message: 'a token stands twice in this wording; write it once' }]
          : []),
        ...(key(words) === first
          ? []
          : [
              {
                path: here,
                message: 'this wording holds other tokens than the first one; write the same tokens in each',
              },
            ]),
        ...(/[。！？]$/u.test(words)
          ? []
          : [{ path: here, message: 'this wording does not end a sentence; write 。 at its end' }]),
        ...proveWording(words, outline, section).map((finding) => ({
          path: here,
          message: `${finding.quote}: ${finding.message}`,
        })),
      ];
    }),
  ];
}

/** A token told by two sentences that may both be said would be printed twice. One of them must rule the other out. */
function toldTwice(sentences: Sentence[], path: Problem['path'], outline: Outline): Problem[] {
  const names = new Set(outline.slots.filter((slot) => slot.type === 'name').map((slot) => slot.id));
  return sentences.flatMap((sentence, at) =>
    sentences.slice(0, at).flatMap((earlier): Problem[] => {
      const shared = tokensIn(sentence.say[0] ?? '').filter(
        (id) => id !== 'year' && !names.has(id) && tokensIn(earlier.say[0] ?? '').includes(id),
      );
      if (shared.length === 0 || excludes(sentence, earlier) || excludes(earlier, sentence)) return [];
      return [
        {
          path: [...path, at],
          message: `{{${shared[0]}}} is told by two sentences that may both be said; write \`unless:\` in one of them, with a slot the other \`needs:\``,
        },
      ];
    }),
  );
}

function excludes(one: Sentence, other: Sentence): boolean {
  return (one.unless ?? []).some((id) => (other.needs ?? []).includes(id));
}

const key = (words: string): string => [...new Set(tokensIn(words))].sort().join();
