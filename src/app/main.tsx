/**
 * How does the page start?
 *
 * Reads the start token before anything else touches the address, connects to the journal, and mounts the
 * one React tree.
 */
import { createRoot } from "react-dom/client";
import { Defect } from "../base/defect.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/controls.css";
import "./styles/today.css";
import "./styles/meals.css";
import "./styles/history.css";
import "./styles/axis.css";
import "./styles/data.css";
import "./styles/charts.css";
import "./styles/scores.css";
import "./styles/learn.css";
import "./styles/safety.css";
import { App } from "./shell/app.tsx";
import { connectJournal } from "./shell/connect.ts";
import { trustedWorkerAddress } from "./trusted-worker-address.ts";
import workerAddress from "./worker.ts?worker&url";

async function start(): Promise<void> {
  const place = document.getElementById("root");
  if (!place) throw new Defect("the page has no place for the app");
  const root = createRoot(place);
  const worker = trustedWorkerAddress(workerAddress);
  const connection = await connectJournal(window.location, window.history);
  root.render(<App connection={connection} workerAddress={worker} />);
}

void start();
