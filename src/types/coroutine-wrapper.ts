import { PyIterator } from '../objects/iterator.ts';
import type { Raised, Value } from '../objects/object.ts';
import { resumeFrame, RESUME_NEXT, type PyCoroutine } from '../runtime/generators.ts';

/** What `coroutine.__await__()` gives: an iterator over the coroutine. CPython: Objects/genobject.c, PyCoroWrapper */
export class CoroutineWrapper extends PyIterator {
  declare readonly coroutine: PyCoroutine;
  constructor(coroutine: PyCoroutine) {
    super();
    this.coroutine = coroutine;
  }
  override next(): Value | undefined | Raised {
    return resumeFrame(this.coroutine, RESUME_NEXT, null);
  }
  override get result(): Value {
    return this.coroutine.result;
  }
}
