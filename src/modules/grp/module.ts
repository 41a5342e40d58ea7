import { smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { str, utf16, type PyStr } from '../../objects/str.ts';
import { equals } from '../../runtime/compare.ts';
import { asInt } from '../../runtime/convert.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { keyError, overflowError } from '../../runtime/errors.ts';
import { defineStructSequence } from '../../types/struct-sequence.ts';
import {
  accountEntries,
  checkName,
  idArgument,
  idField,
  nameNotFound,
  shownId,
} from '../account-files.ts';
import { docs } from './docs.gen.ts';

/** The groups of the system. CPython: Modules/grpmodule.c */

const group = defineStructSequence({
  name: 'struct_group',
  module: 'grp',
  doc: docs.struct_group,
  fields: [
    ['gr_name', docs['struct_group.gr_name']],
    ['gr_passwd', docs['struct_group.gr_passwd']],
    ['gr_gid', docs['struct_group.gr_gid']],
    ['gr_mem', docs['struct_group.gr_mem']],
  ],
});

interface Group {
  readonly name: PyStr;
  readonly gid: number;
  readonly entry: Value;
}

function groups(): Group[] {
  return accountEntries('/etc/group', 4).map(fields => {
    const [name, password, id, members] = fields as [PyStr, PyStr, PyStr, PyStr];
    const gid = idField(id);
    const names = utf16(members)
      .split(',')
      .filter(each => each !== '');
    const entry = group.make([name, password, smallInt(gid), new PyList(names.map(str))]);
    return { name, gid, entry };
  });
}

export const grpModule = defineModule('grp', {
  doc: docs[''],
  functions: {
    getgrall: fn('()', docs.getgrall, () => new PyList(groups().map(each => each.entry))),
    getgrgid: fn('(id)', docs.getgrgid, id => {
      const gid = idArgument(id, 'gid');
      if (gid === undefined)
        throw overflowError(
          asInt(id) < 0 ? 'gid is less than minimum' : 'gid is greater than maximum',
        );
      const found = groups().find(each => each.gid === gid);
      if (found === undefined) throw keyError(`getgrgid(): gid not found: ${shownId(gid)}`);
      return found.entry;
    }),
    getgrnam: fn('(name: str)', docs.getgrnam, name => {
      checkName(name);
      const found = groups().find(each => equals(each.name, name));
      if (found === undefined) throw nameNotFound('getgrnam', name);
      return found.entry;
    }),
  },
  types: { struct_group: group.type },
});
