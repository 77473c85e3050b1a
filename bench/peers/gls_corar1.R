# Peer: generalised least squares with AR(1) errors (nlme::gls, corAR1 over the day number, REML), all candidates in one regression.
#
# What a biostatistician does in R: skin on trend, weekday and every candidate's columns at once, errors AR(1) over real days (corAR1 takes gaps
# from `form = ~ day`, so days without an outcome are simply left out), joint Wald F test per candidate, BH over the 21 candidates.
# With `lags` the candidates are tested one at a time, since 147 lag columns beside 320 days would leave little to test with.

library(nlme)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "diary.R"))
form <- if ("lags" %in% commandArgs(trailingOnly = TRUE)) "lags" else "kernels"

test_columns <- function(diary, block, owner) {
  design <- cbind(1, diary$calendar, block$columns)
  kept <- !is.na(diary$outcome)
  frame <- list(y = diary$outcome[kept], X = design[kept, ], day = diary$day[kept])
  fit <- tryCatch(
    gls(y ~ 0 + X, data = frame, correlation = corAR1(form = ~day)),
    error = function(e) gls(y ~ 0 + X, data = frame, correlation = corAR1(0.3, form = ~day), control = glsControl(opt = "optim"))
  )
  skipped <- ncol(design) - ncol(block$columns)
  lapply(unique(owner), function(name) {
    own <- which(owner == name)
    wald(name, coef(fit)[skipped + own], vcov(fit)[skipped + own, skipped + own], block$delays[own], sum(kept) - ncol(design))
  })
}

answer <- function(diary) {
  tested <- if (form == "kernels") {
    block <- all_blocks(diary, form)
    test_columns(diary, block, block$owner)
  } else {
    unlist(lapply(diary$candidates, function(name) {
      block <- candidate_block(diary, name, form)
      test_columns(diary, block, rep(name, length(block$delays)))
    }), recursive = FALSE)
  }
  list(claims = claims_by_benjamini_hochberg(tested))
}

how <- if (form == "kernels") "all candidates' kernels at once" else "one candidate at a time (lags)"
run_peer(
  paste0("nlme-gls-corar1-", form),
  paste0("gls with AR(1) errors, trend, weekday, ", how, ", Wald F test, BH 5 %"),
  "nlme", answer
)
