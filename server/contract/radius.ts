/**
 * Radius of an actor's circle at the first look, px: area grows with statements made, never under
 * 9 px. The layout keeps room for it and the screen draws it, at most this large.
 *
 * @param said statements made
 */
export function actorRadius(said: number): number {
  return Math.max(9, 6 + 4.2 * Math.sqrt(said));
}
