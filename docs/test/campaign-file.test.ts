import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { campaign, check } from '@pro-kid/contract';
import { checkFile } from '@pro-kid/contract/check-file';
import { samplePetition, samplePledge } from '@pro-kid/contract/testing';
import { all, codes, examplesIn, firstColumn, load, read, rows, section } from './repository.ts';

const page = read('docs/campaign-file.md');
const example = read('packages/content/campaigns/permanent-connections.json');

const { fileKinds } = await load<{ fileKinds: { campaign: { words: object } } }>(
  'packages/contract/src/check-file/file-kinds.ts',
);
const { reportOf } = await load<{ reportOf: (result: object) => string }>(
  'packages/contract/src/command/report.ts',
);

/** The keys at a place, by the words that the check and the JSON Schema have for them. */
const keysAt = (place: string) =>
  Object.keys(fileKinds.campaign.words)
    .filter((key) => key.startsWith(`${place}/`) && !/[/*]/.test(key.slice(place.length + 1)))
    .map((key) => key.slice(place.length + 1))
    .toSorted();
const ownPart = (heading: string) => section(page, heading).split('\n### ')[0]!;
const isGood = (changes: object, base: object = samplePledge) =>
  check(campaign, JSON.parse(JSON.stringify({ ...base, ...changes }))).valid;

const tables: [heading: string, place: string][] = [
  ['## Keys', ''],
  ['### Commitments', '/commitments/*'],
  ['### Goal', '/goal'],
  ['### Endpoint', '/endpoint'],
  ['### Counts', '/endpoint/counts'],
  ['### Fields', '/fields'],
  ['### Questions of your own', '/custom/*'],
  ['### Consents', '/consents/*'],
  ['### Privacy', '/privacy'],
  ['### Share', '/share'],
  ['### Thanks', '/thanks'],
  ['### Theme', '/theme'],
];

describe('the page of the campaign file', () => {
  it('shows examples without errors', () => {
    const shown = all(page, /^<<< \.\.\/(packages\/content\/campaigns\/.+)$/gm);
    assert.equal(shown.length, 2);
    for (const path of shown) assert.deepEqual(checkFile(read(path)).errors, []);
  });

  it('has the keys of the schema', () => {
    assert.deepEqual(keysAt(''), Object.keys(campaign.shape).toSorted());
  });

  for (const [heading, place] of tables) {
    it(`names every key, and none that does not exist: ${heading}`, () => {
      assert.deepEqual(firstColumn(ownPart(heading)), keysAt(place));
    });
  }

  it('has a table, or names, for every object that a campaign can hold', () => {
    const objects = Object.keys(fileKinds.campaign.words)
      .map((key) => key.slice(0, key.lastIndexOf('/')))
      .filter((place) => keysAt(place).length > 0);
    const others = ['/custom/*/options/*', '/endpoint/counts/map'];
    assert.deepEqual(
      [...new Set(objects)].toSorted(),
      [...tables.map(([, place]) => place), ...others].toSorted(),
    );
    for (const place of others) {
      for (const key of keysAt(place)) assert.ok(page.includes(`\`${key}\``), key);
    }
  });

  it('says right which keys are needed, and by which type', () => {
    for (const [key = '', needed] of rows(ownPart('## Keys'))) {
      const [name = ''] = codes(key);
      const isNeeded = (base: object) => !isGood({ [name]: undefined }, base);
      assert.equal(isNeeded(samplePledge), needed === 'yes' || needed === 'in pledges', name);
      assert.equal(isNeeded(samplePetition), needed === 'yes' || needed === 'in petitions', name);
    }
  });

  it('says right which keys are needed further inside', () => {
    const parts: [heading: string, part: object, put: (part: object) => object][] = [
      ['### Commitments', samplePledge.commitments![0]!, (part) => ({ commitments: [part] })],
      ['### Goal', { start: 1, steps: [2], offline: 3 }, (goal) => ({ goal })],
      ['### Endpoint', samplePledge.endpoint!, (endpoint) => ({ endpoint })],
      [
        '### Counts',
        samplePledge.endpoint!.counts!,
        (counts) => ({ endpoint: { ...samplePledge.endpoint, counts } }),
      ],
      ['### Fields', {}, (fields) => ({ fields })],
      ['### Consents', samplePledge.consents![0]!, (part) => ({ consents: [part] })],
      ['### Privacy', samplePledge.privacy!, (privacy) => ({ privacy })],
      ['### Share', {}, (share) => ({ share })],
      ['### Thanks', {}, (thanks) => ({ thanks })],
      ['### Theme', {}, (theme) => ({ theme })],
    ];
    for (const [heading, part, put] of parts) {
      for (const [key = '', needed] of rows(ownPart(heading))) {
        const [name = ''] = codes(key);
        const isNeeded = !isGood(put({ ...part, [name]: undefined }));
        assert.equal(isNeeded, needed === 'yes', `${heading} ${name}`);
      }
    }
  });

  it('says right which keys belong to which type of question', () => {
    const question = campaign.shape.custom.def.innerType.def.element;
    const shapes = question.def.options.map(({ shape }) => shape as Record<string, unknown>);
    const types = question.def.options.map(({ shape }) => shape.type.def.values[0]!);
    for (const [key = '', ofTypes = ''] of rows(ownPart('### Questions of your own'))) {
      const [name = ''] = codes(key);
      const having = types.filter((_, index) => Object.hasOwn(shapes[index]!, name));
      const said = ofTypes === 'all' ? types : codes(ofTypes).map((code) => code.slice(1, -1));
      assert.deepEqual(said, having, name);
    }
  });

  it('says every limit', async () => {
    const { campaignLimits } = await load<{ campaignLimits: Record<string, number> }>(
      'packages/contract/src/campaign-limits.ts',
    );
    for (const [name, limit] of Object.entries(campaignLimits)) {
      const written = limit.toLocaleString('en-US');
      assert.match(page, new RegExp(`(?<![\\d,])${written}(?![\\d,]\\d)`), name);
    }
  });

  it('shows parts that are good', () => {
    const [commitment] = examplesIn(page, '### Commitments');
    const [goal] = examplesIn(page, '### Goal');
    const [endpoint] = examplesIn(page, '### Endpoint');
    const [counts] = examplesIn(page, '### Counts');
    const [question] = examplesIn(page, '### Questions of your own');
    assert.ok(commitment && goal && endpoint && counts && question);
    const changes = { commitments: [commitment], goal, custom: [question] };
    assert.ok(isGood({ ...changes, endpoint: { ...endpoint, counts } }));
    const [moment] = codes(section(page, '### Moments'));
    assert.ok(isGood({ closes: JSON.parse(moment!) }));
  });

  it('shows what the check says of slips, and of the example as it is', () => {
    const slips = [
      ['"commitments":', '"comitments":'],
      ['"2099-12-31T23:59:00-08:00"', '"2099-12-31"'],
      ['"minimumAge": 13', '"minimumAge": "13"'],
    ] as const;
    const wrong = slips.reduce((text, [right, slip]) => {
      assert.ok(text.includes(right), right);
      return text.replace(right, slip);
    }, example);
    const told = (text: string) =>
      stripVTControlCharacters(reportOf({ file: 'my-campaign.json', ...checkFile(text) }));
    const [errors, warnings] = [...page.matchAll(/^```\n(my-campaign\.json:[\s\S]+?)```$/gm)];
    assert.equal(errors?.[1], told(wrong));
    assert.equal(warnings?.[1], told(example));
  });

  it('is checked with the colors that the form has', async () => {
    const { defaultTheme } = await load<{ defaultTheme: Record<string, string> }>(
      'packages/contract/src/check-file/campaign-warnings.ts',
    );
    const styles = read('packages/elements/src/theme/theme.styles.ts');
    for (const [name, color] of Object.entries(defaultTheme)) {
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const pattern = new RegExp(`--scheme-${property}, (#\\w+)\\)`);
      const [, own = ''] = pattern.exec(styles) ?? [];
      assert.equal(own.length === 4 ? own.replace(/\w/g, '$&$&') : own, color, name);
    }
  });

  it('names every warning of a campaign', () => {
    const sources = ['campaign-warnings', 'text-warnings']
      .map((name) => read(`packages/contract/src/check-file/${name}.ts`))
      .join('\n');
    const said = all(section(page, '## Check it'), /\(\.\/errors#check-([\w-]+)\)/g);
    assert.deepEqual(said, all(sources, /code: '([\w-]+)'/g));
  });
});
