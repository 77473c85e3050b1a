# Peer: Bayesian regression with the horseshoe prior (rstanarm::stan_glm, compiled model of the package), all candidates' kernel columns at once.
#
# Regularised horseshoe (Piironen & Vehtari 2017) with about four of the 84 columns expected to matter, columns in SD units, four chains of 2,000 as
# the package has them, one after the other on one core. Days without an outcome are left out. stan_glm knows no autocorrelation: this is its known
# weakness here. Reported: the 95 % interval of a candidate's summed coefficients leaves out zero.

suppressPackageStartupMessages(library(rstanarm))
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "diary.R"))
options(mc.cores = 1)

answer <- function(diary) {
  block <- all_blocks(diary, "kernels")
  kept <- !is.na(diary$outcome)
  scales <- apply(block$columns[kept, ], 2, sd)
  scaled <- sweep(block$columns, 2, scales, "/")
  frame <- data.frame(y = diary$outcome, diary$calendar, scaled)[kept, ]
  expected <- 4
  global <- expected / (ncol(scaled) - expected) / sqrt(nrow(frame))
  fit <- suppressWarnings(stan_glm(y ~ ., data = frame, prior = hs(df = 1, global_scale = global), seed = diary$seed, refresh = 0))
  draws <- sweep(as.matrix(fit)[, colnames(scaled)], 2, scales, "/")
  sampler <- rstan::get_sampler_params(fit$stanfit, inc_warmup = FALSE)
  divergent <- sum(vapply(sampler, function(chain) sum(chain[, "divergent__"]), numeric(1)))
  facts <- chain_facts(max(summary(fit)[, "Rhat"], na.rm = TRUE), divergent)
  list(claims = claims_from_draws(draws, block$owner, block$delays), facts = facts)
}

run_peer(
  "rstanarm-horseshoe-kernels",
  "stan_glm, horseshoe prior, trend, weekday, all candidates' kernels, no autocorrelation; reported when the 95 % interval leaves out 0",
  c("rstanarm", "rstan"), answer
)
