// <string>
(function ($rt) {
  const { RAISED: $RAISED, callExit: $callExit, caught: $caught, code: $code, enter: $enter, enterHandler: $enterHandler, exitHandler: $exitHandler, findExit: $findExit, function: $function, global: $global, globalEntry: $globalEntry, handle: $handle, isTrue: $isTrue, methodEntry: $methodEntry, pend: $pend, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "read", qualname: "read", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["path","file"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["path","file"], positions: "2,9,0,19;0,9,0,13;0,29,0,33;1,15,0,26" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$read = $function($code2, function read$f(path) {
        let $p = 0, file, $t1, $t2, $t3, $t4, $t5, $t6, $t7, $t8, $t9, $t10, $t11, $t12, $t13, $t14, $t15, $t16, $t17, $t18, $s1;
        $raise: try {
          $p = 1; if (($t1 = ($G.$open?.call1 ?? $globalEntry($G, "open", 1))(path)) === $RAISED) break $raise;
          $t2 = ($p = 1, $findExit($t1));
          $p = 1; if (($t3 = $enter($t1)) === $RAISED) break $raise;
          $done6: {
            $after1: {
              $return5: {
                $tried_1: {
                  $catch_2: try {
                    file = $t3;
                    $t4 = (($s1 = $G.$lock) !== undefined ? $s1 : ($p = 3, $global($G, "lock")));
                    $t5 = ($p = 3, $findExit($t4));
                    $p = 3; if (($t6 = $enter($t4)) === $RAISED) break $catch_2;
                    $done4: {
                      $after2: {
                        $return3: {
                          $tried_3: {
                            $catch_4: try {
                              $p = 4; if (($t7 = (file?.read$0 ?? $methodEntry(file, "read", 0))(file)) === $RAISED) break $catch_4;
                              break $return3;
                              break $tried_3;
                            } catch ($e) { $caught($e); }
                            $t8 = $handle($code2, $G, $p);
                            $t9 = $enterHandler($t8);
                            $tried_5: {
                              $catch_6: try {
                                $p = 3; if (($t11 = $callExit($t5, $t4, $t8)) === $RAISED) break $catch_6;
                                $t10 = $t11;
                                break $tried_5;
                              } catch ($e) { $caught($e); }
                              $exitHandler($t9);
                              break $catch_2;
                            }
                            $exitHandler($t9);
                            if (!($t10 === true || $t10 !== false && ($p = 3, $isTrue($t10)))) {
                              $pend($t8);
                              $p = 0;
                              break $catch_2;
                            }
                            break $done4;
                          }
                        }
                        $p = 3; if (($t12 = $callExit($t5, $t4, null)) === $RAISED) break $catch_2;
                        break $return5;
                      }
                    }
                    break $after1;
                    break $tried_1;
                  } catch ($e) { $caught($e); }
                  $t13 = $handle($code2, $G, $p);
                  $t14 = $enterHandler($t13);
                  $tried_7: {
                    $catch_8: try {
                      $p = 1; if (($t16 = $callExit($t2, $t1, $t13)) === $RAISED) break $catch_8;
                      $t15 = $t16;
                      break $tried_7;
                    } catch ($e) { $caught($e); }
                    $exitHandler($t14);
                    break $raise;
                  }
                  $exitHandler($t14);
                  if (!($t15 === true || $t15 !== false && ($p = 1, $isTrue($t15)))) {
                    $pend($t13);
                    $p = 0;
                    break $raise;
                  }
                  break $done6;
                }
              }
              $p = 1; if (($t17 = $callExit($t2, $t1, null)) === $RAISED) break $raise;
              return $t7;
            }
            $p = 1; if (($t18 = $callExit($t2, $t1, null)) === $RAISED) break $raise;
          }
          return null;
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [path, file]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
