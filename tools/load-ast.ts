import * as ast from '../src/syntax/ast.gen.ts';

/** Builds the AST from the JSON that dump-symbols.py writes, so that passes can be checked without the parser. */
type NodeClass = new (...fields: unknown[]) => ast.Node;

const classes = new Map(Object.entries(ast)) as Map<string, unknown>;

function loadConstant(data: unknown): ast.ConstantValue {
  if (data === null || typeof data !== 'object') return data as ast.ConstantValue;
  const { type, value, imag } = data as { type: string; value?: unknown; imag?: string };
  switch (type) {
    case 'int':
      return { type, value: typeof value === 'string' ? BigInt(value) : (value as number) };
    case 'float':
      return { type, value: Number(value) };
    case 'complex':
      return { type, imag: Number(imag) };
    case 'str':
      return {
        type,
        value: typeof value === 'string' ? value : Uint32Array.from(value as number[]),
      };
    case 'bytes':
      return { type, value: Uint8Array.from(value as number[]) };
    default:
      return { type: 'Ellipsis' };
  }
}

export function loadAst(data: unknown): unknown {
  if (data === null || typeof data !== 'object') return data;
  if (Array.isArray(data)) {
    const [kind, fields] = data as [string, unknown[]];
    const name = kind === 'arguments' ? 'arguments_' : kind;
    return new (classes.get(name) as NodeClass)(...fields.map(loadAst));
  }
  if ('list' in data) return (data.list as unknown[]).map(loadAst);
  return loadConstant((data as { const: unknown }).const);
}
