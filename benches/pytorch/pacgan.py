"""Table 1 of PacGAN (Lin et al., arXiv 1712.04086) in PyTorch, on its ring of 8 and its grid of 25: a GAN, and the same one
whose discriminator judges several examples at once. Networks, losses and settings are those of the authors' published
experiments (github.com/fjxmlzn/PacGAN, synthetic_data_experiments), whose 400,000 steps take hours of one thread."""

import argparse
import math
import time

import torch
from torch import Tensor, nn
from torch.nn import functional

EXAMPLES, BATCH, SAMPLES = 100_000, 100, 2500
NOISE, GENERATOR_WIDTH, DISCRIMINATOR_WIDTH, PIECES = 2, 400, 200, 5
WEIGHT_DEVIATION, RATE, BETAS = 0.02, 1e-4, (0.8, 0.999)
# A made point within so many deviations of a mode is of high quality.
NEAR = 3
# What covers a mode of this repository: 20 of 2,500 (src/evaluation/modes.rs). The authors count one.
ENOUGH = 20


def modes(data: str) -> tuple[Tensor, float]:
    """Centres, and the deviation about each."""
    if data == "ring":
        angles = torch.arange(8) * 2 * math.pi / 8
        return torch.stack([angles.cos(), angles.sin()], 1), 0.01
    side = torch.arange(-4.0, 5.0, 2.0)
    return torch.cartesian_prod(side, side), 0.05


def linear(inputs: int, outputs: int, bias: bool = True) -> nn.Linear:
    layer = nn.Linear(inputs, outputs, bias)
    nn.init.normal_(layer.weight, std=WEIGHT_DEVIATION)
    if bias:
        nn.init.zeros_(layer.bias)
    return layer


class Maxout(nn.Module):
    """Of each unit the largest of its linear pieces."""

    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        self.pieces = linear(inputs, outputs * PIECES)

    def forward(self, inputs: Tensor) -> Tensor:
        return self.pieces(inputs).unflatten(1, (-1, PIECES)).amax(2)


def generator(packing: int) -> nn.Sequential:
    # Each pass takes its share of the 0.05 by which a step moves the population's moments.
    momentum = 1 - 0.95 ** (1 / packing)
    layers: list[nn.Module] = []
    width = NOISE
    for _ in range(4):
        layers += [
            linear(width, GENERATOR_WIDTH, bias=False),
            nn.BatchNorm1d(GENERATOR_WIDTH, eps=1e-4, momentum=momentum),
            nn.ReLU(),
        ]
        width = GENERATOR_WIDTH
    return nn.Sequential(*layers, linear(width, 2))


def discriminator(packing: int) -> nn.Sequential:
    widths = [2 * packing, *3 * [DISCRIMINATOR_WIDTH]]
    hidden = [Maxout(inputs, outputs) for inputs, outputs in zip(widths, widths[1:])]
    return nn.Sequential(*hidden, linear(DISCRIMINATOR_WIDTH, 1))


def train(centres: Tensor, deviation: float, packing: int, steps: int) -> Tensor:
    """What the generator makes in the end, `[2500, 2]`. Both networks are updated at once, from one pass."""
    examples = centres[torch.randint(len(centres), (EXAMPLES,))] + deviation * torch.randn(EXAMPLES, 2)
    make, judge = generator(packing), discriminator(packing)
    networks = [[*make.parameters()], [*judge.parameters()]]
    optimizers = [torch.optim.Adam(parameters, RATE, BETAS) for parameters in networks]
    for _ in range(steps):
        real = examples[torch.randint(EXAMPLES, (BATCH, packing))].flatten(1)
        made = torch.cat([make(torch.randn(BATCH, NOISE)) for _ in range(packing)], 1)
        of_real, of_made = judge(torch.cat([real, made])).chunk(2)
        losses = [
            functional.softplus(-of_made).mean(),
            (functional.softplus(-of_real) + functional.softplus(of_made)).mean(),
        ]
        gradients = [
            torch.autograd.grad(loss, parameters, retain_graph=True) for loss, parameters in zip(losses, networks)
        ]
        for parameters, found, optimizer in zip(networks, gradients, optimizers):
            for parameter, gradient in zip(parameters, found):
                parameter.grad = gradient
            optimizer.step()
    make.eval()
    with torch.no_grad():
        return make(torch.randn(SAMPLES, NOISE))


def measured(made: Tensor, centres: Tensor, deviation: float) -> str:
    """As the table has it: the reverse KL is that of the modes of high-quality points from equally many in each."""
    distances, nearest = torch.cdist(made, centres).min(1)
    counts = nearest[distances < NEAR * deviation].bincount(minlength=len(centres))
    high = counts.sum().item()
    shares = counts[counts > 0] / max(high, 1)
    divergence = (shares * (shares * len(centres)).log()).sum().item() if high else math.nan
    return (
        f"{(counts > 0).sum()} modes of {len(centres)} ({(counts >= ENOUGH).sum()} by 20 points each), "
        f"{100 * high / len(made):.1f} % of high quality, reverse KL {divergence:.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", choices=["ring", "grid"])
    parser.add_argument("--packing", type=int, default=1, help="examples that are judged at once: 1 is a plain GAN")
    parser.add_argument("--steps", type=int, default=400_000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0])
    arguments = parser.parse_args()
    centres, deviation = modes(arguments.data)
    name = f"PacGAN{arguments.packing}" if arguments.packing > 1 else "GAN"
    for seed in arguments.seeds:
        torch.manual_seed(seed)
        begin = time.monotonic()
        made = train(centres, deviation, arguments.packing, arguments.steps)
        found = measured(made, centres, deviation)
        took = f"{time.monotonic() - begin:.0f} s"
        print(f"{name}, {arguments.data}, seed {seed}, {arguments.steps} steps, {took}: {found}", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
