//! Whether pictures can stand beside themselves without a seam.

use std::f32::consts::TAU;
use std::path::Path;

use crate::common::figures::{Trained, all_seeds, seeds};
use crate::common::{RING, session, session_on_digits};
use generative_playground::model::{Condition, Family, NetworkKind};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices};
use pollster::block_on;

const SIDE: usize = 28;

fn small() -> Choices {
    Choices {
        family: Some(Family::Autoencoder),
        hidden: Some(vec![8]),
        code: Some(2),
        ..Choices::default()
    }
}

fn picture(grey: impl Fn(f32, f32) -> f32) -> Vec<f32> {
    let at = |pixel: usize| pixel as f32 / SIDE as f32;
    let places = (0..SIDE * SIDE).map(|place| (at(place % SIDE), at(place / SIDE)));
    places.map(|(x, y)| grey(x, y)).collect()
}

fn texture_file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/textures");
    std::fs::read(folder.join(format!("{name}-ubyte.gz"))).expect("shipped data")
}

/// On the shipped textures, whose seams are asked for.
fn session_on_textures() -> (Session, Vec<f32>) {
    let file = texture_file("t10k-images-idx3");
    let mut session = session(small());
    session.load_images(&file, None).expect("shipped pictures");
    let pictures = session.examples(0, 1000).expect("a thousand of them");
    (session, pictures)
}

#[test]
fn what_goes_round_has_no_seam_and_a_ramp_has() {
    let session = session_on_digits(small());
    let wave = picture(|x, y| 0.5 + 0.25 * (TAU * 3.0 * x).sin() + 0.25 * (TAU * 2.0 * y).cos());
    let ramp = picture(|x, y| 0.5 * (x + y));
    let flat = picture(|_, _| 0.3);
    let seams = session
        .seams(&[&wave[..], &ramp, &flat].concat())
        .expect("three pictures");
    assert!((0.7..1.3).contains(&seams.ratios[0]), "{:?}", seams.ratios);
    // From one end to the other in 27 steps, and back in one.
    assert!((seams.ratios[1] - 27.0).abs() < 1e-3, "{:?}", seams.ratios);
    assert_eq!(seams.ratios[2], 1.0);
    let flat = session.seams(&flat).expect("one picture");
    assert_eq!((flat.ratio, flat.strangers), (1.0, None));
}

#[test]
fn sides_of_different_pictures_do_not_go_on_in_each_other() {
    let session = session_on_digits(small());
    let [black, grey] = [0.0, 0.5].map(|least| picture(|x, _| least + x / 28.0));
    let seams = session
        .seams(&[black, grey].concat())
        .expect("two pictures");
    assert!(
        seams.strangers.expect("two pictures") > 5.0 * seams.ratio,
        "{seams:?}"
    );
}

#[test]
fn the_shipped_textures_have_no_seams() {
    let (session, pictures) = session_on_textures();
    let seams = session.seams(&pictures).expect("pictures");
    assert_eq!(seams.ratios.len(), 1000);
    assert!((0.97..1.05).contains(&seams.ratio), "{}", seams.ratio);
    // As bad as it could be.
    assert!(
        seams.strangers.expect("a thousand") > 1.5,
        "{:?}",
        seams.strangers
    );
}

#[test]
fn what_is_no_picture_is_refused() {
    let textures = session_on_digits(small());
    let refused =
        |session: &Session, values: &[f32]| session.seams(values).expect_err("no pictures").code();
    assert_eq!(refused(&textures, &[0.5; 100]), "input-length");
    assert_eq!(
        refused(&textures, &[f32::NAN; SIDE * SIDE]),
        "input-not-finite"
    );
    let mut points = session(small());
    assert_eq!(refused(&points, &[0.5; SIDE * SIDE]), "no-data");
    points.load_points(RING).expect("a sound ring");
    assert_eq!(refused(&points, &[0.5; 2]), "not-pictures");
}

/// The page's "Tiles for a game"; and convolutions, whose edges are padded with nothing.
#[test]
fn made_textures_have_next_to_no_seam() {
    let networks = [
        (
            "VAE 784-512-16 told the kind",
            NetworkKind::Dense,
            vec![512],
            0.9..1.15,
        ),
        (
            "VAE of convolutions 16-32, code 16, told the kind",
            NetworkKind::Convolutional,
            vec![16, 32],
            1.15..2.5,
        ),
    ];
    // Convolutions take a minute.
    for (model, network, hidden, expected) in
        networks.into_iter().take(if all_seeds() { 2 } else { 1 })
    {
        for seed in seeds([0, 1, 2]) {
            let mut session = session(Choices {
                family: Some(Family::Variational),
                network: Some(network),
                condition: Some(Condition::Label),
                hidden: Some(hidden.clone()),
                code: Some(16),
                seed: Some(seed),
                optimizer: Some(OptimizerChoices {
                    learning_rate: Some(0.003),
                    ..OptimizerChoices::default()
                }),
                ..Choices::default()
            });
            let [images, labels] =
                ["images-idx3", "labels-idx1"].map(|kind| texture_file(&format!("train-{kind}")));
            session
                .load_images(&images, Some(&labels))
                .expect("shipped pictures");
            block_on(session.train(2000)).expect("training goes well");
            let made = block_on(session.sample(600, 1, None)).expect("a model");
            let ratio = session.seams(&made).expect("pictures").ratio;
            let real = session
                .seams(&session.examples(0, 600).expect("pictures"))
                .expect("pictures");
            let trained = Trained {
                model,
                after: "2,000 steps of 64",
                seed,
            };
            let baseline = format!(
                "{:.2} of real ones, {:.2} of strangers",
                real.ratio,
                real.strangers.expect("many")
            );
            trained.figure(
                "differences across the border over those inside",
                format!("{ratio:.2}"),
                baseline,
            );
            assert!(expected.contains(&ratio), "{model}, seed {seed}: {ratio}");
        }
    }
}
