// A saved model in PyTorch: opened, and what it makes written into files.

import { shown } from "./corruption.js";
import { nameOf } from "./plan.js";

/** @import {Plan} from "./plan.js" */

/** @param {Plan} plan */
export const opening = (plan) => `
def read_safetensors(path):
    """As safetensors.torch.load_file does."""
    content = Path(path).read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    tensors = {}
    for name, entry in header.items():
        # What is beside the weights is the optimiser's memory.
        if name != "__metadata__" and not name.startswith("optimizer."):
            first, last = entry["data_offsets"]
            values = np.frombuffer(content[start + first : start + last], np.float32)
            tensors[name] = torch.from_numpy(values.copy()).view(entry["shape"])
    return tensors


@torch.no_grad()
def open_model(path, folder):
    """Opens what "Save" on the page has saved, and writes what it makes."""
    model = ${modelName(plan)}()
    model.load_state_dict(read_safetensors(path))
${plan.experiment.encodes ? reconstructions(plan) : ""}${plan.experiment.encodes && !plan.experiment.spreads ? "" : samples(plan)}
${writing(plan)}`;

/** @param {Plan} plan */
const modelName = ({ experiment }) =>
  experiment.discriminates ? "GAN" : experiment.spreads ? "VariationalAutoencoder" : "Autoencoder";

/** @param {Plan} plan */
function reconstructions(plan) {
  const { experiment, labels } = plan;
  const told = labels > 0 ? "codes = torch.cat([codes, functional.one_hot(labels[:SHOWN], LABELS)], dim=1)\n    " : "";
  return `
    examples, labels = training_data(folder)
    examples = examples[:SHOWN]
    codes = model.encoder(${shown(plan, "examples", "0")})${experiment.spreads ? ".chunk(2, dim=1)[0]" : ""}
    ${told}write("examples", examples)
    write("reconstructions", as_values(model.decoder(codes)))
`;
}

/** @param {Plan} plan */
function samples({ experiment, labels }) {
  const pictures = experiment.kind === "pictures";
  const made = experiment.spreads
    ? "as_values(model.decoder(codes))"
    : pictures
      ? "torch.sigmoid(model.average(codes))"
      : "model.average(codes)";
  return `
    # The same samples as on the page from this seed.
    codes = torch.from_numpy(Random(SAMPLE, 0).normals(SHOWN * CODE)).view(SHOWN, CODE)
    ${labels > 0 ? "codes = torch.cat([codes, functional.one_hot(torch.arange(SHOWN) % LABELS, LABELS)], dim=1)\n    " : ""}write("samples", ${made})
`;
}

/** @param {Plan} plan */
function writing(plan) {
  const { experiment, sides } = plan;
  const name = nameOf(plan);
  if (experiment.kind !== "pictures") {
    return `
def write(what, values):
    """${experiment.kind === "points" ? "The coordinates of a point" : "The values of a signal"} in each line."""
    np.savetxt(f"${name}-{what}.csv", values.numpy(), fmt="%.6f", delimiter=",")
    print(f"${name}-{what}.csv")
`;
  }
  const [height, width] = sides;
  return `
def write(what, values):
    """Eight pictures in a row, or fewer where there are no more."""
    from PIL import Image

    columns = min(8, len(values))
    rows = values[: len(values) // columns * columns].reshape(-1, columns, ${height}, ${width}).transpose(1, 2).reshape(-1, columns * ${width})
    Image.fromarray((255 * rows + 0.5).clamp(0, 255).byte().numpy()).save(f"${name}-{what}.png")
    print(f"${name}-{what}.png")
`;
}
