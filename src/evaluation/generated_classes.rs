//! Measures of generated pictures by a classifier, each beside the same of real pictures.

use super::{
    Baseline, Better, Classified, FEATURES, FeatureMoments, Measure, frechet_distance,
    precision_recall,
};
use crate::error::Error;

/// Pictures whose neighbours are looked for at most.
const COMPARED: usize = 1000;

/// Measures of what a classifier found in generated pictures, and in as many unseen real ones.
///
/// # Errors
/// Where the engine fails.
pub async fn generated_class_measures(
    real: &Classified,
    generated: &Classified,
) -> Result<Vec<Measure>, Error> {
    let count = generated.classes.len();
    let beside = |name, value, unit, better, real| {
        Measure {
            count: Some(count),
            ..Measure::new(name, value, unit, better)
        }
        .beside(Some(Baseline::new("real data", real)))
    };
    let moments = |features: &[f32]| FeatureMoments::of(features, FEATURES);
    let distance = frechet_distance(&moments(&real.features), &moments(&generated.features));
    let mut measures = vec![
        beside(
            "frechetDistance",
            distance,
            "",
            Better::Lower,
            frechet_floor(real),
        ),
        beside(
            "sure",
            100.0 * generated.sure(),
            "%",
            Better::Higher,
            100.0 * real.sure(),
        ),
        beside(
            "classesPresent",
            generated.present() as f64,
            "classes",
            Better::Higher,
            real.present() as f64,
        ),
    ];
    let compared = COMPARED.min(count / 2);
    let part = |classified: &'_ Classified, from: usize| {
        classified.features[from * FEATURES..(from + compared) * FEATURES].to_vec()
    };
    let found = precision_recall(&part(real, 0), &part(generated, 0), FEATURES).await?;
    let other = precision_recall(&part(real, 0), &part(real, compared), FEATURES).await?;
    let shares = [
        ("precision", found.precision, other.precision),
        ("recall", found.recall, other.recall),
    ];
    measures.extend(shares.map(|(name, found, other)| Measure {
        count: Some(compared),
        ..beside(name, 100.0 * found, "%", Better::Higher, 100.0 * other)
    }));
    Ok(measures)
}

/// The Frechet distance of two halves of real pictures: what is left of it where nothing is different.
pub fn frechet_floor(real: &Classified) -> f64 {
    let (one, other) = real.features.split_at(real.classes.len() / 2 * FEATURES);
    let [one, other] = [one, other].map(|half| FeatureMoments::of(half, FEATURES));
    frechet_distance(&one, &other)
}
