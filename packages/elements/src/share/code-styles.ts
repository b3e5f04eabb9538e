/** As text: Lit is not there where this is used. */
export const codeStyles = `
  dialog {
    width: min(25em, calc(100vw - 2em));
    max-height: calc(100vh - 2em);
    margin: auto;
    padding: clamp(16px, 5vw, 26px);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    box-shadow: 0 24px 64px -16px #0008;
    text-align: center;
  }
  dialog::backdrop {
    background: #1c2333a6;
  }
  dialog [role='heading'] {
    font-size: 1.3em;
    font-weight: 720;
    letter-spacing: -0.02em;
  }
  dialog > svg {
    /* A camera needs it dark on light, whatever the page is. */
    display: block;
    width: 100%;
    max-width: 19em;
    height: auto;
    margin: 0.8em auto;
    border-radius: 8px;
    background: #fff;
    forced-color-adjust: none;
  }
  dialog p {
    margin: 0 0 0.5em;
  }
  .address {
    color: var(--muted);
    font-size: 0.85em;
    overflow-wrap: anywhere;
  }
  dialog [part='actions'] {
    justify-content: center;
    margin-top: 1.1em;
  }
  dialog a {
    text-decoration: none;
  }
`;
