/** A figure that has a ceiling or a floor. */
export interface Figure {
  name: string;
  text: string;
  wanted: string;
  isMet: boolean;
}

export const atLeast = (name: string, value: number, floor: number): Figure => ({
  name,
  text: value.toFixed(2),
  wanted: `at least ${floor}`,
  isMet: value >= floor,
});

export const below = (name: string, value: number, ceiling: number, unit: string): Figure => ({
  name,
  text: `${value.toFixed(1)} ${unit}`,
  wanted: `below ${ceiling} ${unit}`,
  isMet: value < ceiling,
});
