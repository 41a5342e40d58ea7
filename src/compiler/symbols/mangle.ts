/** Private name mangling: CPython's _Py_Mangle (Python/symtable.c). */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__')) return name;
  // A dotted name is the module of an import, which keeps its name.
  if (name.endsWith('__') || name.includes('.')) return name;
  let start = 0;
  while (start < className.length && className.charCodeAt(start) === 0x5f) start++;
  return start === className.length ? name : `_${className.slice(start)}${name}`;
}
