import { pathToFileURL } from 'node:url';
import { conclude, programs, runSteps } from './steps.ts';

/**
 * The static checks and the unit tests: `npm run check`. With names, only those steps:
 * `npm run check layers lint`.
 */

export const checks = [
  programs('format', [['oxfmt', '--check']]),
  programs('lint', [
    ['oxlint', '--type-aware', '--report-unused-disable-directives', '--deny-warnings'],
  ]),
  programs('types', [
    ['tsc', '-p', 'tsconfig.core.json'],
    ['tsc', '-p', 'tsconfig.json'],
  ]),
  programs('layers', [['tsx', 'tools/check-layers.ts']]),
  programs('unit', [['vitest', 'run', '--reporter=dot']]),
];

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter(name => !checks.some(step => step.name === name));
  if (unknown.length > 0) throw new Error(`no check ${unknown.join(', ')}`);
  const steps = names.length > 0 ? checks.filter(step => names.includes(step.name)) : checks;
  conclude('check', await runSteps(steps));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(process.argv.slice(2));
}
