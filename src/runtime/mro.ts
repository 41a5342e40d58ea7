import type { PyType } from '../objects/type.ts';
import { typeError } from './errors.ts';

/** The C3 linearisation. TypeError where the bases' orders contradict each other. CPython: Objects/typeobject.c, mro_implementation */
export function linearize(type: PyType, bases: readonly PyType[]): PyType[] {
  const seen = new Set<PyType>();
  for (const base of bases) {
    if (seen.has(base)) throw typeError(`duplicate base class ${base.name}`);
    seen.add(base);
  }
  const lists = [...bases.map(base => [...base.mro]), [...bases]];
  const mro: PyType[] = [type];
  for (;;) {
    const left = lists.filter(list => list.length > 0);
    if (left.length === 0) return mro;
    const next = left
      .map(list => list[0]!)
      .find(candidate => left.every(list => list.indexOf(candidate) <= 0));
    if (next === undefined) {
      const heads = [...new Set(left.map(list => list[0]!.name))];
      throw typeError(
        `Cannot create a consistent method resolution order (MRO) for bases ${heads.join(', ')}`,
      );
    }
    mro.push(next);
    for (const list of left) if (list[0] === next) list.shift();
  }
}
