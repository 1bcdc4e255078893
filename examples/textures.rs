//! Draws the data set `textures`, grey pictures that tile without a seam, from a seed, and writes its four files:
//! `cargo run --example textures -- www/data/textures`. Everything is drawn on the torus: the right side of a picture goes on at
//! its left, and its bottom at its top.

use std::fs::{File, create_dir_all};
use std::io::Write;
use std::path::Path;

use flate2::{Compression, GzBuilder};
use generative_playground::random::{Purpose, Random};

const SEED: u32 = 7;
const SIDE: usize = 28;
const TRAINING: usize = 4000;
const TEST: usize = 1000;
/// Points of a pixel along either side, whose mean it is.
const POINTS: usize = 3;
/// Where a texture begins, left and top: so no kind has lines along the border more often than elsewhere.
const FROM: [f32; 2] = [25.0 / 28.0, 3.0 / 28.0];
/// How far it is moved from there at most, as a share of a side: what stood anywhere would take a model far longer to learn.
const MOST_SHIFT: f32 = 0.1;
/// Grey values: few, so that the files are small.
const LEVELS: f32 = 15.0;

/// The grey, 0 to 1, at a place of the picture; both its coordinates are from 0 to 1 and periodic.
type Texture = Box<dyn Fn(f32, f32) -> f32>;

/// In the order of their labels.
const KINDS: [fn(&mut Random) -> Texture; 6] = [bricks, waves, dots, weave, cells, scales];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("expected a folder")?;
    let folder = Path::new(&folder);
    create_dir_all(folder)?;
    for (part, places) in [("train", 0..TRAINING), ("t10k", TRAINING..TRAINING + TEST)] {
        let count = places.len();
        let label = |place: usize| (place % KINDS.len()) as u8;
        let pixels: Vec<u8> = places
            .clone()
            .flat_map(|place| picture(place, label(place)))
            .collect();
        write(folder, part, "images", &[count, SIDE, SIDE], &pixels)?;
        let labels: Vec<u8> = places.map(label).collect();
        write(folder, part, "labels", &[count], &labels)?;
    }
    Ok(())
}

/// An IDX file, packed without name or time.
fn write(
    folder: &Path,
    part: &str,
    kind: &str,
    sizes: &[usize],
    bytes: &[u8],
) -> std::io::Result<()> {
    let name = format!("{part}-{kind}-idx{}-ubyte.gz", sizes.len());
    let file = File::create(folder.join(name))?;
    let mut packed = GzBuilder::new().write(file, Compression::best());
    packed.write_all(&[0, 0, 8, sizes.len() as u8])?;
    for &size in sizes {
        packed.write_all(&(size as u32).to_be_bytes())?;
    }
    packed.write_all(bytes)?;
    packed.finish()?;
    Ok(())
}

/// `[SIDE * SIDE]`
fn picture(place: usize, label: u8) -> Vec<u8> {
    let mut random = Random::stream(SEED, Purpose::Sample, place as u64);
    let (dark, light) = (
        between(&mut random, 0.0, 0.2),
        between(&mut random, 0.7, 1.0),
    );
    let [left, top] = FROM.map(|from| from + between(&mut random, 0.0, MOST_SHIFT));
    let texture = KINDS[usize::from(label)](&mut random);
    let at = |pixel: usize, point: usize, shift: f32| {
        let middle = (pixel * POINTS + point) as f32 + 0.5;
        (middle / (SIDE * POINTS) as f32 + shift).fract()
    };
    let points = (POINTS * POINTS) as f32;
    let mut pixels = Vec::with_capacity(SIDE * SIDE);
    for (row, column) in (0..SIDE).flat_map(|row| (0..SIDE).map(move |column| (row, column))) {
        let mut sum = 0.0;
        for (down, right) in
            (0..POINTS).flat_map(|down| (0..POINTS).map(move |right| (down, right)))
        {
            sum += texture(at(column, right, left), at(row, down, top));
        }
        let grey = dark + (light - dark) * (sum / points).clamp(0.0, 1.0);
        pixels.push(((grey * LEVELS).round() * 255.0 / LEVELS) as u8);
    }
    pixels
}

fn between(random: &mut Random, least: f32, most: f32) -> f32 {
    least + (most - least) * random.uniform()
}

fn one_of<const N: usize>(random: &mut Random, choices: [usize; N]) -> usize {
    choices[random.below(N)]
}

/// From 0 to 1 as `value` goes from `from` to `to`, without an edge.
fn smooth(from: f32, to: f32, value: f32) -> f32 {
    let share = ((value - from) / (to - from)).clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// Courses, every other one moved by half a brick.
fn bricks(random: &mut Random) -> Texture {
    let (courses, bricks) = [(4, 2), (6, 3)][random.below(2)];
    let mortar = between(random, 0.03, 0.06);
    let shades: Vec<f32> = (0..courses * bricks)
        .map(|_| between(random, 0.7, 1.0))
        .collect();
    Box::new(move |x, y| {
        let course = (y * courses as f32) as usize % courses;
        let along = (x * bricks as f32 + 0.5 * (course % 2) as f32).rem_euclid(bricks as f32);
        let brick = along as usize % bricks;
        let across = edge(y * courses as f32) / courses as f32;
        let joint = (edge(along) / bricks as f32).min(across);
        shades[course * bricks + brick] * smooth(0.3 * mortar, 0.7 * mortar, joint)
    })
}

/// How far the nearest whole number is.
fn edge(value: f32) -> f32 {
    (value - value.round()).abs()
}

/// Crests one below the other.
fn waves(random: &mut Random) -> Texture {
    let (crests, swings) = (one_of(random, [2, 3, 4]), one_of(random, [1, 2]));
    let height = between(random, 0.15, 0.4) / swings as f32 / 2.0;
    let sharpness = between(random, 0.8, 2.0);
    Box::new(move |x, y| {
        let bent = y + height * turn(swings as f32 * x).sin();
        (0.5 + 0.5 * turn(crests as f32 * bent).cos()).powf(sharpness)
    })
}

fn turn(share: f32) -> f32 {
    std::f32::consts::TAU * share
}

/// Dots in rows, every other one moved by half the distance between two.
fn dots(random: &mut Random) -> Texture {
    let count = one_of(random, [2, 3]) as f32;
    let radius = between(random, 0.2, 0.32);
    let soft = 0.03 * count;
    Box::new(move |x, y| {
        let (x, y) = (x * count, y * count);
        let of_a_row = edge(x).hypot(edge(y));
        let of_the_next = edge(x + 0.5).hypot(edge(y + 0.5));
        1.0 - smooth(radius - soft, radius + soft, of_a_row.min(of_the_next))
    })
}

/// Bands over and under each other in turn.
fn weave(random: &mut Random) -> Texture {
    let count = one_of(random, [2, 4]);
    let width = between(random, 0.34, 0.46);
    let under = between(random, 0.35, 0.65);
    Box::new(move |x, y| {
        let (x, y) = (x * count as f32, y * count as f32);
        let lies_over = (x as usize + y as usize).is_multiple_of(2);
        let (along, across) = if lies_over { (x, y) } else { (y, x) };
        let band = |place: f32| {
            let off = (place.fract() - 0.5).abs() / width;
            if off < 1.0 {
                1.0 - 0.55 * off * off
            } else {
                0.0
            }
        };
        // Where the upper band leaves room, the lower one goes through.
        band(across).max(under * band(along))
    })
}

/// The cells that are nearest to points which stand about in rows, and the walls between them.
fn cells(random: &mut Random) -> Texture {
    let across = one_of(random, [2, 3]);
    let wall = between(random, 0.05, 0.09);
    let points: Vec<[f32; 3]> = (0..across * across)
        .map(|at| {
            let mut place = |cell: f32| (cell + between(random, 0.15, 0.85)) / across as f32;
            let (x, y) = (place((at % across) as f32), place((at / across) as f32));
            [x, y, between(random, 0.65, 1.0)]
        })
        .collect();
    Box::new(move |x, y| {
        // On the torus a point stands at each whole number of turns as well.
        let apart = |point: &[f32; 3]| {
            let [across, down] =
                [(x, point[0]), (y, point[1])].map(|(one, other)| (one - other).abs());
            across.min(1.0 - across).hypot(down.min(1.0 - down))
        };
        let mut known: Vec<(f32, f32)> = points
            .iter()
            .map(|point| (apart(point), point[2]))
            .collect();
        known.sort_by(|one, other| one.0.total_cmp(&other.0));
        known[0].1 * smooth(0.2 * wall, wall, known[1].0 - known[0].0)
    })
}

/// Round scales, each over two of the row below.
fn scales(random: &mut Random) -> Texture {
    let count = one_of(random, [2, 3]);
    let rim = between(random, 0.12, 0.25);
    let centre = between(random, 0.3, 0.6);
    Box::new(move |x, y| {
        // Rows are half a scale high.
        let (x, y) = (x * count as f32, y * 2.0 * count as f32);
        let from_centre = |row: usize| {
            let off = x + 0.5 * (row % 2) as f32;
            (2.0 * edge(off)).hypot(y - row as f32)
        };
        let row = y as usize;
        let upper = from_centre(row);
        let off = if upper < 1.0 {
            upper
        } else {
            from_centre(row + 1)
        };
        (centre + (1.0 - centre) * off) * (1.0 - smooth(1.0 - rim, 1.0 - 0.4 * rim, off))
    })
}
