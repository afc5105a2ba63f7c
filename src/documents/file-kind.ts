// What a file is, by its first bytes and what it holds; its name only where they do not tell. Reads no more than needed.
import type { FileProblem, FileText } from '../report/file-text.ts';
import { namesIn } from './unzip.ts';

const images = ['89504e47', 'ffd8ff', '47494638', '424d', '49492a00', '4d4d002a', '00000100'];
const archives = ['526172211a07', '377abcaf271c', '1f8b', '425a68', 'fd377a585a00'];
const compound = 'd0cf11e0a1b11ae1';

export function kindOf(bytes: Uint8Array, name: string): { format: FileText['format'] } | FileProblem {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  if (start.startsWith('504b')) return packed(bytes);
  if (start.startsWith(compound)) return oldOffice(bytes, ending);
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return { format: 'pdf' };
  if (start.startsWith('7b5c727466')) return 'old_word';
  if (archives.some((one) => start.startsWith(one))) return 'archive';
  if (images.some((one) => start.startsWith(one)) || isBoxed(start)) return 'image';
  if (['doc', 'wps', 'rtf', 'docx'].includes(ending)) return 'old_word';
  if (['xls', 'et', 'xlsx'].includes(ending)) return 'old_excel';
  if (looksBinary(bytes)) return 'unknown';
  return { format: ending === 'csv' || ending === 'tsv' ? 'csv' : 'text' };
}

/** RIFF…WEBP, and the HEIC of a telephone. */
const isBoxed = (start: string): boolean =>
  (start.startsWith('52494646') && start.slice(16, 24) === '57454250') || start.slice(8, 16) === '66747970';

function packed(bytes: Uint8Array): { format: FileText['format'] } | FileProblem {
  const names = namesIn(bytes);
  if (names === undefined) return 'broken';
  if (names.includes('word/document.xml') || names.includes('word/document2.xml')) return { format: 'docx' };
  if (names.includes('xl/workbook.xml')) return { format: 'xlsx' };
  if (names.includes('xl/workbook.bin') || names.includes('content.xml')) return 'old_excel';
  if (names.some((one) => one.startsWith('ppt/'))) return 'slides';
  return names.includes('OFD.xml') ? 'ofd' : 'archive';
}

/** Word and Excel before 2007, WPS, and today's formats under a password all come in this container. */
function oldOffice(bytes: Uint8Array, ending: string): FileProblem {
  const holds = (stream: string): boolean => Buffer.from(bytes).includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('PowerPoint Document') || ['ppt', 'dps'].includes(ending)) return 'slides';
  if (holds('Workbook') || ['xls', 'et'].includes(ending)) return 'old_excel';
  return 'old_word';
}

/** Text has no NUL (UTF-16 announces itself) and few control characters. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  const odd = head.filter((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte)).length;
  return head.includes(0) || odd > head.length / 50;
}
