import { PyContext, PyToken, type PyContextVar } from '../objects/context.ts';
import type { Value } from '../objects/object.ts';
import { runtimeError, valueError } from './errors.ts';
import { StateKey, thread } from './state.ts';
import { reprText } from './text.ts';

/** The current context of the running thread, and its variables. CPython: Python/context.c */
const currentKey = new StateKey<{ context: PyContext }>(() => {
  const context = new PyContext(new Map());
  context.entered = true;
  return { context };
});

export const currentContext = (): PyContext => thread.interpreter.state(currentKey).context;

export function copyContext(context: PyContext): PyContext {
  context.shared = true;
  const copy = new PyContext(context.values);
  copy.shared = true;
  return copy;
}

/** Runs an action with the context as the current one. */
export function runIn<T>(context: PyContext, action: () => T): T {
  if (context.entered)
    throw runtimeError(`cannot enter context: ${reprText(context)} is already entered`);
  const state = thread.interpreter.state(currentKey);
  context.previous = state.context;
  context.entered = true;
  state.context = context;
  try {
    return action();
  } finally {
    state.context = context.previous;
    context.previous = null;
    context.entered = false;
  }
}

/** The variable's value in the current context, or undefined; its default does not count. */
export const findVariable = (variable: PyContextVar): Value | undefined =>
  currentContext().values.get(variable);

function ownValues(context: PyContext): Map<PyContextVar, Value> {
  if (context.shared) {
    context.values = new Map(context.values);
    context.shared = false;
  }
  return context.values;
}

export function setVariable(variable: PyContextVar, value: Value): PyToken {
  const context = currentContext();
  const token = new PyToken(context, variable, context.values.get(variable));
  ownValues(context).set(variable, value);
  return token;
}

export function resetVariable(variable: PyContextVar, token: PyToken): void {
  if (token.used) throw runtimeError(`${reprText(token)} has already been used once`);
  if (token.variable !== variable)
    throw valueError(`${reprText(token)} was created by a different ContextVar`);
  const context = currentContext();
  if (token.context !== context)
    throw valueError(`${reprText(token)} was created in a different Context`);
  token.used = true;
  if (token.before === undefined) ownValues(context).delete(variable);
  else ownValues(context).set(variable, token.before);
}
