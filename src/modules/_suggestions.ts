import type { Value } from '../objects/object.ts';
import { PyList } from '../objects/list.ts';
import { str, utf16 } from '../objects/str.ts';
import { strValue } from '../runtime/convert.ts';
import { defineModule, fn } from '../runtime/declare-module.ts';
import { typeError } from '../runtime/errors.ts';
import { suggest } from '../runtime/suggestions.ts';

function generate(candidates: Value, item: string): Value {
  if (!(candidates instanceof PyList)) throw typeError('candidates must be a list');
  const names = candidates.items.map(each => {
    const text = strValue(each);
    if (text === undefined) throw typeError("all elements in 'candidates' must be strings");
    return utf16(text);
  });
  const found = suggest(item, names);
  return found === null ? null : str(found);
}

/** CPython: Modules/_suggestions.c */
export const suggestionsModule = defineModule('_suggestions', {
  doc: null,
  functions: {
    _generate_suggestions: fn(
      '(candidates, item: str, /)',
      "Returns the candidate in candidates that's closest to item",
      (candidates, item) => generate(candidates, utf16(item)),
    ),
  },
});
