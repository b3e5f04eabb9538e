import { expect } from '@open-wc/testing';
import {
  cardFixture,
  frames,
  fullIssue,
  nodes,
  part,
  shown,
  unreadyCard,
  until,
  whileFetching,
  wordsOf,
} from '../testing/card-fixture.ts';
import { FactCardElement } from './fact-card-element.ts';

const title = (element: FactCardElement) => wordsOf(part(element, '#title'));
const fallback = () => nodes('<p class="fallback">What the page wrote.</p>');

describe('a card that is moved or removed while its issue is on its way', () => {
  it('gives up on its file, and asks again where it comes back', async () => {
    const signals: AbortSignal[] = [];
    let answer: ((response: Response) => void) | undefined;
    await whileFetching(
      (_url, init) => {
        signals.push(init!.signal!);
        return new Promise((resolve) => (answer = resolve));
      },
      async () => {
        const element = await unreadyCard({ src: '/issue.json' }, fallback());
        await until(() => signals.length === 1);
        let isReady = false;
        element.addEventListener('pro-kid-ready', () => (isReady = true));
        element.remove();
        expect(signals[0]!.aborted).to.equal(true);
        answer!(Response.json(fullIssue));
        await frames();
        expect(isReady).to.equal(false);

        document.body.append(element);
        await until(() => signals.length === 2);
        expect(signals[1]!.aborted).to.equal(false);
        answer!(Response.json(fullIssue));
        await until(() => isReady);
        element.remove();
      },
    );
  });

  it('shows the last of several issues, in whatever order they arrive', async () => {
    const answers: ((response: Response) => void)[] = [];
    await whileFetching(
      () => new Promise((resolve) => answers.push(resolve)),
      async () => {
        const element = await unreadyCard({ src: '/first.json' });
        await until(() => answers.length === 1);
        element.src = '/second.json';
        await until(() => answers.length === 2);
        answers[1]!(Response.json({ ...fullIssue, title: 'Second' }));
        await shown(element);
        answers[0]!(Response.json({ ...fullIssue, title: 'First' }));
        await frames();
        expect(title(element)).to.equal('Second');
      },
    );
  });

  it('keeps what it shows when it is only moved', async () => {
    const element = await cardFixture();
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await frames();
    expect(title(element)).to.equal('A sample issue');
    element.lang = 'es';
    await until(() => title(element) === 'Un tema de muestra');
    elsewhere.remove();
  });
});
