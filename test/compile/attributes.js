// <string>
(function ($rt) {
  const { caught: $caught, code: $code, function: $function, getAttr: $getAttr, iadd: $iadd, setAttr: $setAttr, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "touch", qualname: "touch", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["node"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["node"], positions: "2,4,0,19;0,4,0,14;1,11,0,22;0,11,0,27" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$touch = $function($code2, function touch$f(node) {
        let $p = 0, $t1, $t2, $s1, $s2, $s3, $s4, $s5, $s6;
        $raise: try {
          $t1 = node;
          $t2 = ($s2 = (($s1 = $t1?.$count) !== undefined ? $s1 : ($p = 2, $getAttr($t1, "count"))), typeof $s2 === "number" && ($s3 = $s2 + 1, Math.floor($s3) !== $s3 || ($s2 | 0) === $s2) ? $s3 : ($p = 1, $iadd($s2, 1)));
          if ($t1?.writable === true || $t1?.w$count === true) $t1.$count = $t2; else { $p = 2; $setAttr($t1, "count", $t2); }
          return (($s6 = ($s5 = (($s4 = node?.$parent) !== undefined ? $s4 : ($p = 3, $getAttr(node, "parent"))))?.$name) !== undefined ? $s6 : ($p = 4, $getAttr($s5, "name")));
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [node]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
