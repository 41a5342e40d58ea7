import * as cases from '../../algorithms/text/case.ts';
import type { Text } from '../../algorithms/text/contents.ts';
import * as predicates from '../../algorithms/text/predicates.ts';
import type { StrBase } from '../../objects/str.ts';
import { method, type Method } from '../../runtime/declare.ts';
import { resultOf, textOf } from './self.ts';

/** Methods of str without arguments that change case, or ask what all characters are. CPython: Objects/unicodeobject.c */

const changing = (doc: string, change: (text: Text) => Text): Method<StrBase> =>
  method('()', doc, self => resultOf(self, change(textOf(self))));
const asking = (doc: string, ask: (text: Text) => boolean): Method<StrBase> =>
  method('()', doc, self => ask(textOf(self)));

export const caseMethods = {
  capitalize: changing(
    `Return a capitalized version of the string.

More specifically, make the first character have upper case and the
rest lower case.`,
    cases.capitalize,
  ),
  casefold: changing(
    'Return a version of the string suitable for caseless comparisons.',
    cases.casefold,
  ),
  lower: changing('Return a copy of the string converted to lowercase.', cases.lower),
  swapcase: changing(
    'Convert uppercase characters to lowercase and lowercase characters to uppercase.',
    cases.swapcase,
  ),
  title: changing(
    `Return a version of the string where each word is titlecased.

More specifically, words start with uppercased characters and all
remaining cased characters have lower case.`,
    cases.title,
  ),
  upper: changing('Return a copy of the string converted to uppercase.', cases.upper),
  isalnum: asking(
    `Return True if the string is an alpha-numeric string, False otherwise.

A string is alpha-numeric if all characters in the string are
alpha-numeric and there is at least one character in the string.`,
    predicates.textIsAlnum,
  ),
  isalpha: asking(
    `Return True if the string is an alphabetic string, False otherwise.

A string is alphabetic if all characters in the string are
alphabetic and there is at least one character in the string.`,
    predicates.textIsAlpha,
  ),
  isascii: asking(
    `Return True if all characters in the string are ASCII, False otherwise.

ASCII characters have code points in the range U+0000-U+007F.
Empty string is ASCII too.`,
    predicates.textIsAscii,
  ),
  isdecimal: asking(
    `Return True if the string is a decimal string, False otherwise.

A string is a decimal string if all characters in the string are
decimal and there is at least one character in the string.`,
    predicates.textIsDecimal,
  ),
  isdigit: asking(
    `Return True if the string is a digit string, False otherwise.

A string is a digit string if all characters in the string are
digits and there is at least one character in the string.`,
    predicates.textIsDigit,
  ),
  isidentifier: asking(
    `Return True if the string is a valid Python identifier, False otherwise.

Call keyword.iskeyword(s) to test whether string s is a reserved
identifier, such as "def" or "class".`,
    predicates.textIsIdentifier,
  ),
  islower: asking(
    `Return True if the string is a lowercase string, False otherwise.

A string is lowercase if all cased characters in the string are
lowercase and there is at least one cased character in the string.`,
    predicates.textIsLower,
  ),
  isnumeric: asking(
    `Return True if the string is a numeric string, False otherwise.

A string is numeric if all characters in the string are numeric and
there is at least one character in the string.`,
    predicates.textIsNumeric,
  ),
  isprintable: asking(
    `Return True if all characters in the string are printable, False otherwise.

A character is printable if repr() may use it in its output.`,
    predicates.textIsPrintable,
  ),
  isspace: asking(
    `Return True if the string is a whitespace string, False otherwise.

A string is whitespace if all characters in the string are
whitespace and there is at least one character in the string.`,
    predicates.textIsSpace,
  ),
  istitle: asking(
    `Return True if the string is a title-cased string, False otherwise.

In a title-cased string, upper- and title-case characters may only
follow uncased characters and lowercase characters only cased ones.`,
    predicates.textIsTitle,
  ),
  isupper: asking(
    `Return True if the string is an uppercase string, False otherwise.

A string is uppercase if all cased characters in the string are
uppercase and there is at least one cased character in the string.`,
    predicates.textIsUpper,
  ),
} satisfies Record<string, Method<StrBase>>;
