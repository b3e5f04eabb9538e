import { html, nothing, type TemplateResult } from 'lit';
import type { CountUp } from './count-up.ts';
import type { ProgressMessages } from './messages/en.ts';
import { countWords, detailWords, write, type Progress } from './progress-words.ts';

/** What the parts are written with. */
export interface Writing {
  texts: ProgressMessages;
  language: string;
  direction: 'ltr' | 'rtl';
  locale: string;
  countUp: CountUp;
}

/** The count, the bar, and who it is. */
export function shown(progress: Progress, writing: Writing): TemplateResult {
  const { texts, language, direction, locale, countUp } = writing;
  const { total, goal, reached, isLate } = progress;
  const [before, count, after] = countWords(progress, writing);
  const details = detailWords(progress, writing);
  const isRunning = countUp.state === 'running';
  return html`<div class="root" part="card" lang=${language} dir=${direction}>
    <div class="layout ${countUp.state} ${isLate && goal ? 'late' : ''}">
      <p part="total">
        ${before}<strong part="count" .style=${`--signs:${count.length}`}
          ><span>${count}</span>${
            isRunning
              ? html`<span aria-hidden="true">${write(locale, countUp.of(total))}</span>`
              : nothing
          }</strong
        >${after}
      </p>
      ${
        goal
          ? html`<progress
              class=${total > 0 ? nothing : 'none'}
              part="bar"
              aria-label=${texts.bar}
              aria-valuetext=${before + count + after}
              max=${goal}
              .value=${total}
            ></progress>`
          : nothing
      }
      ${details ? html`<p part="details">${details}</p>` : nothing}
      ${
        reached
          ? html`<p part="reached">
              <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m4 10.5 4 4 8-9" /></svg
              >${texts.reached.replace('{goal}', () => write(locale, reached))}
            </p>`
          : nothing
      }
    </div>
  </div>`;
}

/** The room for what is on its way: nothing is said that nobody knows. */
export const room = (hasGoal: boolean): TemplateResult =>
  html`<div class="root" part="card" aria-hidden="true">
    <div class="layout ${hasGoal ? 'late' : ''}">
      <p part="total"><strong .style=${'--signs:1'}>&nbsp;</strong></p>
      ${hasGoal ? html`<div class="track"></div>` : nothing}
    </div>
  </div>`;
