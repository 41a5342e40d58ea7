// <string>
(function ($rt) {
  const { RAISED: $RAISED, caught: $caught, code: $code, delegateStep: $delegateStep, delegateTo: $delegateTo, failFrame: $failFrame, finishFrame: $finishFrame, function: $function, generator: $generator, getAttr: $getAttr, globalEntry: $globalEntry, pend: $pend, takeResult: $takeResult, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "walk", qualname: "walk", line: 1, flags: 35, argcount: 1, posonly: 0, kwonly: 0, varnames: ["tree","sent"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["tree","sent"], positions: "2,7,0,23;1,19,0,23;0,24,0,33;0,19,0,34;0,8,0,34;1,21,0,31;0,15,0,31;1,8,0,18" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$walk = $function($code2, function walk$f(tree) {
        let $p = 0, $pc = 0, $h = 0, $t0, sent, $t1, $t2, $t3, $t4, $t5, $t6, $t7, $t8, $s1, $s2;
        return $generator($code2, $G, function ($g, $mode, $value) {
          $resume: for (;;) {
            $raise: try {
              switch ($pc) {
              case 0:
                if ($mode === 1) { $p = -1; $pend($value); break $raise; }
            if (!(tree !== null)) { $pc = 1; continue $resume; }
            $p = 4; if (($t1 = ($G.$walk?.call1 ?? $globalEntry($G, "walk", 1))((($s1 = tree?.$left) !== undefined ? $s1 : ($p = 3, $getAttr(tree, "left"))))) === $RAISED) break $raise;
            $t2 = ($p = 5, $delegateTo($t1));
            $t3 = 0;
            $t4 = null;
          case 4:
            $p = 5; if (($t5 = $delegateStep($g, $t2, $t3, $t4)) === $RAISED) break $raise;
            if ($t5 === undefined) {
              { $pc = 3; continue $resume; }
            }
            $t0 = $t5;
            $g.place = $p = 5; $pc = 5;
            return $t0;
          case 5:
            $t3 = $mode;
            $t4 = $value;
            { $pc = 4; continue $resume; }
          case 3:
            $t6 = $takeResult($g);
            $t0 = (($s2 = tree?.$value) !== undefined ? $s2 : ($p = 6, $getAttr(tree, "value")));
            $g.place = $p = 7; $pc = 6;
            return $t0;
          case 6:
            if ($mode === 1) { $pend($value); break $raise; }
            $t7 = $value;
            sent = $t7;
            $t0 = sent;
            $g.place = $p = 8; $pc = 7;
            return $t0;
          case 7:
            if ($mode === 1) { $pend($value); break $raise; }
            { $pc = 2; continue $resume; }
          case 1:
          case 2:
            return $finishFrame($g, null);
              }
            } catch ($e) { $caught($e); }
            if ($h === 0) return $failFrame($g, $code2, $G, $p, [tree, sent]);
            $pc = $h;
          }
        });
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
