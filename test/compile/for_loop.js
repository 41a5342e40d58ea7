// <string>
(function ($rt) {
  const { RAISED: $RAISED, caught: $caught, code: $code, function: $function, iadd: $iadd, isTrue: $isTrue, iteration: $iteration, lt: $lt, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "total", qualname: "total", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["items","result","item"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["items","result","item"], positions: "3,16,0,21;1,11,0,23;2,11,0,19;2,8,0,22" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$total = $function($code2, function total$f(items) {
        let $p = 0, result, item, $t1, $t2, $s1;
        $raise: try {
          result = 0;
          $t1 = ($p = 1, $iteration(items));
          $end1: {
            $end1e: {
              $for2: for (;;) {
                $p = 1; if (($t2 = $t1.next()) === $RAISED) break $raise;
                if ($t2 === undefined) {
                  break $end1e;
                }
                item = $t2;
                if (item === null) {
                  continue $for2;
                }
                if ((typeof item === "number" ? item < 0 : $isTrue(($p = 3, $lt(item, 0))))) {
                  break $end1;
                }
                result = (typeof result === "number" && typeof item === "number" && ($s1 = result + item, Math.floor($s1) !== $s1 || ((result | 0) === result && (item | 0) === item)) ? $s1 : ($p = 4, $iadd(result, item)));
              }
            }
            result = -1;
          }
          return result;
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [items, result, item]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
