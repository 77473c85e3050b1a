/**
 * What is true of a whole kind of food in the extended table: how often it is eaten, its group, flags, NOVA, GI, prebiotics, ferments?
 *
 * One line per WWEIA number of FNDDS 2019-20, all of it the project's own judgement by kind; words of the description override it (word-traits.mjs).
 * Columns: numbers | group | weight of choice (0 = left out) | flags | nova | gi | fructans | starch | ferment | most portions | grams of a portion.
 */
const LINES = `
1002 1004 1006 1008|dairy|2|milk drink|1|27-40|||||244
1202 1204 1206 1208|dairy|0.7|milk drink|4|35-50|||||250
1402|dairy|0.7|milk drink|4:70 3:30|35-50|||||250
1404|plant-drinks|1|drink|4|35-65|||||244
1602|cheese|1.2|cheese|3||||live-medium|5|28
1604|cheese|1|cheese|3|||||4|110
1820 1822|dairy|1.5|fermented-dairy|4:70 3:30|25-45|||live-high|4|170
2002 2004 2006 2008 2010|meat|0.8|red-meat|1||||||100
2202 2206|meat|0.7||1||||||100
2204|meat|0.6|gluten-grain|4|||||4|90
2402|fish|0.8||1||||||110
2404|fish|0.8||1||||||100
2502|eggs|0.8|egg|1:70 3:30|||||4|100
2602|meat|0.9|red-meat processed-meat|4||||||50
2604|meat|0.8|red-meat processed-meat|3:40 4:60||||||20
2606|meat|0.8|red-meat processed-meat|4||||||50
2608|meat|0.8|red-meat processed-meat|3:10 4:90||||||60
2802|pulses|2.5|legume|1:70 3:30|20-40|0.4-2.2 own|1-4 own|||130
2804|nuts|2|nut|1:60 3:40||||||30
2806|soy|2|soy legume|3:60 4:40||||||100
3002|mixed-dishes|0.7|red-meat|1:40 3:30 4:30||||||230
3004|mixed-dishes|0.7||1:40 3:30 4:30||||||230
3006|mixed-dishes|0.6||1:40 3:30 4:30||||||200
3102|mixed-dishes|2.2|legume|1:50 3:50|25-50|0.3-1.5 own|0.5-2.5 own|||230
3104|mixed-dishes|1.5|vegetable|1:50 3:50||||||180
3202|mixed-dishes|1||1:50 3:30 4:20|50-70||0.2-0.8 own|||220
3204|mixed-dishes|1|gluten-grain|1:30 3:40 4:30|40-60|0.2-0.8 own|0.4-1.2 own|||250
3206|mixed-dishes|1|gluten-grain cheese|1:20 3:20 4:60|45-62|0.2-0.8 own|0.3-1 own|||230
3208|mixed-dishes|0.7|gluten-grain|3:40 4:60|50-70|0.3-1 own||||130
3402|mixed-dishes|1||1:40 3:40 4:20|50-70|0.1-0.6 own|0.2-0.8 own|||230
3404|mixed-dishes|1||1:40 3:40 4:20||||||200
3406|mixed-dishes|1||3:70 4:30|50-70|||||150
3502|mixed-dishes|1.3||3:70 4:30|40-60|||||180
3504|mixed-dishes|1||3:50 4:50|45-65|||||200
3506|mixed-dishes|1||3:60 4:40|40-60|||||200
3602|pizza|1|gluten-grain cheese|3:40 4:60|45-65|0.4-1.2 own|0.5-1.5 own||4|250
3702|sandwiches|0.8|gluten-grain red-meat|3:20 4:80|50-70|0.3-1 own|0.3-1 own||4|200
3703|sandwiches|0.6|gluten-grain red-meat processed-meat|4|50-70|0.3-1 own|0.3-1 own||5|110
3704|sandwiches|0.7|gluten-grain|3:20 4:80|50-70|0.3-1 own|0.3-1 own||4|190
3706|sandwiches|0.7|gluten-grain egg|3:40 4:60|50-70|0.3-1 own|0.3-1 own||4|150
3720|sandwiches|1|gluten-grain cheese|3:40 4:60|50-70|0.4-1 own|0.3-1 own||4|120
3722|sandwiches|1.2|gluten-grain nut|3:40 4:60|50-65|0.4-1 own|0.3-1 own||4|110
3730|sandwiches|0.8|gluten-grain|3:50 4:50|50-65|0.3-1 own|0.3-1 own||4|170
3740 3742|sandwiches|0.8|gluten-grain red-meat processed-meat|3:30 4:70|50-65|0.3-1 own|0.3-1 own||4|190
3744|sandwiches|1.5|gluten-grain|3:50 4:50|45-65|0.3-1 own|0.3-1 own||4|170
3802|soups|1.2||1:30 4:70|||||5|245
4002|grains|2||1|55-80||0.3-1.2 own|||160
4004|grains|2|gluten-grain|1:80 3:20|40-60|0.2-1 own|0.5-1.6 own|||150
4202|bread|2.5|gluten-grain|3:30 4:70|55-75|0.7-1.8 own|0.5-2 own||8|45
4204|bread|2|gluten-grain|3:30 4:70|60-75|0.7-1.6 own|0.5-2 own||6|50
4206|bread|2|gluten-grain|3:30 4:70|60-75|0.7-1.6 own|0.5-2 own||4|90
4208|bread|2|gluten-grain|3:50 4:50|45-65|0.4-1.2 own|0.5-2 own||8|45
4402|bakery|1|gluten-grain|3:20 4:80|50-70|0.4-1 own|||5|80
4404|bakery|1|gluten-grain egg milk|3:40 4:60|55-75|0.4-1 own|||5|110
4602 4604|cereals|2.5||3:10 4:90|55-80|||||45
4802|cereals|2|whole-grain|1:90 4:10|50-68|0-0.1 own|0.1-0.5 own|||240
4804|cereals|1.2||1:80 3:20|55-75|||||240
5002|snacks|0.6||3:50 4:50|50-65|||||28
5004|snacks|1||3:40 4:60|55-70||0.5-2 own|||28
5006|snacks|1|whole-grain|3:60 4:40|50-70||0.5-2 own|||30
5008|snacks|0.8|gluten-grain|4|60-80|0.4-1 own||||30
5202 5204|snacks|1.2|gluten-grain|3:20 4:80|55-75|0.5-1.3 own|0.4-1.2 own|||25
5402 5404|snacks|2||4|45-65|||||40
5502|sweets|0.7|gluten-grain egg|3:20 4:80|40-65|0.2-0.6 own|||5|100
5504|sweets|0.8|gluten-grain|3:10 4:90|45-65|0.3-0.9 own|||8|30
5506|sweets|0.8|gluten-grain|3:20 4:80|50-75|0.4-1 own|||5|70
5702 5704|sweets|0.8||4|45-75|||||40
5802|sweets|0.7|milk cream-butter|3:15 4:85|45-65|||||110
5804|sweets|0.7|milk|3:20 4:80|40-60|||||130
5806|sweets|0.6||4|50-70|||||120
6002 6004 6006 6008 6009 6011 6012 6014 6018 6020 6022 6024|fruit|2.5|fruit|1|30-60|||||140
6016|fruit|2.5|fruit|1:60 3:40|30-65|||||40
6402|vegetables|1.5|vegetable|1||||||100
6404 6406 6407 6409 6410 6411 6412 6413 6416 6418 6420|vegetables|1.5|vegetable|1||||||90
6414|vegetables|1.5|vegetable|1||2-6 van-loo-1995||||50
6430|vegetables|0.8|vegetable|1:30 3:40 4:30||||||90
6432|vegetables|1|vegetable condiment|1:40 3:40 4:20||||||110
6489|vegetables|0|vegetable|1||||||20
6802|vegetables|1.2||1|60-85||0.5-1.6 own|||150
6804|vegetables|1||3:50 4:50|55-78||0.8-2.5 own|||100
6806|vegetables|0.9||1:50 3:20 4:30|60-85||0.3-1.2 own|||200
7002 7004 7006|drinks|1.2|fruit drink|1|40-55|||||250
7008|drinks|1|vegetable drink|1:50 3:50|35-50|||||245
7102 7104 7106|drinks|0.6|drink|4||||||360
7202 7204 7206|drinks|0.6|drink|4|55-68|||||360
7208|drinks|1.5|drink|4|30-55|||||240
7220|drinks|1.5|drink|1:50 3:20 4:30|35-55|||||300
7302|drinks|0.7|drink|1||||killed||300
7304|drinks|0.6|drink|1||||||300
7502|drinks|1|beer drink gluten-grain|3||||killed||360
7504|drinks|1|drink|3||||killed||148
7506|drinks|0.6|spirits drink|3:40 4:60||||||120
7702 7704 7802 7804|drinks|0.6|drink|1||||||360
8002|fats|1|cream-butter condiment|2||||||10
8004|fats|0.8|condiment|4||||||10
8006|fats|0.9|cream-butter condiment|3:50 4:50||||||25
8008|fats|0.9|cream-butter condiment|1:50 4:50||||||20
8010|sauces|0.9|condiment egg|4||||||14
8012|sauces|0.8|condiment|3:10 4:90||||||25
8402|sauces|1|condiment citrus-tomato|4:70 3:30||||||20
8404|sauces|1|condiment soy|3:60 4:40||||killed||12
8406|sauces|0.8|condiment|3:40 4:60||||||12
8408|vegetables|1.2|vegetable condiment|3||||||30
8410|sauces|1.2|condiment citrus-tomato|1:20 3:30 4:50|30-50|||||120
8412|sauces|0.9|condiment|3:40 4:60||||||50
8802|sweets|0.8|condiment|2|55-70|||||12
8804|sweets|0.6|condiment|4||||||2
8806|sweets|0.8|condiment|3:50 4:50|50-65|||||20
9802|powders|1.5||4||||||30
9999|others|0.5||1||||||30
9002 9004 9006 9007 9008 9010 9012 9202 9204 9402 9404 9602|baby|0||4||||||100`;

/** WWEIA number -> { group, weight, flags, nova, gi, fructans, starch, ferment, mostPortions, portion }. */
export const kinds = new Map(
  LINES.trim()
    .split("\n")
    .flatMap((line) => {
      const [numbers, group, weight, flags, nova, gi, fructans, starch, ferment, mostPortions, portion] =
        line.split("|");
      const kind = {
        group,
        weight: Number(weight),
        flags: flags === "" ? [] : flags.split(" "),
        nova,
        gi: gi === "" ? "" : `${gi} own`,
        fructans,
        starch,
        ferment,
        mostPortions: mostPortions === "" ? 4 : Number(mostPortions),
        portion: Number(portion),
      };
      return numbers.split(" ").map((number) => [number, kind]);
    }),
);
