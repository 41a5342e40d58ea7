import type { Scope } from '../symbols/scope.ts';

/** Where a Python name lives, as compiled code reaches it. */
export type Binding =
  /** A JavaScript variable; `free` when it belongs to an enclosing function. */
  | { readonly t: 'variable'; readonly name: string; readonly free: boolean }
  | { readonly t: 'global'; readonly name: string }
  /** The mapping of a class body, or the locals of exec. */
  | { readonly t: 'namespace'; readonly name: string; readonly outer: Binding };

const reserved = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function
   if implements import in instanceof interface let new null package private protected public return static super switch this throw true try
   typeof undefined var void while with yield NaN Infinity Math Object`.split(/\s+/),
);
const identifier = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** The JavaScript variable for a Python name: itself, or with `$$` where JavaScript has the word for itself. */
export function variableName(name: string): string {
  if (reserved.has(name)) return `${name}$$`;
  if (identifier.test(name)) return name;
  return `$u${Array.from(name, c => c.codePointAt(0)!.toString(16)).join('_')}`;
}

/** The variables of one block: a function, or a comprehension that runs inside one. */
export class Environment {
  readonly scope: Scope;
  readonly parent: Environment | null;
  /** Python name to JavaScript variable. */
  readonly variables = new Map<string, string>();
  /** Whether names that nested blocks leave free may be found here. */
  readonly visible: boolean;
  constructor(scope: Scope, parent: Environment | null, visible: boolean) {
    this.scope = scope;
    this.parent = parent;
    this.visible = visible;
  }

  /** The variable of a name that is free in a block below this one. */
  findFree(name: string): string | undefined {
    for (let env: Environment | null = this.parent; env !== null; env = env.parent) {
      const variable =
        env.visible || name.startsWith('__class') ? env.variables.get(name) : undefined;
      if (variable !== undefined) return variable;
    }
    return undefined;
  }
}
