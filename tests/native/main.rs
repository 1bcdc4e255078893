//! The library's own tests by topic, in one program: linking one for each topic took minutes, and two that learn for minutes
//! run at once. What changes the whole process stands outside: the threads, and counting what memory is taken.

mod common;

mod adversarial_kernels;
mod adversarial_losses;
mod adversarial_points;
mod adversarial_settings;
mod anomaly;
mod arrows;
mod augmentation;
mod baselines;
mod checkpoints;
mod codes;
mod conditioning;
mod convolution;
mod copies;
mod denoising;
mod divergences;
mod enlarging;
mod errors;
mod failures;
mod files;
mod generated_digits;
mod generated_measures;
mod gradients;
mod inspection;
mod kernels;
mod labelled_digits;
mod learning;
mod letters;
mod memorization;
mod mending;
mod molecules;
mod optimizers;
mod packing;
mod points;
mod seams;
mod selfies;
mod settings;
mod shipped_models;
mod signal_convolution;
mod signals;
mod sparsity;
mod trace;
