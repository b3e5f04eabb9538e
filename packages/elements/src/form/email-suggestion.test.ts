import { expect } from '@open-wc/testing';
import { suggestEmail } from './email-suggestion.ts';

describe('the suggestion for an e-mail address', () => {
  for (const [typed, meant] of [
    ['ana@gmial.com', 'ana@gmail.com'],
    ['ana@gmai.com', 'ana@gmail.com'],
    ['ana@gmail.con', 'ana@gmail.com'],
    ['ana@gmaill.com', 'ana@gmail.com'],
    ['Ana.Ruiz@GMIAL.com', 'Ana.Ruiz@gmail.com'],
    [' ana@yaho.com ', 'ana@yahoo.com'],
    ['ana@hotmial.com', 'ana@hotmail.com'],
    ['ana@outlok.com', 'ana@outlook.com'],
    ['ana@iclould.com', 'ana@icloud.com'],
  ] as const) {
    it(`offers ${meant} for "${typed}"`, () => expect(suggestEmail(typed)).to.equal(meant));
  }

  for (const typed of [
    'ana@gmail.com',
    'ana@ymail.com',
    'ana@email.com',
    'ana@hotmail.co.uk',
    'ana@yahoo.co.uk',
    'ana@firststeps.example',
    'ana@',
    'ana',
    '',
  ]) {
    it(`offers nothing for "${typed}"`, () => expect(suggestEmail(typed)).to.equal(undefined));
  }
});
