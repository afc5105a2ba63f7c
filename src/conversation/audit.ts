// An audit asked for: of the report being written or of a text that is not ours. Finds and offers; changes words only through the ordinary edit.
import type { AuditFinding, AuditOptions } from '../report/audit/finding.ts';
import { auditedReport } from '../report/audit/our-report.ts';
import { splitText } from '../report/audit/split-text.ts';
import { proveDocument } from '../report/prove-document.ts';
import { isRefused } from './access.ts';
import { runEdit } from './answer-proposal.ts';
import { findings, waveKey } from './audit-findings.ts';
import { auditWords } from './audit-wording.ts';
import { auditWish } from './audit-words.ts';
import type { Block, Button, Card } from './card.ts';
import { auditCards, type ShownFinding } from './cards/audit-card.ts';
import { pages } from './cards/page.ts';
import { undraftedIn } from './compile.ts';
import { likeLastYear } from './last-year-text.ts';
import { nameOf, titleOf } from './plan.ts';
import { disputes } from './question.ts';
import { refuse } from './toast.ts';
import { activeScene, remember, type Scene, say, showCard, type Turn } from './turn.ts';
import { documentOf, openIn } from './view.ts';

/** More would not be read at a sitting. */
const SHOWN = 40;
/** Characters of the text beside a quote, at most, to say which of several places is meant. */
const CONTEXT = 12;

/** 审一下, with or without a text behind it. False when the message asks for no audit. */
export function takeAudit(turn: Turn, text: string): boolean {
  const wish = auditWish(text);
  if (!wish) return false;
  const scene = activeScene(turn);
  if (wish.type === 'pasted') auditForeign(turn, auditWords.pasted, splitText(wish.text));
  else if (scene) auditOwn(scene);
  else say(turn, auditWords.nothingDrafted);
  return true;
}

function auditOwn(scene: Scene): undefined {
  const { turn, report, outline } = scene;
  if (Object.keys(report.sections).length === 0) return say(turn, auditWords.nothingDrafted);
  const audited = findings(scene);
  if (!audited) return say(turn, auditWords.notNow);
  const { open, waved } = audited;
  const name = titleOf(report);
  const unfinished = stillOpen(scene);
  if (open.length === 0) {
    say(turn, unfinished === '' ? auditWords.clean(name) : auditWords.cleanButOpen(name, unfinished));
    return waved > 0 ? say(turn, auditWords.waved(waved)) : undefined;
  }
  const shown = gravestFirst(open)
    .slice(0, SHOWN)
    .map((finding): ShownFinding => {
      const { section } = finding.where;
      return {
        finding,
        place: section === undefined ? '' : nameOf(outline, section),
        buttons: buttonsFor(scene, finding),
      };
    });
  const notes = [waved > 0 ? auditWords.waved(waved) : '', unfinished === '' ? '' : auditWords.alsoOpen(unfinished)];
  show(turn, name, shown, open, notes.join(''));
}

/** What no rule of words finds: gaps, parts nobody has written, figures in dispute or proved by nothing. '' when all is done. */
function stillOpen(scene: Scene): string {
  const document = documentOf(scene);
  return auditWords.open(
    openIn(document).length,
    undraftedIn(scene).length,
    disputes(scene).map(({ label }) => label),
    [...new Set(proveDocument(document).map(({ quote }) => quote))],
  );
}

export function auditForeign(
  turn: Turn,
  name: string,
  paragraphs: ReturnType<typeof splitText>,
  options: AuditOptions = {},
): undefined {
  const { audit } = turn.context;
  if (!audit) return say(turn, auditWords.notNow);
  const all = audit({ paragraphs }, options);
  const found = all.filter(({ rule, where }) => !turn.state.waved?.includes(waveKey(rule, where.quote)));
  const waved = all.length - found.length;
  if (found.length === 0) {
    say(turn, auditWords.clean(name));
    return waved > 0 ? say(turn, auditWords.waved(waved)) : undefined;
  }
  const shown = gravestFirst(found)
    .slice(0, SHOWN)
    .map(
      (finding): ShownFinding => ({ finding, place: contextOf(paragraphs, finding), buttons: [waveForeign(finding)] }),
    );
  show(turn, name, shown, found, [auditWords.foreign, ...(waved > 0 ? [auditWords.waved(waved)] : [])].join(''));
}

function show(turn: Turn, name: string, shown: ShownFinding[], all: AuditFinding[], note: string): undefined {
  const of = (severity: AuditFinding['severity']) => all.filter((finding) => finding.severity === severity).length;
  const more = all.length > shown.length ? auditWords.more(all.length - shown.length) : '';
  const notes = [auditWords.summary(of('must'), of('should'), of('may')), note, more];
  for (const card of auditCards(name, shown, notes)) showCard(turn, card);
}

const weight = { must: 0, should: 1, may: 2 } as const;
const gravestFirst = (found: AuditFinding[]): AuditFinding[] =>
  [...found].sort((a, b) => weight[a.severity] - weight[b.severity]);

/** 第3段: where no section has a name. */
function contextOf(paragraphs: { text: string }[], { where }: AuditFinding): string {
  return where.quote === '' || !paragraphs[where.paragraph] ? '' : `第${where.paragraph + 1}段`;
}

function buttonsFor(scene: Scene, finding: AuditFinding): Button[] {
  const { report } = scene;
  const { section, quote } = finding.where;
  const at = { report: report.id, rule: finding.rule, quote: quote.slice(0, 200) };
  const wave: Button = { text: auditWords.wave, style: 'default', value: { action: 'audit_wave', ...at } };
  const place = finding.fix && section !== undefined ? placeFor(scene, finding) : undefined;
  if (!finding.fix || section === undefined || !place) return [wave];
  const value = {
    action: 'audit_fix',
    ...at,
    section,
    find: place.find,
    put: place.before + finding.fix.put + place.after,
  };
  return [{ text: auditWords.fix, style: 'primary', value }, wave];
}

/** The quote with as much of its surroundings as makes it stand once in its section; undefined where nothing does. */
function placeFor(scene: Scene, { where }: AuditFinding): { find: string; before: string; after: string } | undefined {
  const { paragraphs } = auditedReport(documentOf(scene));
  const own = paragraphs.filter(({ section }) => section === where.section).map(({ text }) => text);
  const text = paragraphs[where.paragraph]?.text ?? '';
  for (let wide = 0; wide <= CONTEXT; wide++) {
    const before = text.slice(Math.max(0, where.start - wide), where.start);
    const after = text.slice(where.end, where.end + wide);
    const find = before + where.quote + after;
    const places = own.reduce((sum, one) => sum + one.split(find).length - 1, 0);
    if (places === 1 && find.trim() !== '') return { find, before, after };
  }
  return undefined;
}

const waveForeign = ({ rule, where }: AuditFinding): Button => ({
  text: auditWords.wave,
  style: 'default',
  value: { action: 'audit_wave_foreign', rule, quote: where.quote.slice(0, 200) },
});

/** 不是错 of a text that belongs to no report: pressed again, it is one again. False for any other press. */
export function pressForeignAudit(turn: Turn, action: string, value: Record<string, unknown>): boolean {
  if (action !== 'audit_wave_foreign') return false;
  const [rule, quote] = [String(value.rule ?? ''), String(value.quote ?? '')];
  const key = waveKey(rule, quote);
  const { waved = [] } = turn.state;
  const others = waved.filter((one) => one !== key);
  const again = others.length < waved.length;
  turn.state.waved = again ? others : [...others, key].slice(-WAVED_KEPT);
  say(turn, again ? auditWords.waveTakenBack(quote.slice(0, 30)) : auditWords.waveDoneHere(quote.slice(0, 30)));
  return true;
}

/** The sentences that are as they were last year, side by side. */
function showAlike(scene: Scene): undefined {
  const { turn } = scene;
  const found = likeLastYear(scene);
  if (!found) return say(turn, auditWords.noAlike);
  if (found.alike.length === 0) return say(turn, auditWords.alike(0, found.of));
  const blocks = found.alike
    .slice(0, SHOWN)
    .map(({ sentence, before }): Block => ({ type: 'text', text: auditWords.alikePair(sentence, before) }));
  const card: Card = { title: auditWords.alikeTitle, tone: 'blue', blocks };
  for (const page of pages(card, [
    { type: 'text', text: auditWords.alike(found.alike.length, found.of), tone: 'muted' },
  ]))
    showCard(turn, page);
}

const WAVED_KEPT = 200;

/** 审一下, 照改 and 不是错. False for any other press. */
export function pressAudit(scene: Scene, action: string, value: Record<string, unknown>): boolean {
  const { turn, report } = scene;
  const said = (name: string): string => (typeof value[name] === 'string' ? value[name] : '');
  if (action === 'audit') {
    auditOwn(scene);
    return true;
  }
  if (action === 'audit_alike') {
    showAlike(scene);
    return true;
  }
  if (action === 'audit_wave') {
    if (isRefused(scene)) return true;
    const key = waveKey(said('rule'), said('quote'));
    const quote = said('quote').slice(0, 30);
    remember(scene, { what: auditWords.waveStep(quote), changes: [{ type: 'waved', before: report.waved ?? [] }] });
    report.waved = [...(report.waved ?? []).filter((one) => one !== key), key].slice(-WAVED_KEPT);
    say(turn, auditWords.waveDone(quote));
    return true;
  }
  if (action !== 'audit_fix') return false;
  if (isRefused(scene)) return true;
  const [find, section] = [said('find'), said('section')];
  const { paragraphs } = auditedReport(documentOf(scene));
  if (find === '' || !paragraphs.some((one) => one.section === section && one.text.includes(find))) {
    refuse(turn, auditWords.gone);
    return true;
  }
  const edit = { type: 'replace' as const, find, put: said('put'), spot: { section, words: '' } };
  runEdit(scene, { type: 'edit_text', edit });
  return true;
}
