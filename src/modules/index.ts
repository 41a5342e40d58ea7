import { astModule } from './_ast/index.ts';
import { opcodeModule } from './_opcode/index.ts';
import { stringModule } from './_string.ts';
import type { BuiltinModule } from '../runtime/declare-module.ts';
import { codecsModule } from './_codecs/module.ts';
import { errnoModule } from './errno.ts';
import { jsonModule } from './_json/module.ts';
import { ioModule } from './_io/module.ts';
import { posixModule } from './posix/module.ts';
import { functoolsModule } from './_functools/module.ts';
import { operatorModule } from './_operator/module.ts';
import { itertoolsModule } from './itertools/module.ts';
import { collectionsModule } from './_collections/module.ts';
import { mathModule } from './math/module.ts';
import { bisectModule } from './_bisect/module.ts';
import { heapqModule } from './_heapq/module.ts';
import { randomModule } from './_random/module.ts';
import { statisticsModule } from './_statistics/module.ts';
import { structModule } from './_struct/module.ts';
import { binasciiModule } from './binascii/module.ts';
import sre from './_sre/_sre.ts';
import { statModule } from './_stat.ts';
import { timeModule } from './time/module.ts';
import { socketModule } from './_socket/module.ts';
import { signalModule } from './_signal/module.ts';
import { fcntlModule } from './fcntl/module.ts';
import { posixsubprocessModule } from './_posixsubprocess/module.ts';
import { selectModule } from './select/module.ts';
import { weakrefModule } from './_weakref.ts';
import { threadModule } from './_thread/module.ts';
import { contextvarsModule } from './_contextvars/module.ts';
import { warningsModule } from './_warnings/module.ts';
import { abcModule } from './_abc/module.ts';
import { typesModule } from './_types.ts';
import { typingModule } from './_typing.ts';
import { atexitModule } from './atexit/module.ts';
import { faulthandlerModule } from './faulthandler/module.ts';
import { grpModule } from './grp/module.ts';
import { pwdModule } from './pwd/module.ts';
import { queueModule } from './_queue/module.ts';
import { suggestionsModule } from './_suggestions.ts';
import { uuidModule } from './_uuid.ts';
import { tokenizeModule } from './_tokenize.ts';
import { gcModule } from './gc/module.ts';
import sys from './sys/index.ts';

/** The builtin modules, each made when it is first imported. */
export const builtinModules: Readonly<Record<string, () => BuiltinModule>> = {
  _ast: () => astModule,
  _opcode: () => opcodeModule,
  _string: () => stringModule,
  _codecs: () => codecsModule,
  _io: () => ioModule,
  _functools: () => functoolsModule,
  _operator: () => operatorModule,
  itertools: () => itertoolsModule,
  _collections: () => collectionsModule,
  math: () => mathModule,
  _bisect: () => bisectModule,
  _heapq: () => heapqModule,
  _random: () => randomModule,
  _statistics: () => statisticsModule,
  _struct: () => structModule,
  binascii: () => binasciiModule,
  _sre: () => sre,
  _json: () => jsonModule,
  _posixsubprocess: () => posixsubprocessModule,
  fcntl: () => fcntlModule,
  select: () => selectModule,
  _socket: () => socketModule,
  _signal: () => signalModule,
  _stat: () => statModule,
  _thread: () => threadModule,
  _contextvars: () => contextvarsModule,
  _warnings: () => warningsModule,
  _abc: () => abcModule,
  _types: () => typesModule,
  _typing: () => typingModule,
  atexit: () => atexitModule,
  faulthandler: () => faulthandlerModule,
  grp: () => grpModule,
  pwd: () => pwdModule,
  _queue: () => queueModule,
  _suggestions: () => suggestionsModule,
  _uuid: () => uuidModule,
  _tokenize: () => tokenizeModule,
  _weakref: () => weakrefModule,
  gc: () => gcModule,
  errno: () => errnoModule,
  posix: () => posixModule,
  sys: () => sys,
  time: () => timeModule,
};
