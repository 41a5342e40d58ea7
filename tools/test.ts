import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { checks } from './check.ts';
import { checkGolden, findGolden } from './golden.ts';
import { checkFacts } from './missing.ts';
import { findTests, readFailing, runTests, writeFailing } from './python-tests.ts';
import { conclude, programs, runSteps, type Step } from './steps.ts';

/**
 * All checks and tests: `npm test`. With parts of paths, only the tests that have them in their
 * path: `npm test types/range`. `npm test -- --update` records instead what the compiler makes of
 * test/compile/, how the builtins differ from CPython's, and which Python tests fail.
 */

const cli = 'src/cli/main.ts';
const args = process.argv.slice(2);
const update = args.includes('--update');
const filters = args.filter(arg => arg !== '--update');

/** The tests that need the built command. */
function builtSteps(filters: readonly string[]): Step[] {
  const tests = findTests(filters);
  if (tests.length === 0 || !existsSync(cli)) return [];
  return [
    programs('build', [['tsx', 'tools/build.ts', '--no-types']]),
    {
      name: 'python',
      run: async say => {
        // Who asks for some tests wants to see what fails in them, known or not.
        const known = filters.length > 0 ? [] : readFailing();
        const { problem, failing } = await runTests([resolve('taipan')], tests, known, say);
        if (filters.length > 0 || !update) return problem;
        writeFailing(failing);
        return undefined;
      },
    },
  ];
}

/** Names, signatures and docs of the builtins. */
const facts: Step = { name: 'facts', run: () => checkFacts(update) };

/** The compiler's output. */
function golden(filters: readonly string[]): Step[] {
  const paths = findGolden(filters);
  if (paths.length === 0) return [];
  const check = (): string | undefined => {
    const problem = checkGolden(paths, update);
    return update ? undefined : problem;
  };
  return [{ name: 'golden', run: () => Promise.resolve(check()) }];
}

/** CPython's own suite, as far as results of it are recorded. */
function conformance(): Step[] {
  if (!existsSync('test/conformance/results')) return [];
  const run = ['tsx', 'test/conformance/run.ts', '--subset', 'ci', '--check'];
  return [programs('conformance', [run])];
}

function filtered(filters: readonly string[]): Step[] {
  const unit = readdirSync('test/unit', { recursive: true, encoding: 'utf8' })
    .map(path => `test/unit/${path}`)
    .filter(path => path.endsWith('.test.ts') && filters.some(filter => path.includes(filter)));
  const steps = [...golden(filters), ...builtSteps(filters)];
  if (unit.length > 0) steps.unshift(programs('unit', [['vitest', 'run', ...unit]]));
  return steps;
}

const steps =
  filters.length > 0
    ? filtered(filters)
    : [...checks, facts, ...golden([]), ...builtSteps([]), ...conformance()];
if (steps.length > 0) {
  conclude('test', await runSteps(steps));
} else {
  console.error(`test: no test has ${filters.join(' or ')} in its path`);
  process.exitCode = 1;
}
