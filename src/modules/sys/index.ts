import { smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { thread } from '../../runtime/state.ts';
import { standardStream } from '../_io/standard-streams.ts';
import { host } from '../host-access.ts';

/** CPython: Python/sysmodule.c */
export default defineModule('sys', {
  doc: null,
  functions: {
    exception: fn('()', '', () => thread.handled),
    getrecursionlimit: fn('()', '', () => smallInt(1000)),
  },
  constants: {
    byteorder: 'little',
    maxsize: smallInt(9007199254740991),
  },
  init(interpreter, add) {
    add('modules', interpreter.modules);
    add('path', new PyList([]));
    add('argv', new PyList(host().environment.argv.map(arg => str(String(arg)) as Value)));
    for (const name of ['stdin', 'stdout', 'stderr'] as const) {
      const stream = standardStream(name);
      add(name, stream);
      add(`__${name}__`, stream);
    }
  },
});
