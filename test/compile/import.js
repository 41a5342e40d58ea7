// <string>
(function ($rt) {
  const { RAISED: $RAISED, caught: $caught, code: $code, importFrom: $importFrom, importName: $importName, traceback: $traceback } = $rt;
  const $k1 = ["sibling"];
  const $k2 = ["OrderedDict", "deque"];
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "1,0,0,23;1,0,0,10;1,0,0,21;1,0,0,51" });
  return [$code1, function module$f($G, $L) {
    let $p = 0, $t1, $t2, $t3, $t4, $t5;
    $raise: try {
      $p = 1; if (($t1 = $importName($G, "os.path", null, 0)) === $RAISED) break $raise;
      $t2 = ($p = 1, $importFrom($t1, "path"));
      $G.$paths = $t2;
      $p = 2; if (($t3 = $importName($G, "sys", null, 0)) === $RAISED) break $raise;
      $G.$sys = $t3;
      $p = 3; if (($t4 = $importName($G, "", $k1, 1)) === $RAISED) break $raise;
      $G.$sibling = ($p = 3, $importFrom($t4, "sibling"));
      $p = 4; if (($t5 = $importName($G, "collections", $k2, 0)) === $RAISED) break $raise;
      $G.$OrderedDict = ($p = 4, $importFrom($t5, "OrderedDict"));
      $G.$queue = ($p = 4, $importFrom($t5, "deque"));
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
