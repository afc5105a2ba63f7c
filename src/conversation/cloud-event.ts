// What came of writing or reading a cloud document. Types only; decided in cloud.ts.
import type { CloudBlock, CloudParagraph } from '../report/cloud-lines.ts';
import type { Person } from '../report/fact.ts';

interface Common {
  /** The effect's key. */
  id: string;
  conversation: string;
  at: number;
  report: string;
  /** The key of the effect it comes of. */
  job: string;
}

interface CloudWritten extends Common {
  type: 'cloud_written';
  document: string;
  url: string;
  revision: number;
  blocks: CloudBlock[];
}

export interface CloudRead extends Common {
  type: 'cloud_read';
  document: string;
  url: string;
  revision: number;
  paragraphs: CloudParagraph[];
  /** Who changed it last, where the platform tells it. */
  editor?: Person;
}

interface CloudFailed extends Common {
  type: 'cloud_failed';
  /** `gone`: deleted, or not ours any more. */
  why: 'denied' | 'gone' | 'rejected';
}

export type CloudEvent = CloudWritten | CloudRead | CloudFailed;
