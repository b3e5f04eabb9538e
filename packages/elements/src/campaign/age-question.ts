/**
 * Whether a visitor may give their data. Who was too young in this tab stays so until it is closed: to go
 * back and say another year does not help. Kept is that alone, and neither the year nor who it was.
 */
export class AgeQuestion {
  readonly #key: string;
  readonly #minimumAge: number;
  #isYounger = false;
  #isPassed = false;

  /** @param minimumAge In years. */
  constructor(campaign: string, minimumAge: number) {
    this.#key = `pro-kid-younger:${campaign}`;
    this.#minimumAge = minimumAge;
  }

  get answer(): 'open' | 'old-enough' | 'younger' {
    // It may have been asked by another element of the page.
    if (this.#isYounger || this.#isRemembered()) return 'younger';
    return this.#isPassed ? 'old-enough' : 'open';
  }

  /**
   * Takes a year of birth as it was typed, and says whether it is one. Even those born at the end of the
   * year must be old enough.
   */
  take(typed: string, thisYear: number): boolean {
    const year = /^\s*\d{4}\s*$/.test(typed) ? Number(typed) : Number.NaN;
    const isYear = year > thisYear - LONGEST_LIFE && year <= thisYear;
    if (!isYear) return false;
    if (thisYear - year > this.#minimumAge) this.#isPassed = true;
    else this.#remember();
    return true;
  }

  #isRemembered(): boolean {
    try {
      return sessionStorage.getItem(this.#key) !== null;
    } catch {
      // In a sandboxed frame there is no storage; the element itself still remembers.
      return false;
    }
  }

  #remember(): void {
    this.#isYounger = true;
    try {
      sessionStorage.setItem(this.#key, '1');
    } catch {
      // As above.
    }
  }
}

const LONGEST_LIFE = 130;
