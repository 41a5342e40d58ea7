import type * as ast from '../../syntax/ast.gen.ts';
import { assign, effect, helper, js, quoted, temp, undef } from '../ir/build.ts';
import type { Expr } from '../ir/ir.ts';
import type { Lowering } from './context.ts';
import type { Binding } from './environment.ts';
import { quote } from './unit.ts';

/** Reading, storing and deleting names. */

export function loadName(fn: Lowering, name: string, at: ast.Position): Expr {
  if (name === '__debug__') return js(fn.unit.options.optimize === 0 ? 'true' : 'false', 'bool');
  return loadBinding(fn, fn.resolve(name), fn.scope.mangle(name), at);
}

function loadBinding(fn: Lowering, binding: Binding, name: string, at: ast.Position): Expr {
  switch (binding.t) {
    case 'variable':
      if (!binding.free && fn.assigned?.has(binding.name) !== false)
        return {
          t: 'var',
          name: binding.name,
          stable: !isChangeable(fn, binding.name),
          kind: 'any',
        };
      return {
        t: 'checked',
        name: binding.name,
        python: name,
        free: binding.free,
        place: fn.place(at),
      };
    case 'global':
      return { t: 'global', name: binding.name, place: fn.place(at) };
    case 'namespace': {
      const place = fn.place(at);
      if (binding.outer.t === 'global')
        return helper('loadName', [js('$L'), js('$G'), quoted(name)], place);
      const kept = fn.keep(helper('findName', [js('$L'), quoted(name)], place));
      const outer = loadBinding(fn, binding.outer, name, at);
      return { t: 'cond', test: { t: 'same', a: kept, b: undef }, a: outer, b: kept };
    }
  }
}

/** A variable that a nested function or a walrus may assign is kept before later operands run. */
const isChangeable = (fn: Lowering, variable: string): boolean => fn.unstable.has(variable);

export function storeName(fn: Lowering, name: string, value: Expr, at: ast.Position): void {
  const binding = fn.resolve(name);
  switch (binding.t) {
    case 'variable':
      fn.emit(assign(binding.name, value));
      if (!fn.uncertain.has(binding.name)) fn.assigned?.add(binding.name);
      return;
    case 'global':
      fn.emit({ t: 'storeGlobal', name: binding.name, value });
      return;
    case 'namespace':
      fn.emit(effect(helper('storeName', [js('$L'), quoted(binding.name), value], fn.place(at))));
  }
}

export function deleteName(fn: Lowering, name: string, at: ast.Position): void {
  const binding = fn.resolve(name);
  const place = fn.place(at);
  switch (binding.t) {
    case 'variable':
      if (fn.assigned?.has(binding.name) !== true || binding.free)
        fn.emit(
          effect({
            t: 'checked',
            name: binding.name,
            python: fn.scope.mangle(name),
            free: binding.free,
            place,
          }),
        );
      fn.emit(assign(binding.name, undef));
      fn.assigned?.delete(binding.name);
      return;
    case 'global':
      fn.emit(effect(helper('deleteGlobal', [js('$G'), quoted(binding.name)], place)));
      return;
    case 'namespace':
      fn.emit(effect(helper('deleteName', [js('$L'), quoted(binding.name)], place)));
  }
}

/** A temporary with the value of a fresh variable. */
export const variable = (name: string): Expr => temp(name);
export const literal = (text: string): Expr => js(quote(text), 'str');
