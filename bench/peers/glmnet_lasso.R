# Peer: lasso with cross-validation (glmnet::cv.glmnet, lambda.1se), all candidates' kernel columns or lags at once.
#
# The cautious end of cv.glmnet (`lambda.1se` is what its `coef` gives without being asked), ten folds of consecutive days instead of random ones, trend
# and weekday without penalty, columns in SD units, days without an outcome left out. Reported: any column of the candidate has a coefficient
# other than zero. No interval and no error rate by design.

suppressPackageStartupMessages(library(glmnet))
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "diary.R"))
form <- if ("lags" %in% commandArgs(trailingOnly = TRUE)) "lags" else "kernels"

answer <- function(diary) {
  block <- all_blocks(diary, form, longest = 14)
  kept <- !is.na(diary$outcome)
  outcome <- diary$outcome[kept]
  scales <- apply(block$columns[kept, ], 2, sd)
  design <- cbind(diary$calendar, sweep(block$columns, 2, scales, "/"))[kept, ]
  free <- c(rep(0, ncol(diary$calendar)), rep(1, ncol(block$columns)))
  fold <- ceiling(10 * seq_along(outcome) / length(outcome))
  fit <- cv.glmnet(design, outcome, foldid = fold, penalty.factor = free, standardize = FALSE)
  scaled <- as.vector(coef(fit, s = "lambda.1se"))[-(1:(1 + ncol(diary$calendar)))]
  claims <- lapply(diary$candidates, function(name) {
    own <- block$owner == name
    coefficients <- scaled[own] / scales[own]
    reported <- any(scaled[own] != 0)
    strength <- min(1, sum(abs(scaled[own])) / sd(outcome))
    claim <- list(from = name, to = outcome_name, strength = strength, reported = reported, sign = sign(sum(coefficients)))
    if (reported) claim$delayDays <- mean_delay(coefficients, block$delays[own])
    claim
  })
  list(claims = claims)
}

run_peer(
  paste0("glmnet-lasso-1se-", form),
  paste0("cv.glmnet lasso at lambda.1se, all candidates' ", if (form == "lags") "lags 0-14" else "kernels", ", folds of consecutive days; any coefficient other than 0"),
  "glmnet", answer
)
