//! Tests an engine: the same steps on it and on the CPU must give the same losses.
//! A shader that does not validate is silently skipped and leaves stale values behind; this finds it.

use serde::Serialize;

use super::Session;
use crate::dataset::{PointSettings, PointShape};
use crate::engine::EngineName;
use crate::error::Error;
use crate::model::Family;
use crate::settings::Choices;
use crate::settings::choice::Choice;

const STEPS: usize = 2;
const TOLERANCE: f64 = 1e-3;

/// The result of a self-test that passed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SelfTest {
    /// Steps that were compared, for each family.
    pub steps: usize,
    /// Largest difference of a loss, relative to the CPU engine's.
    pub largest_difference: f64,
}

/// Trains a small model of each family a few steps on `engine` and on the CPU.
///
/// # Errors
/// Where the engine cannot be opened, fails, or gives other numbers than the CPU.
pub async fn self_test(engine: EngineName) -> Result<SelfTest, Error> {
    let mut largest_difference = 0f64;
    for &family in Family::ALL {
        let expected = losses(family, EngineName::Cpu).await?;
        let found = losses(family, engine).await?;
        for ((name, expected), (_, found)) in expected.into_iter().zip(found) {
            let difference = f64::from((found - expected).abs() / expected.abs().max(1e-6));
            if difference.is_nan() || difference > TOLERANCE {
                return Err(Error::SelfTestFailed {
                    family: family.name(),
                    loss: name,
                    value: found.to_string(),
                    expected: expected.into(),
                });
            }
            largest_difference = largest_difference.max(difference);
        }
    }
    Ok(SelfTest {
        steps: STEPS,
        largest_difference,
    })
}

async fn losses(family: Family, engine: EngineName) -> Result<Vec<(&'static str, f32)>, Error> {
    let mut session = Session::create(Choices {
        engine: Some(engine),
        family: Some(family),
        hidden: Some(vec![8]),
        code: Some(4),
        batch_size: Some(16),
        ..Choices::default()
    })
    .await?;
    session.load_points(PointSettings {
        shape: PointShape::Ring,
        count: 8,
        radius: 2.0,
        points: None,
        deviation: 0.05,
    })?;
    Ok(session.train(STEPS).await?.losses)
}
