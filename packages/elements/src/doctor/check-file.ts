import type { Campaign } from '@pro-kid/contract';
import { readCampaign } from '../campaign/read-campaign.ts';
import { phaseOf } from '../campaign/phase.ts';
import { fetchText, safeAddress } from '../files/fetch-text.ts';
import { advice, fine, problem, type Finding, type FindingCode } from './finding.ts';
import { plainAddress } from './plain-address.ts';
import type { Widget } from './widgets.ts';

export interface CheckedFile {
  findings: Finding[];
  campaign?: Campaign;
}

/** In characters, as long as each may be. */
const LONGEST = { issue: 65_536, deck: 1_048_576 };

/**
 * What a widget shows: the campaign of a pledge, a petition or a progress, read and checked as the widget
 * does, and the file of a card or a deck. The signal gives up on a file.
 */
export async function checkFile(widget: Widget, signal: AbortSignal): Promise<CheckedFile> {
  const { element } = widget;
  switch (element.localName) {
    case 'pro-kid-pledge':
    case 'pro-kid-petition':
      return checkCampaign(widget, signal);
    case 'pro-kid-progress':
      return checkProgress(widget, signal);
    case 'pro-kid-fact-card':
      return checkCard(widget, signal);
    case 'pro-kid-fact-deck':
      return { findings: await checkJson(widget, 'deck', signal) };
    default:
      return { findings: [] };
  }
}

async function checkCampaign({ element, who }: Widget, signal: AbortSignal): Promise<CheckedFile> {
  const { definition = null } = element as { definition?: Campaign | null };
  const script = element.querySelector(':scope > script[type="application/json"]');
  const src = absolute(element, 'src');
  if (!definition && !src && !script) return { findings: [] };
  const type = element.localName === 'pro-kid-petition' ? 'petition' : 'pledge';
  const brought = { definition, src } as Parameters<typeof readCampaign>[0];
  const read = await readCampaign(brought, script, type, signal);
  if ('code' in read) {
    const message = src ? read.message.replaceAll(src, plainAddress(src)) : read.message;
    return { findings: [problem(who, `pro-kid/${read.code}` as FindingCode, sentence(message))] };
  }
  const { campaign } = read;
  return { campaign, findings: aboutCampaign(who, element, campaign) };
}

function aboutCampaign(who: string, element: Element, campaign: Campaign): Finding[] {
  const findings: Finding[] = [];
  const phase = phaseOf(campaign, undefined, false, Date.now());
  if (element.hasAttribute('test') || campaign.test) {
    const found = 'It is in test mode: nothing is sent or counted.';
    findings.push(advice(who, 'check/test-mode', found));
  }
  if (phase === 'closed') {
    findings.push(advice(who, 'check/closed', `The campaign closed at ${campaign.closes}.`));
  }
  if (phase === 'not-yet-open') findings.push(fine(who, `It opens at ${campaign.opens}.`));
  if (campaign.example) {
    findings.push(
      advice(who, 'check/example', 'The campaign says of itself that it is an example.'),
    );
  }
  return findings.length > 0 ? findings : [fine(who, `The campaign "${campaign.id}" is good.`)];
}

async function checkProgress({ element, who }: Widget, signal: AbortSignal): Promise<CheckedFile> {
  const { source } = element as { source?: unknown };
  const isSet = ['src', 'counts', 'value'].some((name) => element.getAttribute(name));
  if (!isSet && !source) {
    return { findings: [problem(who, 'pro-kid/no-counts', 'It has nothing to count.')] };
  }
  const counts = absolute(element, 'counts');
  if (counts && !safeAddress(counts)) {
    const found = `${plainAddress(counts)} is no address that a page can safely read.`;
    return { findings: [problem(who, 'pro-kid/counts-url', found)] };
  }
  return { findings: await checkJson({ element, who } as Widget, 'campaign', signal) };
}

async function checkCard(widget: Widget, signal: AbortSignal): Promise<CheckedFile> {
  const { element, who } = widget;
  const { issue } = element as { issue?: unknown };
  const brings = element.querySelector('h1, h2, h3, h4, h5, h6, script[type="application/json"]');
  const isSet = ['src', 'issue'].some((name) => element.getAttribute(name));
  if (isSet || issue || brings) return { findings: await checkJson(widget, 'issue', signal) };
  return { findings: [problem(who, 'pro-kid/no-issue', 'It has nothing to show.')] };
}

/** Whether the file at `src` arrives and is JSON; what stands in it, the widget itself says. */
async function checkJson(
  { element, who }: Widget,
  kind: 'issue' | 'deck' | 'campaign',
  signal: AbortSignal,
): Promise<Finding[]> {
  const src = absolute(element, 'src');
  if (!src) return [];
  const address = plainAddress(src);
  const longest = kind === 'deck' ? LONGEST.deck : LONGEST.issue;
  const text = await fetchText(src, signal, longest).catch((error: Error) => error);
  if (typeof text !== 'string') {
    const found = `${address} cannot be had: ${text.message}.`;
    return [problem(who, `pro-kid/${kind}-unreachable`, found)];
  }
  try {
    JSON.parse(text);
    return [fine(who, `${address} is there.`)];
  } catch {
    return [problem(who, `pro-kid/${kind}-invalid`, `${address} is no JSON.`)];
  }
}

function absolute(element: Element, name: string): string {
  const address = element.getAttribute(name);
  if (!address) return '';
  return URL.canParse?.(address, element.baseURI) === false
    ? address
    : new URL(address, element.baseURI).href;
}

const sentence = (text: string) => text[0]!.toUpperCase() + text.slice(1);
