// <string>
(function ($rt) {
  const { RAISED: $RAISED, calleeEntry: $calleeEntry, caught: $caught, checkAnnotationFormat: $checkAnnotationFormat, code: $code, dict: $dict, function: $function, global: $global, globalEntry: $globalEntry, setAnnotate: $setAnnotate, setDictItem: $setDictItem, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "1,1,0,9;0,1,0,17;1,1,0,7" });
  const $code2 = $code({ name: "f", qualname: "f", line: 1, flags: 15, argcount: 2, posonly: 1, kwonly: 2, varnames: ["a","b","c","d","args","rest"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["a","b","c","d","args","rest"], positions: "" });
  const $code3 = $code({ name: "__annotate__", qualname: "__annotate__", line: 3, flags: 3, argcount: 1, posonly: 1, kwonly: 0, varnames: ["format"], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "3,0,1,12;0,43,0,46" });
  return [$code1, $code2, $code3, function module$f($G, $L) {
    let $p = 0, $t1, $t2, $t3, $t4, $t5, $t6, $t7, $s1;
    $raise: try {
      $p = 2; if (($t1 = ($G.$register?.call1 ?? $globalEntry($G, "register", 1))("name")) === $RAISED) break $raise;
      $t2 = (($s1 = $G.$cached) !== undefined ? $s1 : ($p = 3, $global($G, "cached")));
      $t3 = [1];
      $t4 = $dict(["d", 2]);
      $t5 = $function($code2, function f$f(a, b, c, d, args, rest) {
        let $p = 0;
        $raise: try {
          return a;
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [a, b, c, d, args, rest]);
      }, $G, $t3, $t4);
      $setAnnotate($t5, $function($code3, function __annotate__$f($format) {
        let $p = 0, $t1, $s1;
        $raise: try {
          ($p = 1, $checkAnnotationFormat($format));
          $t1 = $dict([]);
          ($p = 2, $setDictItem($t1, "return", (($s1 = $G.$int) !== undefined ? $s1 : ($p = 2, $global($G, "int")))));
          return $t1;
        } catch ($e) { $caught($e); }
        return $traceback($code3, $G, $p);
      }, $G));
      $p = 3; if (($t6 = ($t2?.call1 ?? $calleeEntry($t2, 1))($t5)) === $RAISED) break $raise;
      $p = 2; if (($t7 = ($t1?.call1 ?? $calleeEntry($t1, 1))($t6)) === $RAISED) break $raise;
      $G.$f = $t7;
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
