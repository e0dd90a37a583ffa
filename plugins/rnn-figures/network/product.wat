;; out = W v + b for rows in groups of eight, in float64: the sums of affine.ts, two rows to a vector.
;;
;; W is stored group after group; in a group, column after column, eight rows each; what is past the last row fills up its group.
;; All addresses are in bytes; b and out have room for full groups.
(module
  (memory (export "memory") 1)
  (func (export "affine")
    (param $W i32) (param $columns i32) (param $v i32) (param $b i32) (param $out i32) (param $rows i32)
    (local $lastEntry i32) (local $lastRow i32) (local $entry i32) (local $x v128)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (local.set $lastEntry (i32.add (local.get $v) (i32.shl (local.get $columns) (i32.const 3))))
    (local.set $lastRow (i32.add (local.get $out) (i32.shl (local.get $rows) (i32.const 3))))
    (loop $group
      (local.set $sum0 (v128.load (local.get $b)))
      (local.set $sum1 (v128.load offset=16 (local.get $b)))
      (local.set $sum2 (v128.load offset=32 (local.get $b)))
      (local.set $sum3 (v128.load offset=48 (local.get $b)))
      (local.set $entry (local.get $v))
      (loop $column
        (local.set $x (v128.load64_splat (local.get $entry)))
        (local.set $sum0 (f64x2.add (local.get $sum0) (f64x2.mul (v128.load (local.get $W)) (local.get $x))))
        (local.set $sum1 (f64x2.add (local.get $sum1) (f64x2.mul (v128.load offset=16 (local.get $W)) (local.get $x))))
        (local.set $sum2 (f64x2.add (local.get $sum2) (f64x2.mul (v128.load offset=32 (local.get $W)) (local.get $x))))
        (local.set $sum3 (f64x2.add (local.get $sum3) (f64x2.mul (v128.load offset=48 (local.get $W)) (local.get $x))))
        (local.set $W (i32.add (local.get $W) (i32.const 64)))
        (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
        (br_if $column (i32.lt_u (local.get $entry) (local.get $lastEntry))))
      (v128.store (local.get $out) (local.get $sum0))
      (v128.store offset=16 (local.get $out) (local.get $sum1))
      (v128.store offset=32 (local.get $out) (local.get $sum2))
      (v128.store offset=48 (local.get $out) (local.get $sum3))
      (local.set $b (i32.add (local.get $b) (i32.const 64)))
      (local.set $out (i32.add (local.get $out) (i32.const 64)))
      (br_if $group (i32.lt_u (local.get $out) (local.get $lastRow))))))
