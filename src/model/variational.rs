//! The variational autoencoder (Kingma and Welling, arXiv 1312.6114): an [`Autoencoder`] whose encoder gives a
//! posterior of the code, a diagonal Gaussian, and not a code.

use burn::tensor::Device;

use super::{Autoencoder, ModelConfig};

/// Fresh networks of the configured sizes. The encoder gives the means and the log-variances of the posterior, side by
/// side: `[batch, 2 code]`.
pub fn variational(config: &ModelConfig, device: &Device) -> Autoencoder {
    Autoencoder::init(config, 2 * config.code, device)
}
