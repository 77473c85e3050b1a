# Peer: Bayesian regression with AR(1) errors and the horseshoe prior (brms), all candidates' kernel columns at once.
#
# y | mi() ~ trend + weekday + kernels + ar(time = day, p = 1): missing outcomes are drawn with the rest (`mi()`), so the AR(1) runs over real days.
# Regularised horseshoe with about four of the 84 columns expected to matter, columns in SD units; chains, draws and adapt_delta as brms has them,
# chains one after the other on one core. The model is compiled once (`compileSeconds`) and then only given new data, which brms' users know
# as `update(recompile = FALSE)`. Reported: the 95 % interval of a candidate's summed coefficients leaves out zero.

suppressPackageStartupMessages(library(brms))
# Debian has the Boost headers in the system's include folder and none inside R's BH package, where rstan looks for them
if (dir.exists("/usr/include/boost")) rstan::rstan_options(boost_lib = "/usr/include")
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "diary.R"))

compiled <- NULL
compile_seconds <- NA

compile_once <- function(frame, columns) {
  if (!is.null(compiled)) return(invisible())
  formula <- bf(paste("y | mi() ~", paste(columns, collapse = " + "), "+ ar(time = day, p = 1)"))
  prior <- set_prior("horseshoe(df = 1, par_ratio = 0.05)", class = "b")
  started <- cpu_seconds()
  compiled <<- brm(formula, data = frame, prior = prior, chains = 0)
  compile_seconds <<- cpu_seconds() - started
}

answer <- function(diary) {
  block <- all_blocks(diary, "kernels")
  scales <- apply(block$columns, 2, sd)
  scaled <- sweep(block$columns, 2, scales, "/")
  frame <- data.frame(y = diary$outcome, day = diary$day, diary$calendar, scaled)
  compile_once(frame, setdiff(names(frame), c("y", "day")))
  started <- cpu_seconds()
  fit <- suppressWarnings(update(compiled, newdata = frame, recompile = FALSE, chains = 4, cores = 1, seed = diary$seed, refresh = 0))
  seconds <- cpu_seconds() - started
  draws <- sweep(as.matrix(fit)[, paste0("b_", colnames(scaled))], 2, scales, "/")
  divergent <- sum(subset(nuts_params(fit), Parameter == "divergent__")$Value)
  facts <- chain_facts(max(rhat(fit), na.rm = TRUE), divergent)
  list(claims = claims_from_draws(draws, block$owner, block$delays), facts = facts, seconds = seconds)
}

run_peer(
  "brms-ar1-horseshoe-kernels",
  "brm, AR(1) errors, horseshoe prior, trend, weekday, all candidates' kernels; reported when the 95 % interval leaves out 0",
  c("brms", "rstan"), answer, function() list(compileSeconds = round(compile_seconds, 1))
)
