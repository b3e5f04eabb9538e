/** A figure, and the sentence it stands in: what a fact card draws. */
export type Fact = (RatioFigure | NumberFigure | RangeFigure) & {
  /** The sentence, with `{figure}` where the figure stands. */
  text: string;
  /** What is counted, in the plural: "children". */
  unit: string;
};

/** `part` of `whole`: one in four. */
export interface RatioFigure {
  kind: 'ratio';
  part: number;
  whole: number;
}

export interface NumberFigure {
  kind: 'number';
  value: number;
}

export interface RangeFigure {
  kind: 'range';
  low: number;
  high: number;
}
