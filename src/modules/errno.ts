import { smallInt } from '../objects/int.ts';
import { dictOf, setItem } from '../runtime/dict.ts';
import { defineModule } from '../runtime/declare-module.ts';
import { hostKey } from './host-access.ts';
import { errorTexts } from './platform.gen.ts';

/** Error numbers by name and back. CPython: Modules/errnomodule.c */
export const errnoModule = defineModule('errno', {
  doc: `This module makes available standard errno system symbols.

The value of each symbol is the corresponding integer value,
e.g., on most systems, errno.ENOENT equals the integer 2.

The dictionary errno.errorcode maps numeric codes to symbol names,
e.g., errno.errorcode[2] could be the string 'ENOENT'.

Symbols that are not relevant to the underlying system are not defined.

To map error codes to error messages, use os.strerror(),
e.g. os.strerror(2) could return 'No such file or directory'.`,
  init(interpreter, add) {
    const { constants, environment } = interpreter.state(hostKey);
    const numbers: Record<string, number> = {};
    if (environment.platform === 'linux') {
      for (const name in errorTexts) numbers[name] = errorTexts[name]![0];
    }
    Object.assign(numbers, constants.errno);
    const names = dictOf([]);
    // Of two names for a number, errorcode has the one that CPython adds last.
    const aliases = ['EDEADLK', 'EWOULDBLOCK', 'EOPNOTSUPP'];
    const sorted = Object.keys(numbers).toSorted(
      (a, b) => Number(aliases.includes(b)) - Number(aliases.includes(a)),
    );
    for (const name of sorted) {
      add(name, smallInt(numbers[name]!));
      setItem(names, smallInt(numbers[name]!), name);
    }
    add('errorcode', names);
  },
});
