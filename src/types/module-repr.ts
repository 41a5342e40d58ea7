import { PyList } from '../objects/list.ts';
import type { PyModule } from '../objects/module.ts';
import type { Value } from '../objects/object.ts';
import { str, type PyStr } from '../objects/str.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { findAttr } from '../runtime/attributes.ts';
import { listItems } from '../runtime/iterate.ts';
import { reprText, strText } from '../runtime/text.ts';
import { isTrue } from '../runtime/truth.ts';

/** `repr(module)`. CPython: Lib/importlib/_bootstrap.py, _module_repr */
export function moduleRepr(self: PyModule): PyStr {
  const spec = self.find('__spec__') ?? null;
  if (spec !== null && isTrue(spec)) return str(`<module ${fromSpec(spec)}>`);
  const name = self.find('__name__');
  const shown = name === undefined ? "'?'" : reprText(name);
  const file = self.find('__file__');
  if (file !== undefined) return str(`<module ${shown} from ${reprText(file)}>`);
  const loader = self.find('__loader__') ?? null;
  return str(loader === null ? `<module ${shown}>` : `<module ${shown} (${reprText(loader)})>`);
}

function fromSpec(spec: Value): string {
  const name = findAttr(spec, 'name') ?? null;
  const shown = name === null ? "'?'" : reprText(name);
  const origin = findAttr(spec, 'origin') ?? null;
  if (origin !== null) {
    const hasLocation = findAttr(spec, 'has_location');
    return hasLocation !== undefined && isTrue(hasLocation)
      ? `${shown} from ${reprText(origin)}`
      : `${shown} (${strText(origin)})`;
  }
  const loader = findAttr(spec, 'loader') ?? null;
  if (loader === null) return shown;
  const path = typeOf(loader).name === 'NamespaceLoader' ? findAttr(loader, '_path') : undefined;
  return path === undefined
    ? `${shown} (${reprText(loader)})`
    : `${shown} (namespace) from ${reprText(new PyList(listItems(path)))}`;
}
