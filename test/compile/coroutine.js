// <string>
(function ($rt) {
  const { RAISED: $RAISED, asyncIterator: $asyncIterator, asyncNext: $asyncNext, awaitable: $awaitable, callExit: $callExit, caught: $caught, code: $code, coroutine: $coroutine, delegateStep: $delegateStep, endAsyncFor: $endAsyncFor, enterAsync: $enterAsync, enterHandler: $enterHandler, exitHandler: $exitHandler, failFrame: $failFrame, findAsyncExit: $findAsyncExit, finishFrame: $finishFrame, function: $function, handle: $handle, isTrue: $isTrue, methodEntry: $methodEntry, pend: $pend, takeResult: $takeResult, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "fetch", qualname: "fetch", line: 1, flags: 131, argcount: 1, posonly: 0, kwonly: 0, varnames: ["source","stream","part"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["source","stream","part"], positions: "2,15,0,21;1,26,0,32;1,18,0,30;0,12,0,30" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$fetch = $function($code2, function fetch$f(source) {
        let $p = 0, $pc = 0, $h = 0, $t0, stream, part, $t1, $t2, $t3, $t4, $t5, $t6, $t7, $t8, $t9, $t10, $t11, $t12, $t13, $t14, $t15, $t16, $t17, $t18, $t19, $t20, $t21, $t22, $t23, $t24, $t25, $t26, $t27, $t28, $t29, $t30, $t31, $t32, $t33, $t34, $t35, $t36, $t37;
        return $coroutine($code2, $G, function ($g, $mode, $value) {
          $resume: for (;;) {
            $raise: try {
              switch ($pc) {
              case 0:
                if ($mode === 1) { $p = -1; $pend($value); break $raise; }
            $t1 = source;
            $t2 = ($p = 1, $findAsyncExit($t1));
            $p = 1; if (($t3 = $enterAsync($t1)) === $RAISED) break $raise;
            $t4 = ($p = 1, $awaitable($t3));
            $t5 = 0;
            $t6 = null;
          case 2:
            $p = 1; if (($t7 = $delegateStep($g, $t4, $t5, $t6)) === $RAISED) break $raise;
            if ($t7 === undefined) {
              { $pc = 1; continue $resume; }
            }
            $t0 = $t7;
            $g.place = $p = 1; $pc = 3;
            return $t0;
          case 3:
            $t5 = $mode;
            $t6 = $value;
            { $pc = 2; continue $resume; }
          case 1:
            $t8 = $takeResult($g);
            $h = 6;
            stream = $t8;
            $t9 = ($p = 2, $asyncIterator(stream));
          case 9:
            $h = 10;
            $t11 = ($p = 2, $asyncNext($t9));
            $t12 = ($p = 2, $awaitable($t11));
            $t13 = 0;
            $t14 = null;
          case 13:
            $p = 2; if (($t15 = $delegateStep($g, $t12, $t13, $t14)) === $RAISED) break $raise;
            if ($t15 === undefined) {
              { $pc = 12; continue $resume; }
            }
            $t0 = $t15;
            $g.place = $p = 2; $pc = 14;
            return $t0;
          case 14:
            $t13 = $mode;
            $t14 = $value;
            { $pc = 13; continue $resume; }
          case 12:
            $t16 = $takeResult($g);
            $t10 = $t16;
            { $h = 6; $pc = 11; continue $resume; }
          case 10:
            $h = 6;
            ($p = 2, $endAsyncFor());
            { $pc = 8; continue $resume; }
          case 11:
            part = $t10;
            $p = 3; if (($t17 = (part?.ready$0 ?? $methodEntry(part, "ready", 0))(part)) === $RAISED) break $raise;
            $t18 = ($p = 4, $awaitable($t17));
            $t19 = 0;
            $t20 = null;
          case 16:
            $p = 4; if (($t21 = $delegateStep($g, $t18, $t19, $t20)) === $RAISED) break $raise;
            if ($t21 === undefined) {
              { $pc = 15; continue $resume; }
            }
            $t0 = $t21;
            $g.place = $p = 4; $pc = 17;
            return $t0;
          case 17:
            $t19 = $mode;
            $t20 = $value;
            { $pc = 16; continue $resume; }
          case 15:
            $t22 = $takeResult($g);
            { $pc = 9; continue $resume; }
          case 8:
            { $h = 0; $pc = 5; continue $resume; }
            { $h = 0; $pc = 7; continue $resume; }
          case 6:
            $h = 0;
            $t23 = $handle($code2, $G, $p);
            $t24 = $enterHandler($t23);
            $h = 18;
            $p = 1; if (($t26 = $callExit($t2, $t1, $t23)) === $RAISED) break $raise;
            $t27 = ($p = 1, $awaitable($t26));
            $t28 = 0;
            $t29 = null;
          case 21:
            $p = 1; if (($t30 = $delegateStep($g, $t27, $t28, $t29)) === $RAISED) break $raise;
            if ($t30 === undefined) {
              { $pc = 20; continue $resume; }
            }
            $t0 = $t30;
            $g.place = $p = 1; $pc = 22;
            return $t0;
          case 22:
            $t28 = $mode;
            $t29 = $value;
            { $pc = 21; continue $resume; }
          case 20:
            $t31 = $takeResult($g);
            $t25 = $t31;
            { $h = 0; $pc = 19; continue $resume; }
          case 18:
            $h = 0;
            $exitHandler($t24);
            break $raise;
          case 19:
            $exitHandler($t24);
            if (!($t25 === true || $t25 !== false && ($p = 1, $isTrue($t25)))) {
              $pend($t23);
              $p = 0;
              break $raise;
            }
            { $pc = 4; continue $resume; }
          case 7:
          case 5:
            $p = 1; if (($t32 = $callExit($t2, $t1, null)) === $RAISED) break $raise;
            $t33 = ($p = 1, $awaitable($t32));
            $t34 = 0;
            $t35 = null;
          case 24:
            $p = 1; if (($t36 = $delegateStep($g, $t33, $t34, $t35)) === $RAISED) break $raise;
            if ($t36 === undefined) {
              { $pc = 23; continue $resume; }
            }
            $t0 = $t36;
            $g.place = $p = 1; $pc = 25;
            return $t0;
          case 25:
            $t34 = $mode;
            $t35 = $value;
            { $pc = 24; continue $resume; }
          case 23:
            $t37 = $takeResult($g);
          case 4:
            return $finishFrame($g, stream);
              }
            } catch ($e) { $caught($e); }
            if ($h === 0) return $failFrame($g, $code2, $G, $p, [source, stream, part]);
            $pc = $h;
          }
        });
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
