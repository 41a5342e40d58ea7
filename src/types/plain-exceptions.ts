import * as types from '../objects/exception-types.ts';
import { findStr } from '../runtime/dict.ts';
import { defineException } from './exceptions.ts';
import './exception-group.ts';
import './os-error.ts';

/** The exception classes that differ from their base by name only. A base stands before its subclasses. CPython: Objects/exceptions.c */
const basesFirst = Object.values(types).toSorted((a, b) => a.mro.length - b.mro.length);
for (const type of basesFirst) {
  if (findStr(type.dict, '__doc__') === undefined) defineException(type, {});
  else if (findStr(type.dict, '__new__') === undefined) type.construct = type.base!.construct;
}
