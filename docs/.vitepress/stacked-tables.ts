import type { MarkdownRenderer } from 'vitepress';

/**
 * Tells each cell the name of its column, so that a narrow screen can show a row as a block. The
 * roles keep it a table for screen readers, which would otherwise go by its layout.
 */
export function stackedTables(markdown: MarkdownRenderer): void {
  const roles: Record<string, string> = {
    table_open: 'table',
    thead_open: 'rowgroup',
    tbody_open: 'rowgroup',
    tr_open: 'row',
    th_open: 'columnheader',
    td_open: 'cell',
  };
  markdown.core.ruler.push('stacked-tables', ({ tokens }) => {
    let names: string[] = [];
    let column = 0;
    tokens.forEach((token, index) => {
      const role = roles[token.type];
      if (role) token.attrSet('role', role);
      if (role === 'table') names = [];
      if (role === 'row') column = 0;
      if (role === 'columnheader') names.push(tokens[index + 1]?.content ?? '');
      if (role === 'cell') token.attrSet('data-column', names[column++] ?? '');
    });
  });
}
