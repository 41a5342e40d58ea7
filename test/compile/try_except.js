// <string>
(function ($rt) {
  const { RAISED: $RAISED, caught: $caught, code: $code, enterHandler: $enterHandler, exitHandler: $exitHandler, function: $function, global: $global, globalEntry: $globalEntry, handle: $handle, matchesException: $matchesException, pend: $pend, pendNew: $pendNew, traceback: $traceback, tuple: $tuple, unbound: $unbound } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "number", qualname: "number", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["text","error"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["text","error"], positions: "3,15,0,18;0,15,0,24;1,11,0,21;2,12,0,21;0,23,0,31;0,11,0,32;1,8,0,44;0,14,0,26;0,14,0,33;0,39,0,44" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$number = $function($code2, function number$f(text) {
        let $p = 0, error, $t1, $t2, $t3, $t4, $s1, $s2, $s3;
        $raise: try {
          $done1: {
            $else2: {
              $tried_1: {
                $catch_2: try {
                  $p = 2; if (($t1 = ($G.$int?.call1 ?? $globalEntry($G, "int", 1))(text)) === $RAISED) break $catch_2;
                  return $t1;
                  break $tried_1;
                } catch ($e) { $caught($e); }
                $t2 = $handle($code2, $G, $p);
                $t3 = $enterHandler($t2);
                $tried_3: {
                  $catch_4: try {
                    if (($p = 3, $matchesException($t2, (($s1 = $G.$ValueError) !== undefined ? $s1 : ($p = 3, $global($G, "ValueError")))))) {
                      $exitHandler($t3);
                      return null;
                    } else {
                      if (($p = 6, $matchesException($t2, $tuple([(($s2 = $G.$TypeError) !== undefined ? $s2 : ($p = 4, $global($G, "TypeError"))), (($s3 = $G.$KeyError) !== undefined ? $s3 : ($p = 5, $global($G, "KeyError")))])))) {
                        error = $t2;
                        $tried_5: {
                          $catch_6: try {
                            $p = 9; if (($t4 = ($G.$RuntimeError?.call1 ?? $globalEntry($G, "RuntimeError", 1))("bad")) === $RAISED) break $catch_6;
                            ($p = 7, $pendNew($t4, (error !== undefined ? error : ($p = 10, $unbound("error")))));
                            $p = 7;
                            break $catch_6;
                            break $tried_5;
                          } catch ($e) { $caught($e); }
                          error = undefined;
                          break $catch_4;
                        }
                      } else {
                        $pend($t2);
                        $p = 0;
                        break $catch_4;
                      }
                    }
                    break $tried_3;
                  } catch ($e) { $caught($e); }
                  $exitHandler($t3);
                  break $raise;
                }
              }
            }
          }
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [text, error]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
