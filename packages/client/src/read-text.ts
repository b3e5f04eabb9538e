/** No answer that means anything is longer; a hostile one could fill the memory. */
const LONGEST = 262_144;

/** The body as text, or its start where it is too long: what is cut off is no JSON any more. */
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
      return text.slice(0, LONGEST);
    }
  }
}
