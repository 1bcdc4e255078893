"""The page's own GANs of points and of digits, trained by PyTorch and measured as ours are: see README.md."""

import argparse
import gzip
import math
import struct
import time
from pathlib import Path

import numpy
import torch
from torch import Tensor
from torch.nn import functional

from gan import Training, convolutional_gan, dense_gan, non_saturating, relativistic

ROOT = Path(__file__).parents[2]
DIGITS = ROOT / "www/data/mnist-small"
CLASSIFIER = ROOT / "www/data/models/digits-classifier.safetensors"
SAMPLES = 2000


def ring(seed: int, steps: int) -> str:
    torch.manual_seed(seed)
    angles = torch.arange(8) * 2 * math.pi / 8
    centres = 2 * torch.stack([angles.cos(), angles.sin()], 1)
    points = centres[torch.randint(8, (10_000,))] + 0.05 * torch.randn(10_000, 2)
    training = Training(dense_gan(2, [128, 128], 8), rate=1e-3, penalty=0.1, code=8)
    for batch in batches(len(points), 256, steps):
        training.step(points[batch])
    covered, near = coverage(training.sample(2500), centres, 0.05)
    return f"{covered} modes of 8, {near:.1f} % within 3 deviations"


def modes(seed: int, steps: int) -> str:
    """Two rows of docs/modes.md: the data of PacGAN's table 1, by our networks."""
    angles = torch.arange(8) * 2 * math.pi / 8
    side = torch.linspace(-4, 4, 5)
    data = {
        "ring": (torch.stack([angles.cos(), angles.sin()], 1), 0.01),
        "grid": (torch.cartesian_prod(side, side), 0.05),
    }
    found = []
    for objective in (non_saturating, relativistic):
        for name, (centres, deviation) in data.items():
            torch.manual_seed(seed)
            points = centres[torch.randint(len(centres), (10_000,))] + deviation * torch.randn(10_000, 2)
            training = Training(dense_gan(2, [128, 128], 8), rate=1e-3, penalty=0.1, code=8, objective=objective)
            for batch in batches(len(points), 256, steps):
                training.step(points[batch])
            covered, near = coverage(training.sample(2500), centres, deviation)
            found.append(f"{objective.__name__}, {name}: {covered} modes of {len(centres)}, {near:.1f} %")
    return "; ".join(found)


def coverage(made: Tensor, centres: Tensor, deviation: float) -> tuple[int, float]:
    """Modes with 20 points or more within three deviations, and the percentage of all points that are so near to one."""
    distances, nearest = torch.cdist(made, centres).min(1)
    near = distances <= 3 * deviation
    covered = int((nearest[near].bincount(minlength=len(centres)) >= 20).sum())
    return covered, 100 * near.float().mean().item()


def digits(seed: int, steps: int) -> str:
    torch.manual_seed(seed)
    pictures, labels = idx("train")
    training = Training(convolutional_gan([16, 32], 64, 10), rate=4e-3, penalty=1.0, code=64, labels=10)
    for batch in batches(len(pictures), 64, steps):
        training.step(2 * pictures[batch] - 1, labels[batch])
    unseen, unseen_labels = (part[:SAMPLES] for part in idx("t10k"))
    real, made = (classified(examples) for examples in (unseen, (training.sample(SAMPLES, unseen_labels) + 1) / 2))
    floor = frechet_distance(real[0][: SAMPLES // 2], real[0][SAMPLES // 2 :])
    asked = torch.arange(10).repeat_interleave(100)
    read = classified((training.sample(1000, asked) + 1) / 2)[1].argmax(1)
    sure = (made[1].max(1).values > 0.95).float().mean()
    return (
        f"{frechet_distance(real[0], made[0]) / floor:.1f} times the distance of two halves of real ones, "
        f"sure of {100 * sure:.1f} %, {100 * (read == asked).float().mean():.1f} % as asked for"
    )


def batches(examples: int, size: int, steps: int):
    """Every example once in each pass, in a new order; the last ones that make no whole batch are left out."""
    waiting: list[Tensor] = []
    for _ in range(steps):
        if not waiting:
            order = torch.randperm(examples)
            waiting = list(order[: examples - examples % size].split(size))
        yield waiting.pop()


def idx(part: str) -> tuple[Tensor, Tensor]:
    """Pictures `[n, 1, 28, 28]` in 0..1, and their labels."""
    pictures, labels = (gzip.open(DIGITS / f"{part}-{kind}-ubyte.gz").read() for kind in ("images-idx3", "labels-idx1"))
    pixels = torch.frombuffer(bytearray(pictures[16:]), dtype=torch.uint8)
    return pixels.view(-1, 1, 28, 28) / 255, torch.frombuffer(bytearray(labels[8:]), dtype=torch.uint8).long()


def safetensors(path: Path) -> dict[str, Tensor]:
    """Tensors of 16 or 32 bits by name: eight bytes of length, a header of JSON, and the values."""
    import json

    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    types = {"F16": numpy.float16, "F32": numpy.float32}

    def tensor(entry: dict) -> Tensor:
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        values = numpy.frombuffer(data[begin:end], types[entry["dtype"]]).astype(numpy.float32)
        return torch.from_numpy(values).view(entry["shape"])

    return {name: tensor(entry) for name, entry in header.items()}


@torch.no_grad()
def classified(pictures: Tensor) -> tuple[Tensor, Tensor]:
    """What the classifier that comes with the page finds: features `[n, 64]` and probabilities `[n, 10]`."""
    weights = safetensors(CLASSIFIER)
    layer = lambda name: (weights[f"{name}.weight"], weights[f"{name}.bias"])
    found = functional.relu(functional.conv2d(pictures, *layer("features.0"), stride=2, padding=1))
    found = functional.relu(functional.conv2d(found, *layer("features.1"), stride=2, padding=1))
    features = functional.relu(functional.linear(found.flatten(1), *layer("features.2")))
    return features, functional.linear(features, *layer("head.0")).softmax(1)


def frechet_distance(one: Tensor, other: Tensor) -> float:
    means = [rows.double().mean(0) for rows in (one, other)]
    covariances = [numpy.cov(rows.double().numpy(), rowvar=False) for rows in (one, other)]
    roots = numpy.linalg.eigvals(covariances[0] @ covariances[1]).real.clip(0) ** 0.5
    apart = (means[0] - means[1]).square().sum().item()
    return apart + numpy.trace(covariances[0] + covariances[1]) - 2 * roots.sum()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", choices=["ring", "modes", "digits"])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--steps", type=int, help="10,000 of points and 1,000 of digits, where left out")
    arguments = parser.parse_args()
    train, usual = {"ring": (ring, 10_000), "modes": (modes, 10_000), "digits": (digits, 1000)}[arguments.data]
    steps = arguments.steps or usual
    for seed in range(arguments.seeds):
        begin = time.monotonic()
        found = train(seed, steps)
        print(f"{arguments.data}, seed {seed}, {steps} steps, {time.monotonic() - begin:.0f} s: {found}", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
