/** A description of somebody beside their name: "Belarus' minister of defense". */
export interface Description {
  /** Tokens of the role words, `to` exclusive; the last or first is the role noun. */
  readonly from: number;
  readonly to: number;
  /** Index of the role noun. */
  readonly noun: number;
  /** Where what the role belongs to may stand, up to here. */
  readonly end: number;
  /** Whether the text says that it is over. */
  readonly former?: boolean;
}
