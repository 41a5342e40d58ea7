/** Path algebra on text. CPython: Python/fileutils.c, _Py_normpath_and_size, _Py_skiproot */

/** The root of a POSIX path: '', '/', or '//' where exactly two begin it. */
export function rootOf(path: string): string {
  if (!path.startsWith('/')) return '';
  return path.startsWith('//') && !path.startsWith('///') ? '//' : '/';
}

export function normalizePath(path: string): string {
  if (path === '') return '.';
  const root = rootOf(path);
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (root === '' && parts.length === 0) || parts.at(-1) === '..') {
      parts.push(part);
    } else parts.pop();
  }
  return root + parts.join('/') || '.';
}
