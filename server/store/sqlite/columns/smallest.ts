/**
 * The `count` smallest of what `numberOf` gives above a bound (fewer when there are fewer), in
 * ascending order. One pass with a bounded binary max-heap: O(n log count) at worst, near O(n)
 * when the order is random.
 */
export function smallest(
  count: number,
  members: ArrayLike<number>,
  numberOf: (member: number) => number,
  above = -Infinity,
): number[] {
  const heap: number[] = [];
  for (let i = 0; i < members.length && count > 0; i++) {
    const number = numberOf(members[i] ?? 0);
    if (number <= above) continue;
    if (heap.length < count) rise(heap, number);
    else if (number < (heap[0] ?? 0)) sink(heap, number);
  }
  return heap.sort((a, b) => a - b);
}

function rise(heap: number[], number: number): void {
  let at = heap.push(number) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if ((heap[parent] ?? 0) >= number) break;
    heap[at] = heap[parent] ?? 0;
    at = parent;
  }
  heap[at] = number;
}

/** Puts a number in the place of the largest. */
function sink(heap: number[], number: number): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const child = right < heap.length && (heap[right] ?? 0) > (heap[left] ?? 0) ? right : left;
    if ((heap[child] ?? 0) <= number) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = number;
}
