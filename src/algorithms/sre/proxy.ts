import { isAlnum, isDecimal } from '../unicode/character-type.ts';
import { stringFromUnits } from '../text/contents.ts';
import type { Characters } from './characters.ts';
import type { Node, Sequence } from './decode.ts';
import * as op from './opcodes.ts';

/**
 * A text with characters past U+FFFF, or lone surrogates, as a string that native expressions can
 * search at the same indices: each such character is replaced by one that the pattern, on asking,
 * turns out to treat alike.
 */
export interface Proxy {
  readonly text: string;
  /** The characters that were replaced, each once. */
  readonly replaced: ReadonlySet<number>;
}

/** A digit, a letter without case, a character for private use: of the kind of `ch`. */
const standIn = (ch: number): number => (isDecimal(ch) ? 0x0660 : isAlnum(ch) ? 0x4e00 : 0xe000);

const needsStandIn = (ch: number): boolean => ch > 0xffff || (ch & 0xf800) === 0xd800;

export function makeProxy(points: Uint32Array): Proxy {
  const units = new Uint16Array(points.length);
  const replaced = new Set<number>();
  for (let i = 0; i < points.length; i++) {
    const ch = points[i]!;
    if (needsStandIn(ch)) {
      units[i] = standIn(ch);
      replaced.add(ch);
    } else {
      units[i] = ch;
    }
  }
  return { text: stringFromUnits(units), replaced };
}

/** What a pattern asks of characters. */
export type CharacterTests = readonly ((ch: number) => boolean)[];

/** All tests in a pattern, or undefined if it compares characters of the text with each other. */
export function characterTests(
  nodes: Sequence,
  characters: Characters,
): CharacterTests | undefined {
  const tests: ((ch: number) => boolean)[] = [];
  return addTests(nodes, tests, characters) ? tests : undefined;
}

function addTests(
  nodes: Sequence,
  tests: ((ch: number) => boolean)[],
  characters: Characters,
): boolean {
  return nodes.every((node: Node) => {
    switch (node.kind) {
      case 'literal':
      case 'notLiteral':
        tests.push(ch => ch === node.ch);
        return true;
      case 'set':
        tests.push(ch => node.set.has(ch));
        return true;
      case 'at':
        if (node.where === op.AT_UNI_BOUNDARY || node.where === op.AT_UNI_NON_BOUNDARY)
          tests.push(characters.categories[op.CATEGORY_UNI_WORD]!.has);
        return true;
      case 'branch':
        return node.alternatives.every(body => addTests(body, tests, characters));
      case 'repeat':
      case 'atomic':
      case 'assert':
        return addTests(node.body, tests, characters);
      case 'groupref':
      case 'conditional':
        return false;
      default:
        return true;
    }
  });
}

/** Whether every character that was replaced answers all tests as its stand-in does. */
export function isFaithful(proxy: Proxy, tests: CharacterTests): boolean {
  for (const ch of proxy.replaced) {
    const other = standIn(ch);
    for (const test of tests) if (test(ch) !== test(other)) return false;
  }
  return true;
}
