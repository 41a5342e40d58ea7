// <string>
(function ($rt) {
  const { RAISED: $RAISED, add: $add, buildClass: $buildClass, callSuper: $callSuper, caught: $caught, cell: $cell, code: $code, function: $function, getAttr: $getAttr, global: $global, globalEntry: $globalEntry, invokeMethod: $invokeMethod, setAttr: $setAttr, storeModuleName: $storeModuleName, storeName: $storeName, traceback: $traceback, tuple: $tuple } = $rt;
  const $k1 = ["metaclass"];
  const $code1 = $code({ name: "<module>", qualname: "<module>", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: [], freevars: [], names: [], doc: undefined, locals: [], positions: "1,0,10,41;13,0,3,18;0,13,0,18;0,30,0,34" });
  const $code2 = $code({ name: "Point", qualname: "Point", line: 1, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: ["__classdict__"], freevars: [], names: [], doc: undefined, locals: [], positions: "1,0,10,41;3,4,0,10;2,4,2,18;4,4,1,41" });
  const $code3 = $code({ name: "__init__", qualname: "Point.__init__", line: 6, flags: 134217731, argcount: 3, posonly: 0, kwonly: 0, varnames: ["self","x","y"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["self","x","y"], positions: "7,8,0,14;1,8,0,14" });
  const $code4 = $code({ name: "moved", qualname: "Point.moved", line: 10, flags: 134217731, argcount: 2, posonly: 0, kwonly: 0, varnames: ["self","by"], cellvars: [], freevars: [], names: [], doc: undefined, locals: ["self","by"], positions: "11,15,0,20;0,21,0,27;0,21,0,32;0,34,0,40;0,15,0,41" });
  const $code5 = $code({ name: "Point3", qualname: "Point3", line: 14, flags: 0, argcount: 0, posonly: 0, kwonly: 0, varnames: [], cellvars: ["__class__","__classdict__"], freevars: [], names: [], doc: undefined, locals: [], positions: "14,0,3,18;1,4,2,18" });
  const $code6 = $code({ name: "__init__", qualname: "Point3.__init__", line: 15, flags: 134217731, argcount: 4, posonly: 0, kwonly: 0, varnames: ["self","x","y","z"], cellvars: [], freevars: ["__class__"], names: [], doc: undefined, locals: ["self","x","y","z"], positions: "16,8,0,13;0,8,0,15;0,8,0,30;1,8,0,14" });
  return [$code1, $code2, $code3, $code4, $code5, $code6, function module$f($G, $L) {
    let $p = 0, $t1, $t2, $t3, $t4, $t5, $s1, $s2;
    $raise: try {
      $t1 = $function($code2, function Point$f($L) {
        let $p = 0, __classdict__;
        $raise: try {
          __classdict__ = $L;
          ($p = 1, $storeModuleName($L, $G));
          ($p = 1, $storeName($L, "__qualname__", "Point"));
          ($p = 1, $storeName($L, "__firstlineno__", 1));
          ($p = 1, $storeName($L, "__doc__", "A point."));
          ($p = 2, $storeName($L, "origin", 0));
          ($p = 3, $storeName($L, "__init__", $function($code3, function __init__$f(self, x, y) {
            let $p = 0;
            $raise: try {
              if (self?.writable === true || self?.w$x === true) self.$x = x; else { $p = 1; $setAttr(self, "x", x); }
              if (self?.writable === true || self?.w$y === true) self.$y = y; else { $p = 2; $setAttr(self, "y", y); }
              return null;
            } catch ($e) { $caught($e); }
            return $traceback($code3, $G, $p, [self, x, y]);
          }, $G)));
          ($p = 4, $storeName($L, "moved", $function($code4, function moved$f(self, by) {
            let $p = 0, $t1, $s1, $s2, $s3, $s4;
            $raise: try {
              $p = 5; if (($t1 = ($G.$Point?.call2 ?? $globalEntry($G, "Point", 2))(($s2 = (($s1 = self?.$x) !== undefined ? $s1 : ($p = 2, $getAttr(self, "x"))), typeof $s2 === "number" && typeof by === "number" && ($s3 = $s2 + by, Math.floor($s3) !== $s3 || (($s2 | 0) === $s2 && (by | 0) === by)) ? $s3 : ($p = 3, $add($s2, by))), (($s4 = self?.$y) !== undefined ? $s4 : ($p = 4, $getAttr(self, "y"))))) === $RAISED) break $raise;
              return $t1;
            } catch ($e) { $caught($e); }
            return $traceback($code4, $G, $p, [self, by]);
          }, $G)));
          ($p = 1, $storeName($L, "__static_attributes__", $tuple(["x", "y"])));
          ($p = 1, $storeName($L, "__classdictcell__", $cell(() => __classdict__, $v => { __classdict__ = $v; })));
          return null;
        } catch ($e) { $caught($e); }
        return $traceback($code2, $G, $p);
      }, $G);
      $p = 1; if (($t2 = $buildClass($t1, "Point", [], [], null)) === $RAISED) break $raise;
      $G.$Point = $t2;
      $t3 = $function($code5, function Point3$f($L) {
        let $p = 0, __class__, __classdict__, $t1;
        $raise: try {
          __classdict__ = $L;
          ($p = 1, $storeModuleName($L, $G));
          ($p = 1, $storeName($L, "__qualname__", "Point3"));
          ($p = 1, $storeName($L, "__firstlineno__", 14));
          ($p = 2, $storeName($L, "__init__", $function($code6, function __init__$f(self, x, y, z) {
            let $p = 0, $t1, $t2, $s1;
            $raise: try {
              $p = 2; if (($t1 = $callSuper((($s1 = $G.$super) !== undefined ? $s1 : ($p = 1, $global($G, "super"))), __class__, self)) === $RAISED) break $raise;
              $p = 3; if ($invokeMethod($t1, "__init__", [x, y], null) === $RAISED) break $raise;
              if (self?.writable === true || self?.w$z === true) self.$z = z; else { $p = 4; $setAttr(self, "z", z); }
              return null;
            } catch ($e) { $caught($e); }
            return $traceback($code6, $G, $p, [self, x, y, z]);
          }, $G, [], null, () => [$cell(() => __class__, $v => { __class__ = $v; })])));
          ($p = 1, $storeName($L, "__static_attributes__", $tuple(["z"])));
          ($p = 1, $storeName($L, "__classdictcell__", $cell(() => __classdict__, $v => { __classdict__ = $v; })));
          $t1 = $cell(() => __class__, $v => { __class__ = $v; });
          ($p = 1, $storeName($L, "__classcell__", $t1));
          return $t1;
        } catch ($e) { $caught($e); }
        return $traceback($code5, $G, $p);
      }, $G);
      $t4 = [(($s1 = $G.$Point) !== undefined ? $s1 : ($p = 3, $global($G, "Point")))];
      $p = 2; if (($t5 = $buildClass($t3, "Point3", $t4, [(($s2 = $G.$type) !== undefined ? $s2 : ($p = 4, $global($G, "type")))], $k1)) === $RAISED) break $raise;
      $G.$Point3 = $t5;
      return null;
    } catch ($e) { $caught($e); }
    return $traceback($code1, $G, $p);
  }];
})
