import { test } from 'node:test';
import { checkJourney, checkLooks } from './checks.ts';
import { harmOf, measureNaive } from './measure.ts';
import { reportTable, Row } from './report.ts';
import { sheets } from './sheets.ts';
import { clean, formOn, looksOf, visitPage, wholePage } from './stage.ts';

const rows: Row[] = [];

for (const sheet of sheets) {
  const { name, version, url, missing } = sheet;
  const skip = missing && `${missing} is not on this computer`;
  test(`style sheet ${name} ${version}`, { skip }, async (t) => {
    const row = new Row(sheet);
    rows.push(row);
    const [parts, widgets] = wholePage(`<link rel="stylesheet" href="${url}">`);
    const visit = await visitPage(t, parts, { widgets });
    await formOn(visit);
    const naive = await measureNaive(visit.page);
    row.does = harmOf(naive, clean.naive);
    const spacing = 'letter spacing';
    const spaced = naive.styles[spacing] !== clean.naive.styles[spacing];
    await checkLooks(row, await looksOf(visit), spaced);
    await checkJourney(row, visit);
    row.close();
  });
}

test('the documentation has this table', () => {
  reportTable('Style sheets', rows, sheets);
});
