import { describe, expect, it } from "vitest";
import { formsOf, headOf, plainWordsOf } from "./name-index.ts";
import { foldWord } from "./word-forms.ts";

const forms = (text: string): string => formsOf(plainWordsOf(text)).key;

describe("foldWord", () => {
  it.each([
    ["berry", "berries"],
    ["potato", "potatoes"],
    ["tomatoe", "tomatoes"],
    ["leaf", "leaves"],
    ["cookie", "cookies"],
    ["smoothie", "smoothies"],
    ["peach", "peaches"],
    ["quiche", "quiches"],
    ["egg", "eggs"],
    ["cheese", "cheeses"],
    ["pie", "pies"],
    ["yogurt", "yoghurts"],
    ["hummus", "houmous"],
    ["chilli", "chiles"],
  ])("%s and %s are one word", (one, other) => {
    expect(foldWord(one)).toBe(foldWord(other));
  });

  it.each([
    ["lager", "laver"],
    ["rice", "rich"],
    ["fry", "fries"],
    ["hummus", "humour"],
    ["grass", "gras"],
    ["pear", "pea"],
  ])("%s and %s stay two words", (one, other) => {
    expect(foldWord(one)).not.toBe(foldWord(other));
  });
});

describe("formsOf", () => {
  it("makes pairs that mean one thing one word", () => {
    expect(forms("whole wheat bread")).toBe(forms("wholemeal bread"));
    expect(forms("dairy-free pizza")).toBe("dairyfree pizza");
    expect(forms("coke zero")).toBe("coke sugarfree");
  });

  it("keeps joining words in their place and drops fillers", () => {
    expect(forms("the mac n cheese")).toBe("mac and cheese");
    expect(forms("cream of chicken soup")).toBe("cream chicken soup");
  });

  it("is empty for fillers alone", () => {
    expect(forms("we had some of the")).toBe("");
  });
});

describe("headOf", () => {
  it.each([
    ["apple croissant", "croissant"],
    ["chicken with rice", "chicken"],
    ["tuna in brine", "tuna"],
    ["potatoes boiled", "potato"],
    ["milk 2%", "milk"],
  ])("of %s is %s", (text, head) => {
    expect(headOf(formsOf(plainWordsOf(text)).all)).toBe(head);
  });
});
