// A script of docs/assets/ run alone, in a window that holds only what the test gives it.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const ASSETS = new URL("../../docs/assets/", import.meta.url);

export const run = (name, given = {}) => {
  const page = vm.createContext({ URLSearchParams, URL, ...given });
  page.window = page;
  vm.runInContext(readFileSync(new URL(name, ASSETS), "utf8"), page, { filename: name });
  return page;
};

