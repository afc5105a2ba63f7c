// What a rewriting instruction asks of length and form, taken out as numbers of our own; the rest goes on as words.

export interface Instruction {
  /** Characters of the printed text. */
  most?: number;
  least?: number;
  about?: number;
  paragraphs?: number;
  sentences?: number;
  /** 精炼些, 太长了, 控制在…以内: fewer words wanted. */
  shorter: boolean;
  /** 详细些, 展开写: more words wanted. */
  longer: boolean;
  /** What is left of the words; '' when the instruction was about length alone. */
  words: string;
}

const count = String.raw`(\d{1,5}|[一二两三四五六七八九十百千零〇]{1,7})`;
const before =
  '(?:(?:请|再|都|要|把?(?:它|这一?[段节点])|篇幅|字数|控制|压缩|缩减|精简|精炼|扩写|扩充|扩展|缩短|删减|写|压|缩|扩|限){0,3}(?:在|到|成|为|至)?)?' +
  '((?:不要超过|不得超过|不能超过|不超过|别超过|不多于|少于|低于|最多|至多|不少于|不低于|至少|最少|大约|约|大概)?)';
const lengthWanted = new RegExp(
  String.raw`${before}\s*${count}\s*[来多]?个?字(?![样段号体词])\s*(以内|之内|以下|内|左右|上下|以上)?`,
  'u',
);
const paragraphsWanted = new RegExp(`(?<!第)(?:请|再|分为|分成|分|写成|写){0,3}${count}个?(?:自然)?段话?`, 'u');
const sentencesWanted = new RegExp(`(?<!第)(?:请|再|用|写成|写|说成|说){0,3}${count}句话?`, 'u');
const half = /(?:压缩|缩减|精简|缩短|删减|减少|压|缩|砍|删|减)(?:到|成|掉|去)?(?:原来的)?(?:一半|半)|减半|对半/u;

const shorterWords =
  /精炼|精简|简练|简短|简洁|缩短|压缩|删减|缩减|短[一些点]|短$|太长|过长|啰嗦|啰唆|拖沓|少写|减半|对半/u;
const longerWords = /详细|展开|扩写|扩充|扩展|丰富|充实|多写|长一?[些点]|太短|再长/u;

/** `currentLength`: characters of the text as it stands, for 减半. */
export function readInstruction(text: string, currentLength: number): Instruction {
  let words =
    text.normalize('NFKC').trim() === '' ? '' : text.trim().replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'));
  const found: Partial<Instruction> = {};
  const take = (pattern: RegExp, use: (match: RegExpExecArray) => boolean): void => {
    const match = pattern.exec(words);
    if (match && use(match)) words = `${words.slice(0, match.index)}${words.slice(match.index + match[0].length)}`;
  };
  take(lengthWanted, ([all, qualifier = '', amount = '', suffix = '']) => {
    const characters = toNumber(amount);
    if (characters === undefined || characters < 10) return false;
    if (/不少于|不低于|至少|最少|扩/u.test(all) || suffix === '以上') found.least = characters;
    else if (/约|大概/u.test(qualifier) || /左右|上下/u.test(suffix)) found.about = characters;
    else found.most = characters;
    return true;
  });
  take(half, () => {
    if (currentLength > 0) found.most ??= Math.ceil(currentLength / 2);
    return currentLength > 0;
  });
  take(paragraphsWanted, ([, amount = '']) => set('paragraphs', amount));
  take(sentencesWanted, ([, amount = '']) => set('sentences', amount));
  function set(name: 'paragraphs' | 'sentences', amount: string): boolean {
    const number = toNumber(amount);
    if (number === undefined || number < 2 || number > 20) return false;
    found[name] = number;
    return true;
  }
  words = words.replace(/^[\s，,。；;、：:]+|[\s，,；;、：:]+$/gu, '').replace(/[，,；;、\s]{2,}/gu, '，');
  const target = found.most ?? found.about;
  return {
    ...found,
    shorter: shorterWords.test(text) || (target !== undefined && (currentLength === 0 || target < currentLength)),
    longer: longerWords.test(text) || (found.least !== undefined && found.least > currentLength),
    words: /[\p{L}\p{N}]/u.test(words) ? words : '',
  };
}

/** A part's share of what was asked of the whole; how many paragraphs and sentences cannot be shared out. */
export function divideInstruction(instruction: Instruction, share: number): Instruction {
  const { most, least, about, paragraphs: _, sentences: __, ...rest } = instruction;
  const part = (length: number): number => Math.max(1, Math.round(length * share));
  return {
    ...rest,
    ...(most === undefined ? {} : { most: part(most) }),
    ...(least === undefined ? {} : { least: part(least) }),
    ...(about === undefined ? {} : { about: part(about) }),
  };
}

/** For the model: the form wanted, in words of ours. `''` sections keep their own length. */
export function describeForm(instruction: Instruction): string {
  const { most, least, about, paragraphs, sentences, shorter, longer } = instruction;
  const parts = [
    most === undefined ? '' : `全文不超过${most}字`,
    about === undefined ? '' : `全文约${about}字`,
    least === undefined ? '' : `全文不少于${least}字，但不为凑字数写空话`,
    paragraphs === undefined ? '' : `分成${paragraphs}段`,
    sentences === undefined ? '' : `写成${sentences}句`,
    shorter && most === undefined && about === undefined ? '比现稿短' : '',
    longer && least === undefined ? '比现稿充实，但只用已有的事实' : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `${parts.join('；')}（占位按印出后的长度计）` : '按各小节标明的长度';
}

const digits = '零一二三四五六七八九';
const steps: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Arabic or Chinese digits below ten thousand; undefined for what is neither (三四百). */
function toNumber(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  let total = 0;
  let digit: number | undefined;
  for (const char of text.replaceAll('两', '二').replaceAll('〇', '零')) {
    const step = steps[char];
    if (step !== undefined) {
      total += (digit ?? 1) * step;
      digit = undefined;
    } else {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digits.indexOf(char);
    }
  }
  return total + (digit ?? 0);
}
