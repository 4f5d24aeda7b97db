/**
 * State of an arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez and Satta 2011).
 * Action 0 shifts; 1..R make the top of the stack a left dependent of the buffer's front, with
 * label action-1; R+1..2R make it a right dependent of the item below it, label action-1-R.
 */
export class ParserState {
  readonly length: number;
  /** Words on the stack, the top at `depth - 1`. */
  readonly stack: Int32Array;
  depth = 0;
  /** Front of the buffer. */
  front = 0;
  /** -1 until attached; the root keeps -1. */
  readonly head: Int32Array;
  /** -1 until attached. */
  readonly label: Int32Array;
  /** Outermost and second outermost dependents on either side, -1 where none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly lefts: Uint8Array;
  readonly rights: Uint8Array;

  constructor(length: number) {
    this.length = length;
    const column = () => new Int32Array(length).fill(-1);
    this.stack = column();
    this.head = column();
    this.label = column();
    this.left1 = column();
    this.left2 = column();
    this.right1 = column();
    this.right2 = column();
    this.lefts = new Uint8Array(length);
    this.rights = new Uint8Array(length);
  }

  /** The word `below` places under the top of the stack, or -1. */
  top(below = 0): number {
    return this.depth > below ? this.stack[this.depth - 1 - below]! : -1;
  }

  /** The word `ahead` places after the front of the buffer, or -1. */
  buffer(ahead = 0): number {
    return this.front + ahead < this.length ? this.front + ahead : -1;
  }

  get done(): boolean {
    return this.front >= this.length && this.depth <= 1;
  }

  get canShift(): boolean {
    return this.front < this.length;
  }

  get canLeft(): boolean {
    return this.depth > 0 && this.front < this.length;
  }

  get canRight(): boolean {
    return this.depth > 1;
  }

  apply(action: number, labels: number): void {
    if (action === 0) {
      this.stack[this.depth++] = this.front++;
      return;
    }
    const dependent = this.stack[--this.depth]!;
    if (action <= labels) this.#attach(this.front, dependent, action - 1);
    else this.#attach(this.stack[this.depth - 1]!, dependent, action - 1 - labels);
  }

  #attach(head: number, dependent: number, label: number): void {
    this.head[dependent] = head;
    this.label[dependent] = label;
    const isLeft = dependent < head;
    const [first, second] = isLeft ? [this.left1, this.left2] : [this.right1, this.right2];
    second[head] = first[head]!;
    first[head] = dependent;
    const count = isLeft ? this.lefts : this.rights;
    if (count[head]! < 255) count[head]!++;
  }
}
