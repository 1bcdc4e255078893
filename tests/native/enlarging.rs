//! Encoder-decoder: the encoder takes pictures of half the sides, and whole ones come out.

use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{baseline, measure, session_on_digits, session_on_ring};
use generative_playground::dataset::{Corruption, CorruptionKind};
use generative_playground::engine::EngineName;
use generative_playground::model::{Family, NetworkKind};
use generative_playground::session::Session;
use generative_playground::settings::Choices;
use pollster::block_on;

use crate::common::session as session_of;

const DOWNSCALE: Corruption = Corruption {
    kind: CorruptionKind::Downscale,
    amount: 0.0,
};

fn enlarging(family: Family, network: NetworkKind, hidden: Vec<usize>) -> Choices {
    Choices {
        family: Some(family),
        network: Some(network),
        hidden: Some(hidden),
        code: Some(16),
        corruption: Some(Some(DOWNSCALE)),
        seed: Some(0),
        ..Choices::default()
    }
}

#[test]
fn an_encoder_takes_a_quarter_of_the_numbers() {
    for (family, network, hidden) in [
        (Family::Autoencoder, NetworkKind::Dense, vec![32]),
        (Family::Autoencoder, NetworkKind::Convolutional, vec![4, 6]),
        (Family::Autoencoder, NetworkKind::Convolutional, vec![]),
        (Family::Variational, NetworkKind::Dense, vec![32]),
        (Family::Variational, NetworkKind::Convolutional, vec![4, 6]),
    ] {
        let mut session = session_on_digits(enlarging(family, network, hidden));
        assert_eq!(
            (session.inputs(), session.features()),
            (Some(196), Some(784))
        );
        let whole = session.examples(0, 2).expect("there are more");
        let small = session.corrupt(&whole, 5).expect("whole examples");
        assert_eq!(small.len(), 2 * 196);
        let mean = (whole[0] + whole[1] + whole[28] + whole[29]) / 4.0;
        assert!((small[0] - mean).abs() < 1e-6, "the mean of four pixels");
        block_on(session.train(3)).expect("training goes well");
        assert_eq!(
            block_on(session.encode(&small)).expect("codes").len(),
            2 * 16
        );
        let large = block_on(session.reconstruct(&small, None)).expect("pictures");
        assert_eq!(large.len(), 2 * 784);
        assert_eq!(block_on(session.score(&whole)).expect("scores").len(), 2);
        assert_eq!(
            block_on(session.sample(3, 0, None)).expect("samples").len(),
            3 * 784
        );
        block_on(session.evaluate()).expect("measures");
        block_on(session.latent()).expect("codes");
        let refused = block_on(session.encode(&whole[..100])).expect_err("no small picture");
        assert_eq!(refused.code(), "input-length");
        let bytes = block_on(session.save()).expect("a file");
        let restored = block_on(Session::restore(&bytes, EngineName::Cpu)).expect("a session");
        assert_eq!(restored.inputs(), Some(196));
        assert_eq!(
            block_on(restored.reconstruct(&small, None)).expect("pictures"),
            large
        );
    }
}

#[test]
fn what_changes_the_encoder_cannot_change_while_it_runs() {
    let choices = enlarging(Family::Autoencoder, NetworkKind::Dense, vec![8]);
    let mut session = session_on_digits(choices.clone());
    let refused = session.change(Choices {
        corruption: Some(None),
        ..Choices::default()
    });
    assert_eq!(
        refused.expect_err("the encoder is smaller").code(),
        "corruption-fixed"
    );
    assert_eq!(session.settings().corruption, Some(DOWNSCALE));
    let mut plain = session_on_digits(Choices {
        corruption: Some(None),
        ..choices.clone()
    });
    let refused = plain.change(Choices {
        corruption: Some(Some(DOWNSCALE)),
        ..Choices::default()
    });
    assert_eq!(
        refused.expect_err("the encoder is larger").code(),
        "corruption-fixed"
    );
    let mut points = session_on_ring(Family::Autoencoder);
    let refused = points.change(Choices {
        corruption: Some(Some(DOWNSCALE)),
        ..Choices::default()
    });
    assert!(refused.is_err(), "points have no sides");
    // Pictures of 3 by 3.
    let odd = [
        &[0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 3][..],
        &[0; 18],
    ]
    .concat();
    let refused = session_of(choices).load_images(&odd, None);
    assert_eq!(refused.expect_err("odd sides").code(), "sides-not-even");
}

#[test]
fn digits_are_enlarged_better_than_by_interpolation() {
    for seed in seeds([0, 1, 2]) {
        // For the record it is trained as long as it takes to be far beyond the linear map.
        let (steps, after, beyond) = match all_seeds() {
            true => (6000, "6,000 steps of 64", 2.0),
            false => (1000, "1,000 steps of 64", -1.0),
        };
        let dense = enlarging(Family::Autoencoder, NetworkKind::Dense, vec![1024]);
        let mut session = session_on_digits(Choices {
            code: Some(256),
            seed: Some(seed),
            ..dense
        });
        block_on(session.train(steps)).expect("training goes well");
        let report = block_on(session.evaluate()).expect("test data are loaded");
        let (ratio, hardest) = measure(&report, "psnr");
        let [nearest, bicubic, linear] =
            ["nearest", "bicubic", "ridge regression"].map(|name| baseline(&report, "psnr", name));
        let trained = Trained {
            model: "encoder-decoder 196-1024-256-1024-784",
            after,
            seed,
        };
        let beside = format!(
            "{linear:.2} (best linear map), {bicubic:.2} (bicubic), {nearest:.2} (nearest)"
        );
        trained.figure("14x14 to 28x28, PSNR in dB", format!("{ratio:.2}"), beside);
        assert!(nearest < bicubic && bicubic < linear && linear == hardest);
        assert!(
            ratio > beyond + hardest && ratio > bicubic,
            "{ratio} dB, {hardest} by a linear map"
        );
    }
}
