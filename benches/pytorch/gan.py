"""The GANs of this repository in PyTorch: layers, initial weights, losses, penalties, optimiser and running average."""

import copy
import math

import torch
from torch import Tensor, nn
from torch.nn import functional

LEAK = 0.2


class CentredSigmoid(nn.Module):
    """From a sigmoid's 0..1 to -1..1, in which the discriminator takes pictures: tanh(x / 2)."""

    def forward(self, values: Tensor) -> Tensor:
        return torch.tanh(0.5 * values)


def initialise(layer: nn.Module, fan_in: int) -> nn.Module:
    """Uniform in +-1/sqrt(fan in). PyTorch counts the inputs of a transposed convolution otherwise."""
    bound = 1 / math.sqrt(fan_in)
    for parameter in layer.parameters():
        nn.init.uniform_(parameter, -bound, bound)
    return layer


def dense(widths: list[int], activation: nn.Module) -> nn.Sequential:
    layers: list[nn.Module] = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [initialise(nn.Linear(inputs, outputs), inputs), activation]
    return nn.Sequential(*layers[:-1])


def dense_gan(features: int, hidden: list[int], code: int) -> tuple[nn.Module, nn.Module]:
    """Of points: outputs anywhere, ReLU in the generator."""
    generator = dense([code, *reversed(hidden), features], nn.ReLU())
    discriminator = dense([features, *hidden, 1], nn.LeakyReLU(LEAK))
    return generator, discriminator


def convolutional_gan(channels: list[int], code: int, labels: int) -> tuple[nn.Module, nn.Module]:
    """Of pictures of 28 by 28 in -1..1, both networks told the label: a one behind the noise, and a logit for each."""
    first, second = channels
    leaky = nn.LeakyReLU(LEAK)
    convolution = {"kernel_size": 4, "stride": 2, "padding": 1}
    generator = nn.Sequential(
        initialise(nn.Linear(code + labels, second * 49), code + labels),
        leaky,
        nn.Unflatten(1, (second, 7, 7)),
        # Each pixel is a sum over four patches.
        initialise(nn.ConvTranspose2d(second, first, **convolution), 4 * second),
        leaky,
        initialise(nn.ConvTranspose2d(first, 1, **convolution), 4 * first),
        CentredSigmoid(),
    )
    discriminator = nn.Sequential(
        initialise(nn.Conv2d(1, first, **convolution), 16),
        leaky,
        initialise(nn.Conv2d(first, second, **convolution), 16 * first),
        leaky,
        nn.Flatten(),
        initialise(nn.Linear(second * 49, labels), second * 49),
    )
    return generator, discriminator


def slopes(discriminator: nn.Module, examples: Tensor, labels: Tensor | None = None) -> Tensor:
    """The norm of the gradient of each example's logit at it, to be differentiated again."""
    examples = examples.detach().requires_grad_()
    logits = chosen(discriminator(examples), labels)
    (gradient,) = torch.autograd.grad(logits.sum(), examples, create_graph=True)
    return gradient.flatten(1).norm(dim=1)


def r1_penalty(norms: Tensor) -> Tensor:
    """Mescheder et al., arXiv 1801.04406."""
    return 0.5 * norms.square().mean()


def gradient_penalty(norms: Tensor) -> Tensor:
    """Gulrajani et al., arXiv 1704.00028."""
    return (norms - 1).square().mean()


def chosen(logits: Tensor, labels: Tensor | None) -> Tensor:
    """Of a logit for each label that of the label itself."""
    return logits.flatten() if labels is None else logits.gather(1, labels[:, None]).flatten()


def relativistic(real: Tensor, made: Tensor) -> Tensor:
    """Pairs of logits (arXiv 2501.05441): the discriminator's loss; the generator's with real and made ones exchanged."""
    return functional.softplus(made - real).mean()


def non_saturating(real: Tensor, made: Tensor) -> Tensor:
    """Goodfellow et al., arXiv 1406.2661: the discriminator's loss; of the generator's nothing depends on the real ones."""
    return (functional.softplus(-real) + functional.softplus(made)).mean()


class Training:
    """Both networks by Adam, with R1, and the average of the generator."""

    def __init__(
        self,
        networks: tuple[nn.Module, nn.Module],
        rate: float,
        penalty: float,
        code: int,
        labels: int = 0,
        objective=relativistic,
    ):
        self.generator, self.discriminator = networks
        self.average = copy.deepcopy(self.generator)
        self.penalty, self.code, self.labels, self.steps = penalty, code, labels, 0
        self.objective = objective
        self.optimizers = [torch.optim.Adam(network.parameters(), rate, (0.5, 0.99)) for network in networks]

    def noise(self, count: int, labels: Tensor | None) -> Tensor:
        noise = torch.randn(count, self.code)
        return noise if labels is None else torch.cat([noise, functional.one_hot(labels, self.labels)], 1)

    def step(self, real: Tensor, labels: Tensor | None = None) -> None:
        of_generator, of_discriminator = self.optimizers
        noise = [self.noise(len(real), labels) for _ in range(2)]
        with torch.no_grad():
            made = self.generator(noise[0])
        outputs = [self.discriminator(examples) for examples in (real, made)]
        logits = [chosen(each, labels) for each in outputs]
        loss = self.objective(*logits)
        if labels is not None:
            # By the same logits it also learns to tell the labels of real ones.
            loss = loss + 0.05 * functional.cross_entropy(outputs[0], labels)
        loss = loss + self.penalty * r1_penalty(slopes(self.discriminator, real, labels))
        of_discriminator.zero_grad()
        loss.backward()
        of_discriminator.step()

        logits = [chosen(self.discriminator(examples), labels) for examples in (real, self.generator(noise[1]))]
        of_generator.zero_grad()
        self.objective(logits[1], logits[0].detach()).backward()
        of_generator.step()
        self.steps += 1
        decay = min(0.998, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for average, parameter in zip(self.average.parameters(), self.generator.parameters()):
                average.lerp_(parameter, 1 - decay)

    @torch.no_grad()
    def sample(self, count: int, labels: Tensor | None = None) -> Tensor:
        return self.average(self.noise(count, labels))
