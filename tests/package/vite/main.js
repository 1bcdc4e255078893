const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data: { step, loss, threads } }) => {
  document.querySelector("output").append(`step ${step}, loss ${loss.toFixed(4)}, threads ${threads}\n`);
};
