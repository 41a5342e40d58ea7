import { smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { defineModule, fn } from '../../runtime/declare-module.ts';
import { keyError } from '../../runtime/errors.ts';
import { defineStructSequence } from '../../types/struct-sequence.ts';
import {
  accountEntries,
  checkName,
  idArgument,
  idField,
  nameNotFound,
  shownId,
} from '../account-files.ts';
import { host } from '../host-access.ts';
import { strFromNative } from '../native-path.ts';
import { docs } from './docs.gen.ts';
import type { PyStr } from '../../objects/str.ts';
import { equals } from '../../runtime/compare.ts';

/** The users of the system: those of its file, else the one who runs the program. CPython: Modules/pwdmodule.c */

const passwd = defineStructSequence({
  name: 'struct_passwd',
  module: 'pwd',
  doc: docs.struct_passwd,
  fields: [
    ['pw_name', docs['struct_passwd.pw_name']],
    ['pw_passwd', docs['struct_passwd.pw_passwd']],
    ['pw_uid', docs['struct_passwd.pw_uid']],
    ['pw_gid', docs['struct_passwd.pw_gid']],
    ['pw_gecos', docs['struct_passwd.pw_gecos']],
    ['pw_dir', docs['struct_passwd.pw_dir']],
    ['pw_shell', docs['struct_passwd.pw_shell']],
  ],
});

interface User {
  readonly name: PyStr;
  readonly uid: number;
  readonly entry: Value;
}

function makeUser(fields: readonly PyStr[], uid: number, gid: number): User {
  const [name, password, , , gecos, home, shell] = fields as [
    PyStr,
    PyStr,
    PyStr,
    PyStr,
    PyStr,
    PyStr,
    PyStr,
  ];
  const entry = passwd.make([name, password, smallInt(uid), smallInt(gid), gecos, home, shell]);
  return { name, uid, entry };
}

function users(): User[] {
  const found = accountEntries('/etc/passwd', 7).map(fields =>
    makeUser(fields, idField(fields[2]!), idField(fields[3]!)),
  );
  const { environment } = host();
  const { user } = environment;
  const account = environment.account?.();
  // Some systems keep their users elsewhere.
  if (user !== undefined && account !== undefined && !found.some(each => each.uid === user.uid))
    found.push(
      makeUser(
        [
          str(account.name),
          '*',
          '',
          '',
          '',
          strFromNative(account.home),
          strFromNative(account.shell),
        ],
        user.uid,
        user.gid,
      ),
    );
  return found;
}

export const pwdModule = defineModule('pwd', {
  doc: docs[''],
  functions: {
    getpwall: fn('()', docs.getpwall, () => new PyList(users().map(each => each.entry))),
    getpwnam: fn('(name: str, /)', docs.getpwnam, name => {
      checkName(name);
      const user = users().find(each => equals(each.name, name));
      if (user === undefined) throw nameNotFound('getpwnam', name);
      return user.entry;
    }),
    getpwuid: fn('(uidobj, /)', docs.getpwuid, uidobj => {
      const uid = idArgument(uidobj, 'uid');
      if (uid === undefined) throw keyError('getpwuid(): uid not found');
      const user = users().find(each => each.uid === uid);
      if (user === undefined) throw keyError(`getpwuid(): uid not found: ${shownId(uid)}`);
      return user.entry;
    }),
  },
  types: { struct_passwd: passwd.type },
});
