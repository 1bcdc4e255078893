//! Table 1 of PacGAN (Lin et al., arXiv 1712.04086) by our objectives: how many modes of its ring of 8 and its grid of 25 a GAN
//! covers, and how much of what it makes lies near one. `cargo run --example mode_coverage -- <steps> <seeds>` prints its rows.
//!
//! The data are the paper's: the ring of radius 1 and deviation 0.01, the grid from -4 to 4 and deviation 0.05, 2,500 made
//! points. The networks are ours: 8-128-128-2 and 2-128-128-1, where the paper has four layers of 400 with batch normalisation and
//! three of 200 maxout units of five pieces, and 400,000 steps of 100.

use std::error::Error;
use std::sync::Mutex;

use generative_playground::dataset::{PointSettings, PointShape};
use generative_playground::model::{Family, HiddenActivation};
use generative_playground::objective::{Objective, PenaltyKind};
use generative_playground::session::Session;
use generative_playground::settings::{Choices, OptimizerChoices, PenaltyChoices};
use pollster::block_on;

type Failure = Box<dyn Error + Send + Sync>;

/// What a GAN is trained by.
struct Recipe {
    name: &'static str,
    objective: Objective,
    penalty: PenaltyKind,
    weight: f32,
    packing: usize,
}

/// One without a penalty, each example judged by itself.
const fn plain(name: &'static str, objective: Objective) -> Recipe {
    Recipe {
        name,
        objective,
        penalty: PenaltyKind::R1,
        weight: 0.0,
        packing: 1,
    }
}

const RECIPES: [Recipe; 7] = [
    plain("non-saturating", Objective::NonSaturating),
    Recipe {
        packing: 2,
        ..plain("non-saturating, in packs of 2", Objective::NonSaturating)
    },
    plain("least squares", Objective::LeastSquares),
    plain("hinge", Objective::Hinge),
    Recipe {
        weight: 0.1,
        ..plain("non-saturating, R1", Objective::NonSaturating)
    },
    Recipe {
        penalty: PenaltyKind::Gradient,
        weight: 1.0,
        ..plain("Wasserstein, gradient penalty", Objective::Wasserstein)
    },
    Recipe {
        weight: 0.1,
        ..plain("relativistic pairs, R1", Objective::Relativistic)
    },
];

/// One trained GAN: which recipe, which data, which seed.
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
    let recipes = 0..RECIPES.len();
    let pairs = recipes.flat_map(|recipe| (0..2).map(move |data| (recipe, data)));
    let runs = pairs.flat_map(|(recipe, data)| (0..seeds).map(move |seed| (recipe, data, seed)));
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
    for (index, Recipe { name, .. }) in RECIPES.iter().enumerate() {
        let cells = [0, 1].map(|data| {
            let of_cell = |&&((recipe, on, _), _): &&(Run, [f64; 2])| (recipe, on) == (index, data);
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
            RECIPES[run.0].name,
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
async fn train((recipe, on, seed): Run, steps: usize) -> Result<[f64; 2], Failure> {
    let recipe = &RECIPES[recipe];
    let [ring, grid] = data();
    let points = if on == 0 { ring } else { grid };
    let mut session = Session::create(Choices {
        family: Some(Family::Adversarial),
        hidden: Some(vec![128, 128]),
        code: Some(8),
        batch_size: Some(256),
        objective: Some(recipe.objective),
        penalty: PenaltyChoices {
            kind: Some(recipe.penalty),
            weight: Some(recipe.weight),
            every: None,
        },
        packing: Some(recipe.packing),
        // As for points on the page.
        activation: Some(HiddenActivation::Relu),
        optimizer: Some(OptimizerChoices {
            learning_rate: Some(0.001),
            ..OptimizerChoices::default()
        }),
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
