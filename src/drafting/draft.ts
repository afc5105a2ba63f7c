// Texts for sections, always: by the model where there is one and it does well, by the phrasebook otherwise, saying so.
import { type ServiceCode, ServiceError } from '../errors.ts';
import { describeError, type Log } from '../log.ts';
import type { Model } from '../model/port.ts';
import { type Section, sectionsOf, slotOf } from '../report/outline.ts';
import type { Phrasebook } from '../report/phrasebook.ts';
import { proveSection } from '../report/proof.ts';
import { printedLength } from './check-text.ts';
import { narrativeOf } from './describe-section.ts';
import { lackingFor } from './lacking.ts';
import { isSilenced } from './offer.ts';
import type { Draft, DraftedSection, DraftRequest } from './port.ts';
import { divideInstruction, type Instruction, readInstruction } from './read-instruction.ts';
import { isMarkedSecret } from './secrecy.ts';
import { writeWithModel } from './write-with-model.ts';
import { writeWithPhrasebook } from './write-with-phrasebook.ts';

export interface DraftOptions {
  model?: Model;
  /** By outline kind. */
  phrasebooks: Record<string, Phrasebook>;
  /** style.md by outline kind. */
  styles: Record<string, string>;
  log: Log;
  /** For one asking, repairs apart. */
  timeoutMs?: number;
}

/** Why the phrasebook took over, in the user's words, by what the model's client said. */
const reasons: Partial<Record<ServiceCode, string>> = {
  model_unavailable: '模型这会儿没有响应',
  model_rate_limited: '模型这会儿太忙',
  model_denied: '模型拒绝了访问（请管理员看日志）',
  model_nonsense: '模型这次没有给出能用的文字',
  bad_prompt: '这次的要求没法安全地交给模型',
};

/** What nobody gave and these sections therefore do not tell, by its label. */
function unwrittenIn({ slots }: Section, { outline, facts }: DraftRequest): string[] {
  return slots.flatMap((id) => {
    const slot = slotOf(outline, id);
    if (!slot || facts[id] !== undefined || slot.fallback !== undefined || slot.appears?.length === 0) return [];
    return slot.last_year_of === undefined ? [slot.label] : [];
  });
}

export function createDraft(options: DraftOptions): Draft {
  const write = createWrite(options);
  return async (request) =>
    (await write(request)).map((drafted) => {
      const section = sectionsOf(request.outline).find((one) => one.id === drafted.section);
      if (!section || drafted.kept) return drafted;
      const unwritten = unwrittenIn(section, request);
      const { outline, facts, current } = request;
      const standing = current[section.id];
      const lacking = lackingFor(request.instruction, {
        ...{ section, outline, facts },
        ...(standing === undefined ? {} : { current: standing }),
      });
      const note = [lacking, drafted.note ?? ''].filter((part) => part !== '').join('');
      return {
        ...drafted,
        ...(unwritten.length === 0 ? {} : { unwritten }),
        ...(note === '' ? {} : { note }),
      };
    });
}

function createWrite({ model, phrasebooks, styles, log, timeoutMs = 120_000 }: DraftOptions): Draft {
  return async (request) => {
    const sections = request.sections.flatMap((id) =>
      sectionsOf(request.outline).filter((section) => section.id === id),
    );
    const phrasebook = phrasebooks[request.outline.kind];
    if (!phrasebook)
      throw new ServiceError(
        'bad_config',
        `There is no phrasebook for ${request.outline.kind}; add prompts/outlines/${request.outline.kind}/phrasebook.yaml`,
      );
    const instructionFor = shareInstruction(sections, request);
    const byPhrasebook = (section: Section, why = ''): DraftedSection => {
      const written = writeWithPhrasebook(section, request, phrasebook, instructionFor(section), model !== undefined);
      const note = [why, written.note ?? ''].filter((part) => part !== '').join('');
      return note === '' ? written : { ...written, note };
    };
    if (!model) return sections.map((section) => byPhrasebook(section));
    if (holdsSecret(request)) {
      return sections.map((section) => byPhrasebook(section, '材料里有密级字样，没有交给模型，用短语库写成。'));
    }

    const style = styles[request.outline.kind] ?? '';
    // What a person left out on purpose needs no writer.
    const open = sections.filter((section) => !isSilenced(section, request.outline, request.facts));
    // A first draft is one asking for the chapter, so that its sections fit together; a rewrite keeps each apart.
    const groups = request.instruction.trim() === '' ? [open] : open.map((section) => [section]);
    const written = new Map<string, DraftedSection>();
    const reason = new Map<string, string>();
    await Promise.all(
      groups
        .filter((group) => group.length > 0)
        .map(async (group) => {
          const [first] = group;
          try {
            const instruction = first ? instructionFor(first) : readInstruction('', 0);
            const texts = await writeWithModel(group, request, instruction, { model, style, timeoutMs, log });
            for (const text of texts) written.set(text.section, text);
          } catch (error) {
            request.signal?.throwIfAborted();
            const known = error instanceof ServiceError ? reasons[error.code] : undefined;
            if (known === undefined) throw error;
            log.warn(
              { sections: group.map((one) => one.id), error: describeError(error) },
              'phrasebook drafts instead',
            );
            for (const section of group) reason.set(section.id, known);
          }
        }),
    );
    return sections.map((section) => {
      const text = written.get(section.id);
      if (text) return text;
      if (!open.includes(section)) return byPhrasebook(section);
      const why = reason.get(section.id) ?? '模型写的这一节没有通过核对';
      const standing = request.instruction.trim() === '' ? undefined : stillTrue(section, request);
      if (standing !== undefined) {
        const by = { type: 'phrasebook' as const, id: `phrasebook@${phrasebook.version}` };
        return { section: section.id, text: standing, by, kept: true, note: `${why}。过一会儿再说一次就行。` };
      }
      return byPhrasebook(section, `${why}，先用短语库写成，稍后可以再说“改写”。`);
    });
  };
}

/** The text that stands, where it still tells all that was given and nothing else: better than the phrasebook's. */
function stillTrue(section: Section, { outline, facts, year, current }: DraftRequest): string | undefined {
  const text = current[section.id];
  if (text === undefined || text.trim() === '') return undefined;
  return proveSection(text, { outline, section: section.id, facts, year }).length === 0 ? text : undefined;
}

/** What each section is to keep to: a length asked of several is divided among them as their lengths are. */
function shareInstruction(sections: Section[], request: DraftRequest): (section: Section) => Instruction {
  const { current, outline, facts, year } = request;
  const standing = ({ id }: Section): number =>
    current[id] === undefined ? 0 : printedLength(current[id], { outline, section: id, facts, year });
  const whole = sections.reduce((sum, section) => sum + standing(section), 0);
  const instruction = readInstruction(request.instruction, whole);
  if (sections.length === 1) return () => instruction;
  const weight = (section: Section): number => standing(section) || section.length;
  const all = sections.reduce((sum, section) => sum + weight(section), 0);
  return (section) => divideInstruction(instruction, weight(section) / all);
}

function holdsSecret({ facts, outline, instruction, current }: DraftRequest): boolean {
  return [instruction, ...Object.values(current), ...narrativeOf(facts, outline)].some(isMarkedSecret);
}
