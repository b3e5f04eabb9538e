import '@pro-kid/elements/define/join.js';

const form = document.querySelector('pro-kid-join');
const log = document.querySelector<HTMLOListElement>('#log');

function tell(...words: string[]): void {
  const line = document.createElement('li');
  line.textContent = words.join(' ');
  log?.append(line);
}

form?.addEventListener('pro-kid-ready', ({ type }) => tell(type));
form?.addEventListener('pro-kid-submit', ({ type, kind }) => tell(type, kind));
form?.addEventListener('pro-kid-delivered', ({ type, kind, outcome }) => tell(type, kind, outcome));
form?.addEventListener('pro-kid-failed', ({ type, kind, outcome, codes }) =>
  tell(type, kind, outcome, ...codes),
);
