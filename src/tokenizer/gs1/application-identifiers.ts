/**
 * All GS1 application identifiers, as the GS1 General Specifications and GS1's published list of them state (release of
 * January 2026), one line each: `identifiers [marks]components[=unit][>needs…][!excludes][/qualifiers]`.
 *
 * - identifiers: `10`, or a range by the last digit: `3100-5`.
 * - marks: `*` a length known in advance, so that no separator follows; `~` not an attribute of a Digital Link.
 * - components: N digits, X CSET 82, Y CSET 39, Z CSET 64; upper case exactly that many, lower case 1 to that many; `?`
 *   may be left out. A letter behind the number is a rule of `VALUE_RULES`.
 * - unit: the value is a decimal: in this unit (UN/ECE Recommendation 20), in none, or (`$`) in the currency it starts
 *   with. The last digit of a range says how many decimals; two of a range must not stand together. Several units: of
 *   the ranges that follow each other (`310`, `311` …).
 * - needs: one of these, and with `+` all of them; excludes: none of these. `31` stands for all that start so.
 * - qualifiers: the key may open a Digital Link, and these may follow in this order; `|` between the orders.
 *
 * Lists of codes (countries, currencies, package types), GS1 company prefixes, coupon fields and the check of an IBAN
 * are left out: no count depends on them.
 */
export const APPLICATION_IDENTIFIERS = `
00 *N18c/
01 *N14c!255,37/22,10,21|235
02 *N14c>37!01,03
03 *~N14c!01,02,37
10 x20>01,02,03,8006,8026
11 *N6e>01,02,03,8006,8026
12 *N6e>8020
13 *N6e>01,02,03,8006,8026
15 *N6e>01,02,03,8006,8026
16 *N6e>01,02,03,8006,8026
17 *N6e>01,02,03,255,8006,8026
20 *N2>01,02,8006,8026
21 ~x20>01,03,8006!235
22 ~x20>01
235 ~x28>01
240-1 x30>01,02,8006,8026
242 n6>01,02,8006,8026
243 x20>01
250 x30>01,8006>21
251 x30>01,8006
253 N13c?x17/
254 ~x20>414
255 N13c?n12!01,02,415,8006,8020,8026/
30 n8=>01,02
3100-5 *N6=KGM,MTR,MTR,MTR,MTK,LTR,MTQ>01,02
3200-5 *N6=LBR,INH,FOT,YRD,INH,FOT,YRD,INH,FOT,YRD>01,02
3300-5 *N6=KGM,MTR,MTR,MTR,MTK,LTR,MTQ>00,01
3370-5 *N6=28>01
3400-5 *N6=LBR,INH,FOT,YRD,INH,FOT,YRD,INH,FOT,YRD>00,01
3500-5 *N6=INK,FTK,YDK>01,02
3530-5 *N6=INK,FTK,YDK>00,01
3560-5 *N6=APZ,ONZ>01,02
3600-5 *N6=QTL,GLL>01,02
3620-5 *N6=QTL,GLL>00,01
3640-5 *N6=INQ,FTQ,YDQ>01,02
3670-5 *N6=INQ,FTQ,YDQ>00,01
37 n8=>00>02,8026
3900-9 n15=>255,8020!391,394,8111
3910-9 N3n15=$>8020
3920-9 n15=>01>30,31,32,35,36!393
3930-9 N3n15=$>30,31,32,35,36
3940-3 N4=P1>255!8111
3950-5 N6=>30,31,32,35,36!392,393,8005
400 x30
401 x30/
402 N17c/
403 x30>00
410-3 *N13c
414 *N13c/254|7040
415 *N13c>8020/8020
416 *N13c
417 *N13c/7040
420 x20!421
421 N3x9!4307
422 N3>01,02,8006,8026!426
423 N3?N3?N3?N3?N3>01,02!426
424 N3>01,02!426
425 N3?N3?N3?N3?N3>01,02!426
426 N3>01,02
427 x3>01,02>422
4300-1 x35p>00
4302 x70p>00
4303 x70p>4302
4304-6 x70p>00
4307 X2>00
4308 x30>00
4309 N10lN10u>00
4310-1 x35p>00
4312 x70p>00
4313 x70p>4312
4314-6 x70p>00
4317 X2>00
4318 x20>00
4319 x30>00
4320 x35p>00
4321-3 N1b>00
4324-5 N6eN4t>00
4326 N6d>00
4330 N6?X1v=FAH>00!4331
4331 N6?X1v=CEL>00!4330
4332 N6?X1v=FAH>00!4333
4333 N6?X1v=CEL>00!4332
7001 N13>01,02,8006,8026
7002 x30>01,02
7003 N6dN4t>01,02
7004 n4>01+10
7005 x12>01,02
7006 N6d>01,02
7007 N6d?N6d>01,02
7008 x3>01,02
7009 x10>01,02
7010 x2>01,02
7011 N6d?N4t>01,02
7020 x20>01,8006>416
7021 x20>01,8006
7022 x20>7021
7023 x30
7030-9 N3x27>01,02
7040 ~N1X1X1X1
7041 ~x4>00
710-7 x20>01
7230-9 X2x28>01,8004
7240 x20>01,8006
7241 N2>8017,8018
7242 x25>8017,8018
7250 N8f>8018!7251
7251 N8fN4t>8018!7250
7252 N1g>8018
7253-4 x40p>8017,8018!7256,7259
7255 x10>8017,8018!7256,7259
7256 x90p>8017,8018
7257 x70p>8018
7258 X3q>8018+7259
7259 x40p>8018!7256
8001 N4oN5oN3oN1wN1>01
8002 x20
8003 N1aN13c?x16/
8004 x30/7040
8005 N6>01,02
8006 N14cN4i!01,37/22,10,21
8007 x34>415
8008 N6dN2h?N2m?N2s>01,02
8009 x50>00,01
8010 y30/8011
8011 ~n12j>8010
8012 x20>01,8006
8013 x25k/
8014 ~x25kr>01
8017 N18c!8018/8019
8018 N18c!8017/8019
8019 ~n10>8017,8018
8020 ~x25>415
8026 N14cN4i>37!02,8006
8030 z90>00,01+21,253,255,8003,8004,8006+21,8010+8011,8017,8018
8040 ~N15>01+21
8041 ~N15>01+21+8040
8042 ~N32>01+21+8040
8043 ~N18?n2>01+21+8040
8110 x70
8111 N4>255
8112 x70
8200 ~x70>01
90 x30
91-9 x90
`;
