import type { Callable } from '../objects/function.ts';
import type { Entry, Value } from '../objects/object.ts';

/** An implementation that reads its own arguments. */
export type Variadic = (
  self: Value | undefined,
  args: readonly Value[],
  names: readonly string[] | null,
) => Value;

/** A function without a text signature. */
export class VariadicCallable implements Callable {
  declare private readonly implementation: Variadic;
  declare readonly name: string;
  readonly textSignature = null;
  constructor(implementation: Variadic, name: string) {
    this.implementation = implementation;
    this.name = name;
  }
  call(self: Value | undefined, args: readonly Value[], names: readonly string[] | null): Value {
    return this.implementation(self, args, names);
  }
  entry(_count: number, withSelf: boolean): Entry {
    const { implementation } = this;
    return withSelf
      ? (self, ...args) => implementation(self, args, null)
      : (...args) => implementation(undefined, args, null);
  }
}
