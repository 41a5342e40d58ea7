import { defineModule } from '../../runtime/declare-module.ts';
import {
  combinationsType,
  combinationsWithReplacementType,
  permutationsType,
  productType,
} from './combinatorics.ts';
import { countType, repeatType } from './counting.ts';
import { docs } from './docs.gen.ts';
import { groupByType, grouperType, tee, teeDataType, teeType } from './grouping.ts';
import { batchedType, chainType, cycleType, pairwiseType, zipLongestType } from './joining.ts';
import {
  accumulateType,
  compressType,
  dropWhileType,
  filterFalseType,
  isliceType,
  starMapType,
  takeWhileType,
} from './selecting.ts';

/** Building blocks of iterators. CPython: Modules/itertoolsmodule.c */
export const itertoolsModule = defineModule('itertools', {
  doc: docs[''],
  functions: { tee },
  types: {
    _grouper: grouperType,
    _tee: teeType,
    _tee_dataobject: teeDataType,
    accumulate: accumulateType,
    batched: batchedType,
    chain: chainType,
    combinations: combinationsType,
    combinations_with_replacement: combinationsWithReplacementType,
    compress: compressType,
    count: countType,
    cycle: cycleType,
    dropwhile: dropWhileType,
    filterfalse: filterFalseType,
    groupby: groupByType,
    islice: isliceType,
    pairwise: pairwiseType,
    permutations: permutationsType,
    product: productType,
    repeat: repeatType,
    starmap: starMapType,
    takewhile: takeWhileType,
    zip_longest: zipLongestType,
  },
});
