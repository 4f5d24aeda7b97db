export interface Wall {
  /** Files under it are restricted; both are relative to the project root and begin with `./`. */
  readonly target: string;
  readonly from: string;
  /** Folders or files that are allowed all the same, relative to `from`. */
  readonly except?: readonly string[];
  readonly message: string;
}

export const walls: readonly Wall[];
export const mayImport: Readonly<Record<string, readonly string[]>>;
export const clientMayImport: Readonly<Record<string, readonly string[]>>;
