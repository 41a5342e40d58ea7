import { lowerAscii, lowerUnicode, upperUnicode } from '../../algorithms/sre/characters.ts';
import { InvalidCode } from '../../algorithms/sre/decode.ts';
import { CODESIZE, MAGIC, MAXGROUPS, MAXREPEAT } from '../../algorithms/sre/opcodes.ts';
import { Engine, Pattern } from '../../algorithms/sre/pattern.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { dictSize } from '../../runtime/dict.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { overflowError, runtimeError, typeError } from '../../runtime/errors.ts';
import { intValue } from '../../runtime/numbers.ts';
import { StateKey, thread } from '../../runtime/state.ts';
import './match.ts';
import { PyPattern } from './objects.ts';
import './pattern.ts';
import './scanner.ts';
import { contents } from './subject.ts';
import { makeTemplate } from './template.ts';

/** What the patterns of an interpreter share. */
const engine = new StateKey(() => new Engine());

/** The matching engine under `re`. CPython: Modules/_sre/sre.c */
export default defineModule('_sre', {
  doc: null,

  functions: {
    compile: fn(
      '(pattern, flags: cint, code: list, groups: index, groupindex: dict, indexgroup: tuple)',
      null,
      (pattern, flags, code, groups, groupindex, indexgroup) => {
        const words = Uint32Array.from(code.items, codeWord);
        const isBytes = pattern === null ? undefined : contents(pattern) instanceof Uint8Array;
        const hasNames = dictSize(groupindex) > 0;
        return new PyPattern(
          compiled(words, groups),
          words,
          pattern,
          flags,
          hasNames ? groupindex : null,
          hasNames && indexgroup.items.length > 0 ? indexgroup : null,
          isBytes,
        );
      },
    ),

    template: fn(
      '(pattern, template: list, /)',
      `

  template
    A list containing interleaved literal strings (str or bytes) and group
    indices (int), as returned by re._parser.parse_template():
        [literal1, group1, ..., literalN, groupN]`,
      (_pattern, template) => makeTemplate(template.items),
    ),

    getcodesize: fn('()', null, () => smallInt(CODESIZE)),

    ascii_iscased: fn('(character: cint, /)', null, ch => (ch | 32) >= 97 && (ch | 32) <= 122),
    ascii_tolower: fn('(character: cint, /)', null, ch => smallInt(lowerAscii(ch))),
    unicode_iscased: fn(
      '(character: cint, /)',
      null,
      ch => isCharacter(ch) && (ch !== lowerUnicode(ch) || ch !== upperUnicode(ch)),
    ),
    unicode_tolower: fn('(character: cint, /)', null, ch =>
      smallInt(isCharacter(ch) ? lowerUnicode(ch) : ch),
    ),
  },

  constants: {
    MAGIC: smallInt(MAGIC),
    CODESIZE: smallInt(CODESIZE),
    MAXREPEAT: smallInt(MAXREPEAT),
    MAXGROUPS: smallInt(MAXGROUPS),
    copyright: ' SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ',
  },
});

const isCharacter = (ch: number): boolean => ch >= 0 && ch <= 0x10ffff;

function codeWord(v: Value): number {
  const n = intValue(v);
  if (n === undefined) throw typeError('an integer is required');
  if (n < 0) throw overflowError("can't convert negative value to unsigned int");
  if (n > 0xffffffffffffffffn)
    throw overflowError('Python int too large to convert to C unsigned long');
  if (n > 0xffffffff) throw overflowError('regular expression code size limit exceeded');
  return n as number;
}

function compiled(code: Uint32Array, groups: number): Pattern {
  try {
    return new Pattern(thread.interpreter.state(engine), code, groups);
  } catch (error) {
    if (error instanceof InvalidCode) throw runtimeError('invalid SRE code');
    throw error;
  }
}
