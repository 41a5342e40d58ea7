import type * as ast from '../../syntax/ast.gen.ts';
import type { SymbolTable } from '../symbols/symbols.ts';
import type { Expr } from '../ir/ir.ts';
import { js } from '../ir/build.ts';

/** One compilation: what its functions share. */
export class Unit {
  readonly table: SymbolTable;
  readonly options: UnitOptions;
  /** Lines `const $c1 = …` of the emitted text, by the text of the value. */
  private readonly constants = new Map<string, string>();
  private codes = 0;

  constructor(table: SymbolTable, options: UnitOptions) {
    this.table = table;
    this.options = options;
  }

  /** A constant that is made once: its text is an expression over runtime functions. */
  constant(text: string): Expr {
    let name = this.constants.get(text);
    if (name === undefined) {
      name = `$k${this.constants.size + 1}`;
      this.constants.set(text, name);
    }
    return js(name);
  }

  /** Declarations of the constants, in order of first use: a constant may be part of a later one. */
  declarations(): readonly (readonly [name: string, text: string])[] {
    return [...this.constants].map(([text, name]) => [name, text] as const);
  }

  /** A fresh variable for a code object. */
  codeVariable(): string {
    return `$code${++this.codes}`;
  }
}

export interface UnitOptions {
  /** `from __future__ import annotations`. */
  readonly stringAnnotations: boolean;
  /** -O: asserts and `__debug__` are out; -OO: docstrings too. */
  readonly optimize: 0 | 1 | 2;
  /** A module's names live in a mapping of their own: exec with separate locals. */
  readonly separateLocals: boolean;
  /** The values of expression statements go to sys.displayhook. */
  readonly interactive: boolean;
}

/** JavaScript text of a string literal. */
export const quote = (text: string): string => {
  const quoted = JSON.stringify(text);
  // These two end a line in JavaScript text of old.
  return quoted.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
};

/** JavaScript text of a constant, or of the runtime call that makes it; `inline` where it is a literal. */
export function constantText(value: ast.ConstantValue): {
  text: string;
  inline: boolean;
  kind: 'any' | 'int' | 'float' | 'bool' | 'str';
} {
  if (value === null) return { text: 'null', inline: true, kind: 'any' };
  if (typeof value === 'boolean') return { text: String(value), inline: true, kind: 'bool' };
  switch (value.type) {
    case 'int':
      return typeof value.value === 'number'
        ? { text: String(value.value), inline: true, kind: 'int' }
        : { text: `${value.value}n`, inline: true, kind: 'any' };
    case 'float':
      if (!Number.isFinite(value.value)) return { text: 'Infinity', inline: true, kind: 'float' };
      return Number.isInteger(value.value)
        ? {
            text: `$float(${Object.is(value.value, -0) ? '-0' : value.value})`,
            inline: false,
            kind: 'float',
          }
        : { text: String(value.value), inline: true, kind: 'float' };
    case 'complex':
      return { text: `$complex(${value.imag}, ${value.real ?? 0})`, inline: false, kind: 'any' };
    case 'str':
      return typeof value.value === 'string'
        ? { text: quote(value.value), inline: true, kind: 'str' }
        : { text: `$astral([${value.value.join(',')}])`, inline: false, kind: 'any' };
    case 'bytes':
      return {
        text: `$bytes(${quote(Array.from(value.value, byte => String.fromCharCode(byte)).join(''))})`,
        inline: false,
        kind: 'any',
      };
    case 'tuple':
    case 'frozenset': {
      const items = value.value.map(item => constantText(item).text).join(', ');
      return { text: `$${value.type}([${items}])`, inline: false, kind: 'any' };
    }
    case 'Ellipsis':
      return { text: '$Ellipsis', inline: true, kind: 'any' };
  }
}
