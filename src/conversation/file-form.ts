// The forms a report can be handed over in, and what each file is called. Data only.
import type { FileForm } from './command.ts';

export const FILE_FORMS: FileForm[] = ['docx', 'ledger', 'markdown', 'text', 'large', 'changes', 'contents', 'notes'];

const endings: Record<FileForm, { mark: string; extension: string }> = {
  docx: { mark: '', extension: 'docx' },
  ledger: { mark: '数字台账', extension: 'xlsx' },
  markdown: { mark: '', extension: 'md' },
  text: { mark: '', extension: 'txt' },
  large: { mark: '朗读大字版', extension: 'docx' },
  changes: { mark: '修订对照', extension: 'docx' },
  contents: { mark: '带目录', extension: 'docx' },
  notes: { mark: '审核批注', extension: 'docx' },
};

/** No character that a file system refuses: an outline's name is data. */
export function fileName(title: string, form: FileForm, state: string): string {
  const safe = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').trim();
  const { mark, extension } = endings[form];
  const said = [mark, state].filter((part) => part !== '').join('，');
  return `${safe}${said === '' ? '' : `（${said}）`}.${extension}`;
}
