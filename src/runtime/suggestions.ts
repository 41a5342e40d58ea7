/** "Did you mean": the name nearest to a wrong one. CPython: Python/suggestions.c */

const MOVE_COST = 2;
const CASE_COST = 1;
const MAX_LENGTH = 40;
const MAX_CANDIDATES = 750;

export function suggest(wrong: string, candidates: readonly string[]): string | null {
  if (candidates.length >= MAX_CANDIDATES || wrong.length > MAX_LENGTH) return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === wrong) continue;
    // Three moves per four characters of both names together.
    let limit = Math.floor(((wrong.length + candidate.length + 3) * MOVE_COST) / 6);
    limit = Math.min(limit, bestDistance - 1);
    const distance = editDistance(wrong, candidate, limit);
    if (distance <= limit) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The Levenshtein distance, where a change of case costs half; above `limit` any larger number. */
function editDistance(a: string, b: string, limit: number): number {
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return limit + 1;
  if (Math.abs(a.length - b.length) * MOVE_COST > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i * MOVE_COST);
  for (let i = 0; i < a.length; i++) {
    const next = [(i + 1) * MOVE_COST];
    for (let j = 0; j < b.length; j++)
      next.push(
        Math.min(
          row[j]! + substitutionCost(a[i]!, b[j]!),
          row[j + 1]! + MOVE_COST,
          next[j]! + MOVE_COST,
        ),
      );
    row = next;
  }
  return row[b.length]!;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}
