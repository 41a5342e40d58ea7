import type { PyType } from '../objects/type.ts';
import './object.ts';
import './type.ts';
import './descriptor.ts';
import './function.ts';
import './exceptions.ts';
import './plain-exceptions.ts';
import './std-printer.ts';
import './int.ts';
import './bool.ts';
import './float.ts';
import './complex.ts';
import './generic-alias.ts';
import './iterator.ts';
import './code.ts';
import './frame.ts';
import './none.ts';
import './traceback.ts';
import './simple-namespace.ts';
import './union.ts';
import './async-generator.ts';
import './generator.ts';
import './not-implemented.ts';
import './bytearray.ts';
import './bytes/index.ts';
import './classmethod.ts';
import './dict.ts';
import './ellipsis.ts';
import './frozenset.ts';
import './list.ts';
import './mappingproxy.ts';
import './module.ts';
import './property.ts';
import './set.ts';
import './slice.ts';
import './staticmethod.ts';
import './str/index.ts';
import './super.ts';
import './template.ts';
import './tuple.ts';
import './typing/generic.ts';
import './typing/param-spec.ts';
import './typing/type-alias.ts';
import './typing/type-var-tuple.ts';
import './typing/type-var.ts';
import './unicode-error.ts';
import { enumerateType } from './enumerate.ts';
import { filterType } from './filter.ts';
import { mapType } from './map.ts';
import { memoryviewType } from './memoryview/index.ts';
import { rangeType } from './range.ts';
import { reversedType } from './reversed.ts';
import { zipType } from './zip.ts';

/** Fills all builtin types; gives those that `builtins` names but no protocol needs to know. */
export const builtinTypes = (): readonly PyType[] => [
  enumerateType,
  filterType,
  mapType,
  memoryviewType,
  rangeType,
  reversedType,
  zipType,
];
