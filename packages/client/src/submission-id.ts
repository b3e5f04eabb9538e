/** A UUID v4. `crypto.randomUUID` is missing on plain http pages; `getRandomValues` is not. */
export function createSubmissionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.reduce(
    (id, byte, index) =>
      id + ([4, 6, 8, 10].includes(index) ? '-' : '') + byte.toString(16).padStart(2, '0'),
    '',
  );
}
