//! The shaders, by name.

/// A shader; each becomes one pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Shader {
    Dense,
    DenseInputGradient,
    DenseWeightGradient,
    Through,
    Unfold,
    Fold,
    ChannelBias,
    Loss,
    Code,
    CodeGradient,
    Adam,
    Approach,
    Stack,
    Copy,
    Deal,
    Advance,
}

const PRODUCT: &str = include_str!("product.wgsl");

impl Shader {
    /// Its text in WGSL, whole.
    pub fn source(self) -> String {
        let text = match self {
            Self::Dense => return product(0),
            Self::DenseInputGradient => return product(1),
            Self::DenseWeightGradient => return product(2),
            Self::Through => include_str!("through.wgsl"),
            Self::Unfold => include_str!("unfold.wgsl"),
            Self::Fold => include_str!("fold.wgsl"),
            Self::ChannelBias => include_str!("channel_bias.wgsl"),
            Self::Loss => include_str!("loss.wgsl"),
            Self::Code => include_str!("code.wgsl"),
            Self::CodeGradient => include_str!("code_gradient.wgsl"),
            Self::Adam => include_str!("adam.wgsl"),
            Self::Approach => include_str!("approach.wgsl"),
            Self::Stack => include_str!("stack.wgsl"),
            Self::Copy => include_str!("copy.wgsl"),
            Self::Deal => include_str!("deal.wgsl"),
            Self::Advance => include_str!("advance.wgsl"),
        };
        with_common(text)
    }

    /// Units of a group, as the text has them.
    pub fn units(self) -> u32 {
        match self {
            Self::ChannelBias => 256,
            Self::Advance => 1,
            _ => 64,
        }
    }
}

fn product(kind: u32) -> String {
    with_common(&format!("const KIND: u32 = {kind}u;\n{PRODUCT}"))
}

fn with_common(text: &str) -> String {
    include_str!("common.wgsl").to_owned() + text
}
