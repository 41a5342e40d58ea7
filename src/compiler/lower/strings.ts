import type * as ast from '../../syntax/ast.gen.ts';
import { array, helper, js, none } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import type { Lowering } from './context.ts';
import { lowerConstant } from './displays.ts';

/** f-strings (PEP 701) and t-strings (PEP 750). */

export function lowerJoinedStr(fn: Lowering, e: ast.JoinedStr | ast.FormattedValue): Expr {
  if (e.kind === 'FormattedValue') return lowerFormatted(fn, e);
  if (e.values.length === 0) return js('""', 'str');
  const parts = fn.sequence(e.values.map(value => () => fn.expr(value)));
  if (parts.length === 1) return parts[0]!;
  return helper('joinStrings', [array(parts)], 0);
}

function lowerFormatted(fn: Lowering, e: ast.FormattedValue): Expr {
  const [value, spec] = fn.sequence([
    () => fn.expr(e.value),
    () => (e.format_spec === null ? js('""', 'str') : fn.expr(e.format_spec)),
  ]);
  return helper('format', [converted(fn, e, value!), spec!], fn.place(e));
}

function converted(fn: Lowering, e: ast.FormattedValue, value: Expr): Expr {
  const name = { 115: 'toStr', 114: 'repr', 97: 'ascii' }[e.conversion];
  return name === undefined ? value : helper(name, [value], fn.place(e));
}

export function lowerTemplateStr(fn: Lowering, e: ast.TemplateStr | ast.Interpolation): Expr {
  if (e.kind === 'Interpolation') return lowerInterpolation(fn, e);
  const parts = fn.sequence(e.values.map(value => () => fn.expr(value)));
  return helper('template', [array(parts)], 0);
}

function lowerInterpolation(fn: Lowering, e: ast.Interpolation): Expr {
  const [value, spec] = fn.sequence([
    () => fn.expr(e.value),
    () => (e.format_spec === null ? js('""', 'str') : fn.expr(e.format_spec)),
  ]);
  const conversion =
    e.conversion === -1 ? none : js(JSON.stringify(String.fromCharCode(e.conversion)), 'str');
  return helper('interpolation', [value!, lowerConstant(fn, e.str), conversion, spec!], 0);
}
