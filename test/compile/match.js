// <string>
(function ($rt) {
  const { RAISED: $RAISED, caught: $caught, code: $code, eq: $eq, function: $function, global: $global, globalEntry: $globalEntry, gt: $gt, isMappingPattern: $isMappingPattern, isSequencePattern: $isSequencePattern, isTrue: $isTrue, matchClass: $matchClass, matchKeys: $matchKeys, matchRest: $matchRest, matchSequence: $matchSequence, mul: $mul, pendNew: $pendNew, traceback: $traceback } = $rt;
  const $k1 = ["radius"];
  const $k2 = [];
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "area", qualname: "area", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["shape","r","side","rest","width","height","name"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["shape","r","side","rest","width","height","name"], positions: "3,13,0,19;0,13,0,29;1,19,0,24;1,13,0,53;0,22,0,30;1,19,0,30;1,13,0,28;0,32,0,41;1,19,0,33;1,20,0,21;2,13,0,16;0,13,0,18;1,19,0,22;0,19,0,28;2,12,0,34;0,18,0,27;0,18,0,34" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$area = $function($code2, function area$f(shape) {
        let $p = 0, r, side, rest, width, height, name, $t1, $t2, $t3, $t4, $t5, $t6, $t7, $t8, $t9, $s1, $s2, $s3, $s4, $s5, $s6;
        $raise: try {
          $t1 = shape;
          $matched1: {
            $case2: {
              $t2 = ($p = 2, $matchClass($t1, (($s1 = $G.$Circle) !== undefined ? $s1 : ($p = 1, $global($G, "Circle"))), 0, $k1));
              if ($t2 === null) {
                break $case2;
              }
              r = $t2[0];
              return (typeof r === "number" && typeof r === "number" && ($s2 = r * r, Math.floor($s2) !== $s2 || ((r | 0) === r && (r | 0) === r && ($s2 += 0) <= 9007199254740991 && $s2 >= -9007199254740991)) ? $s2 : ($p = 3, $mul(r, r)));
            }
            $case3: {
              if (!($p = 4, $isMappingPattern($t1))) {
                break $case3;
              }
              $t3 = ["kind", "side"];
              $t4 = ($p = 4, $matchKeys($t1, $t3));
              if ($t4 === null) {
                break $case3;
              }
              if (!($s3 = $t4[0], typeof $s3 === "string" ? $s3 === "square" : $isTrue(($p = 5, $eq($s3, "square"))))) {
                break $case3;
              }
              $t5 = ($p = 4, $matchRest($t1, $t3));
              side = $t4[1];
              rest = $t5;
              return (typeof side === "number" && typeof side === "number" && ($s4 = side * side, Math.floor($s4) !== $s4 || ((side | 0) === side && (side | 0) === side && ($s4 += 0) <= 9007199254740991 && $s4 >= -9007199254740991)) ? $s4 : ($p = 6, $mul(side, side)));
            }
            $case4: {
              if (!($p = 7, $isSequencePattern($t1))) {
                break $case4;
              }
              $t6 = ($p = 7, $matchSequence($t1, 2, -1));
              if ($t6 === null) {
                break $case4;
              }
              width = $t6[0];
              height = $t6[1];
              if (!(typeof width === "number" ? width > 0 : $isTrue(($p = 8, $gt(width, 0))))) {
                break $case4;
              }
              return (typeof width === "number" && typeof height === "number" && ($s5 = width * height, Math.floor($s5) !== $s5 || ((width | 0) === width && (height | 0) === height && ($s5 += 0) <= 9007199254740991 && $s5 >= -9007199254740991)) ? $s5 : ($p = 9, $mul(width, height)));
            }
            $case5: {
              $or6: {
                $alternative7: {
                  if ($t1 !== null) {
                    break $alternative7;
                  }
                  break $or6;
                }
                if (!(typeof $t1 === "number" ? $t1 === 0 : $isTrue(($p = 10, $eq($t1, 0))))) {
                  break $case5;
                }
                break $or6;
              }
              return 0;
            }
            $case8: {
              $t7 = ($p = 12, $matchClass($t1, (($s6 = $G.$str) !== undefined ? $s6 : ($p = 11, $global($G, "str"))), 0, $k2));
              if ($t7 === null) {
                break $case8;
              }
              name = $t1;
              $p = 14; if (($t8 = ($G.$len?.call1 ?? $globalEntry($G, "len", 1))(name)) === $RAISED) break $raise;
              return $t8;
            }
            $case9: {
              $p = 17; if (($t9 = ($G.$TypeError?.call1 ?? $globalEntry($G, "TypeError", 1))(shape)) === $RAISED) break $raise;
              ($p = 15, $pendNew($t9));
              $p = 15;
              break $raise;
            }
          }
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [shape, r, side, rest, width, height, name]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
