// Marks by GB/T 15834—2011: width, pairs, doubles, marks that do not belong. Looks at no word's meaning.
import type { AuditFinding } from './finding.ts';
import { type AuditScene, eachMatch, findingAt, type SceneParagraph, within } from './scene.ts';

const STANDARD = 'GB/T 15834—2011';
const FULL: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
};
/** From so many on, half-width marks are the habit of the whole text: one finding says it. */
const HABIT = 12;

export function punctuation(scene: AuditScene): AuditFinding[] {
  return [
    ...halfWidth(scene),
    ...doubled(scene),
    ...scene.paragraphs.flatMap(unpaired),
    ...scene.paragraphs.flatMap(ending),
    ...besidePairs(scene),
    ...numberMarks(scene),
    ...enumerationMarks(scene),
    ...spaces(scene),
  ];
}

function halfWidth(scene: AuditScene): AuditFinding[] {
  const marks = eachMatch(
    scene,
    /(?<=[\p{Script=Han}”》）】])[,;:?!]|[,;:?!](?=[\p{Script=Han}“《（])/gu,
    (match, paragraph) => {
      const put = FULL[match[0]] ?? match[0];
      // 15:30 and 1,000 are written so.
      if (/\d/u.test(paragraph.raw.charAt(match.index - 1)) && /\d/u.test(paragraph.raw.charAt(match.index + 1)))
        return;
      return half(match[0], put);
    },
    'raw',
  );
  const stops = eachMatch(scene, /(?<=\p{Script=Han})\.(?=\p{Script=Han}|$)/gu, () => half('.', '。'), 'raw');
  const brackets = eachMatch(
    scene,
    /\([^()]*\)/gu,
    (match) => (/\p{Script=Han}/u.test(match[0]) ? half(match[0], `（${match[0].slice(1, -1)}）`) : undefined),
    'raw',
  );
  const quotes = eachMatch(scene, /"[^"\n]{1,60}"/gu, (match) =>
    /\p{Script=Han}/u.test(match[0])
      ? { ...half(match[0], `“${match[0].slice(1, -1)}”`), message: '引号应为中文弯引号“”。' }
      : undefined,
  );
  const all = [...marks, ...stops, ...brackets, ...quotes];
  if (all.length < HABIT) return all;
  const first = all[0];
  if (!first) return [];
  const message = `全文有${all.length}处标点是半角（如“${first.where.quote.slice(0, 8)}”），中文里应一律用全角。`;
  const { fix: _one, ...rest } = first;
  return [{ ...rest, message }];
}

const half = (mark: string, put: string) => ({
  rule: 'punctuation/half_width',
  severity: 'must' as const,
  clause: `${STANDARD} 5.1`,
  message: `“${mark.slice(0, 12)}”是半角标点，中文里用全角。`,
  put,
});

/** Two marks in a row. …… and —— are one; ？！ is allowed. */
function doubled(scene: AuditScene): AuditFinding[] {
  return eachMatch(scene, /[，。、；：,;]{2,}|[！？]{3,}|[，、；：][。！？]|[！？][，。、；：]/gu, (match) => ({
    rule: 'punctuation/doubled',
    severity: 'must',
    clause: `${STANDARD} 4`,
    message: `“${match[0]}”是两个点号连用，只留一个。`,
    put: /[。！？]/u.exec(match[0])?.[0] ?? match[0].charAt(0),
  }));
}

const PAIRS: Record<string, string> = { '“': '”', '《': '》', '（': '）', '〔': '〕', '【': '】', '「': '」' };

function unpaired(paragraph: SceneParagraph): AuditFinding[] {
  const open: { mark: string; at: number }[] = [];
  const lone: { at: number; mark: string }[] = [];
  for (let at = 0; at < paragraph.text.length; at++) {
    const char = paragraph.text.charAt(at);
    if (PAIRS[char] !== undefined) {
      // A quotation mark opened twice: the first one was never closed. Brackets may stand in each other.
      const last = open.at(-1);
      if (char === '“' && last?.mark === '“') lone.push(open.pop() ?? last);
      open.push({ mark: char, at });
    } else if (Object.values(PAIRS).includes(char)) {
      const last = open.at(-1);
      if (last && PAIRS[last.mark] === char) open.pop();
      else if (open.some(({ mark }) => PAIRS[mark] === char)) {
        while (open.length > 0 && PAIRS[open.at(-1)?.mark ?? ''] !== char) lone.push(open.pop() ?? { at, mark: char });
        open.pop();
      } else if (!(char === '）' && numbersBefore(paragraph.text, at))) lone.push({ at, mark: char });
    }
  }
  return [...lone, ...open].map(({ at, mark }) =>
    findingAt(paragraph, at, Math.min(paragraph.text.length, at + 1), {
      rule: 'punctuation/unpaired',
      severity: 'must',
      clause: `${STANDARD} 4.8—4.10`,
      message: `“${mark}”没有配对的另一半：…${paragraph.text.slice(Math.max(0, at - 6), at + 7)}…`,
    }),
  );
}

/** 1） and 一） number a paragraph. */
const numbersBefore = (text: string, at: number): boolean =>
  /(?:^|[。；，：\s])[\d一二三四五六七八九十]{1,3}$/u.test(text.slice(0, at));

const LONG_PARAGRAPH = 25;

function ending(paragraph: SceneParagraph): AuditFinding[] {
  const { text, level } = paragraph;
  if (level === 'body' && [...text].length >= LONG_PARAGRAPH && /[\p{Script=Han}\d%，、]$/u.test(text))
    return [
      findingAt(paragraph, text.length - 1, text.length, {
        rule: 'punctuation/no_end',
        severity: /[，、]$/u.test(text) ? 'must' : 'should',
        clause: `${STANDARD} 4.1`,
        message: '这一段末尾没有句号。',
        put: `${/[，、]$/u.test(text) ? '' : text.slice(-1)}。`,
      }),
    ];
  if (
    (level === 'heading1' || level === 'heading2' || level === 'title') &&
    /[。，；]$/u.test(text) &&
    !/。.*。/u.test(text)
  )
    return [
      findingAt(paragraph, text.length - 1, text.length, {
        rule: 'punctuation/heading_end',
        severity: level === 'heading2' ? 'may' : 'should',
        message: '单独成行的标题末尾不用点号。',
        put: '',
      }),
    ];
  return [];
}

/** 、 between items that already have marks of their own. */
function besidePairs(scene: AuditScene): AuditFinding[] {
  return eachMatch(scene, /(?:》、《|”、“)/gu, (match, paragraph) => {
    // With words outside the marks the enumeration needs 、: “甲”工程、“乙”工程 never gets here; a bracketed note does not either.
    const closing = match[0].charAt(0);
    const inside = paragraph.text.slice(0, match.index);
    if (
      closing === '”' &&
      within(
        paragraph.quoted.filter(({ long }) => long),
        inside.length,
      )
    )
      return;
    return {
      rule: 'punctuation/between_pairs',
      severity: 'should',
      clause: `${STANDARD} 4.5.3.5`,
      message: `并列的${closing === '》' ? '书名号' : '引号'}之间通常不用顿号。`,
      put: closing + match[0].charAt(2),
    };
  });
}

function numberMarks(scene: AuditScene): AuditFinding[] {
  return [
    ...eachMatch(scene, /[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)][、，．.]/gu, (match) => ({
      rule: 'punctuation/after_number',
      severity: 'must',
      clause: `${STANDARD} 附录B.3`,
      message: `“${match[0]}”：括号里的序号后面不再加标点。`,
      put: match[0].slice(0, -1),
    })),
    ...eachMatch(scene, /(?<=^|[。；])\d{1,2}、(?=\p{Script=Han})/gu, (match) => ({
      rule: 'punctuation/after_number',
      severity: 'should',
      clause: `${STANDARD} 附录B.3；GB/T 9704—2012 7.3.3`,
      message: `“${match[0]}”：阿拉伯数字序号后面用小圆点，写作“${match[0].slice(0, -1)}.”。`,
      put: `${match[0].slice(0, -1)}.`,
    })),
    ...eachMatch(scene, /(?<=^|[。；])[一二三四五六七八九十]{1,3}[.．，](?=\p{Script=Han})/gu, (match) => ({
      rule: 'punctuation/after_number',
      severity: 'should',
      clause: `${STANDARD} 附录B.3`,
      message: `“${match[0]}”：汉字序号后面用顿号。`,
      put: `${match[0].slice(0, -1)}、`,
    })),
    ...eachMatch(
      scene,
      /(?<=^|[。；，：])第?[一二三四五六七八九十]是?[、](?<=是、|^第.、|[。；，：]第.、)/gu,
      (match) => ({
        rule: 'punctuation/after_number',
        severity: 'should',
        clause: `${STANDARD} 4.5`,
        message: `“${match[0]}”：“一是”“第一”后面不用顿号。`,
        put: /是/u.test(match[0]) ? match[0].slice(0, -1) : `${match[0].slice(0, -1)}，`,
      }),
    ),
  ];
}

function enumerationMarks(scene: AuditScene): AuditFinding[] {
  return [
    ...eachMatch(scene, /(?<=\p{Script=Han}|[”》）])、等(?=[\p{Script=Han}\d。，；])/gu, (match) => ({
      rule: 'punctuation/before_deng',
      severity: 'must',
      clause: `${STANDARD} 4.5`,
      message: '“等”前面不用顿号。',
      put: match[0].slice(1),
    })),
    ...eachMatch(scene, /、(?:和|及|以及|或者)(?=\p{Script=Han})(?!谐|平|解|睦|气|美|顺|时)/gu, (match) => ({
      rule: 'punctuation/before_he',
      severity: 'should',
      clause: `${STANDARD} 4.5`,
      message: `“${match[0].slice(1)}”前面不用顿号。`,
      put: match[0].slice(1),
    })),
    ...eachMatch(scene, /(?<!\.)\.{3,6}(?!\.)|(?<!…)…(?!…)|。{3,}/gu, (match, paragraph) =>
      within(paragraph.gaps, match.index)
        ? undefined
        : {
            rule: 'punctuation/ellipsis',
            severity: 'should',
            clause: `${STANDARD} 4.11`,
            message: `省略号写作“……”，不写“${match[0]}”。`,
            put: '……',
          },
    ),
  ];
}

/** No space between Chinese characters and digits, nor between Chinese characters. */
function spaces(scene: AuditScene): AuditFinding[] {
  const found = eachMatch(
    scene,
    /(?<=\p{Script=Han})[ \u00a0\u3000]+(?=[\d])|(?<=[\d%])[ \u00a0\u3000]+(?=\p{Script=Han})|(?<=[\p{Script=Han}，。、；：）”》])[ \u00a0\u3000]+(?=[\p{Script=Han}，。、；：（“《])/gu,
    (match, paragraph) =>
      paragraph.level === 'title' ||
      paragraph.level === 'signature' ||
      /^[一二三四五六七八九十\d（）]+[、.]?$/u.test(paragraph.text.slice(0, match.index))
        ? undefined
        : {
            rule: 'punctuation/space',
            severity: 'should',
            clause: 'GB/T 15835—2011',
            message: `“${paragraph.text.slice(Math.max(0, match.index - 4), match.index + match[0].length + 4)}”里多了空格，中文和数字之间不留空。`,
            put: '',
          },
  );
  const first = found[0];
  if (!first || found.length < HABIT) return found;
  const { fix: _one, ...rest } = first;
  return [{ ...rest, message: `全文有${found.length}处多余的空格，中文和数字之间不留空。` }];
}
