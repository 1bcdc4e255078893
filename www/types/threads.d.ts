// What the package of the CPU engine with threads has beside the rest of the contract.

export * from "./library";
export { default } from "./library";

/** How many threads the CPU engine works on, the caller's included. */
export function threadCount(): number;
