/**
 * What the diagnosing parser keeps of an expression: enough to name it and to say where it stands. The kinds are
 * CPython's words for expressions in messages, or the class of node where no message names it.
 */
export class Piece {
  declare readonly kind: string;
  /** First and last token. */
  declare readonly start: number;
  declare readonly end: number;
  /** Elements of a tuple or list, the operand of `*`, the left side of a comparison, a call's arguments. */
  declare readonly parts: readonly Piece[];
  /** A name's text; `in` for a comparison that begins with `in`; `**` among call arguments. */
  declare readonly text: string;
  constructor(kind: string, start: number, end: number, parts: readonly Piece[], text: string) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.parts = parts;
    this.text = text;
  }
}

const none: readonly Piece[] = [];
export const piece = (kind: string, start: number, end: number, parts = none, text = ''): Piece =>
  new Piece(kind, start, end, parts, text);

export type TargetsType = 'assign' | 'for' | 'delete';

/** The innermost part that is no target, as CPython's _PyPegen_get_invalid_target. */
export function invalidTarget(e: Piece, type: TargetsType): Piece | null {
  switch (e.kind) {
    case 'list':
    case 'tuple':
      for (const part of e.parts) {
        const child = invalidTarget(part, type);
        if (child !== null) return child;
      }
      return null;
    case 'starred':
      return type === 'delete' ? e : invalidTarget(e.parts[0]!, type);
    case 'comparison':
      // `a in b` of `for a in b` parses as a comparison: its left side is the target.
      if (type === 'for') return e.text === 'in' ? invalidTarget(e.parts[0]!, type) : null;
      return e;
    case 'name':
    case 'subscript':
    case 'attribute':
      return null;
    default:
      return e;
  }
}
