// Names of form components: any name of ours ↔ one the platform takes (ASCII letters, digits, _; unique in the card).
// What decode gives back must be what conversation/ put in, so the two directions stand together.

const taken = /__(?:d\d+|[sf][0-9a-f]+)$/;

/** A name as it is where the platform allows it, else its bytes in hex. `nth`: how many of the same name came before. */
export function encodeName(name: string, nth = 0): string {
  const plain = /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && !taken.test(name) && !name.startsWith('x__');
  const base = plain ? name : `x__${Buffer.from(name.toWellFormed(), 'utf8').toString('hex')}`;
  return nth === 0 ? base : `${base}__d${nth}`;
}

/** A form and its button carry a stamp of the card: a form whose name did not change may stay locked after a submit. */
export function encodeFormNames(form: string, stamp: string, nth: number): { form: string; submit: string } {
  const base = encodeName(form, nth);
  return { form: `${base}__f${stamp}`, submit: `${base}__s${stamp}` };
}

/** The name conversation/ gave; for a submit button the name of its form. */
export function decodeName(name: string): string {
  const base = name.replace(/__s[0-9a-f]+$/, '').replace(/__d\d+$/, '');
  const hex = /^x__((?:[0-9a-f]{2})*)$/.exec(base)?.[1];
  return hex === undefined ? base : Buffer.from(hex, 'hex').toString('utf8');
}
