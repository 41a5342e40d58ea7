import { textFromNative } from '../../algorithms/text/contents.ts';
import type * as ast from '../../syntax/ast.gen.ts';
import { constantRepr } from '../constant-repr.ts';
import { constantsEqual } from '../fold.ts';
import { syntaxError } from '../problem.ts';
import type { Checker } from './checker.ts';
import { checkExpr } from './expressions.ts';

/** Checks the pattern of a case: codegen_pattern (Python/codegen.c). */
export function checkPattern(c: Checker, p: ast.pattern, allowIrrefutable: boolean): void {
  visit({ c, allowIrrefutable, stores: [] }, p);
}

export function isWildcard(p: ast.pattern): boolean {
  return p.kind === 'MatchAs' && p.name === null;
}

interface Context {
  readonly c: Checker;
  allowIrrefutable: boolean;
  /** The names captured so far, in order. */
  stores: string[];
}

function visit(context: Context, p: ast.pattern): void {
  switch (p.kind) {
    case 'MatchValue':
      visitValue(context, p);
      return;
    case 'MatchSingleton':
      return;
    case 'MatchSequence':
      visitSequence(context, p);
      return;
    case 'MatchMapping':
      visitMapping(context, p);
      return;
    case 'MatchClass':
      visitClass(context, p);
      return;
    case 'MatchStar':
      store(context, p.name, p);
      return;
    case 'MatchAs':
      visitAs(context, p);
      return;
    case 'MatchOr':
      visitOr(context, p);
  }
}

/** A part of a pattern may match everything. */
function visitPart(context: Context, p: ast.pattern): void {
  const outer = context.allowIrrefutable;
  context.allowIrrefutable = true;
  visit(context, p);
  context.allowIrrefutable = outer;
}

const quoted = (name: string): string => constantRepr({ type: 'str', value: textFromNative(name) });

function store(context: Context, name: string | null, at: ast.Position): void {
  if (name === null) return;
  if (context.stores.includes(name)) {
    throw syntaxError(`multiple assignments to name ${quoted(name)} in pattern`, at);
  }
  context.stores.push(name);
}

function visitValue(context: Context, p: ast.MatchValue): void {
  const { kind } = p.value;
  if (kind !== 'Constant' && kind !== 'Attribute') {
    throw syntaxError('patterns may only match literals and attribute lookups', p);
  }
  checkExpr(context.c, p.value);
}

function visitSequence(context: Context, p: ast.MatchSequence): void {
  const { patterns } = p;
  const stars = patterns.filter(part => part.kind === 'MatchStar');
  if (stars.length > 1) throw syntaxError('multiple starred names in sequence pattern', p);
  const star = stars[0];
  // Without a named star the items are subscripted, not unpacked.
  if (star !== undefined && star.name !== null) {
    const before = patterns.indexOf(star);
    if (before >= 1 << 8 || patterns.length - before - 1 >= 0x7fffff) {
      throw syntaxError('too many expressions in star-unpacking sequence pattern', p);
    }
  }
  for (const part of patterns) visitPart(context, part);
}

function visitMapping(context: Context, p: ast.MatchMapping): void {
  const seen: ast.ConstantValue[] = [];
  for (const key of p.keys) {
    if (key.kind === 'Constant') {
      const { value } = key;
      if (seen.some(other => constantsEqual(other, value))) {
        throw syntaxError(`mapping pattern checks duplicate key (${constantRepr(value)})`, p);
      }
      seen.push(value);
    } else if (key.kind !== 'Attribute') {
      throw syntaxError('mapping pattern keys may only match literals and attribute lookups', p);
    }
    checkExpr(context.c, key);
  }
  for (const part of p.patterns) visitPart(context, part);
  store(context, p.rest, p);
}

function visitClass(context: Context, p: ast.MatchClass): void {
  for (let i = 0; i < p.kwd_attrs.length; i++) {
    const repeated = p.kwd_attrs.indexOf(p.kwd_attrs[i]!, i + 1);
    if (repeated >= 0) {
      throw syntaxError(
        `attribute name repeated in class pattern: ${p.kwd_attrs[i]}`,
        p.kwd_patterns[repeated]!,
      );
    }
  }
  checkExpr(context.c, p.cls);
  for (const part of p.patterns) visitPart(context, part);
  for (const part of p.kwd_patterns) visitPart(context, part);
}

function visitAs(context: Context, p: ast.MatchAs): void {
  if (p.pattern !== null) visit(context, p.pattern);
  else if (!context.allowIrrefutable) {
    const what = p.name === null ? 'wildcard' : `name capture ${quoted(p.name)}`;
    throw syntaxError(`${what} makes remaining patterns unreachable`, p);
  }
  store(context, p.name, p);
}

function visitOr(context: Context, p: ast.MatchOr): void {
  const { stores, allowIrrefutable } = context;
  let names: string[] = [];
  p.patterns.forEach((alternative, i) => {
    context.stores = [];
    // Only the last alternative may match everything, and only if the whole may.
    context.allowIrrefutable = allowIrrefutable && i === p.patterns.length - 1;
    visit(context, alternative);
    if (i === 0) names = context.stores;
    else if (
      names.length !== context.stores.length ||
      !names.every(name => context.stores.includes(name))
    ) {
      throw syntaxError('alternative patterns bind different names', p);
    }
  });
  context.stores = stores;
  context.allowIrrefutable = allowIrrefutable;
  for (const name of names) store(context, name, p);
}
