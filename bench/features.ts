import { join } from 'node:path';
import { geometricMean, type Implementation, ratioCell, run } from './implementations.ts';

/**
 * Ratios of single features (features/features.py), the slowest first: what a program does that is
 * slower than it need be. Loops that do nothing else say little about whole programs.
 */

export function parseFeatures(output: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const [, name, nanoseconds] of output.matchAll(/^feature (\w+) ([\d.]+)$/gm)) {
    times.set(name!, Number(nanoseconds));
  }
  return times;
}

export function compareFeatures(
  implementations: readonly Implementation[],
  parts: readonly string[],
  passes: number,
): string[] {
  const program = join(import.meta.dirname, 'features', 'features.py');
  const problems: string[] = [];
  const best = implementations.map(() => new Map<string, number>());
  for (let pass = 0; pass < passes; pass++) {
    for (const [i, candidate] of implementations.entries()) {
      const { output, problem } = run(candidate, [program, ...parts]);
      if (problem !== undefined && pass === 0) problems.push(`${candidate.name}: ${problem}`);
      for (const [name, time] of parseFeatures(output)) {
        best[i]!.set(name, Math.min(time, best[i]!.get(name) ?? Infinity));
      }
    }
  }
  const [subject, ...peers] = best;
  const rows = [...subject!].map(([name, time]) => ({
    name,
    time,
    ratios: peers.map(peer => (peer.has(name) ? peer.get(name)! / time : undefined)),
  }));
  rows.sort((a, b) => (a.ratios[0] ?? 0) - (b.ratios[0] ?? 0));
  const [first, ...others] = implementations.map(({ name }) => name);
  console.log(
    `${first!.padEnd(30)}${'ns'.padStart(10)}${others.map(name => `vs ${name}`.padStart(12)).join('')}`,
  );
  for (const { name, time, ratios } of rows) {
    console.log(
      `${name.padEnd(30)}${time.toFixed(1).padStart(10)}${ratios.map(ratioCell).join('')}`,
    );
  }
  const means = peers.map((_, i) => {
    const known = rows.flatMap(({ ratios }) => ratios[i] ?? []);
    return known.length > 0 ? geometricMean(known) : undefined;
  });
  console.log(`${`geomean of ${rows.length}`.padEnd(40)}${means.map(ratioCell).join('')}`);
  return problems;
}
