import type { Callable } from '../objects/function.ts';
import type { Entry, Value } from '../objects/object.ts';

/** An implementation that reads its own arguments. */
export type Variadic = (
  self: Value | undefined,
  args: readonly Value[],
  names: readonly string[] | null,
) => Value;

/** A function that binds its own arguments; the text signature is only shown. */
export class VariadicCallable implements Callable {
  declare private readonly implementation: Variadic;
  declare readonly name: string;
  declare readonly textSignature: string | null;
  constructor(implementation: Variadic, name: string, textSignature: string | null = null) {
    this.implementation = implementation;
    this.name = name;
    this.textSignature = textSignature;
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
