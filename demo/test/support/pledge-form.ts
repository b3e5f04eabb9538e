import type { Frame, Page } from 'puppeteer-core';
import { JoinForm } from './join-form.ts';
import type { Visit } from './visit.ts';

/** What the signer of the example's pledge reads. */
export const words = {
  en: {
    birthYear: 'What year were you born?',
    goOn: 'Continue',
    commitment:
      'I support policies encouraging permanency and ongoing services to help families succeed after reunification, adoption or placement in legal guardianship. (required)',
    updates: "Send me updates and information about key kids' issues and campaigns.",
    sign: 'I pledge',
  },
  es: {
    birthYear: '¿En qué año nació?',
    goOn: 'Continuar',
    commitment:
      'Apoyo políticas que fomenten la permanencia y servicios continuos para ayudar a las familias a salir adelante después de la reunificación, la adopción o la colocación bajo tutela legal. (obligatorio)',
    updates:
      'Quiero recibir novedades e información sobre los temas y campañas más importantes para la niñez.',
    sign: 'Me comprometo',
  },
} as const;

/** The fewest answers that sign the pledge, by their labels. */
export const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };

/** The form of a pledge, which asks for the year of birth first. */
export class PledgeForm extends JoinForm {
  constructor(place: Page | Frame, selector = 'pro-kid-pledge') {
    super(place, selector);
  }

  async sayBirthYear(year: number, language: keyof typeof words = 'en'): Promise<void> {
    await this.type(words[language].birthYear, String(year));
    await this.click(words[language].goOn);
  }

  /** Fills in what must be, and signs. */
  async sign(texts: Readonly<Record<string, string>> = ana): Promise<void> {
    await this.click(words.en.commitment);
    await this.typeAll(texts);
    await this.click(words.en.sign);
  }
}

/** The pledge on the page, past its first question, which an adult answers. */
export async function openPledge(visit: Visit, language: keyof typeof words = 'en') {
  const form = await thePledge(visit);
  await form.sayBirthYear(1990, language);
  return form;
}

export async function thePledge(visit: Visit): Promise<PledgeForm> {
  const form = new PledgeForm(visit.page);
  await form.ready();
  return form;
}

/** Waits until a count on the page, also one in another element, is this when it is in sight. */
export async function counts(page: Page, selector: string, words: string): Promise<void> {
  const progress = selector === '#so-far' ? selector : `${selector} >>> pro-kid-progress`;
  await (await page.waitForSelector(progress, { visible: true }))!.scrollIntoView();
  const bar = `${progress} >>> progress[aria-valuetext="${words}"]`;
  await page.waitForSelector(bar, { visible: true });
}

/** Has a page read figures that a browser could still have from another page, for 5 seconds. */
export const withoutCache = (page: Page): Promise<void> => page.setCacheEnabled(false);
