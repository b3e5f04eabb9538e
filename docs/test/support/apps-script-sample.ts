import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { read } from '../repository.ts';
import type { EndpointSample } from './endpoint-sample.ts';

interface TextOutput {
  text: string;
  type: string;
  setMimeType: (type: string) => TextOutput;
}
type DoPost = (event: { postData: { contents: string } }) => TextOutput;

/**
 * The sample for Google Apps Script, with stand-ins for what it uses of Google: a sheet that takes
 * what looks like a formula, a number or a date for one, is touched under the lock alone, and has
 * nothing in it before it is flushed; answers with status 200, by way of a redirect.
 */
export async function openAppsScript(): Promise<EndpointSample & { cells: () => unknown[][] }> {
  const rows: unknown[][] = [];
  const unwritten: unknown[][] = [];
  let isLocked = false;
  let isBroken = false;

  const lock = {
    tryLock: () => (isLocked = true),
    releaseLock() {
      assert.equal(unwritten.length, 0, 'released before all was written');
      isLocked = false;
    },
  };
  const sheet = {
    getRange: (range: string) => ({
      createTextFinder: (text: string) => ({
        matchEntireCell(isWhole: boolean) {
          assert.deepEqual([range, isWhole, isLocked], ['A:A', true, true]);
          return { findNext: () => rows.find(([id]) => id === text) ?? null };
        },
      }),
    }),
    appendRow(cells: string[]) {
      assert.ok(isLocked);
      if (isBroken) throw new Error('Service Spreadsheets failed');
      unwritten.push(Array.from(cells, asTyped));
    },
  };
  const doPost = runInNewContext(`${read('docs/endpoints/samples/own.gs')}; doPost`, {
    LockService: { getScriptLock: () => lock },
    SpreadsheetApp: {
      getActiveSpreadsheet: () => ({ getSheets: () => [sheet] }),
      flush: () => rows.push(...unwritten.splice(0)),
    },
    ContentService: {
      MimeType: { JSON: 'application/json' },
      createTextOutput: (text: string): TextOutput => ({
        text,
        type: 'text/plain',
        setMimeType(type) {
          return { ...this, type };
        },
      }),
    },
  }) as DoPost;

  return {
    endpoint: { url: 'https://script.google.com/macros/s/1/exec', format: 'apps-script' },
    async fetch(_input, init) {
      if (init?.method !== 'POST') return new Response(null, { status: 405 });
      const { text, type } = answerOf(doPost, init.body as string);
      const headers = { 'content-type': type, 'access-control-allow-origin': '*' };
      return Object.defineProperty(new Response(text, { headers }), 'redirected', { value: true });
    },
    cells: () => rows,
    stored: () => rows.map((row) => JSON.parse(row.at(-1) as string) as unknown),
    breakStore: () => (isBroken = true),
    stop: async () => undefined,
  };
}

/** A script that throws is answered with a page. */
function answerOf(doPost: DoPost, contents: string): Pick<TextOutput, 'text' | 'type'> {
  try {
    return doPost({ postData: { contents } });
  } catch (error) {
    return { text: `<!DOCTYPE html><title>Error</title>${String(error)}`, type: 'text/html' };
  }
}

/** What a cell becomes of a text, as if somebody had typed it. */
function asTyped(text: string): unknown {
  assert.equal(typeof text, 'string');
  if (text.length > 50_000) throw new Error('more than 50000 characters in a single cell');
  if (text.startsWith("'")) return text.slice(1);
  if (/^[=+\-@\t\r\n]/.test(text)) return { formula: text };
  if (/^[\d.,/:-]+$/.test(text)) return Number.parseFloat(text);
  return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
}
