// The name and declared type of a file we send.
import { extname } from 'node:path';

const fileTypes: Record<string, 'doc' | 'pdf' | 'xls' | 'ppt'> = {
  '.doc': 'doc',
  '.docx': 'doc',
  '.pdf': 'pdf',
  '.xls': 'xls',
  '.xlsx': 'xls',
  '.ppt': 'ppt',
  '.pptx': 'ppt',
};

/** Only documents are declared; a sound or film would have to be sent as another kind of message. */
export function fileTypeOf(name: string): 'doc' | 'pdf' | 'xls' | 'ppt' | 'stream' {
  return fileTypes[extname(name).toLowerCase()] ?? 'stream';
}

/** What people see and save under: no path, nothing that a file system refuses. */
export function fileName(name: string): string {
  const clean = [...name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim()];
  const extension = [...extname(clean.join(''))];
  const base = clean.slice(0, clean.length - extension.length);
  return base.slice(0, 120).concat(extension).join('') || '文件';
}
