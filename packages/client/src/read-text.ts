/** No answer that means anything is longer; a hostile one could fill the memory. */
const LONGEST = 262_144;

/** The body as text; where it is too long its start, marked so that it is neither JSON nor empty. */
export async function readText({ body }: Response): Promise<string> {
  if (!body) return '';
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
    if (text.length > LONGEST) {
      void reader.cancel().catch(() => undefined);
      return `${text.slice(0, LONGEST)}…`;
    }
  }
}
