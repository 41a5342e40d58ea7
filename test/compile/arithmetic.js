// <string>
(function ($rt) {
  const { add: $add, caught: $caught, code: $code, function: $function, mul: $mul, sub: $sub, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "hypotenuse_squared", qualname: "hypotenuse_squared", line: 1, flags: 3, argcount: 2, posonly: 0, kwonly: 0, varnames: ["a","b"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["a","b"], positions: "2,11,0,16;0,19,0,24;0,11,0,24;0,11,0,28" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$hypotenuse_squared = $function($code2, function hypotenuse_squared$f(a, b) {
        let $p = 0, $s1, $s2, $s3, $s4, $s5, $s6, $s7;
        $raise: try {
          return ($s6 = ($s3 = (typeof a === "number" && typeof a === "number" && ($s1 = a * a, Math.floor($s1) !== $s1 || ((a | 0) === a && (a | 0) === a && ($s1 += 0) <= 9007199254740991 && $s1 >= -9007199254740991)) ? $s1 : ($p = 1, $mul(a, a))), $s4 = (typeof b === "number" && typeof b === "number" && ($s2 = b * b, Math.floor($s2) !== $s2 || ((b | 0) === b && (b | 0) === b && ($s2 += 0) <= 9007199254740991 && $s2 >= -9007199254740991)) ? $s2 : ($p = 2, $mul(b, b))), typeof $s3 === "number" && typeof $s4 === "number" && ($s5 = $s3 + $s4, Math.floor($s5) !== $s5 || (($s3 | 0) === $s3 && ($s4 | 0) === $s4)) ? $s5 : ($p = 3, $add($s3, $s4))), typeof $s6 === "number" && ($s7 = $s6 - 1, Math.floor($s7) !== $s7 || ($s6 | 0) === $s6) ? $s7 : ($p = 4, $sub($s6, 1)));
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [a, b]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
