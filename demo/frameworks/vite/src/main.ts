import '@pro-kid/elements/define/join.js';
import '@pro-kid/elements/define/pledge.js';
import { postPledge } from '../../shared/post-pledge.ts';
import { storyTime } from '../../shared/story-time.ts';

const join = document.querySelector('pro-kid-join')!;
const pledge = document.querySelector('pro-kid-pledge')!;
const news = document.querySelector('output')!;

join.addEventListener('pro-kid-delivered', ({ kind, outcome }) => {
  news.value = `${kind} ${outcome}`;
});
void join.prefill({ givenName: 'Ana' });

pledge.definition = storyTime;
pledge.deliver = postPledge;
