import {
  CUSTOM_ELEMENTS_SCHEMA,
  Component,
  signal,
  viewChild,
  type AfterViewInit,
  type ElementRef,
} from '@angular/core';
import '@pro-kid/elements/define/join.js';
import '@pro-kid/elements/define/pledge.js';
import type { DeliveredEvent, JoinElement } from '@pro-kid/elements/join.js';
import { postPledge } from '../../shared/post-pledge';
import { storyTime } from '../../shared/story-time';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <pro-kid-join
        #join
        endpoint="https://sign-up.example/submissions"
        partner="first-steps"
        telephone="optional"
        postal-code="hidden"
        (pro-kid-delivered)="onDelivered($event)"
      >
        <p>The form could not be loaded.</p>
      </pro-kid-join>
      <output>{{ news() }}</output>

      <pro-kid-pledge [definition]="storyTime" [deliver]="postPledge">
        <p>The pledge could not be loaded.</p>
      </pro-kid-pledge>
    </main>
  `,
})
export class App implements AfterViewInit {
  protected readonly join = viewChild.required<ElementRef<JoinElement>>('join');
  protected readonly news = signal('');
  protected readonly storyTime = storyTime;
  protected readonly postPledge = postPledge;

  ngAfterViewInit(): void {
    void this.join().nativeElement.prefill({ givenName: 'Ana' });
  }

  protected onDelivered({ kind, outcome }: DeliveredEvent): void {
    this.news.set(`${kind} ${outcome}`);
  }
}
