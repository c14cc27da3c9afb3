/**
 * All GS1 application identifiers, as the GS1 General Specifications and GS1's published list of them state (release of
 * January 2026), one line for those that are alike: `identifiers[marks]components[=unit][>needs…][!excludes][/qualifiers]`.
 *
 * - identifiers: `10`, several: `10,11`, or a range by the last digit: `3100-5`.
 * - marks: `*` a length known in advance, so that no separator follows; `~` not an attribute of a Digital Link.
 * - components: N digits, X CSET 82, Y CSET 39, Z CSET 64; upper case exactly that many, lower case 1 to that many; `?`
 *   may be left out. A letter behind the number is a rule of `valueRule`.
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
00*N18c/
01*N14c!255,37/22,10,21|235
02*N14c>37!01,03
03*~N14c!01,02,37
10x20>01,02,03,8006,8026
11,13,15,16*N6e>01,02,03,8006,8026
12*N6e>8020
17*N6e>01,02,03,255,8006,8026
20*N2>01,02,8006,8026
21~x20>01,03,8006!235
22~x20>01
235~x28>01
240-1x30>01,02,8006,8026
242n6>01,02,8006,8026
243,710-7x20>01
250x30>01,8006>21
251x30>01,8006
253N13c?x17/
254~x20>414
255N13c?n12!01,02,415,8006,8020,8026/
30n8=>01,02
3100-5*N6=KGM,MTR,MTR,MTR,MTK,LTR,MTQ>01,02
3200-5*N6=LBR,INH,FOT,YRD,INH,FOT,YRD,INH,FOT,YRD>01,02
3300-5*N6=KGM,MTR,MTR,MTR,MTK,LTR,MTQ>00,01
3370-5*N6=28>01
3400-5*N6=LBR,INH,FOT,YRD,INH,FOT,YRD,INH,FOT,YRD>00,01
3500-5*N6=INK,FTK,YDK>01,02
3530-5*N6=INK,FTK,YDK>00,01
3560-5*N6=APZ,ONZ>01,02
3600-5*N6=QTL,GLL>01,02
3620-5*N6=QTL,GLL>00,01
3640-5*N6=INQ,FTQ,YDQ>01,02
3670-5*N6=INQ,FTQ,YDQ>00,01
37n8=>00>02,8026
3900-9n15=>255,8020!391,394,8111
3910-9N3n15=$>8020
3920-9n15=>01>30,31,32,35,36!393
3930-9N3n15=$>30,31,32,35,36
3940-3N4=P1>255!8111
3950-5N6=>30,31,32,35,36!392,393,8005
400,7023,90x30
401x30/
402N17c/
403,4308,4319x30>00
410-3,416*N13c
414*N13c/254|7040
415*N13c>8020/8020
417*N13c/7040
420x20!421
421N3x9!4307
422N3>01,02,8006,8026!426
423,425N3?N3?N3?N3?N3>01,02!426
424N3>01,02!426
426N3>01,02
427x3>01,02>422
4300-1,4310-1,4320x35p>00
4302,4304-6,4312,4314-6x70p>00
4303x70p>4302
4307,4317X2>00
4309N10lN10u>00
4313x70p>4312
4318x20>00
4321-3N1b>00
4324-5N6eN4t>00
4326N6d>00
4330N6?X1v=FAH>00!4331
4331N6?X1v=CEL>00!4330
4332N6?X1v=FAH>00!4333
4333N6?X1v=CEL>00!4332
7001N13>01,02,8006,8026
7002x30>01,02
7003N6dN4t>01,02
7004n4>01+10
7005x12>01,02
7006N6d>01,02
7007N6d?N6d>01,02
7008x3>01,02
7009x10>01,02
7010x2>01,02
7011N6d?N4t>01,02
7020x20>01,8006>416
7021,7240,8012x20>01,8006
7022x20>7021
7030-9N3x27>01,02
7040~N1X1X1X1
7041~x4>00
7230-9X2x28>01,8004
7241N2>8017,8018
7242x25>8017,8018
7250N8f>8018!7251
7251N8fN4t>8018!7250
7252N1g>8018
7253-4x40p>8017,8018!7256,7259
7255x10>8017,8018!7256,7259
7256x90p>8017,8018
7257x70p>8018
7258X3q>8018+7259
7259x40p>8018!7256
8001N4oN5oN3oN1wN1>01
8002x20
8003N1aN13c?x16/
8004x30/7040
8005N6>01,02
8006N14cN4i!01,37/22,10,21
8007x34>415
8008N6dN2h?N2m?N2m>01,02
8009x50>00,01
8010y30/8011
8011~n12j>8010
8013x25k/
8014~x25kr>01
8017N18c!8018/8019
8018N18c!8017/8019
8019~n10>8017,8018
8020~x25>415
8026N14cN4i>37!02,8006
8030z90>00,01+21,253,255,8003,8004,8006+21,8010+8011,8017,8018
8040~N15>01+21
8041~N15>01+21+8040
8042~N32>01+21+8040
8043~N18?n2>01+21+8040
8110,8112x70
8111N4>255
8200~x70>01
91-9x90
`;
