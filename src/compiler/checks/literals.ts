import type * as ast from '../../syntax/ast.gen.ts';
import { syntaxWarning, type CompileWarning } from '../problem.ts';

/** Warnings about literals that are used as nothing of their type can be: check_caller and its like (Python/codegen.c). */

function typeOfConstant(value: ast.ConstantValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  return value.type === 'Ellipsis' ? 'ellipsis' : value.type;
}

/** The type that an expression is certain to have; undefined when it takes a run to know. */
function inferType(e: ast.expr): string | undefined {
  switch (e.kind) {
    case 'Constant':
      return typeOfConstant(e.value);
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'TemplateStr':
    case 'Interpolation':
      return 'string.templatelib.Template';
    default:
      return undefined;
  }
}

/** Whether an expression is a constant other than the singletons, which alone make sense with `is`. */
function isLiteral(e: ast.expr): boolean {
  if (e.kind === 'Tuple') return e.elts.every(elt => elt.kind === 'Constant');
  if (e.kind !== 'Constant') return false;
  const { value } = e;
  return typeof value === 'object' && value !== null && value.type !== 'Ellipsis';
}

export function checkCompare(e: ast.Compare): CompileWarning | undefined {
  let left = e.left;
  for (let i = 0; i < e.ops.length; i++) {
    const op = e.ops[i]!;
    const right = e.comparators[i]!;
    if (op === 'Is' || op === 'IsNot') {
      const literal = isLiteral(left) ? left : isLiteral(right) ? right : undefined;
      if (literal !== undefined) {
        const [is, equals] = op === 'Is' ? ['is', '=='] : ['is not', '!='];
        return syntaxWarning(
          `"${is}" with '${inferType(literal)}' literal. Did you mean "${equals}"?`,
          e,
        );
      }
    }
    left = right;
  }
  return undefined;
}

export function checkCaller(func: ast.expr): CompileWarning | undefined {
  // A lambda can be called.
  const type = func.kind === 'Lambda' ? undefined : inferType(func);
  if (type === undefined) return undefined;
  return syntaxWarning(`'${type}' object is not callable; perhaps you missed a comma?`, func);
}

function hasNoItems(e: ast.expr): boolean {
  switch (e.kind) {
    case 'Constant': {
      const { value } = e;
      if (value === null || typeof value === 'boolean') return true;
      return value.type !== 'str' && value.type !== 'bytes' && value.type !== 'tuple';
    }
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'TemplateStr':
    case 'Interpolation':
    case 'Lambda':
      return true;
    default:
      return false;
  }
}

export function checkSubscripter(e: ast.expr): CompileWarning | undefined {
  if (!hasNoItems(e)) return undefined;
  return syntaxWarning(
    `'${inferType(e)}' object is not subscriptable; perhaps you missed a comma?`,
    e,
  );
}

function isSequence(e: ast.expr): boolean {
  switch (e.kind) {
    case 'Constant':
      return !hasNoItems(e);
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'JoinedStr':
    case 'FormattedValue':
      return true;
    default:
      return false;
  }
}

export function checkIndex(e: ast.expr, index: ast.expr): CompileWarning | undefined {
  const type = inferType(index);
  if (type === undefined || type === 'int' || type === 'bool' || !isSequence(e)) return undefined;
  return syntaxWarning(
    `${inferType(e)} indices must be integers or slices, not ${type}; perhaps you missed a comma?`,
    e,
  );
}
