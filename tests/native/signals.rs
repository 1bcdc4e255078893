//! Signals: made from the seed, mended by networks, beside filters and the best linear map.

use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{RING, measure, session, session_on_digits};
use generative_playground::dataset::{
    Corruption, CorruptionKind, DataDescription, Shape, SignalSettings, SignalShape,
};
use generative_playground::engine::EngineName;
use generative_playground::model::{Family, NetworkKind};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices};
use generative_playground::training::Schedule;
use pollster::block_on;

const NOISE: Corruption = Corruption {
    kind: CorruptionKind::Noise,
    amount: 0.3,
};

fn on_signals(shape: SignalShape, choices: Choices) -> Session {
    let mut session = session(choices);
    session
        .load_signals(SignalSettings::usual(shape))
        .expect("sound settings");
    session
}

fn autoencoder(network: NetworkKind, hidden: Vec<usize>, code: usize, seed: u32) -> Choices {
    Choices {
        family: Some(Family::Autoencoder),
        network: Some(network),
        hidden: Some(hidden),
        code: Some(code),
        seed: Some(seed),
        ..Choices::default()
    }
}

#[test]
fn signals_go_through_every_family_and_both_networks() {
    for (family, network, hidden) in [
        (Family::Autoencoder, NetworkKind::Dense, vec![16]),
        (Family::Autoencoder, NetworkKind::Convolutional, vec![4, 8]),
        (Family::Variational, NetworkKind::Convolutional, vec![4, 8]),
        (Family::Adversarial, NetworkKind::Convolutional, vec![4, 8]),
        (Family::Adversarial, NetworkKind::Dense, vec![16]),
    ] {
        let mut session = on_signals(
            SignalShape::Mixed,
            Choices {
                family: Some(family),
                ..autoencoder(network, hidden, 6, 1)
            },
        );
        assert_eq!(session.features(), Some(256));
        block_on(session.train(3)).expect("training goes well");
        assert_eq!(
            block_on(session.sample(3, 0, None)).expect("samples").len(),
            3 * 256
        );
        block_on(session.evaluate()).expect("measures");
        if family != Family::Adversarial {
            let signals = session.examples(0, 2).expect("there are more");
            assert_eq!(
                block_on(session.encode(&signals)).expect("codes").len(),
                2 * 6
            );
            let filters = block_on(session.filters()).expect("an encoder");
            let width = if network == NetworkKind::Dense {
                256
            } else {
                4
            };
            assert_eq!((filters.height, filters.width), (1, width));
        }
        let bytes = block_on(session.save()).expect("a file");
        let mut restored = block_on(Session::restore(&bytes, EngineName::Cpu)).expect("a session");
        let Some(&DataDescription::Signals { settings }) = restored.data() else {
            panic!("{:?} are no signals", restored.data());
        };
        restored.load_signals(settings).expect("the same signals");
        let next = |session: &mut Session| block_on(session.train(2)).expect("steps").losses;
        assert_eq!(next(&mut session), next(&mut restored));
    }
}

#[test]
fn what_does_not_suit_signals_is_refused() {
    let mut session = session(autoencoder(NetworkKind::Dense, vec![8], 4, 0));
    for length in [8, 100, 2000] {
        let settings = SignalSettings {
            length,
            ..SignalSettings::usual(SignalShape::Beats)
        };
        session.load_signals(settings).expect_err("no such length");
    }
    session
        .load_signals(SignalSettings::usual(SignalShape::Beats))
        .expect("sound settings");
    let refused = session.load_points(RING).expect_err("it is for signals");
    assert_eq!(refused.code(), "data-other-kind");
    let mut digits = session_on_digits(autoencoder(NetworkKind::Dense, vec![8], 4, 0));
    let refused = digits.load_signals(SignalSettings::usual(SignalShape::Beats));
    assert_eq!(
        refused.expect_err("it is for pictures").code(),
        "data-other-kind"
    );
    for kind in [CorruptionKind::Blur, CorruptionKind::Downscale] {
        let choices = Choices {
            corruption: Some(Some(Corruption { kind, amount: 0.3 })),
            ..autoencoder(NetworkKind::Dense, vec![8], 4, 0)
        };
        let refused = crate::common::session(choices)
            .load_signals(SignalSettings::usual(SignalShape::Beats))
            .expect_err("signals have no sides");
        assert_eq!(refused.code(), "corruption-unsuited-signals");
    }
    let deep = autoencoder(NetworkKind::Convolutional, vec![2; 6], 4, 0);
    let refused = crate::common::session(deep)
        .load_signals(SignalSettings {
            length: 48,
            ..SignalSettings::usual(SignalShape::Beats)
        })
        .expect_err("it cannot be halved six times");
    assert_eq!(refused.code(), "length-not-halvable");
}

#[test]
fn a_missing_stretch_is_as_long_as_it_is_asked_for() {
    let block = Corruption {
        kind: CorruptionKind::Block,
        amount: 0.25,
    };
    let choices = Choices {
        corruption: Some(Some(block)),
        ..autoencoder(NetworkKind::Dense, vec![8], 4, 0)
    };
    let session = on_signals(SignalShape::Chirps, choices);
    let clean = session.examples(0, 3).expect("there are more");
    let corrupted = session.corrupt(&clean, 1).expect("whole signals");
    for (corrupted, clean) in corrupted.chunks_exact(256).zip(clean.chunks_exact(256)) {
        let changed: Vec<usize> = (0..256).filter(|&at| corrupted[at] != clean[at]).collect();
        assert!(changed.len() > 50 && changed[changed.len() - 1] - changed[0] < 64);
        assert!(changed.iter().all(|&at| corrupted[at] == 0.0));
    }
    assert_eq!(
        session.data().map(DataDescription::shape),
        Some(Shape::Signal { length: 256 })
    );
}

#[test]
fn noise_is_taken_off_better_than_by_filters_and_the_best_linear_map() {
    let (steps, after, beyond) = match all_seeds() {
        true => (6000, "6,000 steps of 64, cosine", 3.0),
        false => (300, "300 steps of 64, cosine", -1.0),
    };
    for seed in seeds([0, 1, 2]) {
        for (model, network, hidden) in [
            ("dense 256-256-64", NetworkKind::Dense, vec![256]),
            (
                "convolutions 16-32-32, code 64",
                NetworkKind::Convolutional,
                vec![16, 32, 32],
            ),
        ] {
            let mut session = on_signals(
                SignalShape::Mixed,
                Choices {
                    corruption: Some(Some(NOISE)),
                    optimizer: Some(OptimizerChoices {
                        learning_rate: Some(0.003),
                        schedule: Some(Schedule::Cosine),
                        schedule_steps: Some(steps),
                        ..OptimizerChoices::default()
                    }),
                    ..autoencoder(network, hidden, 64, seed)
                },
            );
            block_on(session.train(steps as usize)).expect("training goes well");
            let report = block_on(session.evaluate()).expect("test data are made");
            let (ratio, hardest) = measure(&report, "snr");
            let psnr = &report.measures[0];
            let beside: Vec<String> = psnr
                .baseline
                .iter()
                .chain(&psnr.others)
                .map(|one| format!("{:.2} ({})", one.value, one.name))
                .collect();
            let trained = Trained {
                model: &format!("mixed signals, noise 0.3, {model}"),
                after,
                seed,
            };
            trained.figure("SNR, dB", format!("{ratio:.2}"), beside.join(", "));
            for name in [
                "Wiener filter",
                "moving average",
                "ridge regression",
                "corrupted input",
            ] {
                assert!(
                    beside.iter().any(|one| one.ends_with(&format!("({name})"))),
                    "{name}"
                );
            }
            if network == NetworkKind::Convolutional {
                assert!(ratio > hardest + beyond, "{ratio} dB, {hardest}");
            }
        }
    }
}
