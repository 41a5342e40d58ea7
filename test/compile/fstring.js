// <string>
(function ($rt) {
  const { caught: $caught, code: $code, format: $format, function: $function, joinStrings: $joinStrings, repr: $repr, traceback: $traceback } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "describe", qualname: "describe", line: 1, flags: 3, argcount: 2, posonly: 0, kwonly: 0, varnames: ["name","value"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["name","value"], positions: "2,13,0,25;0,36,0,39;0,28,0,41" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$describe = $function($code2, function describe$f(name, value) {
        let $p = 0;
        $raise: try {
          return $joinStrings([($p = 1, $format(($p = 1, $repr(name)), ">10")), " = ", ($p = 3, $format(value, $joinStrings([".", ($p = 2, $format(2, "")), "f"]))), "{}"]);
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [name, value]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
