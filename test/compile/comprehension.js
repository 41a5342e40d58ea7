// <string>
(function ($rt) {
  const { RAISED: $RAISED, addToSet: $addToSet, caught: $caught, code: $code, dict: $dict, function: $function, isTrue: $isTrue, iteration: $iteration, list: $list, mul: $mul, set: $set, setDictItem: $setDictItem, traceback: $traceback, tuple: $tuple } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "squares", qualname: "squares", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["rows","flat"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["rows","flat"], positions: "2,11,0,54;0,29,0,33;0,37,0,40;0,50,0,53;0,12,0,17;1,17,0,34;0,29,0,33;0,36,0,56;0,51,0,55" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$squares = $function($code2, function squares$f(rows) {
        let $p = 0, flat, row$1, x$1, x$2, x$3, $t1, $t2, $t3, $t4, $t5, $t6, $t7, $t8, $t9, $t10, $t11, $t12, $s1;
        $raise: try {
          $t1 = ($p = 2, $iteration(rows));
          $t2 = [];
          $end1: {
            $for2: for (;;) {
              $p = 2; if (($t3 = $t1.next()) === $RAISED) break $raise;
              if ($t3 === undefined) {
                break $end1;
              }
              row$1 = $t3;
              if (!(row$1 === true || row$1 !== false && ($p = 3, $isTrue(row$1)))) {
                continue $for2;
              }
              $t4 = ($p = 4, $iteration(row$1));
              $end3: {
                $for4: for (;;) {
                  $p = 4; if (($t5 = $t4.next()) === $RAISED) break $raise;
                  if ($t5 === undefined) {
                    break $end3;
                  }
                  x$1 = $t5;
                  $t2.push((typeof x$1 === "number" && typeof x$1 === "number" && ($s1 = x$1 * x$1, Math.floor($s1) !== $s1 || ((x$1 | 0) === x$1 && (x$1 | 0) === x$1 && ($s1 += 0) <= 9007199254740991 && $s1 >= -9007199254740991)) ? $s1 : ($p = 5, $mul(x$1, x$1))));
                }
              }
            }
          }
          $t6 = $list($t2);
          flat = $t6;
          $t7 = ($p = 7, $iteration(flat));
          $t8 = ($p = 6, $set([]));
          $end5: {
            $for6: for (;;) {
              $p = 7; if (($t9 = $t7.next()) === $RAISED) break $raise;
              if ($t9 === undefined) {
                break $end5;
              }
              x$2 = $t9;
              ($p = 6, $addToSet($t8, x$2));
            }
          }
          $t10 = ($p = 9, $iteration(flat));
          $t11 = ($p = 8, $dict([]));
          $end7: {
            $for8: for (;;) {
              $p = 9; if (($t12 = $t10.next()) === $RAISED) break $raise;
              if ($t12 === undefined) {
                break $end7;
              }
              x$3 = $t12;
              ($p = 8, $setDictItem($t11, x$3, 1));
            }
          }
          return $tuple([flat, $t8, $t11]);
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [rows, flat]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
