import type { Characters } from './characters.ts';
import { blockOf, CharSet, type Fold } from './charset.ts';
import * as op from './opcodes.ts';

/**
 * The tree of a pattern, read back from its code; invalid code is found on the way, by the rules of
 * CPython's `_validate` in Modules/_sre/sre.c.
 */
export type Node =
  | { readonly kind: 'literal'; readonly ch: number }
  | { readonly kind: 'notLiteral'; readonly ch: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'anyAll' }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'at'; readonly where: number }
  | { readonly kind: 'mark'; readonly index: number }
  | { readonly kind: 'branch'; readonly alternatives: readonly Sequence[] }
  | RepeatNode
  | { readonly kind: 'atomic'; readonly body: Sequence }
  | AssertNode
  | { readonly kind: 'groupref'; readonly group: number; readonly fold: Fold }
  | ConditionalNode
  | { readonly kind: 'failure' };

export type Sequence = readonly Node[];

export interface RepeatNode {
  readonly kind: 'repeat';
  readonly mode: 'greedy' | 'lazy' | 'possessive';
  readonly min: number;
  readonly max: number;
  readonly body: Sequence;
  /** One of the `…_ONE` operators, whose body matches one character. */
  readonly one: boolean;
}

export interface AssertNode {
  readonly kind: 'assert';
  readonly negative: boolean;
  /** The width of a lookbehind, 0 for a lookahead. */
  readonly back: number;
  readonly body: Sequence;
}

export interface ConditionalNode {
  readonly kind: 'conditional';
  readonly group: number;
  readonly yes: Sequence;
  readonly no: Sequence;
}

export interface PatternTree {
  readonly groups: number;
  readonly body: Sequence;
}

/** Thrown for code that the compiler of `re` would not emit: "invalid SRE code". */
export class InvalidCode {
  declare readonly at: number;

  constructor(at: number) {
    this.at = at;
  }
}

export function decode(code: Uint32Array, groups: number, characters: Characters): PatternTree {
  const end = code.length - 1;
  if (groups < 0 || groups > op.MAXGROUPS || end < 0 || code[end] !== op.SUCCESS)
    throw new InvalidCode(end);
  return { groups, body: new Decoder(code, groups, characters).sequence(0, end) };
}

class Decoder {
  declare private readonly code: Uint32Array;
  declare private readonly groups: number;
  declare private readonly characters: Characters;
  declare private at: number;

  constructor(code: Uint32Array, groups: number, characters: Characters) {
    this.code = code;
    this.groups = groups;
    this.characters = characters;
    this.at = 0;
  }

  private fail(): InvalidCode {
    return new InvalidCode(this.at);
  }

  /** The next word, which must lie before `end`. */
  private word(end: number): number {
    if (this.at >= end) throw this.fail();
    return this.code[this.at++]!;
  }

  /** The target of the skip at the cursor, which it is relative to; the cursor moves past it. */
  private skip(end: number): number {
    const from = this.at;
    const target = from + this.word(end);
    if (target > end) throw this.fail();
    return target;
  }

  /** Requires `opcode` at the cursor and moves past it. */
  private expect(opcode: number, end: number): void {
    if (this.word(end) !== opcode) throw this.fail();
  }

  sequence(start: number, end: number): Node[] {
    const nodes = this.alternative(start, end);
    if (nodes.jumps) throw this.fail();
    return nodes.nodes;
  }

  /** A sequence that may end with a `JUMP`; then the cursor stands on the skip of the jump. */
  private alternative(start: number, end: number): { nodes: Node[]; jumps: boolean } {
    const nodes: Node[] = [];
    if (start > end) throw this.fail();
    this.at = start;
    while (this.at < end) {
      const opcode = this.word(end);
      if (opcode === op.JUMP) {
        if (this.at + 1 !== end) throw this.fail();
        return { nodes, jumps: true };
      }
      const node = this.node(opcode, end);
      if (node !== undefined) nodes.push(node);
    }
    return { nodes, jumps: false };
  }

  private node(opcode: number, end: number): Node | undefined {
    switch (opcode) {
      case op.MARK: {
        const index = this.word(end);
        if (index >= 2 * this.groups) throw this.fail();
        return { kind: 'mark', index };
      }
      case op.LITERAL:
        return { kind: 'literal', ch: this.word(end) };
      case op.NOT_LITERAL:
        return { kind: 'notLiteral', ch: this.word(end) };
      case op.LITERAL_IGNORE:
      case op.LITERAL_UNI_IGNORE:
      case op.LITERAL_LOC_IGNORE:
        return this.foldedLiteral(this.word(end), literalFolds[opcode]!, false);
      case op.NOT_LITERAL_IGNORE:
      case op.NOT_LITERAL_UNI_IGNORE:
      case op.NOT_LITERAL_LOC_IGNORE:
        return this.foldedLiteral(this.word(end), literalFolds[opcode - 1]!, true);
      case op.FAILURE:
        return { kind: 'failure' };
      case op.AT: {
        const where = this.word(end);
        if (where > op.AT_UNI_NON_BOUNDARY) throw this.fail();
        return { kind: 'at', where };
      }
      case op.ANY:
        return { kind: 'any' };
      case op.ANY_ALL:
        return { kind: 'anyAll' };
      case op.IN:
      case op.IN_IGNORE:
      case op.IN_UNI_IGNORE:
      case op.IN_LOC_IGNORE:
        return this.set(setFolds[opcode]!, end);
      case op.INFO:
        this.info(end);
        return undefined;
      case op.GROUPREF:
      case op.GROUPREF_IGNORE:
      case op.GROUPREF_UNI_IGNORE:
      case op.GROUPREF_LOC_IGNORE: {
        const group = this.word(end);
        if (group >= this.groups) throw this.fail();
        return { kind: 'groupref', group, fold: groupFolds[opcode]! };
      }
      default:
        return this.compound(opcode, end);
    }
  }

  private compound(opcode: number, end: number): Node {
    switch (opcode) {
      case op.BRANCH:
        return this.branch(end);
      case op.REPEAT_ONE:
        return this.repeatOne('greedy', end);
      case op.MIN_REPEAT_ONE:
        return this.repeatOne('lazy', end);
      case op.POSSESSIVE_REPEAT_ONE:
        return this.repeatOne('possessive', end);
      case op.REPEAT:
      case op.POSSESSIVE_REPEAT:
        return this.repeat(opcode === op.POSSESSIVE_REPEAT, end);
      case op.ATOMIC_GROUP: {
        const target = this.skip(end);
        const body = this.sequence(this.at, target - 1);
        this.expect(op.SUCCESS, end);
        return { kind: 'atomic', body };
      }
      case op.GROUPREF_EXISTS:
        return this.conditional(end);
      case op.ASSERT:
      case op.ASSERT_NOT: {
        const target = this.skip(end);
        const back = this.word(end);
        const body = this.sequence(this.at, target - 1);
        this.expect(op.SUCCESS, end);
        return { kind: 'assert', negative: opcode === op.ASSERT_NOT, back, body };
      }
      default:
        throw this.fail();
    }
  }

  private foldedLiteral(ch: number, fold: Fold, negative: boolean): Node {
    const words = negative ? [op.NEGATE] : [];
    words.push(op.LITERAL, ch);
    // LOCALE compares with the character itself and with both its cases.
    const other = fold === 'locale' ? swapAscii(ch) : ch;
    if (other !== ch) words.push(op.LITERAL, other);
    words.push(op.FAILURE);
    const set = new CharSet(
      Uint32Array.from(words),
      0,
      fold === 'locale' ? 'none' : fold,
      this.characters,
    );
    return { kind: 'set', set };
  }

  private set(fold: Fold, end: number): Node {
    const target = this.skip(end);
    const at = this.at;
    this.charset(at, target - 1);
    this.expect(op.FAILURE, target);
    return { kind: 'set', set: new CharSet(this.code, at, fold, this.characters) };
  }

  private charset(start: number, end: number): void {
    if (start > end) throw this.fail();
    this.at = start;
    while (this.at < end) {
      switch (this.word(end)) {
        case op.NEGATE:
          break;
        case op.LITERAL:
          this.word(end);
          break;
        case op.RANGE:
        case op.RANGE_UNI_IGNORE:
          this.word(end);
          this.word(end);
          break;
        case op.CHARSET:
          this.advance(8, end);
          break;
        case op.BIGCHARSET: {
          const blocks = this.word(end);
          const table = this.at;
          this.advance(64, end);
          for (let i = 0; i < 256; i++)
            if (blockOf(this.code, table, i) >= blocks) throw this.fail();
          this.advance(blocks * 8, end);
          break;
        }
        case op.CATEGORY:
          if (this.word(end) >= op.CATEGORIES) throw this.fail();
          break;
        default:
          throw this.fail();
      }
    }
  }

  private advance(words: number, end: number): void {
    if (words > end - this.at) throw this.fail();
    this.at += words;
  }

  /** Only checked: prefix and character set are found again from the tree. */
  private info(end: number): void {
    const { code } = this;
    const target = this.skip(end);
    const flags = this.word(end);
    this.word(end);
    this.word(end);
    if (flags & ~(op.INFO_PREFIX | op.INFO_LITERAL | op.INFO_CHARSET)) throw this.fail();
    const hasPrefix = (flags & op.INFO_PREFIX) !== 0;
    if (hasPrefix && flags & op.INFO_CHARSET) throw this.fail();
    if (flags & op.INFO_LITERAL && !hasPrefix) throw this.fail();
    if (hasPrefix) {
      const length = this.word(end);
      this.word(end);
      this.advance(length, target);
      const overlap = this.at;
      this.advance(length, target);
      for (let i = 0; i < length; i++) if (code[overlap + i]! >= length) throw this.fail();
    }
    if (flags & op.INFO_CHARSET) {
      this.charset(this.at, target - 1);
      this.expect(op.FAILURE, target);
    }
    if (this.at !== target) throw this.fail();
  }

  private branch(end: number): Node {
    const alternatives: Node[][] = [];
    let exit = -1;
    for (;;) {
      if (this.code[this.at] === 0) break;
      const target = this.skip(end);
      const nodes = this.sequence(this.at, target - 2);
      this.expect(op.JUMP, end);
      const jump = this.skip(end);
      if (exit >= 0 && jump !== exit) throw this.fail();
      exit = jump;
      alternatives.push(nodes);
    }
    this.word(end);
    if (this.at !== exit) throw this.fail();
    return { kind: 'branch', alternatives };
  }

  private bounds(end: number): { min: number; max: number } {
    const min = this.word(end);
    const max = this.word(end);
    if (min > max) throw this.fail();
    return { min, max };
  }

  private repeatOne(mode: RepeatNode['mode'], end: number): Node {
    const target = this.skip(end);
    const { min, max } = this.bounds(end);
    const body = this.sequence(this.at, target - 1);
    this.expect(op.SUCCESS, end);
    // Anything else is valid to CPython, but nothing emits it.
    if (body.length !== 1 || !isUnit(body[0]!)) throw this.fail();
    return { kind: 'repeat', mode, min, max, body, one: true };
  }

  private repeat(isPossessive: boolean, end: number): Node {
    const target = this.skip(end);
    const { min, max } = this.bounds(end);
    const body = this.sequence(this.at, target);
    const until = this.word(end);
    const mode = isPossessive
      ? until === op.SUCCESS && 'possessive'
      : until === op.MAX_UNTIL
        ? 'greedy'
        : until === op.MIN_UNTIL && 'lazy';
    if (mode === false) throw this.fail();
    return { kind: 'repeat', mode, min, max, body, one: false };
  }

  private conditional(end: number): Node {
    const base = this.at;
    const group = this.word(end);
    if (group >= this.groups) throw this.fail();
    // The skip counts from the group number.
    const target = base + this.word(end);
    if (target > end) throw this.fail();
    const yes = this.alternative(this.at, target);
    if (!yes.jumps) return { kind: 'conditional', group, yes: yes.nodes, no: [] };
    const exit = this.skip(end);
    return { kind: 'conditional', group, yes: yes.nodes, no: this.sequence(this.at, exit) };
  }
}

const literalFolds: Readonly<Record<number, Fold>> = {
  [op.LITERAL_IGNORE]: 'ascii',
  [op.LITERAL_UNI_IGNORE]: 'unicode',
  [op.LITERAL_LOC_IGNORE]: 'locale',
};
const setFolds: Readonly<Record<number, Fold>> = {
  [op.IN]: 'none',
  [op.IN_IGNORE]: 'ascii',
  [op.IN_UNI_IGNORE]: 'unicode',
  [op.IN_LOC_IGNORE]: 'locale',
};
const groupFolds: Readonly<Record<number, Fold>> = {
  [op.GROUPREF]: 'none',
  [op.GROUPREF_IGNORE]: 'ascii',
  [op.GROUPREF_UNI_IGNORE]: 'unicode',
  [op.GROUPREF_LOC_IGNORE]: 'locale',
};

const swapAscii = (ch: number): number =>
  (ch | 32) >= 97 && (ch | 32) <= 122 && ch < 128 ? ch ^ 32 : ch;

/** Whether a node matches exactly one character, or fails. */
export function isUnit(node: Node): boolean {
  switch (node.kind) {
    case 'literal':
    case 'notLiteral':
    case 'any':
    case 'anyAll':
    case 'set':
    case 'failure':
      return true;
    default:
      return false;
  }
}
