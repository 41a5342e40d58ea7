import { UNBOUNDED, type Program } from './program.ts';

/** A subject as the interpreter reads it: one element a character. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Thrown when a match needs more memory than one typed array can give. */
export class StackExhausted extends RangeError {}

const LARGEST_STACK = 1 << 28;

// A choice is a frame on the stack: these fields, then the marks it restores.
const PREVIOUS = 0;
const KIND = 1;
const POINTER = 2;
const LASTMARK = 3;
const LASTINDEX = 4;
const REPEAT = 5;
const A = 6;
const B = 7;
const FRAME = 8;

// What to do when execution fails back to a frame.
const TRY_BRANCH = 0;
const TRY_SHORTER = 1;
const TRY_LONGER = 2;
const TRY_EXIT = 3;
const TRY_AGAIN = 4;
const FAIL_ON = 5;
const PASS_ASSERT_NOT = 6;
const END_POSSESSIVE = 7;

// A repeat is a record on the stack: it is made anew for each iteration, so that backtracking, which
// cuts the stack, undoes its changes.
const COUNT = 0;
const LAST = 1;
const OUTER = 2;
const RECORD = 3;

/**
 * The backtracking interpreter; CPython's `SRE(match)` in Modules/_sre/sre_lib.h, with all it does
 * to marks, `lastmark` and `lastindex`, which patterns can observe.
 *
 * CPython enters a context for everything that may be tried; here only what may be tried *again*
 * leaves a frame, and success is reached in place. The cases of the switch are literals because
 * only those become a jump table.
 */
export class Machine {
  declare private stack: Int32Array;
  /** Positions of the groups' borders, -1 if not passed; valid up to `lastmark` after a match. */
  declare marks: Int32Array;
  declare lastmark: number;
  declare lastindex: number;
  /** The end of the match. */
  declare end: number;

  constructor() {
    this.stack = new Int32Array(1024);
    this.marks = new Int32Array(64);
    this.lastmark = -1;
    this.lastindex = -1;
    this.end = 0;
  }

  /** Cuts the stack down after a match that needed a large one. */
  private release(): void {
    if (this.stack.length > 1 << 16) this.stack = new Int32Array(1024);
  }

  private grow(stack: Int32Array, needed: number): Int32Array {
    if (needed > LARGEST_STACK) throw new StackExhausted();
    const grown = new Int32Array(Math.min(LARGEST_STACK, Math.max(needed, stack.length * 2)));
    grown.set(stack);
    this.stack = grown;
    return grown;
  }

  /** Finds the first position from `start` on at which the program matches; -1 if there is none. */
  search(program: Program, text: Codes, start: number, end: number, mustAdvance: boolean): number {
    if (start > end) return -1;
    if (program.anchored && start > 0) return -1;
    const last = program.anchored ? start : end - program.minWidth;
    const { first } = program;
    for (let at = start; at <= last; at++) {
      if (first !== undefined) {
        while (at < end && first[text[at]! < 256 ? text[at]! : 256] === 0) at++;
        if (at > last || at === end) return -1;
      }
      if (this.match(program, text, at, end, false, mustAdvance && at === start)) return at;
    }
    return -1;
  }

  /** Matches at `start`; on success `end`, the marks and the lasts are set. */
  match(
    program: Program,
    text: Codes,
    start: number,
    end: number,
    matchAll: boolean,
    mustAdvance: boolean,
  ): boolean {
    if (program.minWidth > 0 && end - start < program.minWidth) return false;
    const marks = 2 * program.groups;
    if (this.marks.length < marks) this.marks = new Int32Array(2 * marks);
    try {
      return this.run(program, text, start, end, matchAll, mustAdvance);
    } finally {
      this.release();
    }
  }

  private run(
    program: Program,
    text: Codes,
    start: number,
    end: number,
    matchAll: boolean,
    mustAdvance: boolean,
  ): boolean {
    const { code, latin, sets, firsts } = program;
    const { marks } = this;
    let { stack } = this;
    // A frame is dropped before its last try; a conditional could see what it would have restored.
    const keep = program.conditional;
    const slots = program.slots === 0 ? NO_SLOTS : new Int32Array(program.slots * 2);
    let pc = 0;
    let ptr = start;
    let lastmark = -1;
    let lastindex = -1;
    let repeat = 0;
    let choice = 0;
    // Index 0 stands for "none", of frames and of repeats.
    let top = 1;

    forward: for (;;) {
      // Execution goes on while instructions succeed; `break run` is failure.
      run: for (;;) {
        switch (code[pc]!) {
          case 0: // ACCEPT
            if ((matchAll && ptr !== end) || (mustAdvance && ptr === start)) break run;
            this.end = ptr;
            this.lastmark = lastmark;
            this.lastindex = lastindex;
            return true;

          case 1: // FAIL
            break run;

          case 2: // CHAR
            if (ptr >= end || text[ptr] !== code[pc + 1]) break run;
            ptr++;
            pc += 2;
            continue;

          case 3: // NOT_CHAR
            if (ptr >= end || text[ptr] === code[pc + 1]) break run;
            ptr++;
            pc += 2;
            continue;

          case 4: {
            // SET
            if (ptr >= end) break run;
            const ch = text[ptr]!;
            const set = code[pc + 1]!;
            if (ch < 256 ? latin[(set << 8) | ch] === 0 : !sets[set]!.has(ch)) break run;
            ptr++;
            pc += 2;
            continue;
          }

          case 5: // ANY
            if (ptr >= end || text[ptr] === 10) break run;
            ptr++;
            pc++;
            continue;

          case 6: // ANY_ALL
            if (ptr >= end) break run;
            ptr++;
            pc++;
            continue;

          case 7: {
            // STRING
            const length = code[pc + 1]!;
            if (end - ptr < length) break run;
            pc += 2;
            for (let i = 0; i < length; i++) if (text[ptr + i] !== code[pc + i]) break run;
            ptr += length;
            pc += length;
            continue;
          }

          case 8: {
            // MARK
            const index = code[pc + 1]!;
            if (index & 1) lastindex = (index >> 1) + 1;
            if (index > lastmark) {
              for (let i = lastmark + 1; i < index; i++) marks[i] = -1;
              lastmark = index;
            }
            marks[index] = ptr;
            pc += 2;
            continue;
          }

          case 9: // JUMP
            pc = code[pc + 1]!;
            continue;

          case 10: {
            // BRANCH
            const ch = ptr < end ? Math.min(text[ptr]!, 256) : -1;
            const stop = pc + 2 + code[pc + 1]! * 2;
            let at = pc + 2;
            while (at < stop) {
              const first = code[at + 1]!;
              if (first < 0 || (ch >= 0 && firsts[first + ch] === 1)) break;
              at += 2;
            }
            if (at === stop) break run;
            const target = code[at]!;
            // A frame is needed only if another alternative can start with this character.
            for (at += 2; at < stop; at += 2) {
              const first = code[at + 1]!;
              if (first < 0 || (ch >= 0 && firsts[first + ch] === 1)) break;
            }
            if (at < stop || keep) {
              const count = repeat !== 0 ? lastmark + 1 : 0;
              if (top + FRAME + count > stack.length) stack = this.grow(stack, top + FRAME + count);
              stack[top + PREVIOUS] = choice;
              stack[top + KIND] = TRY_BRANCH;
              stack[top + POINTER] = ptr;
              stack[top + LASTMARK] = lastmark;
              stack[top + LASTINDEX] = lastindex;
              stack[top + REPEAT] = repeat;
              stack[top + A] = at;
              stack[top + B] = stop;
              choice = top;
              top += FRAME;
              for (let i = 0; i < count; i++) stack[top++] = marks[i]!;
            }
            pc = target;
            continue;
          }

          case 11: {
            // GREEDY_ONE
            const min = code[pc + 3]!;
            if (min > end - ptr) break run;
            const least = ptr + min;
            const max = code[pc + 4]!;
            const limit = max > end - ptr ? end : ptr + max;
            let at = scan(code[pc + 1]!, code[pc + 2]!, text, ptr, limit, program);
            if (at < least) break run;
            if (code[pc + 5]! >= 0) {
              at = retreat(code[pc + 5]!, code[pc + 6]!, text, at, least, end, program);
              if (at < least) break run;
            }
            if (at > least || keep) {
              const count = repeat !== 0 ? lastmark + 1 : 0;
              if (top + FRAME + count > stack.length) stack = this.grow(stack, top + FRAME + count);
              stack[top + PREVIOUS] = choice;
              stack[top + KIND] = TRY_SHORTER;
              stack[top + POINTER] = at;
              stack[top + LASTMARK] = lastmark;
              stack[top + LASTINDEX] = lastindex;
              stack[top + REPEAT] = repeat;
              stack[top + A] = pc;
              stack[top + B] = least;
              choice = top;
              top += FRAME;
              for (let i = 0; i < count; i++) stack[top++] = marks[i]!;
            }
            ptr = at;
            pc += 7;
            continue;
          }

          case 12: {
            // LAZY_ONE
            const min = code[pc + 3]!;
            if (min > end - ptr) break run;
            const max = code[pc + 4]!;
            const limit = max > end - ptr ? end : ptr + max;
            const least = ptr + min;
            if (scan(code[pc + 1]!, code[pc + 2]!, text, ptr, least, program) < least) break run;
            if (least < limit || keep) {
              const count = repeat !== 0 ? lastmark + 1 : 0;
              if (top + FRAME + count > stack.length) stack = this.grow(stack, top + FRAME + count);
              stack[top + PREVIOUS] = choice;
              stack[top + KIND] = TRY_LONGER;
              stack[top + POINTER] = least;
              stack[top + LASTMARK] = lastmark;
              stack[top + LASTINDEX] = lastindex;
              stack[top + REPEAT] = repeat;
              stack[top + A] = pc;
              stack[top + B] = limit;
              choice = top;
              top += FRAME;
              for (let i = 0; i < count; i++) stack[top++] = marks[i]!;
            }
            ptr = least;
            pc += 7;
            continue;
          }

          case 13: {
            // POSSESSIVE_ONE
            const min = code[pc + 3]!;
            if (min > end - ptr) break run;
            const max = code[pc + 4]!;
            const limit = max > end - ptr ? end : ptr + max;
            const at = scan(code[pc + 1]!, code[pc + 2]!, text, ptr, limit, program);
            if (at - ptr < min) break run;
            ptr = at;
            pc += 7;
            continue;
          }

          case 14: // REPEAT
            if (top + RECORD > stack.length) stack = this.grow(stack, top + RECORD);
            stack[top + COUNT] = -1;
            stack[top + LAST] = -1;
            stack[top + OUTER] = repeat;
            repeat = top;
            top += RECORD;
            pc = code[pc + 1]!;
            continue;

          case 15: {
            // MAX_UNTIL
            const count = stack[repeat + COUNT]! + 1;
            const last = stack[repeat + LAST]!;
            const outer = stack[repeat + OUTER]!;
            const min = code[pc + 1]!;
            const max = code[pc + 2]!;
            if (count >= min && ((count >= max && max !== UNBOUNDED) || ptr === last)) {
              repeat = outer;
              pc += 4;
              continue;
            }
            const saved = count < min ? 0 : FRAME + lastmark + 1;
            const needed = top + saved + RECORD;
            if (needed > stack.length) stack = this.grow(stack, needed);
            if (count >= min) {
              stack[top + PREVIOUS] = choice;
              stack[top + KIND] = TRY_EXIT;
              stack[top + POINTER] = ptr;
              stack[top + LASTMARK] = lastmark;
              stack[top + LASTINDEX] = lastindex;
              stack[top + REPEAT] = repeat;
              stack[top + A] = pc + 4;
              stack[top + B] = outer;
              choice = top;
              top += FRAME;
              for (let i = 0; i <= lastmark; i++) stack[top++] = marks[i]!;
            }
            stack[top + COUNT] = count;
            stack[top + LAST] = count < min ? last : ptr;
            stack[top + OUTER] = outer;
            repeat = top;
            top += RECORD;
            pc = code[pc + 3]!;
            continue;
          }

          case 16: {
            // MIN_UNTIL
            const count = stack[repeat + COUNT]! + 1;
            const outer = stack[repeat + OUTER]!;
            if (count < code[pc + 1]!) {
              if (top + RECORD > stack.length) stack = this.grow(stack, top + RECORD);
              stack[top + COUNT] = count;
              stack[top + LAST] = stack[repeat + LAST]!;
              stack[top + OUTER] = outer;
              repeat = top;
              top += RECORD;
              pc = code[pc + 3]!;
              continue;
            }
            const saved = outer !== 0 ? lastmark + 1 : 0;
            if (top + FRAME + saved > stack.length) stack = this.grow(stack, top + FRAME + saved);
            stack[top + PREVIOUS] = choice;
            stack[top + KIND] = TRY_AGAIN;
            stack[top + POINTER] = ptr;
            stack[top + LASTMARK] = lastmark;
            stack[top + LASTINDEX] = lastindex;
            stack[top + REPEAT] = repeat;
            stack[top + A] = pc;
            stack[top + B] = count;
            choice = top;
            top += FRAME;
            for (let i = 0; i < saved; i++) stack[top++] = marks[i]!;
            repeat = outer;
            pc += 4;
            continue;
          }

          case 17: // ASSERT
          case 21: {
            // ATOMIC
            const isAssert = code[pc] === 17;
            const back = isAssert ? code[pc + 2]! : 0;
            if (ptr < back) break run;
            if (top + FRAME > stack.length) stack = this.grow(stack, top + FRAME);
            stack[top + PREVIOUS] = choice;
            stack[top + KIND] = FAIL_ON;
            stack[top + POINTER] = ptr;
            stack[top + REPEAT] = repeat;
            slots[code[pc + 1]! * 2] = top;
            choice = top;
            top += FRAME;
            ptr -= back;
            pc += isAssert ? 3 : 2;
            continue;
          }

          case 18: // ASSERT_END
            top = slots[code[pc + 1]! * 2]!;
            choice = stack[top + PREVIOUS]!;
            ptr = stack[top + POINTER]!;
            repeat = stack[top + REPEAT]!;
            pc += 2;
            continue;

          case 19: {
            // ASSERT_NOT
            const back = code[pc + 2]!;
            if (ptr < back) {
              pc = code[pc + 3]!;
              continue;
            }
            const saved = repeat !== 0 ? lastmark + 1 : 0;
            if (top + FRAME + saved > stack.length) stack = this.grow(stack, top + FRAME + saved);
            stack[top + PREVIOUS] = choice;
            stack[top + KIND] = PASS_ASSERT_NOT;
            stack[top + POINTER] = ptr;
            stack[top + LASTMARK] = lastmark;
            stack[top + LASTINDEX] = lastindex;
            stack[top + REPEAT] = repeat;
            stack[top + A] = code[pc + 3]!;
            slots[code[pc + 1]! * 2] = top;
            choice = top;
            top += FRAME;
            for (let i = 0; i < saved; i++) stack[top++] = marks[i]!;
            ptr -= back;
            pc += 4;
            continue;
          }

          case 20: // ASSERT_NOT_END
            top = slots[code[pc + 1]! * 2]!;
            choice = stack[top + PREVIOUS]!;
            break run;

          case 22: // ATOMIC_END
            top = slots[code[pc + 1]! * 2]!;
            choice = stack[top + PREVIOUS]!;
            repeat = stack[top + REPEAT]!;
            pc += 2;
            continue;

          case 23: {
            // POSSESSIVE
            slots[code[pc + 1]! * 2 + 1] = 0;
            if (code[pc + 3] === 0) {
              pc = code[pc + 4]!;
              continue;
            }
            // Its record counts nothing, but makes choices within the body save the marks.
            if (top + RECORD > stack.length) stack = this.grow(stack, top + RECORD);
            stack[top + OUTER] = repeat;
            const record = top;
            top += RECORD;
            const isOptional = code[pc + 2] === 0;
            const after = code[pc + 4]!;
            const state = { ptr, lastmark, lastindex, repeat, after };
            stack = this.enterPossessive(stack, top, choice, isOptional, state);
            slots[code[pc + 1]! * 2] = top;
            choice = top;
            repeat = record;
            top += FRAME + (isOptional ? lastmark + 1 : 0);
            pc += 5;
            continue;
          }

          case 24: {
            // POSSESSIVE_END
            const slot = code[pc + 1]! * 2;
            const count = ++slots[slot + 1]!;
            top = slots[slot]!;
            choice = stack[top + PREVIOUS]!;
            const record = top - RECORD;
            const outer = stack[record + OUTER]!;
            const min = code[pc + 2]!;
            const max = code[pc + 3]!;
            const isOptional = count >= min;
            const after = code[pc + 5]!;
            // An empty iteration ends the loop, unless it counts towards the minimum.
            const stuck = stack[top + KIND] === END_POSSESSIVE && stack[top + POINTER] === ptr;
            if (isOptional && ((count >= max && max !== UNBOUNDED) || stuck)) {
              repeat = outer;
              pc = after;
              continue;
            }
            const state = { ptr, lastmark, lastindex, repeat: outer, after };
            stack = this.enterPossessive(stack, top, choice, isOptional, state);
            choice = top;
            repeat = record;
            top += FRAME + (isOptional ? lastmark + 1 : 0);
            pc = code[pc + 4]!;
            continue;
          }

          case 25: {
            // GROUPREF
            const mark = code[pc + 1]!;
            if (mark >= lastmark) break run;
            const from = marks[mark]!;
            const to = marks[mark + 1]!;
            if (from < 0 || to < from) break run;
            if (to > from && to - from > end - ptr) break run;
            const fold = program.folds[code[pc + 2]!];
            for (let i = from; i < to; i++, ptr++) {
              if (text[i] === text[ptr]) continue;
              if (fold === undefined || fold(text[i]!) !== fold(text[ptr]!)) break run;
            }
            pc += 3;
            continue;
          }

          case 26: {
            // IF_GROUP
            const mark = code[pc + 1]!;
            const isSet = mark < lastmark && marks[mark]! >= 0 && marks[mark + 1]! >= marks[mark]!;
            pc = isSet ? pc + 3 : code[pc + 2]!;
            continue;
          }

          case 27: // AT_BEGINNING
            if (ptr !== 0) break run;
            pc++;
            continue;

          case 28: // AT_BEGINNING_LINE
            if (ptr !== 0 && text[ptr - 1] !== 10) break run;
            pc++;
            continue;

          case 29: // AT_END
            if (ptr !== end && (ptr !== end - 1 || text[ptr] !== 10)) break run;
            pc++;
            continue;

          case 30: // AT_END_LINE
            if (ptr !== end && text[ptr] !== 10) break run;
            pc++;
            continue;

          case 31: // AT_END_STRING
            if (ptr !== end) break run;
            pc++;
            continue;

          case 32: {
            // BOUNDARY
            const set = code[pc + 1]!;
            const before = ptr > 0 && isIn(program, set, text[ptr - 1]!);
            const after = ptr < end && isIn(program, set, text[ptr]!);
            if ((before === after) !== (code[pc + 2] === 1)) break run;
            pc += 3;
            continue;
          }
        }
      }

      // Failure: back to the newest frame that has something left to try.
      for (;;) {
        if (choice === 0) return false;
        const frame = choice;
        const kind = stack[frame + KIND]!;
        if (kind === FAIL_ON) {
          choice = stack[frame + PREVIOUS]!;
          continue;
        }
        ptr = stack[frame + POINTER]!;
        lastmark = stack[frame + LASTMARK]!;
        lastindex = stack[frame + LASTINDEX]!;
        repeat = stack[frame + REPEAT]!;
        // What CPython does not save it does not restore: marks outside of repeats.
        const isSaved =
          kind === TRY_AGAIN
            ? stack[repeat + OUTER] !== 0
            : repeat !== 0 || kind === END_POSSESSIVE;
        if (isSaved) {
          for (let i = 0, from = frame + FRAME; i <= lastmark; i++) marks[i] = stack[from + i]!;
        }
        const a = stack[frame + A]!;
        const b = stack[frame + B]!;
        switch (kind) {
          case 0: {
            // TRY_BRANCH
            if (a === b) {
              choice = stack[frame + PREVIOUS]!;
              continue;
            }
            const ch = ptr < end ? Math.min(text[ptr]!, 256) : -1;
            pc = code[a]!;
            let at = a + 2;
            for (; at < b; at += 2) {
              const first = code[at + 1]!;
              if (first < 0 || (ch >= 0 && firsts[first + ch] === 1)) break;
            }
            if (at < b || keep) {
              stack[frame + A] = at;
              top = frame + FRAME + (repeat !== 0 ? lastmark + 1 : 0);
            } else {
              choice = stack[frame + PREVIOUS]!;
              top = frame;
            }
            continue forward;
          }

          case 1: {
            // TRY_SHORTER
            let at = ptr - 1;
            if (code[a + 5]! >= 0) {
              at = retreat(code[a + 5]!, code[a + 6]!, text, at, b, end, program);
            }
            if (at < b) {
              choice = stack[frame + PREVIOUS]!;
              continue;
            }
            if (at === b && !keep) {
              choice = stack[frame + PREVIOUS]!;
              top = frame;
            } else {
              stack[frame + POINTER] = at;
              top = frame + FRAME + (repeat !== 0 ? lastmark + 1 : 0);
            }
            ptr = at;
            pc = a + 7;
            continue forward;
          }

          case 2: {
            // TRY_LONGER
            const next = advance(code, a, text, ptr, b, end, program);
            if (next < 0) {
              choice = stack[frame + PREVIOUS]!;
              continue;
            }
            if (next < b || keep) {
              stack[frame + POINTER] = next;
              top = frame + FRAME + (repeat !== 0 ? lastmark + 1 : 0);
            } else {
              choice = stack[frame + PREVIOUS]!;
              top = frame;
            }
            ptr = next;
            pc = a + 7;
            continue forward;
          }

          case 3: // TRY_EXIT
            choice = stack[frame + PREVIOUS]!;
            top = frame;
            repeat = b;
            pc = a;
            continue forward;

          case 4: {
            // TRY_AGAIN
            choice = stack[frame + PREVIOUS]!;
            const max = code[a + 2]!;
            if ((b >= max && max !== UNBOUNDED) || ptr === stack[repeat + LAST]) continue;
            const outer = stack[repeat + OUTER]!;
            top = frame;
            stack[top + COUNT] = b;
            stack[top + LAST] = ptr;
            stack[top + OUTER] = outer;
            repeat = top;
            top += RECORD;
            pc = code[a + 3]!;
            continue forward;
          }

          case 6: // PASS_ASSERT_NOT
          case 7: // END_POSSESSIVE
            choice = stack[frame + PREVIOUS]!;
            top = frame;
            pc = a;
            continue forward;
        }
      }
    }
  }

  /** Puts down the frame of one iteration of a possessive repeat. */
  private enterPossessive(
    stack: Int32Array,
    top: number,
    choice: number,
    isOptional: boolean,
    state: { ptr: number; lastmark: number; lastindex: number; repeat: number; after: number },
  ): Int32Array {
    const { marks } = this;
    const saved = isOptional ? state.lastmark + 1 : 0;
    const needed = top + FRAME + saved;
    const grown = needed > stack.length ? this.grow(stack, needed) : stack;
    grown[top + PREVIOUS] = choice;
    grown[top + KIND] = isOptional ? END_POSSESSIVE : FAIL_ON;
    grown[top + POINTER] = state.ptr;
    grown[top + LASTMARK] = state.lastmark;
    grown[top + LASTINDEX] = state.lastindex;
    grown[top + REPEAT] = state.repeat;
    grown[top + A] = state.after;
    for (let i = 0; i < saved; i++) grown[top + FRAME + i] = marks[i]!;
    return grown;
  }
}

const NO_SLOTS = new Int32Array(0);

function isIn(program: Program, set: number, ch: number): boolean {
  return ch < 256 ? program.latin[(set << 8) | ch] === 1 : program.sets[set]!.has(ch);
}

/** The end of the run of units of one kind that begins at `from`. */
function scan(
  kind: number,
  arg: number,
  text: Codes,
  from: number,
  limit: number,
  program: Program,
): number {
  let at = from;
  switch (kind) {
    case 0: // CHAR
      while (at < limit && text[at] === arg) at++;
      return at;
    case 1: // NOT_CHAR
      while (at < limit && text[at] !== arg) at++;
      return at;
    case 2: {
      // SET
      const { latin } = program;
      const base = arg << 8;
      const set = program.sets[arg]!;
      for (; at < limit; at++) {
        const ch = text[at]!;
        if (ch < 256 ? latin[base | ch] === 0 : !set.has(ch)) break;
      }
      return at;
    }
    case 3: // ANY
      while (at < limit && text[at] !== 10) at++;
      return at;
    default:
      return limit;
  }
}

/** The last position from `from` down to `least` where the tail can start; `least - 1` if none. */
function retreat(
  kind: number,
  arg: number,
  text: Codes,
  from: number,
  least: number,
  end: number,
  program: Program,
): number {
  let at = from;
  if (kind === 0) {
    while (at >= least && (at >= end || text[at] !== arg)) at--;
  } else {
    while (at >= least && (at >= end || !isIn(program, arg, text[at]!))) at--;
  }
  return at;
}

/** The next position after `from` that a lazy repeat reaches and its tail can start at, or -1. */
function advance(
  code: Int32Array,
  pc: number,
  text: Codes,
  from: number,
  limit: number,
  end: number,
  program: Program,
): number {
  const tail = code[pc + 5]!;
  const tailArg = code[pc + 6]!;
  let at = from;
  for (;;) {
    if (at >= limit) return -1;
    if (scan(code[pc + 1]!, code[pc + 2]!, text, at, at + 1, program) === at) return -1;
    at++;
    if (tail < 0) return at;
    if (at >= end) return -1;
    if (tail === 0 ? text[at] === tailArg : isIn(program, tailArg, text[at]!)) return at;
  }
}
