import type { Submission } from '@pro-kid/contract';
import { html, raw } from 'hono/html';
import { withTitle, type NamedDeed } from './deed.ts';
import type { Mail } from './mailer.ts';
import { words } from './words.ts';

const HOUR_MS = 3_600_000;

/** A name as people have it: what could be an address of the web would make of our mail somebody's advertisement. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’ -]{0,39}$/u;

interface MailParts {
  /** With an e-mail address. */
  member: Exclude<Submission['member'], { kind: 'anonymous' }>;
  deed: NamedDeed;
  /** How long the link works, in milliseconds. */
  within: number;
  /** The page on which to confirm; undefined for somebody who is in already. */
  link: string | undefined;
  id: string;
}

/** The mail that asks a person to confirm, or says that they are in already. It holds no more than their name. */
export async function confirmationMail(parts: MailParts): Promise<Mail> {
  const { member, deed, link, id } = parts;
  const { language } = deed;
  const said = words[language].mail;
  const greeting = NAME.test(member.givenName)
    ? said.greeting.replace('{name}', () => member.givenName)
    : said.greetingWithoutName;
  const start = {
    to: member.email,
    language,
    id,
    subject: link === undefined ? said.known.subject : said.subject,
  };
  if (link === undefined) {
    const text = withTitle(said.known.text[deed.deed], deed);
    return {
      ...start,
      text: [greeting, text, said.known.ignore].join('\n\n') + '\n',
      html: await page(
        start,
        html`${paragraph(greeting)} ${paragraph(text)} ${quiet(said.known.ignore)}`,
      ),
    };
  }
  const text = withTitle(said.deed[deed.deed], deed);
  const lasts = lasting(language, parts.within);
  return {
    ...start,
    text: [greeting, text, said.ask, link, lasts, said.ignore].join('\n\n') + '\n',
    html: await page(
      start,
      html`${paragraph(greeting)} ${paragraph(text)} ${paragraph(said.ask)}
        <p style="margin: 28px 0">
          <a
            href="${link}"
            style="display: inline-block; padding: 13px 28px; border-radius: 999px; background: #b9430b; color: #ffffff; font-weight: bold; text-decoration: none"
            >${said.action}</a
          >
        </p>
        <p style="margin: 0 0 16px; font-size: 14px; line-height: 1.5; word-break: break-all">
          <a href="${link}" style="color: #b9430b">${link}</a>
        </p>
        ${quiet(`${lasts} ${said.ignore}`)}`,
    ),
  };
}

function lasting(language: NamedDeed['language'], within: number): string {
  const { days, hours } = words[language].mail;
  const inHours = Math.round(within / HOUR_MS);
  return inHours >= 48
    ? days.replace('{days}', String(Math.floor(inHours / 24)))
    : hours.replace('{hours}', String(inHours));
}

type Markup = ReturnType<typeof html>;

const paragraph = (text: string) =>
  html`<p style="margin: 0 0 16px; font-size: 16px; line-height: 1.55">${text}</p>`;

const quiet = (text: string) =>
  html`<p style="margin: 0; font-size: 14px; line-height: 1.55; color: #515b70">${text}</p>`;

/** With styles in attributes and a table around all: many mail programs know nothing else. */
async function page(
  { language, subject }: { language: string; subject: string },
  body: Markup,
): Promise<string> {
  const markup = await html`${raw('<!doctype html>')}
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${subject}</title>
      </head>
      <body style="margin: 0; background: #f6f3ee">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
          <tr>
            <td align="center" style="padding: 24px 12px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width: 560px; background: #ffffff; border-top: 6px solid #b9430b"
              >
                <tr>
                  <td
                    style="padding: 28px 24px; font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; color: #1c2333"
                  >
                    <h1 style="margin: 0 0 20px; font-size: 24px; line-height: 1.25">${subject}</h1>
                    ${body}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
  return String(markup);
}
