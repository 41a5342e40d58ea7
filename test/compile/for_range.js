// <string>
(function ($rt) {
  const { RAISED: $RAISED, caught: $caught, code: $code, function: $function, globalEntry: $globalEntry, iadd: $iadd, iteration: $iteration, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "triangle", qualname: "triangle", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["n","total","i","j"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["n","total","i","j"], positions: "3,13,0,18;0,13,0,21;1,17,0,22;0,17,0,31;1,12,0,22" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$triangle = $function($code2, function triangle$f(n) {
        let $p = 0, total, i, j, $t1, $t2, $t3, $t4, $t5, $t6, $s1;
        $raise: try {
          total = 0;
          $p = 2; if (($t1 = ($G.$range?.call1 ?? $globalEntry($G, "range", 1))(n)) === $RAISED) break $raise;
          $t2 = ($p = 2, $iteration($t1));
          $end1: {
            $for2: for (;;) {
              $p = 2; if (($t3 = $t2.next()) === $RAISED) break $raise;
              if ($t3 === undefined) {
                break $end1;
              }
              i = $t3;
              $p = 4; if (($t4 = ($G.$range?.call3 ?? $globalEntry($G, "range", 3))(i, n, 2)) === $RAISED) break $raise;
              $t5 = ($p = 4, $iteration($t4));
              $end3: {
                $for4: for (;;) {
                  $p = 4; if (($t6 = $t5.next()) === $RAISED) break $raise;
                  if ($t6 === undefined) {
                    break $end3;
                  }
                  j = $t6;
                  total = (typeof total === "number" && typeof j === "number" && ($s1 = total + j, Math.floor($s1) !== $s1 || ((total | 0) === total && (j | 0) === j)) ? $s1 : ($p = 5, $iadd(total, j)));
                }
              }
            }
          }
          return total;
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [n, total, i, j]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
