/**
 * Under which names did older releases list foods whose code is gone?
 *
 * Today's description (FNDDS 2019-20) = words of the older one, without its marks (USDA, public domain; FPED 2009-10 lists them). Own judgement which
 * food of today is nearest. Written down for foods that are eaten often; a coded diary of an older release then finds a near food by name.
 */
const LINES = `
Tortilla chips, plain = salty snacks corn or cornmeal base tortilla chips | salty snacks corn or cornmeal base tortilla chips unsalted
Corn chips, plain = salty snacks corn or cornmeal base corn chips corn cheese chips | salty snacks corn or cornmeal base corn chips corn cheese chips unsalted
Multigrain chips (Sun Chips) = salty snacks multigrain whole grain chips
Potato chips, plain = white potato chips regular cut | white potato chips
Pretzels, hard, NFS = pretzels hard
Pretzels, soft, NFS = pretzels soft
Snack mix = multigrain mixture pretzels cereal and or crackers nuts
Popcorn, popped in oil, no butter added = popcorn popped in oil unbuttered
Popcorn, popped in oil, with added butter = popcorn popped in oil buttered
Popcorn, microwave, butter flavored = popcorn flavored
Crackers, butter, plain = cracker snack
Crackers, crispbread = crispbread rye no added fat
Crackers, woven wheat = cracker 100 whole wheat
Crackers, multigrain = crackers toast thins rye pumpernickel white flour
Bread, whole wheat = bread whole wheat 100
Bread, whole wheat, toasted = bread whole wheat 100 toasted | bread whole wheat ns as to 100 toasted
Bread, whole wheat, made from home recipe or purchased at bakery = bread whole wheat 100 made from home recipe or purchased at bakery
Bread, pita, whole wheat = bread pita whole wheat 100
Bread, sprouted wheat = bread sprouted wheat
Roll, whole wheat = roll whole wheat 100
Breadsticks, soft, NFS = bread stick soft prepared with garlic and parmesan cheese | bread stick soft
Cereal, granola = granola homemade
Oatmeal, instant, plain, made with water, no added fat = oatmeal cooked instant fat not added in cooking
Oatmeal, regular or quick, made with water, no added fat = oatmeal cooked regular fat not added in cooking | oatmeal cooked quick fat not added in cooking
Oatmeal, regular or quick, made with water, fat added = oatmeal cooked regular fat added in cooking
Cornmeal mush, no added fat = cornmeal mush made with water
Pasta, whole grain, cooked = spaghetti cooked whole wheat fat not added in cooking | macaroni whole wheat cooked fat not added in cooking
Pasta, cooked = spaghetti cooked fat not added in cooking | macaroni cooked fat not added in cooking
Noodles, cooked = noodles cooked fat added in cooking | noodles cooked fat not added in cooking
Rice, white, cooked, no added fat = rice white cooked fat not added in cooking
Rice, brown, cooked, no added fat = rice brown cooked fat not added in cooking
Rice noodles, cooked = chow fun rice noodles cooked fat not added in cooking | chow fun rice noodles cooked fat added in cooking
Couscous, plain, cooked = couscous plain cooked fat not added in cooking | couscous plain cooked fat added in cooking
Pasta with tomato-based sauce and meat, home recipe = spaghetti with tomato sauce and meatballs or spaghetti with meat sauce
Pasta with tomato-based sauce, home recipe = spaghetti with tomato sauce meatless
Pasta with tomato-based sauce, and added vegetables, home recipe = spaghetti with tomato sauce and vegetables
Chickpeas, from dried, no added fat = chickpeas dry cooked ns as to fat added in cooking
Black beans, from dried, no added fat = black brown or bayo beans dry cooked ns as to fat added in cooking
Pinto beans, from dried, no added fat = pinto calico or red mexican beans dry cooked ns as to fat added in cooking
Lentils, from dried, no added fat = lentils dry cooked ns as to fat added in cooking
Kidney beans, from dried, no added fat = red kidney beans dry cooked ns as to fat added in cooking
Sweet potato, baked, fat added = sweet potato baked peel eaten fat added in cooking
Sweet potato, baked, no added fat = sweet potato baked peel eaten fat not added in cooking
Sweet potato fries, from fresh = sweet potato fried | sweet potato french fries
Winter squash, cooked, fat added = squash winter type mashed fat added in cooking no sugar added in cooking
Winter squash, cooked, no added fat = squash winter type mashed no fat or sugar added in cooking
Potato, roasted, from fresh, peel eaten, made with oil = white potato roasted fat added in cooking
Potato, roasted, from fresh, peel eaten, no added fat = white potato roasted fat not added in cooking
Potato, baked, peel eaten = white potato baked peel eaten fat not added in cooking
Potato, mashed, from fresh, NFS = white potato from fresh mashed made with milk and fat
Potato, hash brown, from fresh = white potato hash brown
Asian stir fry vegetables, cooked, fat added = vegetable combination including carrots broccoli and or dark green leafy cooked with soy based sauce | vegetable combination excluding carrots broccoli and dark green leafy cooked with soy based sauce
Green peas, NS as to form, cooked = peas green cooked ns as to form fat not added in cooking
Yogurt, nonfat milk, fruit = yogurt fruit variety nonfat milk sweetened with low calorie sweetener | yogurt fruit variety nonfat milk
Berries, NFS = berries frozen nfs
Fig, dried = fig dried cooked unsweetened
Fruit smoothie, with whole fruit and dairy = fruit smoothie drink made with fruit or fruit juice and dairy products
Fruit smoothie, with whole fruit, no dairy = fruit smoothie drink made with fruit or fruit juice only no dairy products
Spinach dip, regular = spinach dip | spinach and artichoke dip
Mixed nuts, NFS = mixed nuts dry roasted
Mixed nuts, with peanuts, salted = mixed nuts roasted with peanuts
Sushi roll, vegetable = sushi with vegetables and seafood | sushi with vegetables no seafood
Burrito, chicken, with beans, cheese = burrito with chicken and beans
Burrito, with beans and rice, cheese = burrito with beans and rice meatless | burrito with beans rice and sour cream meatless
Burrito, beef, with beans and rice, cheese = burrito with meat beans rice and sour cream
Pizza with meat other than pepperoni, from frozen, thick crust = pizza with meat prepared from frozen thick crust
Pizza with meat other than pepperoni, from frozen, thin crust = pizza with meat prepared from frozen thin crust
Chicken fillet sandwich, fried, on white bun = chicken fillet breaded fried sandwich with lettuce tomato and spread
Chicken "wings" with hot sauce, from other sources = chicken wing with hot pepper sauce
Doughnut, cake type, plain = doughnut cake type
`;

/** Today's description -> older names. */
export const olderNames = new Map(
  LINES.trim()
    .split("\n")
    .map((line) => {
      const [today, older] = line.split(" = ");
      return [today, older.split(" | ")];
    }),
);
