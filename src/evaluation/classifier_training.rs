//! Training the small classifier: the one by which made pictures are judged, and those that tell what made ones are worth to others.

use burn::tensor::{Tensor, TensorData};

use super::{CLASSES, Classifier};
use crate::engine::Engine;
use crate::engine::kernel::{Activation, LossKind, StepScalars, loss};
use crate::training::{Adam, OptimizerName, OptimizerSettings, Schedule, step_scalars};

/// A classifier while it is trained, on the CPU engine.
#[derive(Debug)]
pub struct ClassifierTraining {
    /// As trained so far.
    pub classifier: Classifier,
    adams: [Adam; 2],
    settings: OptimizerSettings,
    step: u64,
    engine: Engine,
}

impl ClassifierTraining {
    /// A fresh one, for so many steps: of AdamW, whose rate falls to 0.
    pub fn new(seed: u32, steps: u32) -> Self {
        let settings = OptimizerSettings {
            discriminator_learning_rate: None,
            name: OptimizerName::AdamW,
            learning_rate: 2e-3,
            beta1: 0.9,
            beta2: 0.999,
            weight_decay: 0.02,
            schedule: Schedule::Cosine,
            warm_up: 0,
            schedule_steps: steps,
        };
        let engine = Engine::cpu();
        let classifier = Classifier::init(seed, engine.device());
        Self {
            adams: classifier.networks().map(|(_, network)| Adam::new(network)),
            classifier,
            settings,
            step: 0,
            engine,
        }
    }

    /// One step by the cross-entropy of pictures `[n * 784]` and their classes `[n]`.
    pub fn step(&mut self, pictures: Vec<f32>, classes: &[u8]) {
        let rows = classes.len();
        let mut targets = vec![0.0; rows * CLASSES];
        for (targets, &class) in targets.chunks_exact_mut(CLASSES).zip(classes) {
            targets[usize::from(class)] = 1.0;
        }
        let Classifier { features, head } = &mut self.classifier;
        let [features_adam, head_adam] = &mut self.adams;
        let pictures = self.engine.tensor(pictures, rows);
        let found = features.forward_pass(pictures, Classifier::ACTIVATION);
        let logits = head.forward_pass(found.output.clone(), Activation::Linear);
        let kind = LossKind::CategoricalCrossEntropyWithLogits { classes: CLASSES };
        let targets = self.engine.tensor(targets, rows);
        let (_, gradient) = loss(logits.output.clone(), targets, kind, 1.0 / rows as f32);
        let gradient = head.backward_to_input(logits, gradient, &mut head_adam.gradients);
        features.backward(found, gradient, &mut features_adam.gradients);
        let scalars = step_scalars(self.step, self.step, &self.settings, 0.0);
        let scalars = TensorData::new(scalars.to_array().to_vec(), [StepScalars::COUNT]);
        let scalars = Tensor::from_data(scalars, self.engine.device());
        features_adam.step(features, &scalars, self.settings.betas());
        head_adam.step(head, &scalars, self.settings.betas());
        self.step += 1;
    }
}
