//! Arguments of calls that are plain objects or one of a few words.

use super::Given;
use super::field::{ENGINE, NOTATION, WRITINGS};
use super::reading::unknown;
use crate::dataset::{ImageOptions, MoleculeOptions, read_labels_of, read_most, read_scarce};
use crate::engine::EngineName;
use crate::error::Error;
use crate::session::{Augmentation, Layer, Likeness, Path, Split};
use crate::training::Update;

/// The engine among the options of `restore`.
///
/// # Errors
/// Where it is none, or another option was passed.
pub fn read_engine(options: &Given) -> Result<EngineName, Error> {
    let mut engine = EngineName::default();
    for (name, value) in options.fields("options")? {
        match name.as_str() {
            "engine" => engine = ENGINE.read_choice(value)?,
            other => return Err(unknown(other, &["engine"])),
        }
    }
    Ok(engine)
}

/// The options of `loadImages`.
///
/// # Errors
/// Where the name is no text, the labels are none, the number of pictures is none, or another option was passed.
pub fn read_image_options(options: &Given) -> Result<ImageOptions, Error> {
    let mut found = ImageOptions::default();
    for (name, value) in options.fields("options")? {
        match name.as_str() {
            "name" => found.name = read_name(value)?,
            "only" => found.only = read_labels_of(value)?,
            "most" => found.most = read_most(value)?,
            "scarce" => found.scarce = read_scarce(value)?,
            other => return Err(unknown(other, &["name", "only", "most", "scarce"])),
        }
    }
    Ok(found)
}

/// The options of `loadMolecules`.
///
/// # Errors
/// Where one is not of its kind or out of its range, or another option was passed.
pub fn read_molecule_options(options: &Given) -> Result<MoleculeOptions, Error> {
    let mut found = MoleculeOptions::default();
    for (name, value) in options.fields("options")? {
        match name.as_str() {
            "name" => found.name = read_name(value)?,
            "notation" => found.notation = NOTATION.read_choice(value)?,
            "writings" => found.writings = WRITINGS.read_number(value)? as usize,
            other => return Err(unknown(other, &["name", "notation", "writings"])),
        }
    }
    Ok(found)
}

/// A name among options; none for null.
fn read_name(value: &Given) -> Result<Option<String>, Error> {
    match value {
        Given::Text(text) => Ok(Some(text.clone())),
        Given::Null => Ok(None),
        other => Err(Error::ArgumentUnsuited {
            argument: "name",
            value: other.written(),
            expected: "a text",
        }),
    }
}

/// The labels among the options of `loadTestImages`.
///
/// # Errors
/// Where there is something else, or they are no labels.
pub fn read_only(options: &Given) -> Result<Option<Vec<u8>>, Error> {
    let mut found = None;
    for (name, value) in options.fields("options")? {
        match name.as_str() {
            "only" => found = read_labels_of(value)?,
            other => return Err(unknown(other, &["only"])),
        }
    }
    Ok(found)
}

/// A whole number among options; none for null.
fn read_whole(argument: &'static str, value: &Given) -> Result<Option<u32>, Error> {
    match *value {
        Given::Null => Ok(None),
        Given::Number(number)
            if (0.0..=f64::from(u32::MAX)).contains(&number) && number.fract() == 0.0 =>
        {
            Ok(Some(number as u32))
        }
        _ => Err(Error::ArgumentOutOfRange {
            argument,
            value: value.written(),
            most: u32::MAX.into(),
        }),
    }
}

/// The label among the options of `sample`, `decode` and `reconstruct`.
///
/// # Errors
/// Where it is no whole number, or another option was passed.
pub fn read_label(options: &Given) -> Result<Option<u32>, Error> {
    let mut found = None;
    for (name, value) in options.fields("options")? {
        match name.as_str() {
            "label" => found = read_whole("label", value)?,
            other => return Err(unknown(other, &["label"])),
        }
    }
    Ok(found)
}

/// Which networks are updated, among the options of `train` and `trace`: both where it is left out.
///
/// # Errors
/// Where it is none of them, or another option was passed.
pub fn read_update(options: &Given) -> Result<Update, Error> {
    let words = [
        ("both", Update::Both),
        ("generator", Update::Generator),
        ("discriminator", Update::Discriminator),
    ];
    let expected = "\"both\", \"generator\" or \"discriminator\"";
    let mut update = Update::Both;
    for (name, value) in options.fields("options")? {
        match name.as_str() {
            "update" => update = read_word("update", value, &words, expected)?,
            other => return Err(unknown(other, &["update"])),
        }
    }
    Ok(update)
}

/// How many labels, and the seed, of `probe`: 100 and 0 where they are left out.
///
/// # Errors
/// Where one is no whole number, or another option was passed.
pub fn read_probe(options: &Given) -> Result<(usize, u32), Error> {
    let (mut labels, mut seed) = (100, 0);
    for (name, value) in options.fields("options")? {
        match name.as_str() {
            "labels" => labels = read_whole("labels", value)?.unwrap_or(labels),
            "seed" => seed = read_whole("seed", value)?.unwrap_or(seed),
            other => return Err(unknown(other, &["labels", "seed"])),
        }
    }
    Ok((labels as usize, seed))
}

/// How many labels, which draw of them, and what beside, of `augmentation`: 10, 0 and nothing where they are left out.
///
/// # Errors
/// Where one is none, or another option was passed.
pub fn read_augmentation(options: &Given) -> Result<(usize, u32, Augmentation), Error> {
    let words = [
        ("none", Augmentation::None),
        ("moved", Augmentation::Moved),
        ("variational", Augmentation::Variational),
        ("adversarial", Augmentation::Adversarial),
    ];
    let expected = "\"none\", \"moved\", \"variational\" or \"adversarial\"";
    let (mut labels, mut draw, mut beside) = (10, 0, Augmentation::None);
    for (name, value) in options.fields("options")? {
        match name.as_str() {
            "labels" => labels = read_whole("labels", value)?.unwrap_or(labels),
            "draw" => draw = read_whole("draw", value)?.unwrap_or(draw),
            "beside" => beside = read_word("beside", value, &words, expected)?,
            other => return Err(unknown(other, &["labels", "draw", "beside"])),
        }
    }
    Ok((labels as usize, draw, beside))
}

/// Among which examples, and by what, `nearest` looks: training examples and pixels where they are left out.
///
/// # Errors
/// Where one is none, or another option was passed.
pub fn read_nearest(options: &Given) -> Result<(Split, Likeness), Error> {
    let parts = [("training", Split::Training), ("test", Split::Test)];
    let (mut among, mut by) = Default::default();
    for (name, value) in options.fields("options")? {
        match name.as_str() {
            "among" => among = read_word("among", value, &parts, "\"training\" or \"test\"")?,
            "by" => by = read_likeness(value)?,
            other => return Err(unknown(other, &["among", "by"])),
        }
    }
    Ok((among, by))
}

/// By what `copying` compares: pixels where it is left out.
///
/// # Errors
/// Where it is none, or another option was passed.
pub fn read_copying(options: &Given) -> Result<Likeness, Error> {
    let mut by = Likeness::default();
    for (name, value) in options.fields("options")? {
        match name.as_str() {
            "by" => by = read_likeness(value)?,
            other => return Err(unknown(other, &["by"])),
        }
    }
    Ok(by)
}

fn read_likeness(value: &Given) -> Result<Likeness, Error> {
    let words = [
        ("pixels", Likeness::Pixels),
        ("features", Likeness::Features),
    ];
    read_word("by", value, &words, "\"pixels\" or \"features\"")
}

/// One of a few words.
fn read_word<T: Copy>(
    argument: &'static str,
    given: &Given,
    words: &[(&str, T)],
    expected: &'static str,
) -> Result<T, Error> {
    let found = words
        .iter()
        .find(|(word, _)| matches!(given, Given::Text(text) if text == word));
    let unsuited = || Error::ArgumentUnsuited {
        argument,
        value: given.written(),
        expected,
    };
    found.map(|(_, value)| *value).ok_or_else(unsuited)
}

/// The way of `walk`.
///
/// # Errors
/// Where it is none.
pub fn read_path(given: &Given) -> Result<Path, Error> {
    let words = [("straight", Path::Straight), ("sphere", Path::Sphere)];
    read_word("path", given, &words, "\"straight\" or \"sphere\"")
}

/// A layer of `units` and `exciting`.
///
/// # Errors
/// Where it is none.
pub fn read_layer(given: &Given) -> Result<Layer, Error> {
    let words = [("first", Layer::First), ("code", Layer::Code)];
    read_word("layer", given, &words, "\"first\" or \"code\"")
}
