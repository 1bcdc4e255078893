//! Table 1 of PacGAN (Lin et al., arXiv 1712.04086) by our objectives: how many modes of its ring of 8 and its grid of 25 a GAN
//! covers, and how much of what it makes lies near one. `cargo run --example mode_coverage -- <steps> <seeds>` prints its rows.
//!
//! The data are the paper's: the ring of radius 1 and deviation 0.01, the grid from -4 to 4 and deviation 0.05, 2,500 made
//! points. The networks are ours: 8-128-128-2 and 2-128-128-1, where the paper has four layers of 400 with batch normalisation and
//! three of 200 maxout units of five pieces, and 400,000 steps of 100.

use std::error::Error;
use std::sync::Mutex;

use generative_playground::dataset::{PointSettings, PointShape};
use generative_playground::model::Family;
use generative_playground::objective::{Objective, PenaltyKind};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, PenaltyChoices};
use pollster::block_on;

type Failure = Box<dyn Error + Send + Sync>;

/// What a GAN is trained by: its objective, and its gradient penalty's kind and weight.
const OBJECTIVES: [(&str, Objective, PenaltyKind, f32); 6] = [
    (
        "non-saturating",
        Objective::NonSaturating,
        PenaltyKind::R1,
        0.0,
    ),
    (
        "least squares",
        Objective::LeastSquares,
        PenaltyKind::R1,
        0.0,
    ),
    ("hinge", Objective::Hinge, PenaltyKind::R1, 0.0),
    (
        "non-saturating, R1",
        Objective::NonSaturating,
        PenaltyKind::R1,
        0.1,
    ),
    (
        "Wasserstein, gradient penalty",
        Objective::Wasserstein,
        PenaltyKind::Gradient,
        1.0,
    ),
    (
        "relativistic pairs, R1",
        Objective::Relativistic,
        PenaltyKind::R1,
        0.1,
    ),
];

/// One trained GAN: which objective, which data, which seed.
type Run = (usize, usize, u32);

fn data() -> [PointSettings; 2] {
    [
        PointSettings {
            radius: 1.0,
            deviation: 0.01,
            ..PointSettings::usual(PointShape::Ring)
        },
        PointSettings {
            radius: 4.0,
            ..PointSettings::usual(PointShape::Grid)
        },
    ]
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [steps, seeds] = &arguments[..] else {
        return Err("expected a number of steps and a number of seeds".into());
    };
    let (steps, seeds): (usize, u32) = (steps.parse()?, seeds.parse()?);
    let objectives = 0..OBJECTIVES.len();
    let pairs = objectives.flat_map(|objective| (0..2).map(move |data| (objective, data)));
    let runs =
        pairs.flat_map(|(objective, data)| (0..seeds).map(move |seed| (objective, data, seed)));
    let waiting: Mutex<Vec<Run>> = Mutex::new(runs.rev().collect());
    let found: Mutex<Vec<(Run, [f64; 2])>> = Mutex::default();
    // A session trains on one thread.
    let threads = std::thread::available_parallelism()?.get();
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| scope.spawn(|| work(&waiting, &found, steps)))
            .collect();
        let mut ends = workers.into_iter().map(|worker| worker.join());
        ends.try_for_each(|end| end.map_err(|_| Failure::from("a session failed"))?)
    })?;
    let found = found.into_inner().map_err(|_| "a session failed")?;
    for (index, (name, ..)) in OBJECTIVES.iter().enumerate() {
        let cells = [0, 1].map(|data| {
            let of_cell =
                |&&((objective, on, _), _): &&(Run, [f64; 2])| (objective, on) == (index, data);
            let values: Vec<[f64; 2]> = found
                .iter()
                .filter(of_cell)
                .map(|&(_, values)| values)
                .collect();
            let [modes, near] = [0, 1].map(|place| spread(values.iter().map(|value| value[place])));
            format!("{modes} | {near} %")
        });
        println!("| {name} | {} |", cells.join(" | "));
    }
    Ok(())
}

/// Takes what waits, one after the other.
fn work(
    waiting: &Mutex<Vec<Run>>,
    found: &Mutex<Vec<(Run, [f64; 2])>>,
    steps: usize,
) -> Result<(), Failure> {
    let next = || Ok::<_, Failure>(waiting.lock().map_err(|_| "a session failed")?.pop());
    while let Some(run) = next()? {
        let values = block_on(train(run, steps))?;
        eprintln!(
            "{}, {}: {values:.1?}",
            OBJECTIVES[run.0].0,
            ["ring", "grid"][run.1]
        );
        found
            .lock()
            .map_err(|_| "a session failed")?
            .push((run, values));
    }
    Ok(())
}

/// Modes covered, and the percentage of points near one.
async fn train((objective, on, seed): Run, steps: usize) -> Result<[f64; 2], Failure> {
    let (_, objective, kind, weight) = OBJECTIVES[objective];
    let [ring, grid] = data();
    let points = if on == 0 { ring } else { grid };
    let mut session = Session::create(Choices {
        family: Some(Family::Adversarial),
        hidden: Some(vec![128, 128]),
        code: Some(8),
        batch_size: Some(256),
        objective: Some(objective),
        penalty: PenaltyChoices {
            kind: Some(kind),
            weight: Some(weight),
            every: None,
        },
        seed: Some(seed),
        ..Choices::default()
    })
    .await?;
    session.load_points(points)?;
    session.train(steps).await?;
    let report = session.evaluate().await?;
    let value = |name: &str| {
        let found = report.measures.iter().find(|measure| measure.name == name);
        found
            .map(|measure| measure.value)
            .ok_or("points have no such measure")
    };
    Ok([value("modesCovered")?, value("nearAMode")?])
}

/// A mean, and its standard deviation over the seeds.
fn spread(values: impl Iterator<Item = f64> + Clone) -> String {
    let count = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / count;
    let square = values.map(|value| (value - mean).powi(2)).sum::<f64>() / count;
    format!("{mean:.1} ± {:.1}", square.sqrt())
}
