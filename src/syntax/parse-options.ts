import type { SyntaxWarningRecord } from './problem.ts';
import type { SourceDecoder } from './source-encoding.ts';

export type ParseMode = 'exec' | 'eval' | 'single' | 'func_type';

export interface ParseOptions {
  readonly mode: ParseMode;
  /** Finds the code point of a Unicode character name, for `\N{…}`. */
  readonly lookupName?: (name: string) => number | undefined;
  /** Decodes sources in other encodings than UTF-8 and Latin-1. */
  readonly decode?: SourceDecoder;
  /** With `single`: a block that the input ends in stays open (PyCF_DONT_IMPLY_DEDENT). */
  readonly dontImplyDedent?: boolean;
  /** A source that more input could complete is reported as such (PyCF_ALLOW_INCOMPLETE_INPUT). */
  readonly allowIncompleteInput?: boolean;
  /** How many digits a decimal int may have, 0 for any number (sys.set_int_max_str_digits). */
  readonly intMaxStrDigits?: number;
  /** Type comments become part of the tree (PyCF_TYPE_COMMENTS). */
  readonly typeComments?: boolean;
  /** The minor version of Python 3 whose grammar counts (`feature_version` of ast.parse); 14 if not given. */
  readonly featureVersion?: number;
  /** `<>` stands for `!=` from the start (CO_FUTURE_BARRY_AS_BDFL). */
  readonly barryAsFlufl?: boolean;
  /** Receives the warnings. */
  readonly warnings?: SyntaxWarningRecord[];
}
