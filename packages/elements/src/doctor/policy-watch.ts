/** One thing that the page's content security policy refused. */
export interface Violation {
  /** Such as `connect-src`. */
  directive: string;
  /** The address that was refused; for Trusted Types, a sample that begins with the name of the policy. */
  blocked: string;
  sample: string;
  /** The script that asked for it, where that is known. */
  source: string;
}

interface ViolationReport {
  effectiveDirective: string;
  blockedURL: string | null;
  sample: string | null;
  sourceFile: string | null;
}

/** Keeps what the page's policy refuses; where the browser tells it (Chromium), also from before it began. */
export class PolicyWatch {
  readonly #violations = new Map<string, Violation>();
  readonly #onChange: () => void;
  #observer: ReportingObserver | undefined;

  /** A refusal is told later than what it made fail, so whoever watches is called with each new one. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get violations(): readonly Violation[] {
    return [...this.#violations.values()];
  }

  start(): void {
    document.addEventListener('securitypolicyviolation', this.#onViolation);
    if (!globalThis.ReportingObserver) return;
    this.#observer = new ReportingObserver(
      (reports) => {
        for (const { body } of reports as unknown as { body: ViolationReport }[]) {
          this.#keep(body.effectiveDirective, body.blockedURL, body.sample, body.sourceFile);
        }
      },
      { types: ['csp-violation'], buffered: true },
    );
    this.#observer.observe();
  }

  stop(): void {
    document.removeEventListener('securitypolicyviolation', this.#onViolation);
    this.#observer?.disconnect();
  }

  readonly #onViolation = (event: SecurityPolicyViolationEvent): void => {
    const { effectiveDirective, blockedURI, sample, sourceFile } = event;
    this.#keep(effectiveDirective, blockedURI, sample, sourceFile);
  };

  #keep(directive: string, blocked: string | null, sample: string | null, source: string | null) {
    const violation = {
      directive,
      blocked: blocked ?? '',
      sample: sample ?? '',
      source: source ?? '',
    };
    const key = `${directive} ${blocked} ${sample}`;
    if (this.#violations.has(key)) return;
    this.#violations.set(key, violation);
    this.#onChange();
  }
}
