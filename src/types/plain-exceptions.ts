import * as types from '../objects/exception-types.ts';
import { findStr } from '../runtime/dict.ts';
import { defineException } from './exceptions.ts';
import './exception-group.ts';
import './os-error.ts';

/** The exception classes that differ from their base by name only. A base stands before its subclasses. CPython: Objects/exceptions.c */
for (const type of Object.values(types)) {
  if (findStr(type.dict, '__doc__') === undefined) defineException(type, {});
  else if (findStr(type.dict, '__new__') === undefined) type.construct = type.base!.construct;
}
