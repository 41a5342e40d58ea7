import type { Characters } from './characters.ts';
import type { CharSet } from './charset.ts';
import { characterSource, classSource } from './class-source.ts';
import type { AssertNode, Node, PatternTree, RepeatNode, Sequence } from './decode.ts';
import { fixedWidth, groupFacts, isNullable, triesEmptyLast, type GroupFacts } from './groups.ts';
import * as op from './opcodes.ts';
import { complement, contains, rangesWhere, type Ranges } from './ranges.ts';

/**
 * A pattern as a native regular expression that matches the same spans of strings without
 * surrogates, or of strings without characters past Latin-1. V8 compiles it to machine code, which is 10 to 100 times the speed of the interpreter.
 */
export interface Translation {
  readonly source: string;
  /** Whether texts with characters past Latin-1 need another source. */
  readonly latinOnly: boolean;
  /**
   * The native number of each group, from 1; undefined when the captures of the two engines can
   * differ, so that they have to be asked of the interpreter.
   */
  readonly groups: readonly number[] | undefined;
  /** Groups, from 1, by the place where they close, the last one first: the first set is last. */
  readonly closing: readonly number[];
}

/**
 * The translation, or undefined for a pattern whose meaning has no native equal. With `latin` it
 * may be for Latin-1 alone: the classes of Unicode are long, and made from large tables.
 */
export function translate(
  tree: PatternTree,
  characters: Characters,
  latin: boolean,
): Translation | undefined {
  const facts = groupFacts(tree.body);
  const translator = new Translator(facts, characters, latin);
  let source: string;
  try {
    source = translator.sequence(tree.body, new Set(), false);
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
  const { groups } = translator;
  const agree = facts.capturesAgree && facts.closing.length === tree.groups;
  return {
    source,
    latinOnly: translator.latinOnly,
    groups: agree
      ? Array.from({ length: tree.groups + 1 }, (_, i) => groups.get(i) ?? 0)
      : undefined,
    closing: facts.closing,
  };
}

class Untranslatable {}

// More iterations than a subject can have characters.
const ENDLESS = 0x3fffffff;
// Beyond this the native compiler may refuse.
const MOST_ITERATIONS = 100_000;
const WIDEST_LOOKBEHIND = 256;

class Translator {
  declare private readonly facts: GroupFacts;
  declare private readonly characters: Characters;
  /** The native number of each group. */
  declare readonly groups: Map<number, number>;
  declare private readonly latin: boolean;
  /** Whether something was left out that only texts past Latin-1 need. */
  declare latinOnly: boolean;
  declare private count: number;

  constructor(facts: GroupFacts, characters: Characters, latin: boolean) {
    this.facts = facts;
    this.characters = characters;
    this.latin = latin;
    this.latinOnly = false;
    this.groups = new Map();
    this.count = 0;
  }

  /**
   * The source of a sequence. `passed` are the groups that have surely been passed before it; those
   * it surely passes are added.
   */
  sequence(nodes: Sequence, passed: Set<number>, behind: boolean): string {
    let source = '';
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]!;
      if (node.kind === 'mark') {
        const close = nodes.findIndex(
          (other, j) => j > i && other.kind === 'mark' && other.index === node.index + 1,
        );
        if (node.index & 1 || close < 0) throw new Untranslatable();
        source += this.group((node.index >> 1) + 1, nodes.slice(i + 1, close), passed, behind);
        i = close;
      } else if (node.kind === 'at') {
        source += this.at(node.where, nodes, i);
      } else {
        source += this.node(node, passed, behind);
      }
    }
    return source;
  }

  private group(number: number, body: Sequence, passed: Set<number>, behind: boolean): string {
    if (this.groups.has(number)) throw new Untranslatable();
    if (behind && this.facts.referenced.has(number)) throw new Untranslatable();
    // The interpreter will say what it captures; natively it only costs time.
    const isCapturing = this.facts.capturesAgree || this.facts.referenced.has(number);
    if (isCapturing) this.groups.set(number, ++this.count);
    const source = this.sequence(body, passed, behind);
    passed.add(number);
    return `(${isCapturing ? '' : '?:'}${source})`;
  }

  private node(node: Node, passed: Set<number>, behind: boolean): string {
    switch (node.kind) {
      case 'literal':
        return node.ch > 0xffff ? '[]' : characterSource(node.ch);
      case 'notLiteral':
        return node.ch > 0xffff ? '[^]' : `[^${characterSource(node.ch)}]`;
      case 'any':
        return '[^\\n]';
      case 'anyAll':
        return '[^]';
      case 'set':
        return classSource(this.rangesOf(node.set));
      case 'failure':
        return '[]';
      case 'branch':
        return this.branch(node.alternatives, passed, behind);
      case 'repeat':
        return this.repeat(node, passed, behind);
      case 'atomic':
        return this.atomic(behind, () => this.sequence(node.body, passed, behind));
      case 'assert':
        return this.assertion(node, passed, behind);
      case 'groupref': {
        // Natively a group that was not passed equals the empty string.
        if (behind || node.fold !== 'none' || !passed.has(node.group + 1))
          throw new Untranslatable();
        return `(?:\\${this.groups.get(node.group + 1)!})`;
      }
      default:
        throw new Untranslatable();
    }
  }

  private rangesOf(set: CharSet): Ranges {
    if (!this.latin || !set.isUnicode) return set.ranges;
    this.latinOnly = true;
    return latinRanges(set.latin);
  }

  private branch(alternatives: readonly Sequence[], passed: Set<number>, behind: boolean): string {
    const ends: Set<number>[] = [];
    const sources = alternatives.map(nodes => {
      const own = new Set(passed);
      ends.push(own);
      return this.sequence(nodes, own, behind);
    });
    for (const group of ends[0] ?? []) if (ends.every(end => end.has(group))) passed.add(group);
    return `(?:${sources.join('|')})`;
  }

  /** `(?>…)`: a lookahead keeps its first way, and the reference goes along it. */
  private atomic(behind: boolean, body: () => string): string {
    if (behind) throw new Untranslatable();
    const number = ++this.count;
    return `(?=(${body()}))(?:\\${number})`;
  }

  private repeat(node: RepeatNode, passed: Set<number>, behind: boolean): string {
    const isPossessive = node.mode === 'possessive';
    if (!node.one && node.max > node.min && isNullable(node.body)) {
      // An empty iteration is refused natively; CPython takes one, then leaves the repeat. That is
      // the same if there was nothing else to try, and no group tells the difference.
      if (this.facts.referenced.size > 0) throw new Untranslatable();
      if (node.mode === 'greedy' && !triesEmptyLast(node.body)) throw new Untranslatable();
    }
    const own = node.min > 0 ? passed : new Set(passed);
    const iteration = (): string =>
      node.one
        ? this.node(node.body[0]!, own, behind)
        : `(?:${this.sequence(node.body, own, behind)})`;
    if (!isPossessive)
      return iteration() + quantifier(node.min, node.max) + (node.mode === 'lazy' ? '?' : '');
    return this.atomic(behind, () => {
      const once = node.one ? iteration() : `(?:${this.atomic(behind, iteration)})`;
      return once + quantifier(node.min, node.max);
    });
  }

  private assertion(node: AssertNode, passed: Set<number>, behind: boolean): string {
    // CPython goes back by the width and matches forwards from there.
    const isBehind = node.back > 0;
    if (isBehind && fixedWidth(node.body) !== node.back) throw new Untranslatable();
    // Near the start of the text it fails at once; natively only when it has gone back to there.
    if (node.back > WIDEST_LOOKBEHIND) throw new Untranslatable();
    const own = node.negative ? new Set(passed) : passed;
    const source = this.sequence(node.body, own, behind || isBehind);
    return `(?${isBehind ? '<' : ''}${node.negative ? '!' : '='}${source})`;
  }

  private at(where: number, nodes: Sequence, index: number): string {
    switch (where) {
      case op.AT_BEGINNING:
      case op.AT_BEGINNING_STRING:
        return '^';
      case op.AT_BEGINNING_LINE:
        // Not `^` with the flag m, whose line ends are more than "\n".
        return '(?<![^\\n])';
      case op.AT_END:
        return '(?![^\\n]|\\n[^])';
      case op.AT_END_LINE:
        return '(?![^\\n])';
      case op.AT_END_STRING:
        return '$';
      case op.AT_UNI_BOUNDARY:
      case op.AT_UNI_NON_BOUNDARY:
        return this.boundary(where === op.AT_UNI_NON_BOUNDARY, nodes, index);
      case op.AT_BOUNDARY:
      case op.AT_LOC_BOUNDARY:
        return '\\b';
      default:
        return '\\B';
    }
  }

  /** A boundary between Unicode words; one side is often known from the neighbours in the pattern. */
  private boundary(negated: boolean, nodes: Sequence, index: number): string {
    this.latinOnly ||= this.latin;
    const words = this.latin
      ? latinRanges(this.characters.categories[op.CATEGORY_UNI_WORD]!.latin)
      : this.characters.categoryRanges(op.CATEGORY_UNI_WORD);
    const word = classSource(words);
    const after = this.wordness(nodes.slice(index + 1), words);
    if (after !== undefined) return after === negated ? `(?<=${word})` : `(?<!${word})`;
    const before = this.wordness(nodes.slice(0, index).reverse(), words);
    if (before !== undefined) return before === negated ? `(?=${word})` : `(?!${word})`;
    return negated
      ? `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`
      : `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
  }

  /** Whether the first of `nodes` takes a word character, or one that is not; undefined: unknown. */
  private wordness(nodes: Sequence, words: Ranges): boolean | undefined {
    const node = nodes.find(other => other.kind !== 'mark');
    if (node === undefined) return undefined;
    switch (node.kind) {
      case 'literal':
        return contains(words, node.ch);
      case 'set':
        return isWithin(this.latin ? latinRanges(node.set.latin) : node.set.ranges, words);
      case 'repeat':
        return node.one && node.min > 0 ? this.wordness(node.body, words) : undefined;
      default:
        return undefined;
    }
  }
}

const latinRanges = (table: Uint8Array): Ranges => rangesWhere(ch => table[ch] === 1, 255);

/** Whether `ranges` lie within `words` (true), or within their complement (false). */
function isWithin(ranges: Ranges, words: Ranges): boolean | undefined {
  const covers = (others: Ranges): boolean => {
    let next = 0;
    for (let i = 0; i < ranges.length; i += 2) {
      while (next < others.length && others[next + 1]! < ranges[i]!) next += 2;
      if (next >= others.length || others[next]! > ranges[i]! || others[next + 1]! < ranges[i + 1]!)
        return false;
    }
    return true;
  };
  if (covers(words)) return true;
  return covers(complement(words)) ? false : undefined;
}

function quantifier(min: number, max: number): string {
  if (min > MOST_ITERATIONS) throw new Untranslatable();
  const isEndless = max >= ENDLESS;
  if (!isEndless && max > MOST_ITERATIONS) throw new Untranslatable();
  if (isEndless) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}
