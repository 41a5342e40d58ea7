import { readFileSync } from 'node:fs';
import { createNodeHost } from '../host/node/node-host.ts';
import { flushStandardStreams } from '../modules/_io/standard-streams.ts';
import { handleInterrupts } from '../modules/signal-handlers.ts';
import { PythonInterpreter } from '../interpreter.ts';
import { PyBaseException } from '../objects/exception.ts';
import { utf16 } from '../objects/str.ts';
import { toStr } from '../runtime/text.ts';

/** The command. */
function main(): void {
  const [file] = process.argv.slice(2);
  const python = new PythonInterpreter({ host: createNodeHost() });
  python.enter(() => handleInterrupts(python));
  const module = python.newModule('__main__');
  try {
    python.run(readFileSync(file!), file!, module);
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    python.enter(() => {
      flushStandardStreams();
      for (let tb = error.traceback; tb !== null; tb = tb.next)
        console.error(
          `  File "${tb.frame.code.filename}", line ${tb.line}, in ${tb.frame.code.info.name}`,
        );
      console.error(
        `${error.type.name}: ${error.args.items.map(arg => utf16(toStr(arg))).join(', ')}`,
      );
    });
    process.exitCode = 1;
  }
  if (!python.enter(flushStandardStreams)) process.exitCode = 120;
}

main();
