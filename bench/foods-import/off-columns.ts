/**
 * Which columns does the CSV export of Open Food Facts have?
 *
 * Names only, in the order of the export (read in public descriptions of it); a fake file with fewer columns would be read too quickly.
 */
const GENERAL = `code url creator created_t created_datetime last_modified_t last_modified_datetime last_modified_by last_updated_t
last_updated_datetime product_name abbreviated_product_name generic_name quantity packaging packaging_tags packaging_en packaging_text brands
brands_tags brands_en categories categories_tags categories_en origins origins_tags origins_en manufacturing_places manufacturing_places_tags labels
labels_tags labels_en emb_codes emb_codes_tags first_packaging_code_geo cities cities_tags purchase_places stores countries countries_tags
countries_en ingredients_text ingredients_tags ingredients_analysis_tags allergens allergens_en traces traces_tags traces_en serving_size
serving_quantity no_nutrition_data additives_n additives additives_tags additives_en nutriscore_score nutriscore_grade nova_group pnns_groups_1
pnns_groups_2 food_groups food_groups_tags food_groups_en states states_tags states_en brand_owner environmental_score_score
environmental_score_grade nutrient_levels_tags product_quantity owner data_quality_errors_tags unique_scans_n popularity_tags completeness
last_image_t last_image_datetime main_category main_category_en image_url image_small_url image_ingredients_url image_ingredients_small_url
image_nutrition_url image_nutrition_small_url`;

const NUTRIENTS = `energy-kj energy-kcal energy energy-from-fat fat saturated-fat butyric-acid caproic-acid caprylic-acid capric-acid lauric-acid
myristic-acid palmitic-acid stearic-acid arachidic-acid behenic-acid lignoceric-acid cerotic-acid montanic-acid melissic-acid unsaturated-fat
monounsaturated-fat omega-9-fat polyunsaturated-fat omega-3-fat omega-6-fat alpha-linolenic-acid eicosapentaenoic-acid docosahexaenoic-acid
linoleic-acid arachidonic-acid gamma-linolenic-acid dihomo-gamma-linolenic-acid oleic-acid elaidic-acid gondoic-acid mead-acid erucic-acid
nervonic-acid trans-fat cholesterol carbohydrates sugars added-sugars sucrose glucose fructose galactose lactose maltose maltodextrins psicose
starch polyols erythritol isomalt maltitol sorbitol fiber soluble-fiber insoluble-fiber polydextrose proteins casein serum-proteins nucleotides salt
added-salt sodium alcohol vitamin-a beta-carotene vitamin-d vitamin-e vitamin-k vitamin-c vitamin-b1 vitamin-b2 vitamin-pp vitamin-b6 vitamin-b9
folates vitamin-b12 biotin pantothenic-acid silica bicarbonate potassium chloride calcium phosphorus iron magnesium zinc copper manganese fluoride
selenium chromium molybdenum iodine caffeine taurine ph fruits-vegetables-nuts fruits-vegetables-nuts-dried fruits-vegetables-nuts-estimate
fruits-vegetables-nuts-estimate-from-ingredients collagen-meat-protein-ratio cocoa chlorophyl carbon-footprint
carbon-footprint-from-meat-or-fish nutrition-score-fr nutrition-score-uk glycemic-index water-hardness choline phylloquinone beta-glucan inositol
carnitine sulphate nitrate acidity carbohydrates-total`;

const words = (text: string): readonly string[] => text.split(/\s+/);

/** The column names. */
export const offColumns: readonly string[] = [...words(GENERAL), ...words(NUTRIENTS).map((name) => `${name}_100g`)];
