# Peer: base R `arima` with regressors, one candidate at a time, likelihood-ratio test, Benjamini-Hochberg.
#
# The textbook call: arima(skin, order = c(1, 0, 1), xreg = trend, weekday, candidate's columns). ARMA(1,1) is AR(1) plus white noise seen from
# outside. Missing outcomes stay missing (the Kalman filter inside skips them). The fit with the candidate is held against the fit without it
# (chi-square), BH over the 21 candidates.

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "diary.R"))
form <- if ("lags" %in% commandArgs(trailingOnly = TRUE)) "lags" else "kernels"

fit_arima <- function(diary, xreg) {
  tryCatch(
    suppressWarnings(arima(diary$outcome, order = c(1, 0, 1), xreg = xreg, method = "ML", optim.control = list(maxit = 500))),
    error = function(e) NULL
  )
}

answer <- function(diary) {
  without <- fit_arima(diary, diary$calendar)
  failed <- 0L # fits that stopped with an error or did not converge
  tested <- lapply(diary$candidates, function(name) {
    block <- candidate_block(diary, name, form)
    fit <- fit_arima(diary, cbind(diary$calendar, block$columns))
    if (is.null(fit) || is.null(without)) {
      failed <<- failed + 1L
      return(list(from = name, p = 1, sign = 0))
    }
    if (fit$code != 0) failed <<- failed + 1L
    own <- tail(seq_along(coef(fit)), length(block$delays))
    test <- wald(name, unname(coef(fit)[own]), fit$var.coef[own, own], block$delays, Inf)
    test$p <- pchisq(2 * (fit$loglik - without$loglik), length(own), lower.tail = FALSE)
    test
  })
  list(claims = claims_by_benjamini_hochberg(tested), facts = list(converged = failed == 0L, failedFits = failed))
}

run_peer(
  paste0("r-arima-xreg-", form),
  paste0("arima(1,0,1) with trend, weekday and one candidate at a time (", form, "), likelihood-ratio test, BH 5 %"),
  "stats", answer
)
