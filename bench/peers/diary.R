# What does every R peer share? The same as diary.py, in the same order: reading the exported diaries, the columns a statistician would build,
# Benjamini-Hochberg, and results/<peer>.json. No peer reads the .truth.json files.
#
# Columns of one candidate, all centred, blanks = the column's mean:
#   lags     one column per day: 0-6 for levers, 1-7 for states (gut, stress, sleep)
#   kernels  four smooth windows that each sum to 1 (bell curves around 0.3, 1.3, 2.5 and 4.2 days, one day later for states)
# Always beside them: intercept, linear trend, six weekdays.

suppressPackageStartupMessages(library(jsonlite))

outcome_name <- "skin"
kernels <- list(c(0.3, 0.6), c(1.3, 0.8), c(2.5, 1.0), c(4.2, 1.5)) # centre and width, days
longest_lag <- 14

read_diary <- function(path) {
  stem <- sub("\\.csv$", "", basename(path))
  table <- read.csv(path)
  roles <- fromJSON(sub("\\.csv$", ".roles.json", path))$columns
  columns <- table[, -1]
  weekday <- as.POSIXlt(as.Date(table$date))$wday
  calendar <- cbind((seq_len(nrow(table)) - 1) / nrow(table) - 0.5, outer(weekday, c(2:6, 0), "=="))
  colnames(calendar) <- c("trend", paste0("weekday", 1:6))
  list(
    family = sub("-[0-9]+$", "", stem),
    seed = as.integer(sub("^.*-", "", stem)),
    sha256 = sub(" .*$", "", system2("sha256sum", shQuote(path), stdout = TRUE)),
    columns = columns,
    is_state = vapply(names(columns), function(name) roles[[name]]$role != "lever", logical(1)),
    day = seq_len(nrow(table)),
    outcome = columns[[outcome_name]],
    calendar = calendar,
    candidates = setdiff(names(columns), outcome_name)
  )
}

lagged <- function(diary, name, lag) {
  values <- diary$columns[[name]]
  centred <- values - mean(values, na.rm = TRUE)
  centred[is.na(centred)] <- 0
  c(rep(0, lag), head(centred, length(centred) - lag))
}

# Columns of one candidate and the delay in days that each stands for. `form`: "lags" or "kernels".
candidate_block <- function(diary, name, form, longest = 6) {
  first <- as.integer(diary$is_state[[name]])
  if (form == "lags") {
    delays <- first + 0:longest
    columns <- sapply(delays, function(lag) lagged(diary, name, lag))
  } else {
    days_late <- sapply(0:longest_lag, function(lag) lagged(diary, name, lag + first))
    weights <- sapply(kernels, function(kernel) exp(-0.5 * ((0:longest_lag - kernel[1]) / kernel[2])^2))
    weights <- sweep(weights, 2, colSums(weights), "/")
    delays <- as.vector(0:longest_lag %*% weights) + first
    columns <- days_late %*% weights
  }
  colnames(columns) <- paste0(name, "_", seq_along(delays))
  list(columns = columns, delays = delays)
}

# All candidates side by side; `owner` says whose each column is.
all_blocks <- function(diary, form, longest = 6) {
  blocks <- lapply(diary$candidates, function(name) candidate_block(diary, name, form, longest))
  list(
    columns = do.call(cbind, lapply(blocks, `[[`, "columns")),
    delays = unlist(lapply(blocks, `[[`, "delays")),
    owner = rep(diary$candidates, vapply(blocks, function(block) length(block$delays), integer(1)))
  )
}

# Mean delay weighted by the coefficients that have the sign of their sum (the others would make it leave the window).
mean_delay <- function(coefficients, delays) {
  weights <- pmax(0, coefficients * sign(sum(coefficients)))
  if (sum(weights) > 0) sum(weights * delays) / sum(weights) else mean(delays)
}

# Joint Wald test of one candidate's coefficients, and the claim's size and delay. `df` Inf = chi-square.
wald <- function(name, coefficients, covariance, delays, df) {
  statistic <- tryCatch(drop(coefficients %*% solve(covariance, coefficients)) / length(coefficients), error = function(e) 0)
  total <- sum(coefficients)
  reach <- 1.96 * sqrt(max(0, sum(covariance)))
  list(
    from = name, p = pf(statistic, length(coefficients), df, lower.tail = FALSE), sign = sign(total),
    effect = list(mean = total, low95 = total - reach, high95 = total + reach), delayDays = mean_delay(coefficients, delays)
  )
}

claims_by_benjamini_hochberg <- function(tested, rate = 0.05) {
  p <- vapply(tested, function(test) if (is.finite(test$p)) test$p else 1, numeric(1))
  reported <- p.adjust(p, "BH") <= rate
  lapply(seq_along(tested), function(i) {
    test <- tested[[i]]
    claim <- list(from = test$from, to = outcome_name, strength = 1 - p[i], reported = reported[i], sign = test$sign)
    c(claim, list(effect = test$effect, delayDays = test$delayDays))
  })
}

# Claims from posterior draws (rows) of the coefficients: reported when the 95 % interval of a candidate's sum leaves out zero.
claims_from_draws <- function(draws, owner, delays) {
  lapply(unique(owner), function(name) {
    own <- owner == name
    total <- rowSums(draws[, own, drop = FALSE])
    interval <- unname(quantile(total, c(0.025, 0.975)))
    list(
      from = name, to = outcome_name, strength = abs(2 * mean(total > 0) - 1), reported = interval[1] > 0 || interval[2] < 0,
      sign = sign(mean(total)), effect = list(mean = mean(total), low95 = interval[1], high95 = interval[2]),
      delayDays = mean_delay(colMeans(draws[, own, drop = FALSE]), delays[own])
    )
  })
}

# What a Stan peer says about its own chains; the usual limits.
chain_facts <- function(max_rhat, divergent) {
  list(converged = max_rhat < 1.05 && divergent == 0, maxRhat = max_rhat, divergent = divergent)
}

# Answers the diaries of a folder (arguments: FOLDER RESULTS [DIARIES PER FAMILY]) and writes <results>/<peer>.json. `answer(diary)` gives
# list(claims, facts, seconds?); its own `seconds` stand where a part is done once for all diaries (compiling, kept by `head_facts()`).
run_peer <- function(peer, rule, packages, answer, head_facts = function() list()) {
  arguments <- commandArgs(trailingOnly = TRUE)
  arguments <- arguments[!arguments %in% c("lags", "kernels")]
  count <- if (length(arguments) > 2) as.integer(arguments[3]) else 20L
  diaries <- lapply(list.files(arguments[1], "\\.csv$", full.names = TRUE), read_diary)
  families <- sort(unique(vapply(diaries, `[[`, "", "family")))
  rows <- list()
  for (family in families) {
    own <- Filter(function(diary) diary$family == family, diaries)
    own <- head(own[order(vapply(own, `[[`, 1L, "seed"))], count)
    for (diary in own) {
      set.seed(diary$seed)
      started <- cpu_seconds()
      result <- answer(diary)
      seconds <- cpu_seconds() - started
      if (!is.null(result$seconds)) seconds <- result$seconds
      row <- list(family = family, seed = diary$seed, sha256 = substr(diary$sha256, 1, 16), outcome = outcome_name, seconds = seconds)
      rows[[length(rows) + 1]] <- c(row, result$facts, list(claims = result$claims))
      cat(sprintf("%s %s %d %.1f s\n", peer, family, diary$seed, seconds))
    }
  }
  versions <- c(list(R = paste(R.version$major, R.version$minor, sep = ".")), lapply(setNames(packages, packages), function(name) {
    as.character(packageVersion(name))
  }))
  head <- c(list(peer = peer, rule = rule, version = versions, date = format(Sys.Date()), machine = machine()), head_facts())
  fields <- paste0(vapply(names(head), function(key) {
    paste0("\"", key, "\": ", toJSON(head[[key]], auto_unbox = TRUE, digits = NA), ",\n")
  }, ""), collapse = "")
  lines <- vapply(rows, function(row) as.character(toJSON(rounded(row), auto_unbox = TRUE, digits = NA)), "")
  dir.create(arguments[2], showWarnings = FALSE, recursive = TRUE)
  cat("{\n", fields, "\"rows\": [\n", paste(lines, collapse = ",\n"), "\n]\n}\n", sep = "", file = file.path(arguments[2], paste0(peer, ".json")))
}

# CPU seconds of this process and its children so far: with one thread that is the time it takes, whatever else the machine does.
cpu_seconds <- function() sum(proc.time()[c("user.self", "sys.self", "user.child", "sys.child")], na.rm = TRUE)

machine <- function() {
  line <- grep("^model name", readLines("/proc/cpuinfo"), value = TRUE)[1]
  list(cpu = trimws(sub("^[^:]*:", "", line)), cores = parallel::detectCores(), coresUsed = 1L)
}

rounded <- function(value) {
  if (is.list(value)) return(lapply(value, rounded))
  if (is.double(value)) signif(value, 5) else value
}
