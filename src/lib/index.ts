/**
 * The public door of gutskin: re-exports only. App and CLI import everything from here.
 *
 * In the order of the flow: ground, journal, scales, importers, daily table, simulator, engine, evidence, insights.
 */
export * from "../base/day.ts";
export * from "../base/defect.ts";
export * from "../base/result.ts";
export * from "../base/schema.ts";

export * from "../journal/variable.ts";
export * from "../journal/canonical.ts";
export * from "../journal/catalogue.ts";
export * from "../journal/cells.ts";
export * from "../journal/draft-schema.ts";
export * from "../journal/entry.ts";
export * from "../journal/entry-id.ts";
export * from "../journal/entry-order.ts";
export * from "../journal/entry-schema.ts";
export * from "../journal/journal-export.ts";
export * from "../journal/memory-store.ts";
export * from "../journal/merge.ts";
export * from "../journal/op.ts";
export * from "../journal/op-schema.ts";
export * from "../journal/plausibility.ts";
export * from "../journal/profile.ts";
export * from "../journal/store.ts";
export * from "../journal/utf8.ts";

export { areaScore } from "../scales/area-score.ts";
export type { ScoreBand } from "../scales/band-of.ts";
export {
  bodyCells,
  bodyPercent,
  bodyRegions,
  regionAreaScores,
  regionPercent,
  type BodyCell,
  type BodyCoverage,
  type BodyRegion,
  type BodyView,
} from "../scales/body-surface.ts";
export { compareScores, type ScoreChange } from "../scales/compare-scores.ts";
export type * from "../scales/instrument.ts";
export { instrumentById, instruments } from "../scales/instruments.ts";
export type { AnswerValue, GroupAnswers, ItemAnswers } from "../scales/read-answers.ts";
export type * from "../scales/score-error.ts";
export { scoreInstrument, type Score, type ScoreAnswers } from "../scales/score-instrument.ts";
export { stoolForms } from "../scales/stool-forms.ts";

export { everydayFoodTable } from "../foods/everyday-table.ts";
export { loadFoodTable } from "../foods/extended-table.ts";
export { createCodeFinder, type CodeMatch, type FoodOfCode } from "../foods/food-by-code.ts";
export * from "../foods/food.ts";
export type * from "../foods/meal-reading.ts";
export { unitOf } from "../foods/household-units.ts";
export { createFoodIndex, type FoodIndex } from "../foods/name-index.ts";
export { nutrientNames, type NutrientName, type Nutrients } from "../foods/nutrients.ts";
export {
  createPersonalFoods,
  noPersonalFoods,
  type PersonalFoods,
  type RememberedChoice,
  type RememberedFood,
} from "../foods/personal-foods.ts";
export { readMeal } from "../foods/read-meal.ts";
export { readAmount } from "../foods/sentence-amounts.ts";
export { exposureNames, type Exposure, type ExposureName, type Exposures } from "../foods/exposure.ts";
export { createMealMeter, exposuresOf, type MealExposures, type PlantEaten } from "../foods/exposures.ts";
export {
  countPlants,
  dayExposures,
  plantsOfMeals,
  usualMealsOf,
  type DayExposure,
  type DayExposures,
  type UsualMeals,
} from "../foods/day-exposures.ts";
export { plantWeek, type PlantWeek } from "../foods/plant-week.ts";
export { eatingWindow, type EatingWindow } from "../foods/eating-window.ts";
export { suggestFoods } from "../foods/suggest-foods.ts";

export type * from "../importers/contract.ts";
export { columnMappingSchema } from "../importers/column-mapping.ts";
export { previewImport } from "../importers/preview-import.ts";
export { readLine } from "../importers/line-entry.ts";
export type { LineOptions, LinePart, LineProblem, LineReading } from "../importers/line-reading.ts";
export { readDiary, type Diary, type DiaryColumn, type DiaryOptions } from "../importers/diary-csv.ts";
export { rolesFileSchema, type ColumnRole, type RolesFile } from "../importers/roles.ts";
export { parseJsonWithPlaces } from "../importers/json-places.ts";
export type { BytePlace } from "../importers/food-tables/byte-window.ts";
export { joinPiece, type FoodChange } from "../importers/food-tables/food-change.ts";
export {
  countryTag,
  figureByWord,
  figureWords,
  noFilters,
  readBarcodes,
  unwanted,
  type FoodFilters,
} from "../importers/food-tables/food-filters.ts";
export { createPartReader, type PartBatch, type PartReader } from "../importers/food-tables/part-reader.ts";
export { emptyTally, skippedRows, type TallyNumbers } from "../importers/food-tables/read-tally.ts";
export { recogniseTable } from "../importers/food-tables/recognise-table.ts";
export { settleFigures } from "../importers/food-tables/settle-figures.ts";
export { foodToText, textToFood, type FoodRowUnreadable } from "../importers/food-tables/stored-food.ts";
export * from "../importers/food-tables/table-food.ts";
export type * from "../importers/food-tables/table-part.ts";
export type * from "../importers/food-tables/table-problem.ts";
export { tableProblem } from "../importers/food-tables/table-problem.ts";

export { toFhirBundle, writeFhirBundle, type FhirOptions } from "../exchange/fhir-bundle.ts";
export type * from "../exchange/fhir-resources.ts";
export { toOpenMhealth, writeOpenMhealth, type OmhDataPoint, type OmhOptions } from "../exchange/open-mhealth.ts";

export * from "../daily/table.ts";
export { buildDailyTable, type DailyTableOptions } from "../daily/build-table.ts";
export { coreExposures } from "../daily/exposure-columns.ts";
export { withStoolSides } from "../daily/stool-sides.ts";
export { dailyTableFromDiary } from "../daily/from-diary.ts";
export { writeDailyCsv } from "../daily/wide-csv-export.ts";

export { makeDemoPerson, type DemoPerson, type DemoTruth } from "../simulator/demo-person.ts";

export type * from "../engine/equation-draws.ts";
export { assembleAxis, fitAxis, outcomeSteps, type OutcomePart } from "../engine/fit-axis.ts";
export type * from "../engine/posterior.ts";
export { DEFAULT_FDR, prepareAxis } from "../engine/problem.ts";
export { skippedAfterWorse } from "../engine/skipped-days.ts";
export { RESPONSE_DAYS, runawayShare, stepResponses, type DrawnResponse } from "../engine/step-response.ts";
export { whatIf, type LeverChange, type WhatIf } from "../engine/what-if.ts";
export type { CreateLinearWork, LinearWork } from "../engine/linear-work.ts";
export { createSimdWork } from "../simd/simd-work.ts";

export { certaintyReasonLabel } from "../evidence/certainty-reasons.ts";
export {
  conditionByWord,
  evidenceLevers,
  leverByCode,
  leverByWord,
  skinConditions,
  type EvidenceLever,
} from "../evidence/levers.ts";
export {
  evidenceMatrix,
  looksBack,
  recordsToSkin,
  type CellFinding,
  type EvidenceCell,
  type EvidenceMatrix,
} from "../evidence/matrix.ts";
export { inclusionOffset, priorFromSize, priorsFor, streetPriors, type EvidencePrior } from "../evidence/priors.ts";
export { canBackSuggestion, checkRecords, nullByFigures } from "../evidence/record-checks.ts";
export type * from "../evidence/record.ts";
export { evidenceRecords } from "../evidence/records.ts";
export { readMedicine, type MedicineClass, type MedicineReading } from "../evidence/medicine-classes.ts";
export { emergencyNumberOf, emergencyNumbers, type EmergencyNumber } from "../evidence/emergency-numbers.ts";
export {
  isExperimentCode,
  isFactId,
  unknownFacts,
  type Answer,
  type Confirmation,
  type ExperimentCode,
  type FactId,
  type SafetyFacts,
  type SafetyMessage,
} from "../evidence/safety-facts.ts";
export {
  evaluateSafety,
  hasUnreadEmergency,
  isOpen,
  isSafetyAnswer,
  safetyVocabulary,
  type ExperimentGate,
  type FiredFlag,
  type FiredGate,
  type SafetyAnswer,
} from "../evidence/safety.ts";
export type { OpenQuestion } from "../evidence/safety-condition.ts";
export type { SafetyLevel } from "../evidence/safety-rule.ts";
export { safetyTags, tagMeaning, type TagMeaning } from "../evidence/safety-tags.ts";

export { analyseSteps, analyseTable, firstLook, type AnalyseOptions } from "../insights/analyse.ts";
export type * from "../insights/analysis-document.ts";
export { evidencePriorsOf } from "../insights/evidence-priors.ts";
export { analysisSchema } from "../insights/analysis-schema.ts";
export { chipsOf, entryText, type Chip, type ChipTone } from "../insights/chips.ts";
export { toMealDocument, type MealDocument, type MealDocumentItem } from "../insights/food-document.ts";
export { toldReasons } from "../insights/words-foods.ts";
export {
  favouriteMeals,
  FAVOURITE_DAYS,
  yesterdaysMeals,
  type Favourite,
  type FavouriteSetting,
} from "../insights/favourite-meals.ts";
export {
  COPIED,
  copiedMeal,
  LONGEST_MEAL,
  mealEntry,
  mealSlots,
  slotAtMinutes,
  slotInText,
  usualSlot,
  type MealSetting,
  type MealSlot,
} from "../insights/meal-entry.ts";
export {
  foodOptions,
  mealRows,
  rowChoices,
  type FoodOption,
  type MealAsk,
  type MealRow,
  type MealRows,
  type RowChoices,
} from "../insights/meal-rows.ts";
export {
  PLATE_DAYS,
  plateDocument,
  type PlateDay,
  type PlateDocument,
  type PlateRange,
} from "../insights/plate-document.ts";
export { foodChoiceEntry, isPortion, type FoodAnswer } from "../insights/remembered-food.ts";
export {
  dayLines,
  energyText,
  moreDayLines,
  plateGap,
  PLATE_SOURCES,
  weekLines,
  type PlateLine,
} from "../insights/words-plate.ts";
export { withGrams, withoutAddedPortion, type PortionOption } from "../foods/portion-options.ts";
export { canBeFood } from "../insights/food-judge.ts";
export { cellSentence, certaintySpan, nameOfEnd, nameOfStart, pairName } from "../insights/evidence-cell-words.ts";
export { evidenceInterval, type EvidenceInterval } from "../insights/evidence-interval.ts";
export { evidenceLessons, type EvidenceLesson } from "../insights/evidence-lessons.ts";
export { notShownBy } from "../insights/evidence-limits.ts";
export {
  cellFindingWords,
  evidenceNote,
  nothingFoundWords,
  wordRecord,
  type EvidenceLine,
  type WordedRecord,
} from "../insights/evidence-words.ts";
export { numberText } from "../insights/numbers.ts";
export {
  instrumentsDocument,
  toScoreDocument,
  type InstrumentsDocument,
  type InstrumentSummary,
  type SavedScore,
  type ScoreDocument,
} from "../insights/score-document.ts";
export { askedItems, checkInItems, everybodysScores, type AskedItems } from "../insights/check-in-items.ts";
export type { ConditionProfile, SkinPace, WorthWatching } from "../insights/condition-profile.ts";
export { conditionProfiles } from "../insights/condition-profiles.ts";
export { profileWords, type ProfileWords } from "../insights/condition-words.ts";
export {
  nextScoreDay,
  raterFor,
  tooSoon,
  toScoreEntry,
  type ScoredEntry,
  type ScoreRater,
  type ScoreSetting,
} from "../insights/score-entry.ts";
export {
  changeSince,
  dueScores,
  lineOf,
  scoreBefore,
  scoreLines,
  type ChangeSince,
  type PastScore,
  type ScoreLine,
} from "../insights/score-history.ts";
export {
  changeDocument,
  scoreHistoryDocument,
  type ChangeDocument,
  type ScoreHistoryDocument,
} from "../insights/score-history-document.ts";
export { groupWords, instrumentAbout, itemWords, partWords, type ItemWords } from "../insights/score-item-words.ts";
export {
  bandText,
  changeSentences,
  cutoffsText,
  differenceText,
  missingRuleText,
  recallText,
  totalText,
} from "../insights/score-words.ts";
export { instrumentsSchema, scoreAnswersSchema, scoreHistorySchema, scoreSchema } from "../insights/score-schema.ts";
export { crisisNote } from "../insights/crisis-words.ts";
export {
  crisisSentences,
  emergencySentences,
  toSafetyDocument,
  type DocumentFlag,
  type DocumentSafety,
} from "../insights/safety-document.ts";
export { experimentByWord, experimentLabel, wordGate, type WordedGate } from "../insights/safety-gate-words.ts";
export { answerEntry, readEntry, shownEntries, wordEntry } from "../insights/safety-log.ts";
export { safetyFactsOf, safetyOfJournal, safetyQueries } from "../insights/safety-of-journal.ts";
export { safetyFactsOfTable } from "../insights/safety-of-table.ts";
export {
  askableFacts,
  factByWord,
  safetyQuestion,
  safetyQuestions,
  type SafetyQuestion,
} from "../insights/safety-questions.ts";
export { toSafetyReport, type SafetyReport } from "../insights/safety-report.ts";
export { safetySchema } from "../insights/safety-schema.ts";
export {
  probioticNote,
  safetyLevelWords,
  safetyReviewNote,
  wordSafety,
  type SafetyWording,
} from "../insights/safety-words.ts";
export { groupSurer, shownGroups } from "../insights/group-words.ts";
export { suggestTests, type SuggestionInput } from "../insights/suggest.ts";
export type * from "../insights/suggestion-document.ts";
export { suggestionsSchema } from "../insights/suggestion-schema.ts";
export { amountText, spokenName, stepPhrase } from "../insights/spoken.ts";
export { likelyResponses } from "../insights/likely-responses.ts";
export { toDocument, type DocumentSetting } from "../insights/to-document.ts";
export { verdictOrder } from "../insights/verdict.ts";
export { answerWhatIf, readWhatIf, type WhatIfError, type WhatIfQuestion } from "../insights/what-if.ts";
export type * from "../insights/what-if-document.ts";
export { cellReasonWords } from "../insights/words-cells.ts";
export { wordScoreRemark } from "../insights/words-scales.ts";
export { skipCodeWords, wordAssumption, wordIgnored, wordProposal, wordSkip } from "../insights/words-import.ts";
export {
  figureDropWords,
  foodIgnoreWords,
  foodSkipWords,
  foodTableFacts,
  wordFoodSkip,
  type FoodTableWords,
} from "../insights/words-food-table.ts";
export { wordError, type Wording } from "../insights/words.ts";
