// Whether a text carries a classification mark. Such text never goes to a model, masked or not.

/** Words in which 秘密 is no mark: what is taught about secrets is not secret. */
const ordinary = /(?:国家|商业|工作|个人|保守|泄露|泄漏|涉及)(?:国家|商业|工作)?秘密|秘密(?:会议|战线|工作)/gu;

export function isMarkedSecret(text: string): boolean {
  return /绝密|机密|秘密/u.test(text.normalize('NFKC').replace(/\s/gu, '').replace(ordinary, ''));
}
