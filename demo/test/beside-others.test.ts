import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPledge } from './support/pledge-form.ts';
import { setStage } from './support/stage.ts';

const fallback = '<p><a href="mailto:hello@partner.example">Write to us</a>.</p>';
const join = (attributes = '') =>
  `<pro-kid-join endpoint="%RECEIVER%/submissions" ${attributes}>${fallback}</pro-kid-join>`;
const pledge = `<pro-kid-pledge src="/campaigns/permanent-connections.json">${fallback}</pro-kid-pledge>`;
const script = (address: string) => `<script type="module" src="/${address}.js"></script>`;

const page = (body: string) => ({
  text: `<!doctype html><html lang="en"><title>Sample</title><body>${body}</body></html>`,
});

const pages = {
  '/join': page(script('pro-kid/join') + join()),
  '/ten': page(
    script('pro-kid/join') +
      Array.from({ length: 10 }, (_, index) => join(`id="form-${index}"`)).join(''),
  ),
  '/twice': page(script('pro-kid/join') + script('pro-kid/join.js?again=') + join()),
  '/two-versions': page(
    script('pro-kid/join') +
      '<script type="module">await import("/other-version/bundle.js")</script>' +
      join() +
      pledge,
  ),
  '/form-in-form': page(
    `${script('pro-kid/bundle')}<form id="own" action="/own" method="post">
      <input name="q" value="what the page asks">${join()}${pledge}<button>Send</button></form>`,
  ),
  '/shadow': page(`${script('pro-kid/loader')}<div id="open"></div><div id="closed"></div>`),
  '/frames': page('<p>Sample</p>'),
} as const;

const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };

test('widgets get along with what is around them', async (t) => {
  const stage = await setStage(t, { pages, withLine: true });

  await t.test(
    'loaded twice, and in two versions: the first stays, all tags work, one line says so',
    async (t) => {
      await t.test('twice', async () => {
        const visit = await stage.visit(`${stage.pages}/twice`);
        await visit.form();
        assert.ok(visit.requestsTo(`${stage.pages}/pro-kid/`).length >= 2);
      });

      await t.test('two versions', async () => {
        const visit = await stage.visit(`${stage.pages}/two-versions`, {
          consoleMaySay: /\[pro-kid\/tag-taken\]$/,
        });
        const form = await visit.form('pro-kid-join');
        await form.typeAll(ana);
        await form.click('Join as Pro-Kid');
        await form.becomes('done');
        const signed = await openPledge(visit);
        await signed.sign();
        await signed.becomes('done');
        assert.deepEqual(
          stage
            .rows()
            .slice(-2)
            .map(({ submission }) => submission.source.widgetVersion),
          ['0.0.0', '9.9.9'],
        );
        assert.equal(visit.console.length, 1, visit.console.join('\n'));
        assert.match(visit.console[0]!, /<pro-kid-join>.*0\.0\.0.*9\.9\.9/);
      });
    },
  );

  await t.test('ten forms on a page: each stands alone', async () => {
    const rows = stage.rows().length;
    const visit = await stage.visit(`${stage.pages}/ten`);
    const forms = await Promise.all(
      Array.from({ length: 10 }, (_, index) => visit.form(`#form-${index}`)),
    );
    const heard = await Promise.all(forms.map((form) => form.listen()));
    await forms[1]!.click('Organization');
    await forms[2]!.click('Join as Pro-Kid');
    await forms[2]!.part('summary');
    await forms[3]!.typeAll(ana);
    await forms[3]!.click('Join as Pro-Kid');
    await forms[3]!.becomes('done');

    for (const [index, form] of forms.entries()) {
      const said = await heard[index]!();
      if (index === 3) continue;
      assert.equal(await form.is('idle'), true);
      assert.equal(await form.has('summary'), index === 2);
      assert.equal(await form.value('Email address'), '');
      const isGroup = await (await form.control('Organization')).evaluate(({ checked }) => checked);
      assert.equal(isGroup, index === 1);
      assert.deepEqual(said, index === 1 ? said : [], `form ${index} said something`);
    }
    assert.equal(stage.rows().length, rows + 1);
    const ids = await visit.page.$$eval('[id]', (elements) => elements.map(({ id }) => id));
    assert.equal(ids.length, 10, 'An id of ours got onto the page.');
  });

  await t.test('inside a form of the page: neither sends the other', async () => {
    const visit = await stage.visit(`${stage.pages}/form-in-form`);
    const { page } = visit;
    await page.$eval('#own', (own) => {
      const submits: string[] = [];
      Object.assign(window, { submits });
      own.addEventListener('submit', (event) => {
        event.preventDefault();
        submits.push('own');
      });
    });
    const form = await visit.form('pro-kid-join');
    await form.typeAll(ana);
    await visit.press('Enter');
    await form.becomes('done');
    const signed = await openPledge(visit);
    await signed.sign();
    await signed.becomes('done');
    assert.deepEqual(await page.evaluate('submits'), []);
    assert.deepEqual(
      await page.$eval('#own', (own) => [...new FormData(own as HTMLFormElement).keys()]),
      ['q'],
    );

    await page.click('#own > button');
    assert.deepEqual(await page.evaluate('submits'), ['own']);
    assert.equal(page.url(), `${stage.pages}/form-in-form`);
  });

  await t.test(
    'inside other shadow roots, open and closed: a script of theirs brings it, events come out',
    async () => {
      const rows = stage.rows().length;
      const visit = await stage.visit(`${stage.pages}/shadow`);
      const { page } = visit;
      await page.evaluate(
        async (endpoint, address) => {
          const heard: string[] = [];
          const roots: ShadowRoot[] = [];
          Object.assign(window, { heard, roots });
          for (const type of ['pro-kid-ready', 'pro-kid-submit', 'pro-kid-delivered']) {
            document.addEventListener(type, ({ target }) =>
              heard.push(`${type} ${(target as Element).id}`),
            );
          }
          for (const mode of ['open', 'closed'] as const) {
            const root = document.querySelector(`#${mode}`)!.attachShadow({ mode });
            roots.push(root);
            const form = document.createElement('pro-kid-join');
            form.setAttribute('endpoint', endpoint);
            root.append(form);
          }
          await import(address);
        },
        `${stage.endpoint}/submissions`,
        '/pro-kid/join.js',
      );
      for (const index of [0, 1]) {
        const root = await page.evaluateHandle(
          (which) =>
            (window as unknown as { roots: ShadowRoot[] }).roots[which]!.querySelector(
              'pro-kid-join',
            )!,
          index,
        );
        await root.evaluate(async (form) => {
          const join = form as Element & { updateComplete: Promise<unknown> };
          const { shadowRoot } = join;
          while (!shadowRoot?.querySelector('[type=submit]'))
            await new Promise(requestAnimationFrame);
          const type = (name: string, text: string) => {
            shadowRoot.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = text;
          };
          type('given-name', 'Ana');
          type('email', `${String(Math.random()).slice(2)}@example.org`);
          const done = new Promise((resolve) =>
            join.addEventListener('pro-kid-delivered', resolve),
          );
          shadowRoot.querySelector<HTMLElement>('[type=submit]')!.click();
          await done;
        });
      }
      assert.deepEqual(await page.evaluate('heard'), [
        'pro-kid-ready open',
        'pro-kid-ready closed',
        'pro-kid-submit open',
        'pro-kid-delivered open',
        'pro-kid-submit closed',
        'pro-kid-delivered closed',
      ]);
      assert.equal(stage.rows().length, rows + 2);
    },
  );

  await t.test('in a frame with a sandbox, whatever that allows', async (t) => {
    const visit = await stage.visit(`${stage.pages}/frames`, {
      consoleMaySay: /sandbox|CORS policy|Failed to load resource/,
    });
    const { page } = visit;

    for (const sandbox of SANDBOXES) {
      await t.test(sandbox || 'nothing', async () => {
        const before = stage.rows().length;
        const frame = await (
          await page.evaluateHandle((flags) => {
            const frame = document.createElement('iframe');
            frame.setAttribute('sandbox', flags);
            Object.assign(frame.style, { width: '600px', height: '1100px' });
            frame.src = '/join';
            document.body.replaceChildren(frame);
            return frame;
          }, sandbox)
        ).contentFrame();
        if (!sandbox.includes('allow-scripts')) {
          await frame.waitForSelector('pro-kid-join a', { visible: true });
          return;
        }
        const button = await frame.waitForSelector('pro-kid-join >>> [type=submit]', {
          visible: true,
        });
        await frame.$eval(
          'pro-kid-join',
          ({ shadowRoot }, email) => {
            const input = (name: string) =>
              shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`)!;
            input('given-name').value = 'Ana';
            input('email').value = email;
          },
          `${sandbox.replaceAll(' ', '.')}@example.org`,
        );
        await button!.click();
        if (sandbox.includes('allow-same-origin')) {
          await frame.waitForSelector('pro-kid-join:state(done)');
          assert.equal(stage.rows().length, before + 1);
          return;
        }
        // Of a frame without an origin, the receiver takes nothing, and no page may read why.
        const failure = await frame.waitForSelector('pro-kid-join >>> [part=failure]');
        assert.match(
          await failure!.evaluate((each) => (each as HTMLElement).innerText),
          /We cannot tell if you are signed up/,
        );
        assert.equal(stage.rows().length, before);
      });
    }
  });

  await t.test('a page on plain http, which has no secure context', async () => {
    const site = 'http://partner.example';
    const bodies: { id: string }[] = [];
    const visit = await stage.visit(`${site}/join`, {
      async prepare(page) {
        await page.setRequestInterception(true);
        page.on('request', async (request) => {
          const { origin, pathname } = new URL(request.url());
          const headers = {
            'access-control-allow-origin': '*',
            'access-control-allow-headers': '*',
          };
          if (origin === site) {
            const answer = await fetch(stage.pages + pathname);
            const body = (await answer.text()).replace(stage.endpoint, 'https://sign-up.example');
            const contentType = answer.headers.get('content-type')!;
            return request.respond({ status: answer.status, contentType, body });
          }
          if (request.method() === 'OPTIONS') return request.respond({ status: 204, headers });
          const { id } = JSON.parse(request.postData()!) as { id: string };
          bodies.push({ id });
          const body = JSON.stringify({ id, status: 'confirmed' });
          return request.respond({ status: 201, contentType: 'application/json', headers, body });
        });
      },
    });
    assert.equal(await visit.page.evaluate(() => isSecureContext || 'randomUUID' in crypto), false);
    const form = await visit.form();
    await form.typeAll(ana);
    await form.click('Join as Pro-Kid');
    await form.becomes('done');
    assert.match(bodies[0]!.id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

const SANDBOXES = ['allow-scripts', 'allow-forms', 'allow-same-origin'].reduce<string[]>(
  (all, flag) => all.flatMap((flags) => [flags, `${flags} ${flag}`.trim()]),
  [''],
);
