import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Campaign } from '@pro-kid/contract';
import { warn } from '../diagnostics/warn.ts';
import type { engine as FileEngine } from './campaign-file-engine.ts';
import type { ReadCampaign } from './read-campaign.ts';
import type { ShownCampaign } from './shown-campaign.ts';

interface Host extends ReactiveControllerHost, HTMLElement {
  /** The address of a campaign's file. */
  src: string;
  /** A campaign itself. */
  definition: Campaign | null;
}

/**
 * Finds an element's campaign: in the `definition` property, in the file at `src`, or in a child
 * `<script type="application/json">`; or says that the page brings none. Of a bad one it tells the
 * integrator, and what stands between the tags stays.
 */
export class CampaignController implements ReactiveController {
  readonly #host: Host;
  readonly #type: Campaign['type'];
  #from: unknown;
  #search = new AbortController();
  #shown: { campaign: Campaign; wanted: string; words: ShownCampaign } | undefined;
  campaign: Campaign | undefined;
  /** What shows a campaign's file, once it has arrived. */
  engine: typeof FileEngine | undefined;
  /** `none` where the page brings no campaign and says all by attributes and slots. */
  status: 'searching' | 'found' | 'none' | 'bad' = 'searching';

  /** Resolves once there is a campaign, or none. */
  readonly settled: Promise<void>;
  #settle!: () => void;

  constructor(host: Host, type: Campaign['type']) {
    this.#host = host;
    this.#type = type;
    this.settled = new Promise((resolve) => (this.#settle = resolve));
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#search.abort();
    if (this.status === 'searching') this.#from = undefined;
  }

  hostUpdate(): void {
    const { definition, src, isConnected } = this.#host;
    const from = definition ?? `src ${src}`;
    if (from === this.#from || !isConnected) return;
    this.#from = from;
    this.#search.abort();
    this.#search = new AbortController();
    void this.#find(this.#search.signal);
  }

  /** The campaign in a language, once it is there: asked for with each key that is typed, written once. */
  in(language: string): ShownCampaign | undefined {
    const { campaign, engine } = this;
    if (!campaign) return undefined;
    const isKept = this.#shown?.campaign === campaign && this.#shown.wanted === language;
    if (!isKept) {
      this.#shown = {
        campaign,
        wanted: language,
        words: engine!.shownCampaign(campaign, language),
      };
    }
    return this.#shown!.words;
  }

  async #find(signal: AbortSignal): Promise<void> {
    const found = await this.#read(signal);
    if (signal.aborted) return;
    this.campaign = found && 'campaign' in found ? found.campaign : undefined;
    this.status = !found ? 'none' : this.campaign ? 'found' : 'bad';
    if (found && 'code' in found) warn(this.#host, found.code, found.message);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.status !== 'bad') this.#settle();
  }

  async #read(signal: AbortSignal): Promise<ReadCampaign | undefined> {
    const { definition, src } = this.#host;
    if (!definition && !src) await pageIsRead();
    const script = this.#host.querySelector(':scope > script[type="application/json"]');
    if (!definition && !src && !script) return undefined;
    try {
      this.engine ??= (await import('./campaign-file-engine.ts')).engine;
      return await this.engine.readCampaign(this.#host, script, this.#type, signal);
    } catch {
      const message =
        'a part of the script did not arrive. Check that all files of this version lie beside it.';
      return { code: 'campaign-unreachable', message };
    }
  }
}

/** Until then, a script may still come between the tags. */
async function pageIsRead(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) =>
    document.addEventListener('DOMContentLoaded', resolve, { once: true }),
  );
}
