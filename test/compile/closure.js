// <string>
(function ($rt) {
  const { caught: $caught, cell: $cell, code: $code, function: $function, iadd: $iadd, traceback: $traceback, unboundFree: $unboundFree } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "counter", qualname: "counter", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["start","count","step"], cellvars: ["count"], freevars: [], names: [], doc: undefined, locals: ["start","count","step"], positions: "" });
  const $code3 = $code({ name: "step", qualname: "counter.<locals>.step", line: 4, flags: 19, argcount: 1, posonly: 0, kwonly: 0, varnames: ["by"], cellvars: [], freevars: ["count"], names: [], doc: undefined, locals: ["by"], positions: "6,8,0,19;0,8,0,13;1,15,0,20" });
  return [$code1, $code2, $code3, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$counter = $function($code2, function counter$f(start) {
        let $p = 0, count, step, $t1;
        $raise: try {
          count = start;
          $t1 = [1];
          step = $function($code3, function step$f(by) {
            let $p = 0, $s1, $s2;
            $raise: try {
              count = ($s1 = (count !== undefined ? count : ($p = 2, $unboundFree("count"))), typeof $s1 === "number" && typeof by === "number" && ($s2 = $s1 + by, Math.floor($s2) !== $s2 || (($s1 | 0) === $s1 && (by | 0) === by)) ? $s2 : ($p = 1, $iadd($s1, by)));
              return (count !== undefined ? count : ($p = 3, $unboundFree("count")));
            } catch ($e) { $caught($e); }
            return $traceback($code3, $G, $p, [by]);
          }, $G, $t1, null, () => [$cell(() => count, $v => { count = $v; })]);
          return step;
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [start, count, step]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
