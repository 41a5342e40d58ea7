import { float } from '../../objects/float.ts';
import { defineModule } from '../../runtime/declare-module.ts';
import { docs } from './docs.gen.ts';
import { elementary } from './elementary.ts';
import { integers } from './integers.ts';
import { reals } from './real.ts';

/** Mathematics of real numbers. CPython: Modules/mathmodule.c */
export const mathModule = defineModule('math', {
  doc: docs[''],
  functions: { ...elementary, ...reals, ...integers },
  constants: {
    pi: float(Math.PI),
    e: float(Math.E),
    tau: float(2 * Math.PI),
    inf: float(Infinity),
    nan: float(NaN),
  },
});
