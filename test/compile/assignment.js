// <string>
(function ($rt) {
  const { caught: $caught, code: $code, function: $function, setAttr: $setAttr, setItem: $setItem, slice: $slice, traceback: $traceback, unpackStarred: $unpackStarred } = $rt;
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "" });
  const $code2 = $code({ name: "rotate", qualname: "rotate", line: 1, flags: 3, argcount: 1, posonly: 0, kwonly: 0, varnames: ["items","first","rest","last"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["items","first","rest","last"], positions: "2,4,0,22;1,4,0,12;1,4,0,13;1,4,0,14" });
  return [$code1, $code2, function module$f($G, $L) {
    let $p = 0;
    $raise: try {
      $G.$rotate = $function($code2, function rotate$f(items) {
        let $p = 0, first, rest, last, $t1;
        $raise: try {
          $t1 = ($p = 1, $unpackStarred(items, 1, 1));
          first = $t1[0];
          rest = $t1[1];
          last = $t1[2];
          ($p = 2, $setItem(items, 0, last));
          ($p = 3, $setItem(items, $slice(1, null, null), rest));
          if (items?.writable === true || items?.w$tail === true) items.$tail = first; else { $p = 4; $setAttr(items, "tail", first); }
          return items;
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p, [items, first, rest, last]);
      }, $G);
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
