import type { Node, Sequence } from './decode.ts';

/**
 * Which characters a sequence can start with: a table of 257 flags, the last for all characters
 * past Latin-1. A superset, so that skipping what it excludes never loses a match.
 */
export interface First {
  readonly table: Uint8Array;
  /** Whether the sequence can match without consuming a character. */
  readonly empty: boolean;
}

export const FIRST_SIZE = 257;

/** The first characters of a sequence, or undefined when anything may come. */
export function firstOf(nodes: Sequence): First | undefined {
  const table = new Uint8Array(FIRST_SIZE);
  for (const node of nodes) {
    const empty = addFirst(table, node);
    if (empty === undefined) return undefined;
    if (!empty) return { table, empty: false };
  }
  return { table, empty: true };
}

/** The table of a sequence that has to start with one of some characters, else undefined. */
export function requiredFirst(nodes: Sequence): Uint8Array | undefined {
  const first = firstOf(nodes);
  if (first === undefined || first.empty || !first.table.includes(0)) return undefined;
  return first.table;
}

/** Adds what `node` can start with; tells whether it can be empty, undefined if nothing is known. */
function addFirst(table: Uint8Array, node: Node): boolean | undefined {
  switch (node.kind) {
    case 'literal':
      table[Math.min(node.ch, 256)] = 1;
      return false;
    case 'notLiteral':
      for (let ch = 0; ch < FIRST_SIZE; ch++) if (ch !== node.ch || ch === 256) table[ch] = 1;
      return false;
    case 'any':
      for (let ch = 0; ch < FIRST_SIZE; ch++) if (ch !== 10) table[ch] = 1;
      return false;
    case 'anyAll':
      table.fill(1);
      return false;
    case 'set': {
      const { latin } = node.set;
      for (let ch = 0; ch < 256; ch++) if (latin[ch]) table[ch] = 1;
      table[256] = 1;
      return false;
    }
    case 'failure':
      return false;
    case 'at':
    case 'mark':
    case 'assert':
      return true;
    case 'atomic':
      return addSequence(table, node.body);
    case 'branch': {
      let empty = false;
      for (const alternative of node.alternatives) {
        const one = addSequence(table, alternative);
        if (one === undefined) return undefined;
        empty ||= one;
      }
      return empty;
    }
    case 'repeat': {
      if (node.max === 0) return true;
      const one = addSequence(table, node.body);
      return one === undefined ? undefined : one || node.min === 0;
    }
    case 'conditional': {
      const yes = addSequence(table, node.yes);
      const no = addSequence(table, node.no);
      return yes === undefined || no === undefined ? undefined : yes || no;
    }
    case 'groupref':
      return undefined;
  }
}

function addSequence(table: Uint8Array, nodes: Sequence): boolean | undefined {
  const first = firstOf(nodes);
  if (first === undefined) return undefined;
  for (let ch = 0; ch < FIRST_SIZE; ch++) if (first.table[ch]) table[ch] = 1;
  return first.empty;
}
