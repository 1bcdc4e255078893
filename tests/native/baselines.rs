//! Baselines of large pictures: exact where they can be afforded, and none where they cannot.

use crate::common::session;
use generative_playground::dataset::Dataset;
use generative_playground::evaluation::PrincipalComponents;
use generative_playground::model::Family;
use generative_playground::random::{Purpose, Random};
use generative_playground::settings::Choices;
use pollster::block_on;

/// An IDX file of square pictures: mixtures of `kinds` of noise.
fn pictures(count: u32, side: u32, kinds: usize) -> Vec<u8> {
    let pixels = (side * side) as usize;
    let mut random = Random::stream(3, Purpose::Sample, 0);
    let parts = random.normals(kinds * pixels);
    let sizes = [count, side, side].map(u32::to_be_bytes).concat();
    let mut file = [&[0, 0, 8, 3][..], &sizes].concat();
    for _ in 0..count {
        let shares = random.normals(kinds);
        file.extend((0..pixels).map(|pixel| {
            let mixed = shares.iter().enumerate();
            let mixed: f32 = mixed
                .map(|(kind, share)| share * parts[kind * pixels + pixel])
                .sum();
            (128.0 + 20.0 * mixed).clamp(0.0, 255.0) as u8
        }));
    }
    file
}

fn fit(data: &Dataset, count: usize) -> Option<PrincipalComponents> {
    block_on(PrincipalComponents::fit(data, count)).expect("the CPU does not fail")
}

/// Few pictures of many pixels and, four times over, so many that the covariance is the cheaper way: the same directions.
#[test]
fn few_examples_have_the_components_of_many_like_them() {
    let file = pictures(60, 10, 5);
    let few = Dataset::from_idx(&file, None).expect("sound data");
    let mut repeated = file[..16].to_vec();
    repeated[4..8].copy_from_slice(&240u32.to_be_bytes());
    (0..4).for_each(|_| repeated.extend(&file[16..]));
    let many = Dataset::from_idx(&repeated, None).expect("sound data");
    let [few, many] =
        [&few, &many].map(|data| fit(data, 3).expect("a few numbers").squared_error(data));
    assert!(
        few > 0.001 && (few - many).abs() < 1e-4 * many,
        "{few} and {many}"
    );
}

#[test]
fn as_many_components_as_examples_leave_no_error() {
    let file = pictures(50, 160, 50);
    let data = Dataset::from_idx(&file, None).expect("sound data");
    let components = fit(&data, 64).expect("50 examples are few");
    assert_eq!(components.count(), 50);
    assert!(components.squared_error(&data) < 1e-6);
}

#[test]
fn large_pictures_are_measured_without_what_cannot_be_afforded() {
    let few = pictures(50, 160, 5);
    let many = pictures(2000, 160, 2);
    for (family, training, names, baselines) in [
        (
            Family::Adversarial,
            &few,
            vec!["coverage", "discriminatorAccuracy"],
            vec![true, true],
        ),
        (
            Family::Autoencoder,
            &few,
            vec!["meanSquaredError"],
            vec![true],
        ),
        (
            Family::Autoencoder,
            &many,
            vec!["meanSquaredError"],
            vec![false],
        ),
        (
            Family::Variational,
            &many,
            vec![
                "negativeElbo",
                "negativeLogLikelihood",
                "meanSquaredError",
                "codeMean",
                "codeVariance",
            ],
            vec![true, true, false, true, true],
        ),
    ] {
        let mut session = session(Choices {
            family: Some(family),
            hidden: Some(vec![8]),
            code: Some(4),
            ..Choices::default()
        });
        session.load_images(training, None).expect("sound data");
        session.load_test_images(&few, None).expect("sound data");
        let report = block_on(session.evaluate()).expect("measures");
        let measures = report.measures.iter();
        let found: Vec<_> = measures.clone().map(|measure| measure.name).collect();
        assert_eq!(found, names);
        for (measure, expected) in measures.zip(baselines) {
            assert_eq!(
                measure.baseline.is_some(),
                expected,
                "{family:?} {measure:?}"
            );
            assert!(measure.value.is_finite());
        }
    }
}
