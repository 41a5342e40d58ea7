// <string>
(function ($rt) {
  const { RAISED: $RAISED, calleeEntry: $calleeEntry, caught: $caught, code: $code, extend: $extend, function: $function, invoke: $invoke, methodEntry: $methodEntry, spreadKeywords: $spreadKeywords, traceback: $traceback } = $rt;
  const $k1 = ["key"];
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "call", qualname: "call", line: 1, flags: 3, argcount: 3, posonly: 0, kwonly: 0, varnames: ["f","args","kwargs"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["f","args","kwargs"], positions: "2,4,0,7;1,4,0,11;1,4,0,15;1,7,0,11;0,4,0,22;1,11,0,22" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$call = $function($code2, function call$f(f, args, kwargs) {
        let $p = 0, $t1, $t2, $t3, $t4, $t5, $t6, $t7, $t8;
        $raise: try {
          $p = 1; if ((f?.call0 ?? $calleeEntry(f, 0))() === $RAISED) break $raise;
          $p = 2; if ((f?.call2 ?? $calleeEntry(f, 2))(1, 2) === $RAISED) break $raise;
          $p = 3; if ($invoke(f, [1, 2], $k1) === $RAISED) break $raise;
          $t4 = f;
          $t5 = [];
          ($p = 4, $extend($t5, args));
          $t6 = [];
          ($p = 5, $spreadKeywords($t4, $t5, $t6, kwargs));
          $p = 5; if ($invoke($t4, $t5, $t6) === $RAISED) break $raise;
          $p = 6; if (($t8 = (f?.method$1 ?? $methodEntry(f, "method", 1))(f, 1)) === $RAISED) break $raise;
          return $t8;
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [f, args, kwargs]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
