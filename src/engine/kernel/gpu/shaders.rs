//! The shaders, by name.

/// A shader; each becomes one pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Shader {
    Dense,
    DenseInputGradient,
    DenseWeightGradient,
    ActivationBackward,
    Unfold,
    Fold,
    ChannelBiasGradient,
    Loss,
    Reparameterize,
    ReparameterizeBackward,
    L1Penalty,
    AdversarialLoss,
    GradientPenalty,
    DifferencePenalty,
    InterpolateRows,
    SelectLabel,
    SelectLabelBackward,
    Add,
    Adam,
    EmaUpdate,
    ConcatRows,
    Copy,
    LoadBatch,
    AdvanceStep,
}

const MATMUL: &str = include_str!("matmul.wgsl");

impl Shader {
    /// Its whole source in WGSL.
    pub fn source(self) -> String {
        let text = match self {
            Self::Dense => return matmul(0),
            Self::DenseInputGradient => return matmul(1),
            Self::DenseWeightGradient => return matmul(2),
            Self::ActivationBackward => include_str!("activation_backward.wgsl"),
            Self::Unfold => include_str!("unfold.wgsl"),
            Self::Fold => include_str!("fold.wgsl"),
            Self::ChannelBiasGradient => include_str!("channel_bias_gradient.wgsl"),
            Self::Loss => include_str!("loss.wgsl"),
            Self::Reparameterize => include_str!("reparameterize.wgsl"),
            Self::ReparameterizeBackward => include_str!("reparameterize_backward.wgsl"),
            Self::L1Penalty => include_str!("l1_penalty.wgsl"),
            Self::AdversarialLoss => include_str!("adversarial_loss.wgsl"),
            Self::GradientPenalty => include_str!("gradient_penalty.wgsl"),
            Self::DifferencePenalty => include_str!("difference_penalty.wgsl"),
            Self::InterpolateRows => include_str!("interpolate_rows.wgsl"),
            Self::SelectLabel => include_str!("select_label.wgsl"),
            Self::SelectLabelBackward => include_str!("select_label_backward.wgsl"),
            Self::Add => include_str!("add.wgsl"),
            Self::Adam => include_str!("adam.wgsl"),
            Self::EmaUpdate => include_str!("ema_update.wgsl"),
            Self::ConcatRows => include_str!("concat_rows.wgsl"),
            Self::Copy => include_str!("copy.wgsl"),
            Self::LoadBatch => include_str!("load_batch.wgsl"),
            Self::AdvanceStep => include_str!("advance_step.wgsl"),
        };
        with_common(text)
    }

    /// Invocations in a workgroup, as the source has them.
    pub fn workgroup_size(self) -> u32 {
        match self {
            Self::ChannelBiasGradient => 256,
            Self::AdvanceStep => 1,
            _ => 64,
        }
    }
}

fn matmul(kind: u32) -> String {
    with_common(&format!("const KIND: u32 = {kind}u;\n{MATMUL}"))
}

fn with_common(text: &str) -> String {
    include_str!("common.wgsl").to_owned() + text
}
