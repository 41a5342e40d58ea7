// <string>
(function ($rt) {
  const { RAISED: $RAISED, add: $add, calleeEntry: $calleeEntry, caught: $caught, code: $code, function: $function, global: $global, globalEntry: $globalEntry, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "raise_limit", qualname: "raise_limit", line: 4, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["by"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["by"], positions: "6,12,0,17;0,12,0,22;1,11,0,14;0,15,0,18;0,19,0,24;0,15,0,25;0,11,0,26" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$limit = 10;
      $G.$raise_limit = $function($code2, function raise_limit$f(by) {
        let $p = 0, $t1, $t2, $t3, $s1, $s2, $s3, $s4, $s5;
        $raise: try {
          $G.$limit = ($s2 = (($s1 = $G.$limit) !== undefined ? $s1 : ($p = 1, $global($G, "limit"))), typeof $s2 === "number" && typeof by === "number" && ($s3 = $s2 + by, Math.floor($s3) !== $s3 || (($s2 | 0) === $s2 && (by | 0) === by)) ? $s3 : ($p = 2, $add($s2, by)));
          $t2 = (($s4 = $G.$len) !== undefined ? $s4 : ($p = 3, $global($G, "len")));
          $p = 6; if (($t1 = ($G.$str?.call1 ?? $globalEntry($G, "str", 1))((($s5 = $G.$limit) !== undefined ? $s5 : ($p = 5, $global($G, "limit"))))) === $RAISED) break $raise;
          $p = 7; if (($t3 = ($t2?.call1 ?? $calleeEntry($t2, 1))($t1)) === $RAISED) break $raise;
          return $t3;
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [by]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
