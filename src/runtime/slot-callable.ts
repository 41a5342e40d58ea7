import type { Callable } from '../objects/function.ts';
import type { Entry, Value } from '../objects/object.ts';
import { int } from '../objects/int.ts';
import { checkPositional } from './arguments.ts';
import { asIndex } from './convert.ts';
import { typeError } from './errors.ts';
import { SignatureCallable } from './signature.ts';

/** A special method of a builtin type as Python code calls it by name. CPython: Objects/typeobject.c, wrap_binaryfunc and its kin */
export class SlotCallable implements Callable {
  declare private readonly name: string;
  declare private readonly implementation: (...args: Value[]) => Value;
  declare private readonly signature: string;
  declare private readonly least: number;
  declare private readonly most: number;
  constructor(name: string, signature: string, implementation: (...args: Value[]) => Value) {
    this.name = name;
    this.signature = signature;
    this.implementation = implementation;
    const parameters = signature
      .slice(1, -1)
      .split(', ')
      .filter(piece => piece !== '/' && piece !== '');
    this.most = parameters.length;
    this.least = parameters.filter(piece => !piece.includes('=')).length;
  }
  get textSignature(): string {
    return new SignatureCallable(this.signature, this.implementation, '$self', this.name)
      .textSignature;
  }
  call(self: Value | undefined, args: readonly Value[], names: readonly string[] | null): Value {
    if (names !== null && names.length > 0)
      throw typeError(`wrapper ${this.name}() takes no keyword arguments`);
    if (unpacking.has(this.name)) checkPositional(this.name, args.length, this.least, this.most);
    else if (args.length < this.least || args.length > this.most) throw this.refusal(args.length);
    return this.implementation(self!, ...args);
  }
  entry(count: number, withSelf: boolean): Entry | undefined {
    if (!withSelf || count < this.least || count > this.most) return undefined;
    return this.implementation;
  }

  private refusal(given: number) {
    const { least, most } = this;
    const expected = least === most ? `${most}` : `${least} or ${most}`;
    return typeError(
      `expected ${expected} argument${least === most && most === 1 ? '' : 's'}, got ${given}`,
    );
  }
}

/** The methods whose wrappers read their arguments as a tuple. */
const unpacking: ReadonlySet<string> = new Set([
  '__get__',
  '__set__',
  '__setitem__',
  '__setattr__',
]);

/** `__mul__` of a sequence, called by name, wants an index; as an operator it says what it cannot multiply by. */
export const repeating =
  (implementation: (self: Value, count: Value) => Value) =>
  (self: Value, count: Value): Value =>
    implementation(self, int(asIndex(count)));
