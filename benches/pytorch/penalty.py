"""Penalties on a discriminator's gradient, and their gradients by its weights, into tests/data/penalties.json: what the library's
own, which are in closed form, are held to."""

import json
from pathlib import Path

import torch
from torch import Tensor, nn

from gan import LEAK, gradient_penalty, initialise, r1_penalty, slopes

FILE = Path(__file__).parents[2] / "tests/data/penalties.json"
SIDE, EXAMPLES = 8, 3
PENALTIES = {"aboutZero": r1_penalty, "aboutOne": gradient_penalty}


def networks() -> dict[str, nn.Sequential]:
    leaky = nn.LeakyReLU(LEAK)
    convolution = {"kernel_size": 4, "stride": 2, "padding": 1}
    return {
        "dense": nn.Sequential(nn.Flatten(), nn.Linear(64, 4), leaky, nn.Linear(4, 3), leaky, nn.Linear(3, 1)),
        "convolutional": nn.Sequential(
            initialise(nn.Conv2d(1, 4, **convolution), 16),
            leaky,
            initialise(nn.Conv2d(4, 3, **convolution), 64),
            leaky,
            nn.Flatten(),
            nn.Linear(12, 1),
        ),
    }


def flat(values: Tensor) -> list[float]:
    return [float(f"{value:.9g}") for value in values.flatten().tolist()]


def parameters(network: nn.Sequential) -> dict[str, Tensor]:
    """By the place of the layer among those that have any."""
    layers = [layer for layer in network if list(layer.parameters())]
    return {f"{at}.{name}": value for at, layer in enumerate(layers) for name, value in layer.named_parameters()}


def found(network: nn.Sequential, examples: Tensor) -> dict:
    named = parameters(network)
    told = {"examples": flat(examples), "parameters": {name: flat(value) for name, value in named.items()}}
    for name, penalty in PENALTIES.items():
        value = penalty(slopes(network, examples))
        gradients = torch.autograd.grad(value, list(named.values()), allow_unused=True)
        # A bias moves no gradient.
        by_name = {name: flat(gradient) for name, gradient in zip(named, gradients) if gradient is not None}
        told[name] = {"penalty": value.item(), "gradients": by_name}
    return told


if __name__ == "__main__":
    torch.manual_seed(1)
    examples = torch.randn(EXAMPLES, 1, SIDE, SIDE)
    FILE.write_text(json.dumps({name: found(network, examples) for name, network in networks().items()}) + "\n")
    print(FILE)
