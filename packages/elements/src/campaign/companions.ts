/** The elements that stand in a campaign's, and how their code arrives. */
export interface Companions {
  progress(): Promise<unknown>;
  share(): Promise<unknown>;
  join(): Promise<unknown>;
}
