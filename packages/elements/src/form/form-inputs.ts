import type { MemberKind } from '@pro-kid/contract';
import type { Entries } from './check-member.ts';
import { fields, type Field, type FieldName } from './fields.ts';

/** Values to put into a form, named as in the contract. */
export type Prefill = Partial<Record<Field['property'], string | undefined>> & {
  kind?: MemberKind;
};

/**
 * The inputs of one form. They alone hold what was typed, and are read when it is needed, since
 * autofill may set them without an event.
 */
export class FormInputs {
  readonly #root: () => HTMLElement | DocumentFragment;

  constructor(root: () => HTMLElement | DocumentFragment) {
    this.#root = root;
  }

  get(name: string): HTMLInputElement | null {
    return this.#root().querySelector<HTMLInputElement>(`[name="${name}"]`);
  }

  /** Whether the form is on show. */
  get areThere(): boolean {
    return this.get('email') !== null;
  }

  isTicked(name: string): boolean {
    return this.get(name)?.checked ?? false;
  }

  read(kind: MemberKind): Entries {
    const values: Partial<Record<FieldName, string>> = {};
    for (const { name } of fields) {
      const input = this.get(name);
      if (input && !input.disabled) values[name] = input.value;
    }
    return { kind, values, authorized: this.isTicked('authorized') };
  }

  fill(values: Omit<Prefill, 'kind'>): void {
    for (const { name, property } of fields) {
      const input = this.get(name);
      const value = values[property];
      if (input && value !== undefined) input.value = value;
    }
  }

  /** Goes on where the visitor was in the page's own form, by its autofill tokens. */
  takeOver(page: Element): void {
    for (const { name } of fields) {
      const begun = page.querySelector<HTMLInputElement>(`[autocomplete~=${name}]`);
      const input = this.get(name);
      if (!begun || !input) continue;
      if (begun.value) input.value = begun.value;
      if (begun.matches(':focus')) input.focus();
    }
  }

  /** Empties everything but the choice of kind, which the host holds. */
  clear(): void {
    for (const input of this.#root().querySelectorAll<HTMLInputElement>('input,textarea')) {
      if (/^(?:checkbox|radio)$/.test(input.type)) input.checked &&= input.name === 'kind';
      else input.value = '';
    }
  }
}
