import type { PythonInterpreter } from '../interpreter.ts';
import type { PyModule } from '../objects/module.ts';
import { getAttr } from '../runtime/attributes.ts';
import { callArgs } from '../runtime/call.ts';
import { importModule } from '../runtime/import-hook.ts';

/** The prompt: CPython's own `code` module on the main module. CPython: Lib/code.py */
export function runPrompt(_python: PythonInterpreter, main: PyModule, quiet: boolean): void {
  const interact = getAttr(importModule('code'), 'interact');
  callArgs(interact, [quiet ? '' : null, main.dict, ''], ['banner', 'local', 'exitmsg']);
}
