import '@pro-kid/elements/define/petition.js';

const petition = document.querySelector('pro-kid-petition');
const log = document.querySelector<HTMLOListElement>('#log');

function tell(...words: string[]): void {
  const line = document.createElement('li');
  line.textContent = words.join(' ');
  log?.append(line);
}

petition?.addEventListener('pro-kid-ready', ({ type }) => tell(type));
petition?.addEventListener('pro-kid-submit', ({ type, kind }) => tell(type, kind));
petition?.addEventListener('pro-kid-delivered', ({ type, kind, outcome, counts }) =>
  tell(type, kind, outcome, `${counts?.individuals ?? 0} so far`),
);
petition?.addEventListener('pro-kid-failed', ({ type, kind, outcome, codes }) =>
  tell(type, kind, outcome, ...codes),
);
