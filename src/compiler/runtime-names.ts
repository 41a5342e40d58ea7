/** Everything that compiled code may call: the compiler prints these names, and the runtime's table has them all. */
export const runtimeNames = [
  'Ellipsis', 'RAISED', 'add', 'addKeyword', 'addToSet', 'and', 'annotationsDict', 'ascii', 'astral', 'asyncGenerator', 'asyncIterator',
  'asyncNext', 'asyncYield', 'awaitable', 'buildClass', 'bytes', 'callExit', 'callSuper', 'callWithFrame', 'calleeEntry', 'caught', 'cell',
  'checkAnnotationFormat', 'code', 'combineGroups', 'complex', 'conditionalAnnotations', 'contains', 'coroutine', 'delAttr', 'delItem',
  'delegateStep', 'delegateTo', 'deleteGlobal', 'deleteName', 'dict', 'display', 'endAsyncFor', 'enter', 'enterAsync', 'enterHandler', 'eq',
  'exitHandler', 'extend', 'failFrame', 'findAsyncExit', 'findExit', 'findName', 'finishFrame', 'float', 'floordiv', 'format', 'frozenset',
  'function', 'ge', 'generator', 'generatorExpression', 'genericBase', 'getAttr', 'getItem', 'global', 'globalEntry', 'gt', 'handle', 'iadd',
  'iand', 'ifloordiv', 'ilshift', 'imatmul', 'imod', 'importFrom', 'importName', 'importStar', 'imul', 'interpolation', 'invert', 'invoke',
  'invokeMethod', 'ior', 'ipower', 'irshift', 'isMappingPattern', 'isSame', 'isSequencePattern', 'isTrue', 'isub', 'iteration', 'itruediv',
  'ixor', 'joinStrings', 'le', 'list', 'loadName', 'lshift', 'lt', 'matchClass', 'matchGroup', 'matchKeys', 'matchRest', 'matchSequence',
  'matchesException', 'matmul', 'methodEntry', 'mod', 'mul', 'ne', 'neg', 'or', 'pend', 'pendAssertion', 'pendNew', 'pos', 'power', 'repr',
  'reraiseHandled', 'rshift', 'run', 'set', 'setAnnotate', 'setAnnotations', 'setAttr', 'setDictItem', 'setItem', 'setTypeParams', 'slice',
  'spreadKeywords', 'storeModuleName', 'storeName', 'sub', 'takeResult', 'template', 'toStr', 'traceback', 'truediv', 'tuple',
  'typeAlias', 'typeParameter', 'unbindGlobal', 'unbindName', 'unbound', 'unboundFree', 'unpack', 'unpackOne', 'unpackStarred', 'updateDict', 'xor',
] as const;
export type RuntimeName = (typeof runtimeNames)[number];
