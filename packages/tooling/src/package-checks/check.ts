/** One thing that must hold for a package; it holds if no fault is found. */
export interface Check {
  name: string;
  faults: () => string[] | Promise<string[]>;
}
