/** How the receiver's own pages look: the forms' paper, ink and accent. */
export const style = `
:root {
  color-scheme: light dark;
  --accent: #b9430b;
  --ink: #1c2333;
  --muted: #515b70;
  --paper: #fff;
  --ground: #f6f3ee;
  --line: #dfe2ea;
  --good: #0f6b57;
  --bad: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --accent: #ff9a5c;
    --ink: #f2f0ec;
    --muted: #b6bac4;
    --paper: #1b2130;
    --ground: #12161f;
    --line: #3a4152;
    --good: #7fd4bd;
    --bad: #ffb4ab;
  }
}
* {
  box-sizing: border-box;
}
body {
  display: grid;
  min-height: 100vh;
  margin: 0;
  padding: clamp(16px, 5vw, 48px);
  background: var(--ground);
  color: var(--ink);
  font: medium / 1.55 system-ui, sans-serif;
  overflow-wrap: break-word;
}
main {
  place-self: center;
  width: 100%;
  max-width: 34em;
  padding: clamp(22px, 6vw, 44px);
  border: 1px solid var(--line);
  border-top: 6px solid var(--accent);
  border-radius: 14px;
  background: var(--paper);
}
main.good {
  border-top-color: var(--good);
}
main.bad {
  border-top-color: var(--bad);
}
h1 {
  margin: 0 0 0.5em;
  font-size: clamp(1.5em, 5.5vw, 2em);
  line-height: 1.2;
  letter-spacing: -0.01em;
  text-wrap: balance;
}
p,
ul {
  margin: 0.9em 0 0;
}
ul {
  padding-left: 1.2em;
}
li + li {
  margin-top: 0.35em;
}
.quiet {
  color: var(--muted);
}
a {
  color: var(--accent);
  font-weight: 600;
  text-underline-offset: 0.2em;
}
button,
.action {
  display: inline-block;
  margin-top: 1.4em;
  padding: 0.8em 1.6em;
  border: 2px solid var(--accent);
  border-radius: 999px;
  background: var(--accent);
  color: var(--paper);
  font: inherit;
  font-weight: 700;
  text-decoration: none;
  cursor: pointer;
}
:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 3px;
}
`;
