// <string>
(function ($rt) {
  const { add: $add, caught: $caught, code: $code, eq: $eq, floordiv: $floordiv, function: $function, iadd: $iadd, isTrue: $isTrue, mod: $mod, mul: $mul, ne: $ne, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "collatz", qualname: "collatz", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["n","steps"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["n","steps"], positions: "3,10,0,16;1,22,0,27;0,22,0,32;0,12,0,18;0,38,0,43;0,38,0,47;1,8,0,18" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$collatz = $function($code2, function collatz$f(n) {
        let $p = 0, steps, $s1, $s2, $s3, $s4, $s5, $s6;
        $raise: try {
          steps = 0;
          $end1: {
            $while2: for (;;) {
              if (!(typeof n === "number" ? n !== 1 : $isTrue(($p = 1, $ne(n, 1))))) {
                break $end1;
              }
              n = (($s2 = (typeof n === "number" && (n | 0) === n ? (($s1 = n % 2) < 0 ? $s1 + 2 : $s1 + 0) : ($p = 2, $mod(n, 2))), typeof $s2 === "number" ? $s2 === 0 : $isTrue(($p = 3, $eq($s2, 0)))) ? (typeof n === "number" && (n | 0) === n ? Math.floor(n / 2) : ($p = 4, $floordiv(n, 2))) : ($s4 = (typeof n === "number" && ($s3 = 3 * n, Math.floor($s3) !== $s3 || ((n | 0) === n && ($s3 += 0) <= 9007199254740991 && $s3 >= -9007199254740991)) ? $s3 : ($p = 5, $mul(3, n))), typeof $s4 === "number" && ($s5 = $s4 + 1, Math.floor($s5) !== $s5 || ($s4 | 0) === $s4) ? $s5 : ($p = 6, $add($s4, 1))));
              steps = (typeof steps === "number" && ($s6 = steps + 1, Math.floor($s6) !== $s6 || (steps | 0) === steps) ? $s6 : ($p = 7, $iadd(steps, 1)));
            }
          }
          return steps;
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [n, steps]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
