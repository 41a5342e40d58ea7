import fs from 'node:fs';
import os from 'node:os';
import type { Constants, Host } from '../host.ts';
import { NodeClock } from './clock.ts';
import { NodeDescriptors } from './descriptors.ts';
import { NodeEnvironment } from './environment.ts';
import { NodeFiles } from './files.ts';
import { HostWorker } from './worker.ts';
import { NodeGarbage, NodeScripts, NodeTimers } from './javascript.ts';
import { NodeProcesses } from './processes.ts';
import { NodeSignals } from './signals.ts';
import { NodeRandom } from './random.ts';
import { NodeSockets } from './sockets.ts';
import { SystemCalls } from './system-calls.ts';
import { NodeConsole, NodeTerminal } from './terminal.ts';

export interface NodeHostOptions {
  /** The program's own arguments; by default what follows the script's name. */
  readonly argv?: readonly string[];
  /** What starts this Python again. */
  readonly executable?: string;
}

/** The host that Node is. Nothing is started or loaded before it is used. */
export function createNodeHost(options: NodeHostOptions = {}): Host {
  const { argv = process.argv.slice(2), executable = process.argv[1] ?? '' } = options;
  let loaded: SystemCalls | undefined;
  const calls = () => (loaded ??= new SystemCalls());
  const worker = new HostWorker(message => {
    if (message.kind === 'spawned' || message.kind === 'failed' || message.kind === 'exited') {
      processes.received(message);
    } else sockets.received(message);
  });
  const signals = new NodeSignals(worker);
  const descriptors = new NodeDescriptors(calls, signals, worker);
  const processes = new NodeProcesses(worker, signals, fd => descriptors.share(fd));
  const sockets = new NodeSockets(descriptors, worker, signals);
  return {
    name: 'node',
    constants: constants(),
    environment: new NodeEnvironment(argv, executable),
    clock: new NodeClock(calls, signals),
    random: new NodeRandom(),
    console: new NodeConsole(descriptors),
    script: new NodeScripts(),
    descriptors,
    files: new NodeFiles(descriptors),
    processes,
    signals,
    sockets,
    terminal: new NodeTerminal(descriptors),
    timers: new NodeTimers(),
    garbage: new NodeGarbage(),
  };
}

function constants(): Constants {
  const open = Object.entries(fs.constants).filter(([name]) => name.startsWith('O_'));
  return {
    errno: { ...os.constants.errno },
    signals: { ...os.constants.signals },
    open: Object.fromEntries(open),
  };
}
