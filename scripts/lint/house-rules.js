/**
 * Lint rules of the house that no plugin brings.
 *
 * `no-unused-result`: a statement that throws a `Result` away hides a failure. Types tell: the value is a union with
 * `ok: true` / `ok: false` members (also inside a promise that is awaited).
 * `disable-with-reason`: a comment that switches a rule off names the rule and says why, after ` -- `.
 */
const noUnusedResult = {
  meta: {
    type: "problem",
    schema: [],
    messages: { unused: "This Result is thrown away: a failure would go unnoticed. Check `.ok` or pass it on." },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    return {
      ExpressionStatement(node) {
        const expression = node.expression;
        if (expression.type === "AssignmentExpression" || expression.type === "UpdateExpression") return;
        const inner = expression.type === "UnaryExpression" ? expression.argument : expression;
        if (isResult(services.getTypeAtLocation(inner))) context.report({ node, messageId: "unused" });
      },
    };
  },
};

function isResult(type) {
  const members = type.isUnion() ? type.types : [type];
  return members.some((member) => {
    const names = member.getProperties().map((property) => property.name);
    return names.length === 2 && names.includes("ok") && (names.includes("value") || names.includes("error"));
  });
}

const disableWithReason = {
  meta: {
    type: "problem",
    schema: [],
    messages: { reason: "Say which rule is switched off and why: `eslint-disable-next-line rule -- reason`." },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const text = comment.value.trim();
          if (!/^eslint-disable/u.test(text)) continue;
          if (!/^eslint-disable(-next-line|-line)?\s+[@\w][^]*?\s--\s+\S.{9,}/u.test(text)) {
            context.report({ loc: comment.loc, messageId: "reason" });
          }
        }
      },
    };
  },
};

/** The plugin object of a flat config. */
export const houseRules = {
  rules: { "no-unused-result": noUnusedResult, "disable-with-reason": disableWithReason },
};
