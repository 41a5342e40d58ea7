import { StateKey, thread } from '../../runtime/state.ts';

/** What is known of the threads of an interpreter: there is one. */
interface Threads {
  /** The identifier of the main thread, of the size of an address. */
  readonly mainIdent: number;
  name: string;
  stackSize: number;
}
export const threadsKey = new StateKey<Threads>(() => ({
  mainIdent: 0x7f0000000740,
  name: 'python3.14',
  stackSize: 0,
}));

export const threads = (): Threads => thread.interpreter.state(threadsKey);
/** `threading.get_ident()` */
export const currentIdent = (): number => threads().mainIdent;
