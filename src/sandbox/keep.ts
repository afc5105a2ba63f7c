// Appends to a record that tests look at, and forgets the oldest: a sandbox may run for weeks. Must never hold what the platform itself remembers.
const MOST = 5000;

export function keep<T>(record: T[], entry: T): void {
  record.push(entry);
  if (record.length > MOST) record.splice(0, record.length - MOST);
}
