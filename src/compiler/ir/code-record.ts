import type { Position } from '../../syntax/ast.gen.ts';

/** What `$code({...})` in the emitted text says of a function: the fields of CodeInfo in objects/code.ts. */
export interface CodeRecord {
  readonly name: string;
  readonly qualname: string;
  readonly line: number;
  flags: number;
  readonly argcount: number;
  readonly posonly: number;
  readonly kwonly: number;
  varnames: string[];
  cellvars: string[];
  freevars: string[];
  readonly names: string[];
  /** JavaScript text of the docstring, or null. */
  doc: string | null;
  readonly positions: PositionTable;
  /** The variable of the emitted text that holds the code object. */
  readonly variable: string;
}

/** The places of one code object, numbered from 1. */
export class PositionTable {
  private readonly entries: string[] = [];
  private readonly numbers = new Map<string, number>();
  private line = 0;

  /** The number of a place. */
  place(at: Position): number {
    const key = `${at.lineno},${at.col_offset},${at.end_lineno},${at.end_col_offset}`;
    let index = this.numbers.get(key);
    if (index === undefined) {
      this.entries.push(
        `${at.lineno - this.line},${at.col_offset},${at.end_lineno - at.lineno},${at.end_col_offset}`,
      );
      this.line = at.lineno;
      index = this.entries.length;
      this.numbers.set(key, index);
    }
    return index;
  }

  /** As objects/code.ts decodes it. */
  toString(): string {
    return this.entries.join(';');
  }
}
