/**
 * Does a common food stand in these words?
 *
 * A light list of single words for the line entry, which judges each keystroke before the food table is loaded. It only says that somebody wrote of food;
 * what was eaten is read from the table (read-meal.ts). Words that also mean something else (date, roll, pain, mean, plum job) are left out.
 */

const WORDS: ReadonlySet<string> = new Set(
  (
    "almond apple apricot artichoke asparagus aubergine avocado bacon bagel baguette banana barley bean beef beer beetroot berry biscuit blackberry blueberry bran bread broccoli broth brownie " +
    "burger burrito butter buttermilk cabbage cake carrot cashew casserole cauliflower celery cereal cheddar cheese cheesecake cherry chicken chickpea chilli chip chocolate chowder " +
    "chutney cider clementine coconut cod coffee cola coleslaw cookie cornflake courgette couscous cracker cream crisp croissant crumpet cucumber curry custard dal doughnut donut dumpling egg eggplant " +
    "espresso falafel feta fig fish flapjack flatbread fries frittata fruit garlic gnocchi gin granola grape grapefruit guacamole ham hazelnut honey hummus juice kale kebab kefir ketchup kimchi kiwi " +
    "kombucha lager lamb lasagne lasagna latte leek lemon lemonade lentil lettuce lychee macaroni mackerel mandarin mango margarine marmalade mayonnaise meatball melon milk mince miso muesli muffin mushroom mussel " +
    "mustard naan nectarine noodle nut oat oatmeal oil olive omelette omelet onion orange pancake papaya paprika parsnip pasta pastry peach peanut pear pea pecan pepperoni pesto pie pineapple pistachio pita pizza " +
    "popcorn pork porridge potato prawn pretzel prune pudding pumpkin quiche quinoa radish raisin ramen raspberry ratatouille rhubarb rice risotto rum sago salad salami salmon salsa sandwich sardine satsuma sauce sauerkraut " +
    "sausage scone seaweed shrimp skyr smoothie soda sorbet soup sourdough soy spaghetti spinach sprout squash steak stew stirfry strawberry sugar sushi sweetcorn syrup taco tahini tangerine tea tempeh toast tofu tomato " +
    "tortilla trout tuna turkey turnip vegetable veg veggie vinegar vodka waffle walnut watermelon whisky wine wrap yam yogurt yoghurt zucchini"
  ).split(" "),
);

/** True when one of the words is a common food, in singular or plural. Cost: a few microseconds. */
export function holdsCommonFood(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => singularsOf(word).some((form) => WORDS.has(form)));
}

function singularsOf(word: string): readonly string[] {
  if (word.endsWith("ies")) return [word, `${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (word.endsWith("es")) return [word, word.slice(0, -1), word.slice(0, -2)];
  return word.endsWith("s") ? [word, word.slice(0, -1)] : [word];
}
