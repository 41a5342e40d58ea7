import type * as ast from '../../syntax/ast.gen.ts';
import {
  array,
  assign,
  breakTo,
  compare,
  helper,
  js,
  not,
  number,
  predicate,
  temp,
  truth,
} from '../ir/build.ts';
import type { Expr, Test } from '../ir/ir.ts';
import type { Lowering } from './context.ts';
import { lowerConstant, namesArray } from './displays.ts';
import { storeName } from './names.ts';

/** Structural pattern matching (PEP 634). CPython: Python/codegen.c, codegen_match */

export function lowerMatch(fn: Lowering, s: ast.Match): void {
  const subject = fn.hold(fn.expr(s.subject));
  const end = fn.label('matched');
  const before = fn.assigned;
  let after: Set<string> | null = null;
  let isExhaustive = false;
  const body = fn.collect(() => {
    for (const each of s.cases) {
      fn.assigned = before === null ? null : new Set(before);
      const next = fn.label('case');
      const stmts = fn.collect(() => {
        const captures: Capture[] = [];
        matchPattern(fn, each.pattern, subject, next, captures);
        for (const { name, value, at } of captures) storeName(fn, name, value, at);
        if (each.guard !== null) {
          const guard = fn.test(each.guard);
          fn.emit({ t: 'if', test: not(guard), then: [breakTo(next)], otherwise: [] });
        }
        fn.stmts(each.body);
        after = fn.join(after, fn.assigned);
        if (fn.assigned !== null) fn.emit(breakTo(end));
      });
      fn.emit({ t: 'block', label: next, body: stmts });
      if (each.guard === null && isIrrefutable(each.pattern)) isExhaustive = true;
    }
  });
  fn.emit({ t: 'block', label: end, body });
  fn.assigned = isExhaustive ? after : before;
}

interface Capture {
  readonly name: string;
  readonly value: Expr;
  readonly at: ast.Position;
}

const isIrrefutable = (pattern: ast.pattern): boolean =>
  (pattern.kind === 'MatchAs' && (pattern.pattern === null || isIrrefutable(pattern.pattern))) ||
  (pattern.kind === 'MatchOr' && pattern.patterns.some(isIrrefutable));

/** Jumps to `fail` unless the subject matches; captures are bound only when the whole pattern has matched. */
function matchPattern(
  fn: Lowering,
  pattern: ast.pattern,
  subject: Expr,
  fail: string,
  captures: Capture[],
): void {
  switch (pattern.kind) {
    case 'MatchValue': {
      const value = fn.expr(pattern.value);
      const place = fn.place(pattern);
      require(fn, truth(compare('eq', subject, value, place), place), fail);
      return;
    }
    case 'MatchSingleton':
      require(fn, { t: 'same', a: subject, b: lowerConstant(fn, pattern.value) }, fail);
      return;
    case 'MatchAs':
      if (pattern.pattern !== null) matchPattern(fn, pattern.pattern, subject, fail, captures);
      if (pattern.name !== null) captures.push({ name: pattern.name, value: subject, at: pattern });
      return;
    case 'MatchStar':
      if (pattern.name !== null) captures.push({ name: pattern.name, value: subject, at: pattern });
      return;
    case 'MatchOr':
      matchOr(fn, pattern, subject, fail, captures);
      return;
    case 'MatchSequence':
      matchSequence(fn, pattern, subject, fail, captures);
      return;
    case 'MatchMapping':
      matchMapping(fn, pattern, subject, fail, captures);
      return;
    case 'MatchClass':
      matchClass(fn, pattern, subject, fail, captures);
  }
}

function require(fn: Lowering, test: Test, fail: string): void {
  fn.emit({ t: 'if', test: not(test), then: [breakTo(fail)], otherwise: [] });
}

/** All alternatives bind the same names: each stores its captures in the same temporaries. */
function matchOr(
  fn: Lowering,
  pattern: ast.MatchOr,
  subject: Expr,
  fail: string,
  captures: Capture[],
): void {
  const done = fn.label('or');
  const shared = new Map<string, Capture>();
  const body = fn.collect(() => {
    pattern.patterns.forEach((alternative, i) => {
      const isLast = i === pattern.patterns.length - 1;
      const next = isLast ? fail : fn.label('alternative');
      const stmts = fn.collect(() => {
        const own: Capture[] = [];
        matchPattern(fn, alternative, subject, next, own);
        for (const { name, value, at } of own) {
          let capture = shared.get(name);
          if (capture === undefined) {
            capture = { name, value: temp(fn.newTemp()), at };
            shared.set(name, capture);
          }
          const target = capture.value.t === 'var' ? capture.value.name : '';
          fn.emit(assign(target, value));
        }
        fn.emit(breakTo(done));
      });
      if (isLast) for (const s of stmts) fn.emit(s);
      else fn.emit({ t: 'block', label: next, body: stmts });
    });
  });
  fn.emit({ t: 'block', label: done, body });
  captures.push(...shared.values());
}

function matchSequence(
  fn: Lowering,
  pattern: ast.MatchSequence,
  subject: Expr,
  fail: string,
  captures: Capture[],
): void {
  const { patterns } = pattern;
  const place = fn.place(pattern);
  const star = patterns.findIndex(each => each.kind === 'MatchStar');
  require(fn, predicate('isSequencePattern', [subject], place), fail);
  const items = fn.hold(
    helper(
      'matchSequence',
      [
        subject,
        number(star === -1 ? patterns.length : star),
        number(star === -1 ? -1 : patterns.length - star - 1),
      ],
      place,
    ),
  );
  require(fn, { t: 'not', test: { t: 'same', a: items, b: js('null') } }, fail);
  patterns.forEach((each, i) => matchPattern(fn, each, part(items, i), fail, captures));
}
const part = (items: Expr, index: number): Expr =>
  js(`${items.t === 'var' ? items.name : ''}[${index}]`);

function matchMapping(
  fn: Lowering,
  pattern: ast.MatchMapping,
  subject: Expr,
  fail: string,
  captures: Capture[],
): void {
  const place = fn.place(pattern);
  require(fn, predicate('isMappingPattern', [subject], place), fail);
  if (pattern.keys.length === 0 && pattern.rest === null) return;
  const keys = fn.hold(array(fn.operands(pattern.keys)));
  const values = fn.hold(helper('matchKeys', [subject, keys], place));
  require(fn, { t: 'not', test: { t: 'same', a: values, b: js('null') } }, fail);
  pattern.patterns.forEach((each, i) => matchPattern(fn, each, part(values, i), fail, captures));
  if (pattern.rest !== null) {
    const rest = fn.hold(helper('matchRest', [subject, keys], place));
    captures.push({ name: pattern.rest, value: rest, at: pattern });
  }
}

function matchClass(
  fn: Lowering,
  pattern: ast.MatchClass,
  subject: Expr,
  fail: string,
  captures: Capture[],
): void {
  const cls = fn.expr(pattern.cls);
  const names = namesArray(fn, pattern.kwd_attrs);
  const values = fn.hold(
    helper('matchClass', [subject, cls, number(pattern.patterns.length), names], fn.place(pattern)),
  );
  require(fn, { t: 'not', test: { t: 'same', a: values, b: js('null') } }, fail);
  [...pattern.patterns, ...pattern.kwd_patterns].forEach((each, i) =>
    matchPattern(fn, each, part(values, i), fail, captures),
  );
}
