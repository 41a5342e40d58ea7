import type { CodeRecord } from './code-record.ts';

/**
 * The core language that every Python construct is lowered to: a restricted JavaScript tree whose leaves are Python's operations. Python's meaning is mapped once, in lower/; the emitters
 * are generic. A *suspension point* is a call that may not return a value: it may have raised (RAISED), or, in a resumable function, yield. Suspension points stand only as the whole right side of a
 * statement, so evaluation order is explicit.
 */

/** An index into the code's position table, from 1; 0 for what cannot raise. */
export type Place = number;

export type BinaryName =
  | 'add'
  | 'sub'
  | 'mul'
  | 'matmul'
  | 'truediv'
  | 'floordiv'
  | 'mod'
  | 'power'
  | 'lshift'
  | 'rshift'
  | 'and'
  | 'or'
  | 'xor';
export type CompareName = 'lt' | 'le' | 'eq' | 'ne' | 'gt' | 'ge';

/** The place of a raise that lets through what was raised just before. */
export const KEEP_PLACE = -1;

/** What is known of a value's kind, for the shapes of arithmetic. */
export type Kind = 'any' | 'int' | 'float' | 'bool' | 'str';

/** An expression that gives a Python value (or, for the tests, a JavaScript boolean) and never RAISED; it may throw. */
export type Expr =
  /** JavaScript text without effect: a literal, a constant's name. */
  | { readonly t: 'js'; readonly text: string; readonly kind: Kind }
  /** A JavaScript variable. Stable ones keep their value while later operands are evaluated. */
  | { readonly t: 'var'; readonly name: string; readonly stable: boolean; readonly kind: Kind }
  /** A variable that may be unbound; `free` names the message for a closure's variable. */
  | {
      readonly t: 'checked';
      readonly name: string;
      readonly python: string;
      readonly free: boolean;
      readonly place: Place;
    }
  | { readonly t: 'global'; readonly name: string; readonly place: Place }
  | { readonly t: 'attr'; readonly obj: Expr; readonly name: string; readonly place: Place }
  | {
      readonly t: 'binary';
      readonly op: BinaryName;
      readonly inPlace: boolean;
      readonly a: Expr;
      readonly b: Expr;
      readonly place: Place;
    }
  | {
      readonly t: 'compare';
      readonly op: CompareName;
      readonly a: Expr;
      readonly b: Expr;
      readonly place: Place;
    }
  | { readonly t: 'item'; readonly obj: Expr; readonly key: Expr; readonly place: Place }
  /** A runtime function that may throw, when it has a place. */
  | {
      readonly t: 'helper';
      readonly name: string;
      readonly args: readonly Expr[];
      readonly place: Place;
    }
  | { readonly t: 'array'; readonly items: readonly Expr[] }
  /** `a ? b : c` of a test. */
  | { readonly t: 'cond'; readonly test: Test; readonly a: Expr; readonly b: Expr }
  /** A JavaScript boolean as a Python bool. */
  | { readonly t: 'bool'; readonly test: Test }
  /** A JavaScript function that gives the value. */
  | { readonly t: 'thunk'; readonly value: Expr }
  /** A nested function's body as a JavaScript function. */
  | { readonly t: 'function'; readonly body: FunctionBody };

/** A JavaScript boolean. */
export type Test =
  | { readonly t: 'truth'; readonly value: Expr; readonly place: Place }
  | { readonly t: 'same'; readonly a: Expr; readonly b: Expr }
  | {
      readonly t: 'less';
      readonly op: CompareName;
      readonly a: Expr;
      readonly b: Expr;
      readonly place: Place;
    }
  | {
      readonly t: 'predicate';
      readonly name: string;
      readonly args: readonly Expr[];
      readonly place: Place;
    }
  | { readonly t: 'not'; readonly test: Test }
  | { readonly t: 'and'; readonly a: Test; readonly b: Test }
  | { readonly t: 'or'; readonly a: Test; readonly b: Test }
  /** JavaScript text. */
  | { readonly t: 'jstest'; readonly text: string };

/** A suspension point. */
export type Suspension =
  | { readonly t: 'call'; readonly f: Expr; readonly args: readonly Expr[]; readonly place: Place }
  | {
      readonly t: 'method';
      readonly obj: Expr;
      readonly name: string;
      readonly args: readonly Expr[];
      readonly place: Place;
    }
  /** A runtime function that may give RAISED. */
  | {
      readonly t: 'invoke';
      readonly name: string;
      readonly args: readonly Expr[];
      readonly place: Place;
    }
  /** `iteration.next()`: undefined at the end. */
  | { readonly t: 'next'; readonly iteration: Expr; readonly place: Place }
  /** Gives a value to who resumes the frame; the value is what is sent in. */
  /** `raw`: how the frame is resumed (`$mode`, `$value`) is for the following statements to see, not raised here. */
  | { readonly t: 'yield'; readonly value: Expr; readonly raw: boolean; readonly place: Place };

export type Stmt =
  | { readonly t: 'let'; readonly target: string; readonly value: Expr }
  /** Assigns a temporary from a suspension point; `null` drops the value. */
  | { readonly t: 'suspend'; readonly target: string | null; readonly value: Suspension }
  | { readonly t: 'storeGlobal'; readonly name: string; readonly value: Expr }
  | {
      readonly t: 'setAttr';
      readonly obj: Expr;
      readonly name: string;
      readonly value: Expr;
      readonly place: Place;
    }
  | { readonly t: 'effect'; readonly value: Expr }
  | {
      readonly t: 'if';
      readonly test: Test;
      readonly then: readonly Stmt[];
      readonly otherwise: readonly Stmt[];
    }
  | { readonly t: 'loop'; readonly label: string; readonly body: readonly Stmt[] }
  | { readonly t: 'block'; readonly label: string; readonly body: readonly Stmt[] }
  | { readonly t: 'break'; readonly label: string }
  | { readonly t: 'continue'; readonly label: string }
  | { readonly t: 'return'; readonly value: Expr }
  /** Raises what is pending in the thread: with place 0 its traceback has this frame already; KEEP_PLACE leaves that as it is. */
  | { readonly t: 'raise'; readonly place: Place }
  /** Runs the handler, with the exception pending in the thread, when the body raises. */
  | { readonly t: 'try'; readonly body: readonly Stmt[]; readonly handler: readonly Stmt[] };

/** A function, class body or module, lowered. */
export interface FunctionBody {
  readonly record: CodeRecord;
  readonly params: readonly string[];
  /** JavaScript variables for Python locals, and temporaries. */
  readonly locals: readonly string[];
  readonly temps: readonly string[];
  readonly body: readonly Stmt[];
  readonly form: 'function' | 'generator' | 'coroutine' | 'asyncGenerator' | 'module';
  /** The variables whose values a traceback's frame shows. */
  readonly shown: readonly string[];
  /** Compact: arithmetic by helpers, for code that runs once. */
  readonly compact: boolean;
}
