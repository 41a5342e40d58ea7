import type { Characters } from './characters.ts';
import { CharSet, foldOf } from './charset.ts';
import type { AssertNode, Node, PatternTree, RepeatNode, Sequence } from './decode.ts';
import { FIRST_SIZE, requiredFirst } from './first.ts';
import * as op from './opcodes.ts';

/**
 * A pattern as instructions for the interpreter. They differ from CPython's: targets are absolute,
 * sets are numbered tables, adjacent literals are one string, and a branch knows the first
 * characters of its alternatives.
 *
 * Instructions, as the cases of `Machine.run` number them:
 *
 *     0 ACCEPT                      1 FAIL
 *     2 CHAR c                      3 NOT_CHAR c
 *     4 SET s                       5 ANY
 *     6 ANY_ALL                     7 STRING n c…
 *     8 MARK i                      9 JUMP t
 *    10 BRANCH n (t first)…        11 GREEDY_ONE kind arg min max tail tailArg
 *    12 LAZY_ONE …same             13 POSSESSIVE_ONE …same
 *    14 REPEAT until               15 MAX_UNTIL min max body
 *    16 MIN_UNTIL min max body     17 ASSERT slot back
 *    18 ASSERT_END slot            19 ASSERT_NOT slot back after
 *    20 ASSERT_NOT_END slot        21 ATOMIC slot
 *    22 ATOMIC_END slot            23 POSSESSIVE slot min max after
 *    24 POSSESSIVE_END slot min max body after
 *    25 GROUPREF mark fold         26 IF_GROUP mark else
 *    27 AT_BEGINNING               28 AT_BEGINNING_LINE
 *    29 AT_END                     30 AT_END_LINE
 *    31 AT_END_STRING              32 BOUNDARY s negated
 *
 * The kinds of a repeated unit: 0 CHAR, 1 NOT_CHAR, 2 SET, 3 ANY, 4 ANY_ALL. The kinds of the tail
 * of one: -1 unknown, 0 CHAR, 2 SET.
 */
export interface Program {
  readonly code: Int32Array;
  /** One bit of Latin-1 membership a byte, 256 bytes a set. */
  readonly latin: Uint8Array;
  readonly sets: readonly CharSet[];
  /** Tables of first characters, `FIRST_SIZE` bytes each. */
  readonly firsts: Uint8Array;
  readonly folds: readonly (((ch: number) => number) | undefined)[];
  readonly groups: number;
  readonly slots: number;
  /** Whether the pattern asks which groups are set. */
  readonly conditional: boolean;
  /** First characters of the whole, for `search`. */
  readonly first: Uint8Array | undefined;
  /** Whether a match can begin only where the string begins. */
  readonly anchored: boolean;
  readonly minWidth: number;
}

/** The bound that stands for none; more than any string's length. */
export const UNBOUNDED = 0x7fffffff;

export function lower(tree: PatternTree, characters: Characters): Program {
  const assembler = new Assembler(characters);
  assembler.sequence(tree.body);
  assembler.emit(0);
  return assembler.finish(tree);
}

class Assembler {
  declare private readonly out: number[];
  declare private readonly sets: CharSet[];
  declare private readonly setNumbers: Map<CharSet, number>;
  declare private readonly latins: Uint8Array[];
  declare private readonly firsts: Uint8Array[];
  declare private readonly folds: (((ch: number) => number) | undefined)[];
  declare private readonly words: Map<number, number>;
  declare private readonly characters: Characters;
  declare private slots: number;
  declare private conditional: boolean;

  constructor(characters: Characters) {
    this.out = [];
    this.sets = [];
    this.setNumbers = new Map();
    this.latins = [];
    this.firsts = [];
    this.folds = [];
    this.words = new Map();
    this.characters = characters;
    this.slots = 0;
    this.conditional = false;
  }

  emit(...words: number[]): void {
    for (const word of words) this.out.push(word);
  }

  finish(tree: PatternTree): Program {
    const latin = new Uint8Array(this.latins.length * 256);
    this.latins.forEach((table, i) => latin.set(table, i * 256));
    const firsts = new Uint8Array(this.firsts.length * FIRST_SIZE);
    this.firsts.forEach((table, i) => firsts.set(table, i * FIRST_SIZE));
    const lead = tree.body.find(node => node.kind !== 'mark');
    return {
      code: Int32Array.from(this.out),
      latin,
      sets: this.sets,
      firsts,
      folds: this.folds,
      groups: tree.groups,
      slots: this.slots,
      conditional: this.conditional,
      first: requiredFirst(tree.body),
      anchored:
        lead?.kind === 'at' &&
        (lead.where === op.AT_BEGINNING || lead.where === op.AT_BEGINNING_STRING),
      minWidth: minWidth(tree.body),
    };
  }

  private setNumber(set: CharSet): number {
    let number = this.setNumbers.get(set);
    if (number === undefined) {
      number = this.addSet(set, set.latin);
      this.setNumbers.set(set, number);
    }
    return number;
  }

  private addSet(set: CharSet, latin: Uint8Array): number {
    this.latins.push(latin);
    return this.sets.push(set) - 1;
  }

  sequence(nodes: Sequence): void {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]!;
      let run = 0;
      while (nodes[i + run]?.kind === 'literal') run++;
      if (run > 1) {
        this.emit(7, run);
        for (const end = i + run; i < end; i++) {
          const literal = nodes[i]!;
          if (literal.kind === 'literal') this.emit(literal.ch | 0);
        }
        i--;
      } else if (node.kind === 'repeat' && node.one) {
        this.repeatOne(node, nodes[i + 1]);
      } else {
        this.node(node);
      }
    }
  }

  private node(node: Node): void {
    switch (node.kind) {
      case 'literal':
        return this.emit(2, node.ch | 0);
      case 'notLiteral':
        return this.emit(3, node.ch | 0);
      case 'set':
        return this.emit(4, this.setNumber(node.set));
      case 'any':
        return this.emit(5);
      case 'anyAll':
        return this.emit(6);
      case 'failure':
        return this.emit(1);
      case 'mark':
        return this.emit(8, node.index);
      case 'at':
        return this.at(node.where);
      case 'branch':
        return this.branch(node.alternatives);
      case 'repeat':
        return this.repeat(node);
      case 'assert':
        return this.assertion(node);
      case 'atomic': {
        const slot = this.slots++;
        this.emit(21, slot);
        this.sequence(node.body);
        return this.emit(22, slot);
      }
      case 'groupref':
        this.folds.push(foldOf(node.fold));
        return this.emit(25, node.group * 2, this.folds.length - 1);
      case 'conditional': {
        this.conditional = true;
        this.emit(26, node.group * 2, 0);
        const otherwise = this.out.length - 1;
        this.sequence(node.yes);
        this.emit(9, 0);
        const exit = this.out.length - 1;
        this.out[otherwise] = this.out.length;
        this.sequence(node.no);
        this.out[exit] = this.out.length;
      }
    }
  }

  private at(where: number): void {
    switch (where) {
      case op.AT_BEGINNING:
      case op.AT_BEGINNING_STRING:
        return this.emit(27);
      case op.AT_BEGINNING_LINE:
        return this.emit(28);
      case op.AT_END:
        return this.emit(29);
      case op.AT_END_LINE:
        return this.emit(30);
      case op.AT_END_STRING:
        return this.emit(31);
    }
    const [category, negated] = boundaries[where]!;
    this.emit(32, this.wordSet(category), negated);
  }

  /** The number of a set that holds the word characters of `category`. */
  private wordSet(category: number): number {
    let number = this.words.get(category);
    if (number === undefined) {
      const code = Uint32Array.of(op.CATEGORY, category, op.FAILURE);
      const { latin } = this.characters.categories[category]!;
      number = this.addSet(new CharSet(code, 0, 'none', this.characters), latin);
      this.words.set(category, number);
    }
    return number;
  }

  private branch(alternatives: readonly Sequence[]): void {
    this.emit(10, alternatives.length);
    const table = this.out.length;
    for (const nodes of alternatives) {
      const first = requiredFirst(nodes);
      this.emit(0, first === undefined ? -1 : (this.firsts.push(first) - 1) * FIRST_SIZE);
    }
    const exits: number[] = [];
    alternatives.forEach((nodes, i) => {
      this.out[table + 2 * i] = this.out.length;
      this.sequence(nodes);
      this.emit(9, 0);
      exits.push(this.out.length - 1);
    });
    for (const exit of exits) this.out[exit] = this.out.length;
  }

  private repeatOne(node: RepeatNode, tail: Node | undefined): void {
    const unit = node.body[0]!;
    if (unit.kind === 'failure') {
      if (node.min > 0) this.emit(1);
      return;
    }
    this.emit(node.mode === 'greedy' ? 11 : node.mode === 'lazy' ? 12 : 13);
    switch (unit.kind) {
      case 'literal':
        this.emit(0, unit.ch | 0);
        break;
      case 'notLiteral':
        this.emit(1, unit.ch | 0);
        break;
      case 'set':
        this.emit(2, this.setNumber(unit.set));
        break;
      case 'any':
        this.emit(3, 0);
        break;
      default:
        this.emit(4, 0);
    }
    this.emit(bound(node.min), bound(node.max));
    if (tail?.kind === 'literal') this.emit(0, tail.ch | 0);
    else if (tail?.kind === 'set') this.emit(2, this.setNumber(tail.set));
    else this.emit(-1, 0);
  }

  private repeat(node: RepeatNode): void {
    if (node.mode === 'possessive') {
      const slot = this.slots++;
      this.emit(23, slot, bound(node.min), bound(node.max), 0);
      const body = this.out.length;
      this.sequence(node.body);
      this.emit(24, slot, bound(node.min), bound(node.max), body, this.out.length + 6);
      this.out[body - 1] = this.out.length;
      return;
    }
    this.emit(14, 0);
    const body = this.out.length;
    this.sequence(node.body);
    this.out[body - 1] = this.out.length;
    this.emit(node.mode === 'greedy' ? 15 : 16, bound(node.min), bound(node.max), body);
  }

  private assertion(node: AssertNode): void {
    const slot = this.slots++;
    if (node.negative) {
      this.emit(19, slot, bound(node.back), 0);
      const after = this.out.length - 1;
      this.sequence(node.body);
      this.emit(20, slot);
      this.out[after] = this.out.length;
    } else {
      this.emit(17, slot, bound(node.back));
      this.sequence(node.body);
      this.emit(18, slot);
    }
  }
}

const bound = (count: number): number => Math.min(count, UNBOUNDED);

const boundaries: Readonly<Record<number, readonly [category: number, negated: number]>> = {
  [op.AT_BOUNDARY]: [op.CATEGORY_WORD, 0],
  [op.AT_NON_BOUNDARY]: [op.CATEGORY_WORD, 1],
  [op.AT_LOC_BOUNDARY]: [op.CATEGORY_LOC_WORD, 0],
  [op.AT_LOC_NON_BOUNDARY]: [op.CATEGORY_LOC_WORD, 1],
  [op.AT_UNI_BOUNDARY]: [op.CATEGORY_UNI_WORD, 0],
  [op.AT_UNI_NON_BOUNDARY]: [op.CATEGORY_UNI_WORD, 1],
};

/** The least number of characters a sequence consumes. */
export function minWidth(nodes: Sequence): number {
  let width = 0;
  for (const node of nodes) width += nodeMinWidth(node);
  return width;
}

function nodeMinWidth(node: Node): number {
  switch (node.kind) {
    case 'literal':
    case 'notLiteral':
    case 'any':
    case 'anyAll':
    case 'set':
    case 'failure':
      return 1;
    case 'branch':
      return Math.min(...node.alternatives.map(minWidth));
    case 'repeat':
      return node.min === 0 ? 0 : node.min * minWidth(node.body);
    case 'atomic':
      return minWidth(node.body);
    case 'conditional':
      return Math.min(minWidth(node.yes), minWidth(node.no));
    default:
      return 0;
  }
}
