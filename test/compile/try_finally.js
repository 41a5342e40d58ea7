// <string>
(function ($rt) {
  const { RAISED: $RAISED, caught: $caught, code: $code, enterHandler: $enterHandler, exitHandler: $exitHandler, function: $function, handle: $handle, methodEntry: $methodEntry, pend: $pend, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "release", qualname: "release", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["lock"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["lock"], positions: "3,15,0,25;2,8,0,19" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$release = $function($code2, function release$f(lock) {
        let $p = 0, $t1, $t2, $t3, $t4, $t5;
        $raise: try {
          $done3: {
            $after1: {
              $return2: {
                $tried_1: {
                  $catch_2: try {
                    $p = 1; if (($t1 = (lock?.use$0 ?? $methodEntry(lock, "use", 0))(lock)) === $RAISED) break $catch_2;
                    break $return2;
                    break $tried_1;
                  } catch ($e) { $caught($e); }
                  $t2 = $handle($code2, $G, $p);
                  $t3 = $enterHandler($t2);
                  $tried_3: {
                    $catch_4: try {
                      $p = 2; if ((lock?.free$0 ?? $methodEntry(lock, "free", 0))(lock) === $RAISED) break $catch_4;
                      break $tried_3;
                    } catch ($e) { $caught($e); }
                    $exitHandler($t3);
                    break $raise;
                  }
                  $exitHandler($t3);
                  $pend($t2);
                  $p = 0;
                  break $raise;
                }
              }
              $p = 2; if ((lock?.free$0 ?? $methodEntry(lock, "free", 0))(lock) === $RAISED) break $raise;
              return $t1;
            }
          }
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [lock]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
