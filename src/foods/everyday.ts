/**
 * Which everyday foods are known by name, and what do they bring to the gut?
 *
 * The project's own table: own names (UK, US and common foreign words side by side), own judgement. Each row: names separated by `|`, then class letters:
 * F fibre-rich (about 3 g or more in a usual portion), L fermented with live microbes as eaten, P prebiotic (fructans, galactans, beta-glucan, resistant
 * starch), U ultra-processed as usually bought (NOVA 4; the same thing made at home is not), D cow, goat or sheep dairy, A alcoholic,
 * M a drink made with milk unless a plant milk is named, W eaten by the piece (two apples are two servings, two almonds are not).
 * H a head that takes another food as its flavour: the blueberries of a blueberry muffin are not counted.
 * No letter: known, and none of these. A leading `=` takes this form of the word only (crisps, not crisp).
 * Baked sourdough, soy sauce, boiled miso, tempeh, wine and vinegar are fermented but not live (Marco 2021, ISAPP consensus).
 */

export type FoodRow = readonly [names: string, letters?: string];

export const everydayFoods: readonly FoodRow[] = [
  // pulses
  ["lentils|dal|daal|dhal|dahl|lentil soup|lentil curry|lentil stew", "FP"],
  ["chickpeas|garbanzos|garbanzo beans|chickpea curry", "FP"],
  ["hummus|houmous|humus", "FP"],
  ["beans|kidney beans|black beans|pinto beans|white beans|cannellini beans|navy beans|haricot beans", "FP"],
  ["borlotti beans|butter beans|lima beans|broad beans|fava beans|mung beans|adzuki beans|bean soup", "FP"],
  ["rice and beans|beans and rice|bean salad|refried beans|black eyed peas", "FP"],
  ["baked beans", "FPU"],
  ["beans on toast", "FPU"],
  ["peas|green peas|garden peas|split peas|mushy peas|pea soup", "FP"],
  ["edamame|soybeans|soya beans", "FP"],
  ["falafel", "FP"],
  ["tofu|smoked tofu|seitan"],
  ["tempeh", "F"],
  ["green beans|runner beans|french beans|string beans", "F"],
  // grains
  ["oats|oatmeal|porridge|oat porridge|overnight oats|rolled oats|oat bran", "FP"],
  ["muesli|granola|bran flakes|shredded wheat|weetabix|bran", "F"],
  ["cereal|breakfast cereal|cornflakes|corn flakes|frosted flakes|rice krispies", "UH"],
  ["wholemeal bread|whole wheat bread|wholewheat bread|whole grain bread|wholegrain bread|granary bread", "F"],
  ["brown bread|seeded bread|multigrain bread|wholemeal toast|whole wheat toast|wholegrain toast|brown toast", "F"],
  ["rye bread|pumpernickel|rye toast|rye crackers|crispbread|rye crispbread|rye sourdough", "FP"],
  ["sourdough|sourdough bread|sourdough toast"],
  ["bread|white bread|toast|baguette|ciabatta|bread roll|roll|bun|bagel|pita|pitta|naan|flatbread|garlic bread", "H"],
  ["tortilla|wrap|chapati|roti"],
  ["rice|white rice|basmati rice|jasmine rice|brown rice|wild rice|fried rice|egg fried rice|rice cake|congee"],
  ["kimchi fried rice"],
  ["quinoa|bulgur|bulgur wheat|buckwheat|freekeh|spelt|amaranth|millet", "F"],
  ["barley|pearl barley", "FP"],
  ["couscous|polenta|semolina|grits"],
  ["wholewheat pasta|whole wheat pasta|wholemeal pasta|wholegrain pasta|lentil pasta|chickpea pasta", "F"],
  [
    "pasta|spaghetti|penne|macaroni|tagliatelle|fusilli|gnocchi|ravioli|noodles|egg noodles|rice noodles|ramen|udon|soba",
  ],
  ["instant noodles|instant ramen|pot noodle|cup noodles", "U"],
  ["popcorn|oatcakes", "F"],
  ["crackers|rice crackers", "UH"],
  // vegetables
  ["onion|red onion|spring onion|scallion|shallot|onion soup", "PW"],
  ["garlic|leek|leek soup|chicory|endive|chicory root|inulin|dandelion greens", "P"],
  ["asparagus", "P"],
  ["artichoke|artichoke hearts|globe artichoke|jerusalem artichoke|sunchoke", "FP"],
  ["broccoli|tenderstem|brussels sprouts|sprouts|kale|collard greens|spring greens|okra", "F"],
  ["carrot|parsnip|beetroot|beet|sweet potato|pumpkin|butternut squash|sweet potato fries", "F"],
  ["avocado|avo|guacamole", "FW"],
  ["avocado toast", "F"],
  ["eggplant|aubergine|sweetcorn|corn|corn on the cob", "F"],
  ["jacket potato|baked potato|potato salad|cold potatoes", "FPW"],
  ["potato|mashed potato|mash|boiled potatoes|new potatoes|roast potatoes|potato wedges|hash browns"],
  ["chips|fries|french fries"],
  ["spinach|cabbage|red cabbage|white cabbage|pak choi|bok choy|chard|cauliflower|courgette|zucchini|celery|fennel"],
  ["tomato|cherry tomatoes|tinned tomatoes|tomato sauce|tomato soup|passata|pepper|bell pepper|red pepper"],
  [
    "cucumber|lettuce|salad|green salad|side salad|mixed salad|greek salad|caesar salad|rocket|arugula|radish|watercress",
  ],
  ["mushroom|bean sprouts|bamboo shoots|water chestnuts|turnip|swede|rutabaga|seaweed|nori|olives|ratatouille"],
  [
    "vegetables|veg|veggies|mixed vegetables|roast vegetables|stir fried vegetables|vegetable soup|minestrone|crudites",
    "F",
  ],
  ["coleslaw|gherkin|pickle|pickled onion|capers|cornichon"],
  // fruit
  ["apple|pear|orange|kiwi|kiwi fruit|passion fruit|guava", "FW"],
  ["banana", "FW"],
  ["green banana|plantain", "FPW"],
  ["raspberries|blackberries|blueberries|strawberries|berries|mixed berries|gooseberries|blackcurrants", "F"],
  ["figs|prunes|=dates|medjool dates|dried apricots|pomegranate|dried fruit|fruit salad", "F"],
  ["mango|peach|nectarine|plum|apricot|grape|cherries|pineapple|melon|watermelon|honeydew|honeydew melon|cantaloupe"],
  [
    "clementine|mandarin|satsuma|tangerine|grapefruit|lemon|lime|papaya|lychee|coconut|raisins|sultanas|cranberries|rhubarb",
  ],
  ["applesauce|apple sauce|fruit|tinned fruit"],
  // nuts and seeds
  ["almonds|hazelnuts|pistachios|peanuts|nuts|mixed nuts|trail mix|chia|chia seeds|chia pudding", "F"],
  ["flax|flaxseed|flax seeds|linseed|pumpkin seeds|sunflower seeds|seeds|mixed seeds", "F"],
  ["psyllium|psyllium husk|ispaghula", "FP"],
  ["walnuts|cashews|pecans|brazil nuts|macadamias|pine nuts|sesame|sesame seeds|tahini"],
  ["peanut butter|almond butter|nut butter|cashew butter|cocoa butter"],
  // dairy, live first
  ["kefir|milk kefir|yogurt drink|drinkable yogurt", "DLW"],
  ["yogurt|yoghurt|plain yogurt|natural yogurt|plain yoghurt|natural yoghurt|live yogurt|live yoghurt", "DLW"],
  ["greek yogurt|greek yoghurt|bio yogurt|skyr|ayran|lassi|labneh|curd|dahi", "DLW"],
  ["fruit yogurt|fruit yoghurt|flavoured yogurt|flavored yogurt|frozen yogurt|flavoured yoghurt", "DU"],
  ["buttermilk|quark|cottage cheese|cultured cottage cheese|creme fraiche|sour cream|soured cream", "D"],
  [
    "milk|whole milk|skimmed milk|skim milk|semi skimmed milk|cows milk|goats milk|lactose free milk|glass of milk",
    "D",
  ],
  [
    "cheese|cheddar|feta|mozzarella|parmesan|halloumi|brie|camembert|blue cheese|stilton|gouda|edam|emmental|gruyere",
    "D",
  ],
  ["cream cheese|goat cheese|ricotta|mascarpone|paneer|swiss cheese|manchego|pecorino|cheese board", "D"],
  [
    "cheese toastie|grilled cheese|cheese sandwich|cheese on toast|cheese omelette|cauliflower cheese|macaroni cheese",
    "D",
  ],
  ["processed cheese|cheese slices|american cheese|cheese spread", "DU"],
  ["butter|ghee|cream|double cream|single cream|heavy cream|whipped cream|condensed milk|evaporated milk|custard", "D"],
  ["rice pudding|panna cotta|tiramisu|cheesecake|milk pudding|dulce de leche", "D"],
  ["ice cream|milkshake|chocolate milk|chocolate mousse|milk chocolate", "DUH"],
  ["whey|whey protein|protein shake|protein powder", "DU"],
  ["latte|cappuccino|flat white|macchiato|cortado|mocha|chai latte|matcha latte|caffe latte|cafe au lait", "DM"],
  ["hot chocolate|cocoa|white coffee", "DM"],
  // plant milks and their kin
  ["oat milk|almond milk|soy milk|soya milk|coconut milk|rice milk|hazelnut milk|cashew milk|hemp milk|pea milk"],
  [
    "plant milk|oat drink|soy drink|almond drink|oat cream|soy cream|soya cream|coconut cream|coconut water|coconut oil",
  ],
  ["soy yogurt|soya yogurt|soy yoghurt|soya yoghurt|coconut yogurt|coconut yoghurt|oat yogurt|almond yogurt", "LW"],
  ["plant yogurt|vegan yogurt|vegan yoghurt|coconut kefir|water kefir", "LW"],
  ["vegan cheese|vegan butter|margarine|plant butter|vegan burger|veggie burger|vegan sausage|veggie sausage", "U"],
  // other ferments
  ["sauerkraut|raw sauerkraut|kimchi|fermented vegetables|fermented pickles|lacto fermented pickles", "L"],
  ["kombucha|kvass|beet kvass|probiotic drink", "LW"],
  ["natto", "FL"],
  ["miso|miso soup|miso paste|soy sauce|tamari|vinegar|apple cider vinegar|wine vinegar|balsamic vinegar|fish sauce"],
  // eggs, meat, fish
  ["egg|scrambled eggs|fried egg|boiled egg|poached egg|omelette|omelet|frittata|egg sandwich"],
  [
    "chicken|chicken breast|chicken thigh|roast chicken|grilled chicken|fried chicken|chicken soup|chicken salad|turkey",
  ],
  ["beef|steak|mince|minced beef|ground beef|roast beef|beef stew|pork|pork chop|pulled pork|lamb|duck|venison|liver"],
  ["meatballs|meatloaf|schnitzel|kebab|goulash|ribs"],
  ["bacon|ham|salami|pepperoni|chorizo|sausage|hot dog|corned beef|cold cuts|deli meat|frankfurter|black pudding", "U"],
  ["chicken nuggets|nuggets|fish fingers|fish sticks|burger|hamburger|beef burger|chicken burger|fast food", "U"],
  ["cheeseburger|big mac", "DU"],
  ["fish|salmon|smoked salmon|cod|haddock|tuna|mackerel|sardines|trout|herring|anchovies|sea bass|hake|fish and chips"],
  ["prawns|shrimp|mussels|crab|squid|calamari|lobster|scallops|oysters|sushi|sashimi|seafood"],
  // dishes
  ["soup|broth|stock|bone broth|stew|casserole|curry|stir fry|risotto|paella|fajitas|tacos|spring rolls|dumplings"],
  ["chili|chilli|chili con carne|chilli con carne|burrito|bean burrito", "FP"],
  ["sandwich|chicken sandwich|tuna sandwich|blt|club sandwich|panini|toastie"],
  ["pizza|lasagne|lasagna|mac and cheese|quiche|carbonara|moussaka|fondue|raclette|quesadilla|pesto", "D"],
  ["frozen pizza|ready meal|frozen meal|microwave meal|tv dinner", "DU"],
  ["bolognese|spaghetti bolognese|shepherds pie|cottage pie|roast dinner|pot roast|jambalaya|bibimbap|pho"],
  ["pancakes|waffles|crepes|french toast|yorkshire pudding", "D"],
  // sweets and snacks
  ["=crisps|potato chips|tortilla chips|doritos|pringles|cheetos|nachos|pretzels|prawn crackers", "UH"],
  ["cookies|biscuits|digestive biscuit|shortbread|cake|chocolate cake|cupcake|muffin|brownie|doughnut|donut", "UH"],
  [
    "croissant|pastry|danish pastry|pain au chocolat|cinnamon roll|banana bread|apple pie|pie|apple crumble|flapjack",
    "UH",
  ],
  [
    "=sweets|candy|jelly beans|gummy bears|haribo|marshmallows|chocolate bar|snickers|mars bar|kitkat|nutella|chocolate spread",
    "UH",
  ],
  ["energy bar|protein bar|cereal bar|granola bar|muesli bar|fibre bar|fiber bar", "UH"],
  ["chocolate|dark chocolate|honey|jam|marmalade|maple syrup|syrup|sugar|jelly|jello|sorbet|meringue", "H"],
  ["ketchup|mayonnaise|mayo|bbq sauce|salad cream|ranch dressing", "U"],
  [
    "mustard|salsa|hot sauce|gravy|oil|olive oil|vegetable oil|rapeseed oil|salad dressing|vinaigrette|dressing|tzatziki",
  ],
  ["salt|pepper corns|herbs|spices|parsley|basil|ginger|turmeric|cinnamon|lemon juice|stock cube"],
  // drinks
  ["water|sparkling water|tap water|mineral water|tonic water|soda water|ice"],
  ["coffee|black coffee|espresso|americano|filter coffee|decaf|iced coffee|instant coffee|decaf coffee"],
  [
    "tea|green tea|black tea|herbal tea|peppermint tea|mint tea|camomile tea|chamomile tea|iced tea|ginger tea|rooibos",
    "H",
  ],
  ["juice|orange juice|apple juice|tomato juice|fruit juice|carrot juice|green juice|smoothie|green smoothie", "H"],
  ["cola|coke|diet coke|coke zero|pepsi|lemonade|soda|diet soda|soft drink|fizzy drink|ginger ale|ginger beer", "UH"],
  ["root beer|energy drink|red bull|sports drink|gatorade|sprite|fanta|iced tea drink", "UH"],
  ["beer|lager|ale|stout|guinness|ipa|cider|pint of beer|pint of lager", "AW"],
  ["wine|red wine|white wine|rose wine|sparkling wine|prosecco|champagne|sangria|sherry|port wine", "AW"],
  [
    "gin|gin and tonic|vodka|whisky|whiskey|rum|tequila|brandy|cocktail|margarita|mojito|spritz|aperol spritz|liqueur",
    "AW",
  ],
];
