import * as builtin from '../objects/builtin-types.ts';
import { defineModule } from '../runtime/declare-module.ts';
import { PyAsyncGenerator, PyCoroutine, PyGenerator } from '../runtime/generators.ts';
import { capsuleType } from '../types/capsule.ts';
import { genericAliasType } from '../types/generic-alias.ts';
import { simpleNamespaceType } from '../types/simple-namespace.ts';
import { unionType } from '../types/union.ts';

/** CPython: Modules/_typesmodule.c */
export const typesModule = defineModule('_types', {
  doc: 'Define names for built-in types.',
  types: {
    AsyncGeneratorType: PyAsyncGenerator.prototype.type,
    BuiltinFunctionType: builtin.builtinType,
    BuiltinMethodType: builtin.builtinType,
    CapsuleType: capsuleType,
    CellType: builtin.cellType,
    ClassMethodDescriptorType: builtin.classMethodDescriptorType,
    CodeType: builtin.codeType,
    CoroutineType: PyCoroutine.prototype.type,
    EllipsisType: builtin.ellipsisType,
    FrameType: builtin.frameType,
    FunctionType: builtin.functionType,
    GeneratorType: PyGenerator.prototype.type,
    GenericAlias: genericAliasType,
    GetSetDescriptorType: builtin.getSetType,
    LambdaType: builtin.functionType,
    MappingProxyType: builtin.mappingProxyType,
    MemberDescriptorType: builtin.memberType,
    MethodDescriptorType: builtin.methodDescriptorType,
    MethodType: builtin.methodType,
    MethodWrapperType: builtin.methodWrapperType,
    ModuleType: builtin.moduleType,
    NoneType: builtin.noneType,
    NotImplementedType: builtin.notImplementedType,
    SimpleNamespace: simpleNamespaceType,
    TracebackType: builtin.tracebackType,
    UnionType: unionType,
    WrapperDescriptorType: builtin.slotWrapperType,
  },
});
