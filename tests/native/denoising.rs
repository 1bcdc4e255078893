//! Denoising: what the encoder is shown, and measures on corrupted test examples beside what the corruption left.

use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{RING, baseline, measure, session, session_on_digits, session_on_ring};
use generative_playground::dataset::{Corruption, CorruptionKind, Shape};
use generative_playground::model::{Family, NetworkKind};
use generative_playground::random::{Purpose, Random};
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;

fn choices(corruption: Option<Corruption>) -> Choices {
    Choices {
        family: Some(Family::Autoencoder),
        hidden: Some(vec![128]),
        code: Some(32),
        corruption: Some(corruption),
        seed: Some(0),
        ..Choices::default()
    }
}

const NOISE: Corruption = Corruption {
    kind: CorruptionKind::Noise,
    amount: 0.5,
};

#[test]
fn a_denoising_autoencoder_is_measured_on_corrupted_examples() {
    let mut session = session_on_digits(choices(Some(NOISE)));
    block_on(session.train(600)).expect("training goes well");
    let report = block_on(session.evaluate()).expect("test data are loaded");
    let (restored, _) = measure(&report, "psnr");
    let (error, _) = measure(&report, "meanSquaredError");
    let [corrupted, components] = [("psnr", "corrupted input"), ("meanSquaredError", "PCA-32")]
        .map(|(name, beside)| baseline(&report, name, beside));
    println!(
        "denoising 784-128-32, noise 0.5, 600 steps: {restored:.1} dB of {corrupted:.1} dB, \
         MSE {error:.4}, PCA-32 of the same input {components:.4}"
    );
    // The reference figure for such noise, clipped to 0..1, is 9.4 dB.
    assert!(
        (corrupted - 9.4).abs() < 0.1,
        "the input has {corrupted} dB"
    );
    assert!(restored > corrupted + 4.0, "restored to {restored} dB");
    // The two measures are one number on two scales.
    assert!((-10.0 * error.log10() - restored).abs() < 1e-3);
    // Clean input would give principal components 0.01775.
    assert!(components > 0.02, "PCA was shown clean input: {components}");
}

#[test]
fn corrupts_the_same_way_for_a_seed_and_leaves_alone_what_is_not_corrupted() {
    let session = session_on_digits(choices(Some(NOISE)));
    let clean = session.examples(0, 3).expect("there are more");
    let corrupted = session.corrupt(&clean, 7).expect("whole examples");
    assert_eq!(corrupted, session.corrupt(&clean, 7).expect("the same"));
    assert_ne!(corrupted, session.corrupt(&clean, 8).expect("another"));
    assert_ne!(corrupted, clean);
    assert!(corrupted.iter().all(|value| (0.0..=1.0).contains(value)));
    let plain = session_on_digits(choices(None));
    assert_eq!(plain.corrupt(&clean, 7).expect("whole examples"), clean);
    assert!(session.corrupt(&clean[1..], 7).is_err());
}

/// A picture of 21 by 21 that is black but for its middle.
fn speck() -> (Shape, Vec<f32>) {
    let (height, width) = (21, 21);
    let mut image = vec![0.0; height * width];
    image[10 * width + 10] = 1.0;
    (Shape::Image { height, width }, image)
}

#[test]
fn a_block_of_its_share_of_the_sides_becomes_grey_and_the_rest_stays() {
    let (shape, image) = speck();
    let block = Corruption {
        kind: CorruptionKind::Block,
        amount: 1.0 / 3.0,
    };
    let mut random = Random::stream(1, Purpose::Corruption, 0);
    let examples = [image.clone(), image.clone()].concat();
    let examples = block.apply(examples, shape, &mut random);
    let mut places = Vec::new();
    for example in examples.chunks_exact(image.len()) {
        let changed = |at: &usize| example[*at] != image[*at];
        let changed: Vec<usize> = (0..image.len()).filter(changed).collect();
        let (first, last) = (changed[0], changed[changed.len() - 1]);
        assert!(changed.iter().all(|&at| example[at] == 0.5));
        assert_eq!(changed.len(), 7 * 7);
        assert_eq!([last / 21 - first / 21, last % 21 - first % 21], [6, 6]);
        places.push(first);
    }
    assert_ne!(places[0], places[1], "each has a place of its own");
}

#[test]
fn a_blur_spreads_by_its_deviation_and_keeps_the_sum() {
    let (shape, image) = speck();
    // Two sevenths of 21 pixels would reach beyond the edge.
    let amount = 0.5;
    let blur = Corruption {
        kind: CorruptionKind::Blur,
        amount,
    };
    let mut unused = Random::stream(1, Purpose::Corruption, 0);
    let image = blur.apply(image, shape, &mut unused);
    let sum: f32 = image.iter().sum();
    assert!((sum - 1.0).abs() < 0.01, "the sum is {sum}");
    let across = |at: usize| (at % 21) as f32 - 10.0;
    let variance: f32 = (0..image.len())
        .map(|at| image[at] * across(at).powi(2))
        .sum();
    // A deviation of 1.5 pixels, cut off at three deviations, by which a Gaussian loses 2.7 % of its variance.
    assert!(
        (variance - 1.5f32.powi(2)).abs() < 0.1,
        "the variance is {variance}"
    );
    assert_eq!(
        image[10 * 21 + 7],
        image[7 * 21 + 10],
        "the same along both axes"
    );
    let even = blur.apply(vec![0.3f32; 21 * 21], shape, &mut unused);
    assert!(
        even.iter().all(|value| (value - 0.3).abs() < 1e-6),
        "beyond the edge it goes on"
    );
}

#[test]
fn what_is_done_to_pictures_alone_is_refused_for_points() {
    for kind in [
        CorruptionKind::Block,
        CorruptionKind::Blur,
        CorruptionKind::Downscale,
    ] {
        let corruption = Some(Corruption { kind, amount: 0.3 });
        let mut session = session(choices(corruption));
        let error = session
            .load_points(RING)
            .expect_err("points have no blocks");
        assert!(error.to_string().contains("points in the plane"), "{error}");
        let mut session = session_on_ring(Family::Autoencoder);
        let change = Choices {
            corruption: Some(corruption),
            ..Choices::default()
        };
        session.change(change).expect_err("as little later");
        block_on(session.train(1)).expect("it goes on as it was");
    }
}

/// What is still there is as it was: the input's whole error lies in the block, 11 by 11 of 28 by 28 pixels.
#[test]
fn of_a_missing_block_what_was_missing_is_measured_too() {
    let block = Corruption {
        kind: CorruptionKind::Block,
        amount: 0.4,
    };
    let mut session = session_on_digits(choices(Some(block)));
    let report = block_on(session.evaluate()).expect("test data are loaded");
    let of_the_input = |name| baseline(&report, name, "corrupted input");
    let between = of_the_input("psnr") - of_the_input("psnrMissing");
    let expected = 10.0 * (784.0_f64 / 121.0).log10();
    assert!(
        (between - expected).abs() < 1e-6,
        "{between} dB between the two, expected {expected}"
    );
}

#[test]
fn the_best_linear_map_is_the_hardest_to_beat_of_what_is_compared() {
    let mut session = session_on_digits(choices(Some(NOISE)));
    let report = block_on(session.evaluate()).expect("test data are loaded");
    let psnr = &report.measures[0];
    let names = psnr.others.iter().map(|other| other.name.as_str());
    assert_eq!(
        psnr.baseline.as_ref().map(|best| best.name.as_str()),
        Some("ridge regression")
    );
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["PCA-32", "3x3 median", "corrupted input"]
    );
    let best = psnr.baseline.as_ref().map_or(0.0, |best| best.value);
    println!("denoising, noise 0.5: best linear map {best:.2} dB");
    // scikit-learn's ridge regression on other draws of such noise: 17.5.
    assert!(
        (best - 17.3).abs() < 0.4,
        "the best linear map reaches {best} dB"
    );
}

/// PyTorch reaches 17.2 dB with this network after as many steps.
#[test]
fn digits_are_restored_better_than_by_the_best_linear_map() {
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(Choices {
            hidden: Some(vec![512]),
            code: Some(64),
            seed: Some(seed),
            ..choices(Some(NOISE))
        });
        block_on(session.train(2000)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let (restored, linear) = measure(&report, "psnr");
        let trained = Trained {
            model: "denoising autoencoder 784-512-64, noise 0.5",
            after: "2,000 steps of 64",
            seed,
        };
        let linear = format!("{linear:.2} (best linear map)");
        trained.figure("PSNR, dB", format!("{restored:.2}"), linear);
        assert!(restored >= 17.2, "restored to {restored} dB");
    }
}

/// The best network that the page offers for it. Beside the record it is trained as long as a test can wait.
#[test]
fn convolutions_restore_best() {
    let (steps, after, least) = match all_seeds() {
        true => (2000, "2,000 steps of 64", 18.9),
        false => (200, "200 steps of 64", 11.0),
    };
    for seed in seeds([0, 1, 2]) {
        let mut session = session_on_digits(Choices {
            network: Some(NetworkKind::Convolutional),
            hidden: Some(vec![32, 64]),
            code: Some(64),
            seed: Some(seed),
            ..choices(Some(NOISE))
        });
        block_on(session.train(steps)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let (restored, linear) = measure(&report, "psnr");
        let trained = Trained {
            model: "denoising autoencoder of convolutions 32-64, code 64, noise 0.5",
            after,
            seed,
        };
        let linear = format!("{linear:.2} (best linear map)");
        trained.figure("PSNR, dB", format!("{restored:.2}"), linear);
        assert!(restored >= least, "restored to {restored} dB");
        probe(&mut session, trained);
    }
}

/// What a linear classifier reads from the codes of a network that has learnt to mend, over three draws of the labels.
fn probe(session: &mut Session, trained: Trained<'_>) {
    for labels in [10, 100, 1000] {
        let mut means = [0.0; 3];
        for draw in 0..3 {
            let found = block_on(session.probe(labels, draw)).expect("labels");
            let components = found.components.expect("principal components");
            assert!((9.0..13.0).contains(&found.chance), "{} %", found.chance);
            for (mean, value) in means
                .iter_mut()
                .zip([found.codes, found.pixels, components])
            {
                *mean += value / 3.0;
            }
        }
        let [codes, pixels, components] = means;
        trained.figure(
            &format!("probe with {labels} labels, accuracy"),
            format!("{codes:.1} %"),
            format!("{pixels:.1} % (pixels), {components:.1} % (PCA-64)"),
        );
        assert!(
            codes > 15.0 && pixels > 15.0,
            "{labels} labels: {codes} %, {pixels} %"
        );
    }
}
