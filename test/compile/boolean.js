// <string>
(function ($rt) {
  const { caught: $caught, code: $code, function: $function, isTrue: $isTrue, le: $le, lt: $lt, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "choose", qualname: "choose", line: 1, flags: 3, argcount: 3, posonly: 0, kwonly: 0, varnames: ["a","b","c"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["a","b","c"], positions: "2,11,0,12;0,18,0,19;0,23,0,24;1,15,0,16;1,16,0,27" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$choose = $function($code2, function choose$f(a, b, c) {
        let $p = 0, $t1, $t2, $t3, $t4;
        $raise: try {
          if ((!(a === true || a !== false && ($p = 1, $isTrue(a))) && ((b === true || b !== false && ($p = 2, $isTrue(b))) || (c === true || c !== false && ($p = 3, $isTrue(c)))))) {
            $t1 = a;
            if (!($t1 === true || $t1 !== false && ($p = 4, $isTrue($t1)))) {
              $t1 = b;
            }
            return $t1;
          }
          $t3 = b;
          $t4 = c;
          $t2 = (typeof $t3 === "number" && typeof $t4 === "number" ? $t3 < $t4 : ($p = 5, $lt($t3, $t4)));
          if (($t2 === true || $t2 !== false && ($p = 5, $isTrue($t2)))) {
            $t2 = (typeof $t4 === "number" ? $t4 <= 10 : ($p = 5, $le($t4, 10)));
          }
          return (($t2 === true || $t2 !== false && ($p = 5, $isTrue($t2))) ? a : null);
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [a, b, c]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
