//! What made pictures are worth to a classifier that has few labels: `cargo run --example augmentation -- 3` prints a row of
//! docs/augmentation.md for each number of labels, over so many draws of them. The generative models see the same few
//! pictures as the classifier, and no others.

use std::error::Error;
use std::path::Path;

use generative_playground::dataset::Dataset;
use generative_playground::evaluation::ClassifierTraining;
use generative_playground::model::{Condition, Family, NetworkKind};
use generative_playground::random::{Purpose, Random};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices};
use pollster::block_on;

const CLASSES: u8 = 10;
const SIDE: usize = 28;
const PIXELS: usize = SIDE * SIDE;
const LABELS: [usize; 4] = [5, 10, 50, 100];
const STEPS: u32 = 600;
const BATCH: usize = 50;
/// Made for each class.
const MADE: usize = 500;
/// Pixels by which a picture is shifted at most, and the angle by which it is turned, in radians.
const SHIFT: f32 = 2.0;
const TURN: f32 = 0.26;

/// What the classifier is trained on beside the pictures that have labels.
#[derive(Clone, Copy)]
enum Beside {
    Nothing,
    Moved,
    Variational,
    Adversarial,
}

const ALL: [Beside; 4] = [
    Beside::Nothing,
    Beside::Moved,
    Beside::Variational,
    Beside::Adversarial,
];

/// Pictures with their classes.
struct Labelled {
    pictures: Vec<f32>,
    classes: Vec<u8>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let draws: u32 = match std::env::args().nth(1) {
        Some(count) => count.parse()?,
        None => 3,
    };
    let [training, test] = [part("train")?, part("t10k")?];
    for labels in LABELS {
        let mut accuracies = ALL.map(|_| Vec::new());
        for draw in 0..draws {
            let few = choose(&training, labels, draw);
            for (beside, accuracies) in ALL.into_iter().zip(&mut accuracies) {
                let extra = match beside {
                    Beside::Nothing | Beside::Moved => None,
                    Beside::Variational => Some(block_on(made(&few, Family::Variational, draw))?),
                    Beside::Adversarial => Some(block_on(made(&few, Family::Adversarial, draw))?),
                };
                accuracies.push(accuracy(&few, beside, extra.as_ref(), &test, draw)?);
            }
        }
        let cells = accuracies.map(|found| spread(&found));
        println!("| {labels} | {} |", cells.join(" | "));
    }
    Ok(())
}

fn part(name: &str) -> Result<Dataset, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data/mnist-small");
    let file = |kind: &str| std::fs::read(folder.join(format!("{name}-{kind}-ubyte.gz")));
    let (images, labels) = (file("images-idx3")?, file("labels-idx1")?);
    Ok(Dataset::from_idx(&images, Some(&labels))?)
}

/// So many pictures of each class.
fn choose(training: &Dataset, labels: usize, draw: u32) -> Labelled {
    let mut random = Random::stream(draw, Purpose::Evaluation, labels as u64);
    let order = random.permutation(training.len());
    let mut taken = [0; CLASSES as usize];
    let indices = order
        .into_iter()
        .map(|index| index as usize)
        .filter(|&index| {
            let count = &mut taken[usize::from(training.labels()[index])];
            *count += 1;
            *count <= labels
        });
    let indices: Vec<usize> = indices.collect();
    Labelled {
        classes: indices
            .iter()
            .map(|&index| training.labels()[index])
            .collect(),
        pictures: training.gather(indices.into_iter()),
    }
}

/// Pictures by a model that is told labels, trained on these pictures alone.
async fn made(few: &Labelled, family: Family, draw: u32) -> Result<Labelled, Box<dyn Error>> {
    let adversarial = family == Family::Adversarial;
    let mut session = Session::create(Choices {
        family: Some(family),
        seed: Some(draw),
        condition: Some(Condition::Label),
        network: adversarial.then_some(NetworkKind::Convolutional),
        hidden: Some(if adversarial { vec![16, 32] } else { vec![256] }),
        code: Some(if adversarial { 64 } else { 16 }),
        optimizer: adversarial.then(|| OptimizerChoices {
            learning_rate: Some(4e-3),
            ..OptimizerChoices::default()
        }),
        ..Choices::default()
    })
    .await?;
    let count = few.classes.len() as u32;
    let bytes = few
        .pictures
        .iter()
        .map(|value| (255.0 * value).round() as u8);
    let images = [
        &idx(&[count, SIDE as u32, SIDE as u32])[..],
        &bytes.collect::<Vec<u8>>(),
    ]
    .concat();
    let labels = [&idx(&[count])[..], &few.classes].concat();
    session.load_images(&images, Some(&labels))?;
    session.train(if adversarial { 600 } else { 1500 }).await?;
    let mut all = Labelled {
        pictures: Vec::new(),
        classes: Vec::new(),
    };
    for class in 0..CLASSES {
        let pictures = session
            .sample(MADE, u32::from(class), Some(class.into()))
            .await?;
        all.pictures.extend(pictures);
        all.classes.extend([class; MADE]);
    }
    Ok(all)
}

/// The header of an IDX file of bytes.
fn idx(sizes: &[u32]) -> Vec<u8> {
    let magic = [0, 0, 8, sizes.len() as u8];
    let sizes = sizes.iter().flat_map(|size| size.to_be_bytes());
    magic.into_iter().chain(sizes).collect()
}

/// Of a classifier, on the test part, in percent.
fn accuracy(
    few: &Labelled,
    beside: Beside,
    extra: Option<&Labelled>,
    test: &Dataset,
    draw: u32,
) -> Result<f64, Box<dyn Error>> {
    let mut training = ClassifierTraining::new(draw, STEPS);
    for step in 0..STEPS {
        let mut random = Random::stream(draw, Purpose::Corruption, step.into());
        let (mut pictures, mut classes) = (Vec::new(), Vec::new());
        for place in 0..BATCH {
            // Half of a batch is made, where any are.
            let from = extra.filter(|_| place % 2 == 1).unwrap_or(few);
            let index = random.below(from.classes.len());
            let picture = &from.pictures[index * PIXELS..(index + 1) * PIXELS];
            match beside {
                Beside::Moved => pictures.extend(shifted_and_turned(picture, &mut random)),
                _ => pictures.extend_from_slice(picture),
            }
            classes.push(from.classes[index]);
        }
        training.step(pictures, &classes);
    }
    let found = block_on(training.classifier.classify(&test.gather(0..test.len())))?;
    let right = found.classes.iter().zip(test.labels());
    let right = right.filter(|(found, label)| found == label).count();
    Ok(100.0 * right as f64 / test.len() as f64)
}

/// By up to two pixels and fifteen degrees, between pixels by bilinear interpolation.
fn shifted_and_turned(picture: &[f32], random: &mut Random) -> Vec<f32> {
    let mut within = |most: f32| most * (2.0 * random.uniform() - 1.0);
    let [across, down, angle] = [within(SHIFT), within(SHIFT), within(TURN)];
    let (sine, cosine) = angle.sin_cos();
    let middle = (SIDE as f32 - 1.0) / 2.0;
    let pixel = |x: i64, y: i64| {
        let inside = (0..SIDE as i64).contains(&x) && (0..SIDE as i64).contains(&y);
        if inside {
            picture[y as usize * SIDE + x as usize]
        } else {
            0.0
        }
    };
    let place = |at: usize| {
        let (x, y) = ((at % SIDE) as f32 - middle, (at / SIDE) as f32 - middle);
        let from = [
            cosine * x - sine * y + middle + across,
            sine * x + cosine * y + middle + down,
        ];
        let [left, top] = from.map(|value| value.floor() as i64);
        let [right_share, low_share] = from.map(|value| value - value.floor());
        let row = |y| pixel(left, y) * (1.0 - right_share) + pixel(left + 1, y) * right_share;
        row(top) * (1.0 - low_share) + row(top + 1) * low_share
    };
    (0..PIXELS).map(place).collect()
}

/// Mean, and from the least to the most.
fn spread(found: &[f64]) -> String {
    let mean = found.iter().sum::<f64>() / found.len() as f64;
    let least = found.iter().copied().fold(f64::INFINITY, f64::min);
    let most = found.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    format!("{mean:.1} ({least:.1} to {most:.1})")
}
