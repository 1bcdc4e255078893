//! The networks of a model before it is made: what is saved of it, and how much memory it takes.

use crate::model::{Family, LayerConfig, ModelConfig};

/// A network that is still to be made.
#[derive(Clone, Debug)]
pub struct NetworkPlan {
    /// As `encoder`.
    pub name: &'static str,
    /// From what goes in on.
    pub layers: Vec<LayerConfig>,
    /// Whether it is an optimiser's, which remembers moments of its gradients.
    pub optimized: bool,
}

impl NetworkPlan {
    /// Numbers of all weights and biases.
    pub fn parameters(&self) -> u64 {
        let layers = self.layers.iter();
        layers
            .map(|layer| {
                let [rows, columns] = layer.weight_shape().map(|side| side as u64);
                rows * columns + layer.bias_length() as u64
            })
            .sum()
    }

    /// The names of its parameters and their shapes, as PyTorch has them.
    pub fn tensors(&self) -> Vec<(String, Vec<usize>)> {
        let layers = self.layers.iter().enumerate();
        layers
            .flat_map(|(index, layer)| {
                let name = |kind| format!("{}.{index}.{kind}", self.name);
                [
                    (name("weight"), layer.pytorch_shape()),
                    (name("bias"), vec![layer.bias_length()]),
                ]
            })
            .collect()
    }
}

/// What [`super::new_trainer`] would make.
pub fn plan_networks(family: Family, config: &ModelConfig) -> Vec<NetworkPlan> {
    let network = |name, layers, optimized| NetworkPlan {
        name,
        layers,
        optimized,
    };
    let autoencoder = |encoder_outputs| {
        vec![
            network("encoder", config.encoder_layers(encoder_outputs), true),
            network("decoder", config.decoder_layers(), true),
        ]
    };
    match family {
        Family::Autoencoder => autoencoder(config.code),
        Family::Variational => autoencoder(2 * config.code),
        Family::Adversarial => vec![
            network("generator", config.decoder_layers(), true),
            network("discriminator", config.discriminator_layers(), true),
            network("average", config.decoder_layers(), false),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Shape;
    use crate::engine::Engine;
    use crate::model::{HiddenActivation, NetworkKind};
    use crate::settings::choice::Choice;
    use crate::training::new_trainer;

    #[test]
    fn plans_are_what_is_made() {
        for (&family, &network) in Family::ALL.iter().zip(NetworkKind::ALL.iter().cycle()) {
            let config = ModelConfig {
                shape: Shape::Image {
                    height: 8,
                    width: 12,
                },
                downscaled: false,
                labels: 0,
                packing: 1,
                network,
                hidden: vec![3, 5],
                code: 4,
                activation: HiddenActivation::Relu,
                seed: 0,
            };
            let mut trainer = new_trainer(family, &config, Engine::cpu().device());
            let mut plans = plan_networks(family, &config).into_iter();
            for network in trainer.networks() {
                let plan = plans.next().expect("as many plans as networks");
                assert_eq!(plan.name, network.name);
                assert_eq!(plan.optimized, network.adam.is_some());
                let count = network.network.parameters().dims()[0];
                assert_eq!(plan.parameters(), count as u64);
                let made = network.network.named_parameters().into_iter();
                let made = made.map(|one| (format!("{}.{}", network.name, one.name), one.shape));
                assert_eq!(plan.tensors(), made.collect::<Vec<_>>());
            }
            assert!(plans.next().is_none());
        }
    }
}
