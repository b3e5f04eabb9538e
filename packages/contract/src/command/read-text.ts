import { createReadStream } from 'node:fs';
import { MOST_BYTES } from '../check-file/index.ts';

/** A file's text, or why there is none, as the end of a sentence. */
export type ReadText = { text: string } | { reason: string };

/** Reads a file, or what is piped in for `-`: no more of it than shows that it is too large. */
export async function readText(file: string): Promise<ReadText> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    const stream = file === '-' ? process.stdin : createReadStream(file);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MOST_BYTES) break;
    }
  } catch (error) {
    return { reason: whyNotRead(error as NodeJS.ErrnoException) };
  }
  const bytes = Buffer.concat(chunks);
  // What is cut off may end within a character, and is refused for its size anyway.
  const isWhole = length <= MOST_BYTES;
  try {
    return { text: new TextDecoder('utf-8', { fatal: isWhole }).decode(bytes) };
  } catch {
    return { reason: 'it is not UTF-8. Save it as UTF-8 in your editor' };
  }
}

function whyNotRead({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it';
  return message;
}
