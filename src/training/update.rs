//! Which networks of a GAN a step updates.

/// The networks that are updated; the others are constants in that step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Update {
    /// The discriminator, then the generator.
    #[default]
    Both,
    /// The generator alone.
    Generator,
    /// The discriminator alone.
    Discriminator,
}

impl Update {
    /// Whether the generator is updated, and its moving average with it.
    pub fn generator(self) -> bool {
        self != Self::Discriminator
    }

    /// Whether the discriminator is updated.
    pub fn discriminator(self) -> bool {
        self != Self::Generator
    }
}
