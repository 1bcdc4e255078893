//! Generative Playground: autoencoders, variational autoencoders and GANs that train in the browser.
//!
//! Data flow one way, and each module depends only on the modules before it:
//!
//! [`dataset`] → [`model`] → [`objective`] → [`training`] → [`evaluation`] → [`session`] → `wasm`
//!
//! Beside them: [`chemistry`] (molecules, for the data sets), [`engine`] (where the mathematics is done), [`settings`], [`checkpoint`], [`random`] (every
//! number that matters comes from a seed), [`memory`] and [`error`].

pub mod checkpoint;
pub mod chemistry;
pub mod dataset;
pub mod engine;
pub mod error;
pub mod evaluation;
pub mod memory;
pub mod model;
pub mod objective;
pub mod random;
pub mod session;
pub mod settings;
pub mod training;

#[cfg(target_arch = "wasm32")]
mod wasm;
