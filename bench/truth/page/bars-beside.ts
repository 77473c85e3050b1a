/**
 * Are the forecasts better than plain ones, and is the engine faster than outside tools? (The second half of the bars.)
 */
import type { Results } from "../report.ts";
import { percent, type Bar } from "./bar.ts";

/** The bar as it was set, and beside it what a forecaster that knows the law reaches by the same count. */
export function forecastBars(results: Results): readonly Bar[] {
  const rows = results.families.flatMap(({ family, forecasts }) => {
    const own = forecasts.rows.find(({ method }) => method === results.subject);
    const told = forecasts.rows.find(({ method }) => method === "oracle-forecast");
    return own ? [{ family, own, told, best: forecasts.bestOnAverage }] : [];
  });
  const nothing = { figure: "no forecasts in this run", reached: null };
  const ahead = rows.filter(({ own }) => own.againstBest.value <= 0);
  return [
    {
      what: "diaries with a CRPS of days 1-7 no worse than all five plain forecasts, best taken afterwards",
      bar: ">= 80 %",
      ...(rows.length === 0
        ? nothing
        : {
            figure: rows
              .map(
                ({ family, own, told }) =>
                  `${family} ${percent(own.notWorseThanAll.value)}${told ? ` (told the law: ${percent(told.notWorseThanAll.value)})` : ""}`,
              )
              .join(", "),
            reached: rows.every(({ own }) => own.notWorseThanAll.value >= 0.8),
          }),
    },
    {
      what: "mean CRPS against the plain forecast that is best in the family",
      bar: "not worse (our reading of the same bar without one week's luck)",
      ...(rows.length === 0
        ? nothing
        : {
            figure: `not worse in ${String(ahead.length)} of ${String(rows.length)} families; worse in: ${
              rows
                .filter(({ own }) => own.againstBest.value > 0)
                .map(({ family, own, best }) => `${family} (${best ?? ""}, +${own.againstBest.value.toFixed(3)} SD)`)
                .join(", ") || "none"
            }`,
            reached: ahead.length === rows.length,
          }),
    },
  ];
}

/** Times faster than each of the three named peers, family main. */
export function peerBars(peers: Results | null): readonly Bar[] {
  const wanted = ["statsmodels", "rstanarm", "brms"];
  return wanted.map((name): Bar => {
    const times = (peers?.peers ?? [])
      .filter(({ peer }) => peer.startsWith(name))
      .flatMap(({ peer, families }) =>
        families.flatMap(({ family, timesFaster }) =>
          family === "main" && timesFaster !== null ? [{ peer, timesFaster }] : [],
        ),
      );
    return {
      what: `times faster than ${name}, same diaries`,
      bar: ">= 50",
      figure:
        times.length === 0
          ? "not in this run"
          : times.map(({ peer, timesFaster }) => `${peer} ${timesFaster.toPrecision(3)}`).join(", "),
      reached: times.length === 0 ? null : times.every(({ timesFaster }) => timesFaster >= 50),
    };
  });
}
