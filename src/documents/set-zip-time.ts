// Sets the time of every member of a zip, in place, so that the same content gives the same bytes. Contents are not read.

const endOfDirectory = 0x06054b50;

/** `at` is written as UTC in the zip's own format (2 s steps, years 1980–2107). */
export function setZipTime(zip: Uint8Array, at: Date): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107);
  const date = ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);

  let end = zip.byteLength - 22;
  while (view.getUint32(end, true) !== endOfDirectory) end -= 1;
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const member = view.getUint32(entry + 42, true);
    view.setUint16(entry + 12, time, true);
    view.setUint16(entry + 14, date, true);
    view.setUint16(member + 10, time, true);
    view.setUint16(member + 12, date, true);
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
}
