/** Counts on this page who joined in its frames; who they are, it cannot know. */

let joined = 0;
document.addEventListener('pro-kid-delivered', () => {
  joined++;
  document.querySelector('#counted')!.textContent = `Joined on this page: ${joined}`;
});
