import type { Node, Sequence } from './decode.ts';

/** What can be said of the groups of a pattern before it is matched. */
export interface GroupFacts {
  /** Groups, from 1, by the place where they close, the last one first. */
  readonly closing: readonly number[];
  /** Groups that back-references name, from 1. */
  readonly referenced: ReadonlySet<number>;
  /**
   * Whether a native match captures what CPython's does. A native engine forgets what a group
   * inside a repeat captured when the next iteration begins, and refuses an iteration that matches
   * the empty string where CPython takes one; so each group inside a repeat must be passed in each
   * iteration, and the iteration must not be empty.
   */
  readonly capturesAgree: boolean;
}

/** The groups that a sequence passes on every way through it, and on some way. */
interface Passed {
  readonly always: ReadonlySet<number>;
  readonly some: ReadonlySet<number>;
}

const NONE: Passed = { always: new Set(), some: new Set() };

export function groupFacts(body: Sequence): GroupFacts {
  const analysis = new Analysis();
  analysis.sequence(body);
  return {
    closing: analysis.closing.toReversed(),
    referenced: analysis.referenced,
    capturesAgree: analysis.capturesAgree,
  };
}

class Analysis {
  declare readonly closing: number[];
  declare readonly referenced: Set<number>;
  declare capturesAgree: boolean;

  constructor() {
    this.closing = [];
    this.referenced = new Set();
    this.capturesAgree = true;
  }

  sequence(nodes: Sequence): Passed {
    const always = new Set<number>();
    const some = new Set<number>();
    for (const node of nodes) {
      const passed = this.node(node);
      for (const group of passed.always) always.add(group);
      for (const group of passed.some) some.add(group);
    }
    return { always, some };
  }

  private node(node: Node): Passed {
    switch (node.kind) {
      case 'mark': {
        if (!(node.index & 1)) return NONE;
        const group = (node.index >> 1) + 1;
        this.closing.push(group);
        return { always: new Set([group]), some: new Set([group]) };
      }
      case 'groupref':
        this.referenced.add(node.group + 1);
        return NONE;
      case 'branch':
        return either(node.alternatives.map(nodes => this.sequence(nodes)));
      case 'conditional':
        return either([this.sequence(node.yes), this.sequence(node.no)]);
      case 'atomic':
        return this.sequence(node.body);
      case 'assert': {
        const passed = this.sequence(node.body);
        // A native lookbehind runs backwards.
        if (node.back > 0 && passed.some.size > 0) this.capturesAgree = false;
        return node.negative ? NONE : passed;
      }
      case 'repeat': {
        const passed = this.sequence(node.body);
        if (node.max === 0) return NONE;
        if (node.max > 1 && passed.always.size < passed.some.size) this.capturesAgree = false;
        if (node.max > node.min && passed.some.size > 0 && isNullable(node.body))
          this.capturesAgree = false;
        return node.min > 0 ? passed : { always: NONE.always, some: passed.some };
      }
      default:
        return NONE;
    }
  }
}

function either(ways: readonly Passed[]): Passed {
  const some = new Set<number>();
  for (const way of ways) for (const group of way.some) some.add(group);
  const always = new Set([...some].filter(group => ways.every(way => way.always.has(group))));
  return { always, some };
}

/** Whether a sequence may match the empty string. */
export function isNullable(nodes: Sequence): boolean {
  return nodes.every(isNodeNullable);
}

function isNodeNullable(node: Node): boolean {
  switch (node.kind) {
    case 'at':
    case 'mark':
    case 'assert':
    case 'groupref':
      return true;
    case 'branch':
      return node.alternatives.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.body);
    case 'atomic':
      return isNullable(node.body);
    case 'conditional':
      return isNullable(node.yes) || isNullable(node.no);
    default:
      return false;
  }
}

/** Whether the empty string is the last thing a sequence tries to match, if it can match it at all. */
export function triesEmptyLast(nodes: Sequence): boolean {
  return !isNullable(nodes) || nodes.every(nodeTriesEmptyLast);
}

function nodeTriesEmptyLast(node: Node): boolean {
  switch (node.kind) {
    case 'branch': {
      const last = node.alternatives.length - 1;
      return node.alternatives.every((nodes, i) =>
        i < last ? !isNullable(nodes) : triesEmptyLast(nodes),
      );
    }
    case 'repeat':
      return node.mode !== 'lazy' && (node.min === 0 || triesEmptyLast(node.body));
    case 'groupref':
    case 'conditional':
      return false;
    default:
      return true;
  }
}

/** The number of characters a sequence consumes if it is always the same, else undefined. */
export function fixedWidth(nodes: Sequence): number | undefined {
  let width = 0;
  for (const node of nodes) {
    const one = nodeWidth(node);
    if (one === undefined) return undefined;
    width += one;
  }
  return width;
}

function nodeWidth(node: Node): number | undefined {
  switch (node.kind) {
    case 'at':
    case 'mark':
    case 'assert':
      return 0;
    case 'branch': {
      const widths = node.alternatives.map(fixedWidth);
      return widths.every(width => width === widths[0]) ? widths[0] : undefined;
    }
    case 'repeat': {
      const width = fixedWidth(node.body);
      return node.min === node.max && width !== undefined ? node.min * width : undefined;
    }
    case 'atomic':
      return fixedWidth(node.body);
    case 'groupref':
    case 'conditional':
      return undefined;
    default:
      return 1;
  }
}
