//! Points in the plane: where the curves lie, and their names in every place that has them.

use generative_playground::checkpoint::inspect;
use generative_playground::dataset::{DataDescription, Dataset, PointSettings, PointShape};
use generative_playground::error::Error;
use generative_playground::model::Family;
use generative_playground::settings::{Choices, Given};
use pollster::block_on;

const COUNT: usize = 10_000;

/// Points without any deviation, `[COUNT * 2]`, and their labels.
fn outline(shape: PointShape) -> (Vec<f32>, Vec<u8>) {
    let settings = PointSettings {
        deviation: 0.0,
        ..PointSettings::usual(shape)
    };
    let points = Dataset::from_points(settings, 3, 0, COUNT).expect("sound settings");
    (points.gather(0..COUNT), points.labels().to_vec())
}

#[test]
fn curves_are_as_wide_as_the_other_outlines_and_evenly_covered() {
    for shape in [PointShape::SwissRoll, PointShape::Line] {
        let (points, labels) = outline(shape);
        let ends = |axis: usize| {
            let values = points.chunks_exact(2).map(|point| point[axis]);
            let least = values.clone().fold(f32::INFINITY, f32::min);
            (least, values.fold(f32::NEG_INFINITY, f32::max))
        };
        let (left, right) = ends(0);
        assert!(
            (left + 2.0).abs() < 0.01 && (right - 2.0).abs() < 0.01,
            "{shape:?}: x from {left} to {right}"
        );
        let (low, high) = ends(1);
        assert!(
            (low + high).abs() < 0.01 && high < 2.0,
            "{shape:?}: y from {low} to {high}"
        );

        for tenth in 0..10 {
            let own: Vec<usize> = (0..COUNT).filter(|&index| labels[index] == tenth).collect();
            let share = own.len() as f32 / COUNT as f32;
            assert!(
                (share - 0.1).abs() < 0.01,
                "{shape:?}: {share} in tenth {tenth}"
            );
        }
    }
}

/// By chords between neighbours along the curve, which is found again from the angle about the spiral's centre.
#[test]
fn the_spiral_is_a_spiral_of_even_density() {
    let (points, labels) = outline(PointShape::SwissRoll);
    // The centre of the spiral is that of the extent of t (sin t, cos t), moved to 0: see `PointSettings::on_roll`.
    let scale = 4.0 / (14.137_167 + 11.041);
    let (centre_x, centre_y) = ((-14.137_167 + 11.041) / 2.0, (9.477 - 12.606) / 2.0);
    let mut angles: Vec<f32> = Vec::new();
    for point in points.chunks_exact(2) {
        let (x, y) = (point[0] / scale - centre_x, point[1] / scale - centre_y);
        // Of a point on it the distance from the centre is its angle.
        let angle = x.hypot(y);
        assert!((x - angle * angle.sin()).abs() < 0.01 && (y - angle * angle.cos()).abs() < 0.01);
        angles.push(angle);
    }
    // The length of r = t is (t sqrt(1 + t²) + asinh t) / 2: each label has a tenth of it, to a fiftieth.
    let length = |angle: f32| (angle * (1.0 + angle * angle).sqrt() + angle.asinh()) / 2.0;
    let all = length(14.137_167) - length(4.712_389);
    for tenth in 0..10 {
        let own = (0..COUNT)
            .filter(|&index| labels[index] == tenth)
            .map(|index| length(angles[index]));
        let part =
            own.clone().fold(f32::NEG_INFINITY, f32::max) - own.fold(f32::INFINITY, f32::min);
        assert!(
            (part / all - 0.1).abs() < 0.005,
            "tenth {tenth} is {} of the length",
            part / all
        );
    }
}

#[test]
fn a_shape_has_one_name_in_settings_files_and_descriptions() {
    for (shape, name) in [
        (PointShape::Ring, "ring"),
        (PointShape::Moons, "moons"),
        (PointShape::SwissRoll, "swiss-roll"),
        (PointShape::Line, "line"),
    ] {
        let given = Given::Object(vec![("shape".into(), Given::Text(name.into()))]);
        let settings = PointSettings::read(&given).expect("a known shape");
        assert_eq!(settings, PointSettings::usual(shape));

        let mut session = crate::common::session(Choices {
            family: Some(Family::Autoencoder),
            hidden: Some(vec![4]),
            code: Some(1),
            ..Choices::default()
        });
        session.load_points(settings).expect("sound settings");
        let file = block_on(session.save()).expect("a session to save");
        let text = String::from_utf8_lossy(&file);
        assert!(
            text.contains(&format!("\\\"shape\\\":\\\"{name}\\\"")),
            "no {name} in the file"
        );
        let inspected = inspect(&file).expect("a whole file");
        let settings = PointSettings::usual(shape);
        assert_eq!(inspected.data, Some(DataDescription::Points { settings }));
    }
    let camel = Given::Object(vec![("shape".into(), Given::Text("swissRoll".into()))]);
    let refused = PointSettings::read(&camel).expect_err("no such name");
    assert_eq!(refused.code(), "setting-not-a-choice");
    assert!(refused.to_string().contains("\"swiss-roll\""), "{refused}");
}

/// Settings of a drawing, as whoever calls the library writes them.
fn drawn(points: Given) -> Result<PointSettings, Error> {
    let fields = [
        ("shape", Given::Text("drawn".into())),
        ("deviation", Given::Number(0.01)),
        ("points", points),
    ];
    let fields = fields.map(|(name, value)| (name.to_string(), value));
    PointSettings::read(&Given::Object(fields.into()))
}

fn list(numbers: &[f32]) -> Given {
    Given::List(numbers.iter().map(|&number| Given::from(number)).collect())
}

#[test]
fn drawn_points_are_learnt_from_and_kept_in_the_file() {
    let places = [[-1.5, 0.5], [0.25, 1.0], [1.0, -2.0]];
    let settings = drawn(list(places.as_flattened())).expect("three points");
    let mut session = crate::common::session(Choices {
        family: Some(Family::Adversarial),
        hidden: Some(vec![4]),
        ..Choices::default()
    });
    session
        .load_points(settings.clone())
        .expect("sound settings");
    let examples = session.examples(0, 3000).expect("10,000 are made");
    let mut about = [0; 3];
    for point in examples.as_chunks::<2>().0 {
        let distance = |place: &[f32; 2]| (point[0] - place[0]).hypot(point[1] - place[1]);
        let nearest = (0..3).find(|&index| distance(&places[index]) < 0.06);
        about[nearest.expect("each lies about one of them")] += 1;
    }
    assert!(about.iter().all(|&count| count > 800), "{about:?}");
    let report = block_on(session.evaluate()).expect("points bring their test split");
    let names: Vec<&str> = report.measures.iter().map(|one| one.name).collect();
    assert!(
        !names.contains(&"modesCovered"),
        "a drawing has no modes: {names:?}"
    );
    let file = block_on(session.save()).expect("a session to save");
    let inspected = inspect(&file).expect("a whole file");
    assert_eq!(inspected.data, Some(DataDescription::Points { settings }));
}

#[test]
fn a_drawing_that_is_none_is_refused() {
    let many = vec![0.0; 4002];
    let unsuited = [
        list(&[]),
        list(&[1.0, 2.0, 3.0]),
        list(&[1.0, f32::NAN]),
        list(&[1.0, 100.5]),
        list(&many),
        Given::Text("1 2".into()),
        Given::List(vec![Given::Null, Given::Null]),
    ];
    for points in unsuited {
        let refused = drawn(points.clone()).expect_err("no drawing");
        assert_eq!(refused.code(), "argument-unsuited", "{points}");
        assert!(refused.to_string().len() < 400, "{refused}");
    }
    let missing = Given::Object(vec![("shape".into(), Given::Text("drawn".into()))]);
    let refused = PointSettings::read(&missing).expect_err("no points");
    assert_eq!(refused.code(), "setting-missing");
    let ring = PointSettings {
        shape: PointShape::Ring,
        ..drawn(list(&[1.0, 2.0])).expect("one point")
    };
    let mut session = crate::common::session_on_ring(Family::Adversarial);
    let refused = session.load_points(ring).expect_err("a ring is not drawn");
    assert_eq!(refused.code(), "points-not-drawn");
}
