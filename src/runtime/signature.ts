import { PyBytes } from '../objects/bytes.ts';
import { PyDict } from '../objects/dict.ts';
import { float } from '../objects/float.ts';
import type { Callable } from '../objects/function.ts';
import { int } from '../objects/int.ts';
import type { Entry, Value } from '../objects/object.ts';
import { emptyTuple, tuple } from '../objects/tuple.ts';
import { converters, type ArgumentContext, type Converted, type Converter } from './converters.ts';
import { setStr } from './dict.ts';
import { typeError } from './errors.ts';

/**
 * The Python signature of a function written in TypeScript: one string gives the implementation's parameter types, the binder of arguments and
 * `__text_signature__`. CPython: Argument Clinic, Python/getargs.c
 *
 *   (value, /)                       positional only
 *   (key: index = 0, *, flag: bool = False)   `name: converter = default`; `converter?` lets None through as null
 *   (x, y = <unrepresentable>, /)    a default that Python cannot show: undefined to the implementation
 *   (sub[, start[, end]], /)         optional ones without a default: undefined to the implementation
 *   (*args, **kwargs)
 */

type Named<C extends string> = C extends keyof Converted
  ? Converted[C]
  : C extends `${infer B}?`
    ? B extends keyof Converted
      ? Converted[B] | null
      : never
    : never;
type Absent<Default extends string> = Default extends
  | '<unrepresentable>'
  | 'sys.stderr'
  | 'signal.SIGINT'
  ? undefined
  : never;
type Param<P extends string> = P extends `**${string}`
  ? PyDict
  : P extends `*${string}`
    ? readonly Value[]
    : P extends `${string}: ${infer C} = ${infer D}`
      ? Named<C> | Absent<D>
      : P extends `${string}: ${infer C}`
        ? Named<C>
        : P extends `${string} = ${infer D}`
          ? Value | Absent<D>
          : Value;
type Unbracketed<P extends string> = P extends `${infer B}]` ? Unbracketed<B> : P;
type Params<S extends string, Missing = never> = S extends `${infer H}, ${infer T}`
  ? H extends '/' | '*'
    ? Params<T>
    : H extends `${infer B}[`
      ? [Param<B> | Missing, ...Params<T, undefined>]
      : [Param<Unbracketed<H>> | Missing, ...Params<T>]
  : S extends '' | '/' | '*'
    ? []
    : [Param<Unbracketed<S>> | Missing];

/** The TypeScript parameter list of a function with Python signature `S`, which is spelled as above, one space after comma and colon. */
export type ArgsOf<S extends string> = S extends `(${infer Body})` ? Params<Body> : never;

type Kind = 'positional-only' | 'positional' | 'keyword-only' | 'varargs' | 'varkw';
interface Parameter {
  readonly name: string;
  kind: Kind;
  readonly convert: Converter | null;
  readonly isOptional: boolean;
  readonly default: unknown;
}

const literals: Readonly<Record<string, unknown>> = {
  None: null,
  True: true,
  False: false,
  '<unrepresentable>': undefined,
  '()': emptyTuple,
  // Shown by name, and left to the implementation to find.
  'sys.stderr': undefined,
  'signal.SIGINT': undefined,
};
function literal(text: string, converter: string): unknown {
  if (Object.hasOwn(literals, text)) return literals[text];
  if (text === 'sys.maxsize')
    return converter === 'object' ? int((1n << 63n) - 1n) : Number.MAX_SAFE_INTEGER;
  if (/^['"]/.test(text)) return text.slice(1, -1).replaceAll('\\n', '\n');
  if (/^b['"]/.test(text)) {
    const data = Uint8Array.from(text.slice(2, -1), c => c.charCodeAt(0));
    return converter === 'bytes' ? data : new PyBytes(data);
  }
  const n = Number(text);
  if (converter === 'object') return /[.e]/.test(text) ? float(n) : int(n);
  return n;
}

function parseParameter(source: string, kind: Kind, isBracketed: boolean): Parameter {
  const piece = source.replace(/[[\]]+$/, '');
  const match = /^(\**)(\w+)(?::\s*([\w?]+))?(?:\s*=\s*(.*))?$/s.exec(piece);
  if (match === null) throw new Error(`taipan: bad parameter in a signature: ${piece}`);
  const [, stars, name, converter = 'object', text] = match;
  const nullable = converter.endsWith('?');
  const base = nullable ? converter.slice(0, -1) : converter;
  if (!Object.hasOwn(converters, base)) throw new Error(`taipan: unknown converter: ${base}`);
  const convert = converters[base as keyof Converted];
  return {
    name: name!,
    kind: stars === '**' ? 'varkw' : stars === '*' ? 'varargs' : kind,
    convert:
      base === 'object'
        ? null
        : nullable
          ? (v, context) => (v === null ? null : convert(v, context))
          : convert,
    isOptional: text !== undefined || isBracketed,
    default: text === undefined ? undefined : literal(text, base),
  };
}

/** Splits at commas outside quotes. */
const split = (body: string): string[] =>
  (body.match(/(?:'[^']*'|"[^"]*"|[^,'"])+/g) ?? []).map(piece => piece.trim()).filter(Boolean);

type Implementation = (...args: unknown[]) => Value;

/** A function with a Python signature: binds, converts and calls. Its signature is parsed on first need. */
export class SignatureCallable implements Callable {
  declare private readonly source: string;
  declare private readonly implementation: Implementation;
  declare private readonly receiver: '$self' | '$module' | '$type' | '';
  /** How messages name the function: `list.append`. */
  declare readonly name: string;
  declare private parsed: readonly Parameter[] | undefined;
  private hasNames = false;
  private varargs = false;
  private varkw = false;
  private positional = 0;
  private required = 0;

  constructor(
    source: string,
    implementation: (...args: never[]) => Value,
    receiver: '$self' | '$module' | '$type' | '',
    name: string,
  ) {
    this.source = source;
    this.implementation = implementation as unknown as Implementation;
    this.receiver = receiver;
    this.name = name;
    this.parsed = undefined;
  }

  /** The same under another name. */
  named(
    name: string,
    receiver: '$self' | '$module' | '$type' | '' = this.receiver,
  ): SignatureCallable {
    return new SignatureCallable(this.source, this.implementation, receiver, name);
  }

  private get parameters(): readonly Parameter[] {
    return (this.parsed ??= this.parse());
  }

  private parse(): readonly Parameter[] {
    const parameters: Parameter[] = [];
    let kind: Kind = 'positional';
    let isBracketed = false;
    for (const piece of split(this.source.slice(1, -1))) {
      if (piece === '/') for (const p of parameters) p.kind = 'positional-only';
      else if (piece === '*') kind = 'keyword-only';
      else {
        const parameter = parseParameter(piece, kind, isBracketed);
        parameters.push(parameter);
        isBracketed = piece.endsWith('[');
        if (parameter.kind === 'varargs') kind = 'keyword-only';
      }
    }
    this.varargs = parameters.some(p => p.kind === 'varargs');
    this.varkw = parameters.some(p => p.kind === 'varkw');
    this.hasNames = parameters.some(p => p.kind === 'positional' || p.kind === 'keyword-only');
    const positional = parameters.filter(
      p => p.kind === 'positional-only' || p.kind === 'positional',
    );
    this.positional = positional.length;
    this.required = positional.filter(p => !p.isOptional).length;
    return parameters;
  }

  get textSignature(): string {
    const shown: string[] = this.receiver === '' ? [] : [this.receiver];
    let last: Kind | undefined;
    const parameters = this.parameters;
    if (this.source.includes('['))
      return `(${[...shown, this.source.slice(1, -1).replace(/:\s*[\w?]+/g, '')].join(', ')})`;
    if (this.receiver !== '' && parameters[0]?.kind !== 'positional-only') shown.push('/');
    parameters.forEach((p, i) => {
      if (p.kind === 'keyword-only' && last !== 'keyword-only' && !this.varargs) shown.push('*');
      const stars = p.kind === 'varargs' ? '*' : p.kind === 'varkw' ? '**' : '';
      shown.push(`${stars}${p.name}${this.shownDefault(p)}`);
      if (p.kind === 'positional-only' && parameters[i + 1]?.kind !== 'positional-only')
        shown.push('/');
      last = p.kind;
    });
    return `(${shown.join(', ')})`;
  }

  private shownDefault(p: Parameter): string {
    if (!p.isOptional) return '';
    const text = new RegExp(
      `\\b${p.name}(?::\\s*[\\w?]+)?\\s*=\\s*(\\(\\)|'[^']*'|"[^"]*"|[^,)]+)`,
    ).exec(this.source);
    return `=${text?.[1]?.trim() ?? ''}`;
  }

  call(self: Value | undefined, args: readonly Value[], names: readonly string[] | null): Value {
    const bound = this.bind(args, names);
    return self === undefined ? this.implementation(...bound) : this.implementation(self, ...bound);
  }

  entry(count: number, withSelf: boolean): Entry | undefined {
    const { parameters, implementation } = this;
    if (count < this.required) return undefined;
    if (parameters.some(p => p.kind === 'keyword-only' && !p.isOptional)) return undefined;
    if (this.varargs || this.varkw) return this.bindingEntry(count, withSelf);
    if (count > this.positional) return undefined;
    if (parameters.length === count && parameters.every(p => p.convert === null))
      return implementation;
    const absent = parameters.slice(count).map(p => p.default);
    const rest = absent.every(each => each === undefined) ? [] : absent;
    const convert = parameters.slice(0, count).map((p, i) => this.converter(p, i));
    if (withSelf) return directMethod(implementation, convert, rest);
    return directFunction(implementation, convert, rest);
  }

  /** An entry of a function with `*args` or `**kwargs`. */
  private bindingEntry(count: number, withSelf: boolean): Entry | undefined {
    if (count > this.positional && !this.varargs) return undefined;
    return withSelf
      ? (self, ...args) => this.call(self, args, null)
      : (...args) => this.call(undefined, args, null);
  }

  private converter(p: Parameter, index: number): (v: Value) => unknown {
    const { convert } = p;
    if (convert === null) return v => v;
    const context = this.context(p, index);
    return v => convert(v, context);
  }

  private context(p: Parameter, index: number): ArgumentContext {
    const argument =
      p.kind !== 'positional-only'
        ? `argument '${p.name}'`
        : this.positional === 1
          ? 'argument'
          : `argument ${index + 1}`;
    return { functionName: this.name.slice(this.name.lastIndexOf('.') + 1), argument };
  }

  /** The implementation's arguments for a call. TypeError where they do not fit. */
  bind(args: readonly Value[], names: readonly string[] | null): unknown[] {
    const { parameters } = this;
    const given = args.length - (names?.length ?? 0);
    if (names !== null && names.length > 0 && !this.hasNames && !this.varkw)
      throw typeError(`${this.name}() takes no keyword arguments`);
    this.checkCount(given, args.length);
    // As CPython's argument parser does: all arguments are found before the first is converted.
    const found: unknown[] = [];
    let used = 0;
    parameters.forEach((p, i) => {
      if (p.kind === 'varargs') found.push(args.slice(Math.min(this.positional, given), given));
      else if (p.kind === 'varkw') found.push(this.rest(args, given, names));
      else {
        const position =
          names === null || p.kind === 'positional-only' ? -1 : names.indexOf(p.name);
        const isPositional = p.kind !== 'keyword-only' && i < given;
        if (isPositional && position !== -1)
          throw typeError(
            `argument for ${this.shortName}() given by name ('${p.name}') and position (${i + 1})`,
          );
        const value = isPositional
          ? args[i]!
          : position === -1
            ? undefined
            : args[given + position]!;
        if (position !== -1) used++;
        if (value === undefined && !p.isOptional) throw this.missing(p, i);
        found.push(value);
      }
    });
    if (names !== null && used < names.length && !this.varkw) throw this.unexpected(names);
    return parameters.map((p, i) =>
      p.kind === 'varargs' || p.kind === 'varkw'
        ? found[i]
        : this.converted(p, i, found[i] as Value | undefined),
    );
  }

  private converted(p: Parameter, index: number, value: Value | undefined): unknown {
    if (value !== undefined)
      return p.convert === null ? value : p.convert(value, this.context(p, index));
    return p.default;
  }

  private missing(p: Parameter, index: number) {
    return typeError(
      `${this.shortName}() missing required argument '${p.name}' (pos ${index + 1})`,
    );
  }

  private get shortName(): string {
    return this.name.slice(this.name.lastIndexOf('.') + 1);
  }

  private rest(args: readonly Value[], given: number, names: readonly string[] | null): PyDict {
    const rest = new PyDict();
    names?.forEach((name, i) => {
      if (
        !this.parameters.some(
          p => p.name === name && (p.kind === 'positional' || p.kind === 'keyword-only'),
        )
      )
        setStr(rest, name, args[given + i]!);
    });
    return rest;
  }

  private unexpected(names: readonly string[]) {
    const known = new Set(
      this.parameters.filter(p => p.kind !== 'positional-only').map(p => p.name),
    );
    const name = names.find(each => !known.has(each));
    if (name === undefined) return typeError(`${this.shortName}() got some arguments twice`);
    return typeError(`${this.shortName}() got an unexpected keyword argument '${name}'`);
  }

  private checkCount(given: number, total: number): void {
    const { required, positional } = this;
    if (this.hasNames || this.varkw) {
      const most = this.parameters.filter(
        p => p.kind === 'positional' || p.kind === 'positional-only' || p.kind === 'keyword-only',
      ).length;
      if (total > most && !this.varargs && !this.varkw) throw this.tooMany(most, total, given);
      if (given > positional && !this.varargs) throw this.tooManyPositional(given);
      this.checkPositionalOnly(given);
      return;
    }
    if (this.varargs && given >= required) return;
    if (given >= required && given <= positional) return;
    if (positional === 0) throw typeError(`${this.name}() takes no arguments (${given} given)`);
    if (positional === 1 && required === 1 && !this.varargs)
      throw typeError(`${this.name}() takes exactly one argument (${given} given)`);
    const bound =
      this.varargs || required !== positional ? (given < required ? 'at least ' : 'at most ') : '';
    const expected = given < required ? required : positional;
    throw typeError(
      `${this.shortName} expected ${bound}${expected} argument${expected === 1 ? '' : 's'}, got ${given}`,
    );
  }

  private checkPositionalOnly(given: number): void {
    const only = this.parameters.filter(p => p.kind === 'positional-only');
    const required = only.filter(p => !p.isOptional).length;
    if (given >= required) return;
    const bound = required < this.positional ? 'at least' : 'exactly';
    throw typeError(
      `${this.shortName}() takes ${bound} ${required} positional argument${required === 1 ? '' : 's'} (${given} given)`,
    );
  }

  private tooMany(most: number, total: number, given: number) {
    return typeError(
      `${this.shortName}() takes ${most === 0 ? 'no' : `at most ${most}`} ${given === 0 ? 'keyword ' : ''}argument${most === 1 ? '' : 's'} (${total} given)`,
    );
  }

  private tooManyPositional(given: number) {
    const { positional, required } = this;
    if (positional === 0) return typeError(`${this.shortName}() takes no positional arguments`);
    const amount = required < positional ? `at most ${positional}` : `exactly ${positional}`;
    return typeError(
      `${this.shortName}() takes ${amount} positional argument${positional === 1 ? '' : 's'} (${given} given)`,
    );
  }
}

type Convert = (v: Value) => unknown;

/** An entry that converts its arguments and adds the defaults of those that are absent. */
function directMethod(
  f: Implementation,
  convert: readonly Convert[],
  rest: readonly unknown[],
): Entry {
  const [first, second] = convert;
  const [d1, d2] = rest;
  switch (convert.length) {
    case 0:
      return rest.length === 1 ? self => f(self, d1) : self => f(self, ...rest);
    case 1:
      if (rest.length === 0) return (self, a) => f(self, first!(a));
      if (rest.length === 1) return (self, a) => f(self, first!(a), d1);
      return (self, a) => f(self, first!(a), ...rest);
    case 2:
      if (rest.length === 0) return (self, a, b) => f(self, first!(a), second!(b));
      if (rest.length === 1) return (self, a, b) => f(self, first!(a), second!(b), d1);
      if (rest.length === 2) return (self, a, b) => f(self, first!(a), second!(b), d1, d2);
      break;
    default:
  }
  return (self, ...args) => f(self, ...convert.map((each, i) => each(args[i]!)), ...rest);
}
function directFunction(
  f: Implementation,
  convert: readonly Convert[],
  rest: readonly unknown[],
): Entry {
  const [first, second] = convert;
  const [d1] = rest;
  switch (convert.length) {
    case 0:
      return rest.length === 1 ? () => f(d1) : () => f(...rest);
    case 1:
      if (rest.length === 0) return a => f(first!(a));
      if (rest.length === 1) return a => f(first!(a), d1);
      return a => f(first!(a), ...rest);
    case 2:
      if (rest.length === 0) return (a, b) => f(first!(a), second!(b));
      if (rest.length === 1) return (a, b) => f(first!(a), second!(b), d1);
      break;
    default:
  }
  return (...args) => f(...convert.map((each, i) => each(args[i]!)), ...rest);
}

/** The values of `*args` as a tuple. */
export const argsTuple = (args: readonly Value[]) => tuple(args);
