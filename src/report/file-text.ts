// What a file somebody sent says, once it is read: words and tables. Data only; kept as an immutable side value.

export interface FileParagraph {
  text: string;
  /** 0 for the title, 1–6 for a heading's level; absent for plain text, and where the format has no headings. */
  heading?: number;
}

export interface FileText {
  /** As the sender named it. */
  name: string;
  format: 'docx' | 'xlsx' | 'pdf' | 'csv' | 'text';
  /** None is blank. */
  paragraphs: FileParagraph[];
  /** Rows of cells as shown; a row may be shorter than others. */
  tables: string[][][];
  /** Where each table stands: how many paragraphs are before it. */
  places: number[];
}

export type FileContents = Omit<FileText, 'name'>;

/** Why a file cannot be read. What to do about it is said by the conversation. */
export type FileProblem =
  | 'empty'
  | 'broken'
  | 'encrypted'
  | 'too_big'
  | 'too_long'
  | 'old_word'
  | 'old_excel'
  | 'slides'
  | 'ofd'
  | 'archive'
  | 'image'
  | 'scanned'
  | 'secret'
  | 'unknown';

export type FileRead = { type: 'read'; file: FileText } | { type: 'unreadable'; problem: FileProblem };
