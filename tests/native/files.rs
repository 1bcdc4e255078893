//! Files of data as they come: packed once, packed in parts, with something after them, or broken.

use std::io::Write;

use crate::common::session;
use flate2::Compression;
use flate2::write::GzEncoder;
use generative_playground::model::Family;
use generative_playground::session::Session;
use generative_playground::settings::Choices;

fn empty() -> Session {
    session(Choices {
        family: Some(Family::Autoencoder),
        hidden: Some(vec![4]),
        ..Choices::default()
    })
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// Ten pictures of 3 by 2 pixels, and their labels.
fn files() -> [Vec<u8>; 2] {
    let images = [
        &[0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 3, 0, 0, 0, 2][..],
        &(0..60).collect::<Vec<_>>(),
    ];
    let labels = [&[0, 0, 8, 1, 0, 0, 0, 10][..], &(0..10).collect::<Vec<_>>()];
    [images.concat(), labels.concat()]
}

/// What is loaded: examples and labels; or the code of a refusal.
fn outcome(images: &[u8], labels: Option<&[u8]>) -> Result<(Vec<f32>, Vec<u8>), &'static str> {
    let mut session = empty();
    session
        .load_images(images, labels)
        .map_err(|error| error.code())?;
    let examples = session.examples(0, 10).expect("ten pictures");
    Ok((examples, session.labels(0, 10).expect("ten pictures")))
}

#[test]
fn files_are_read_as_gunzip_reads_them() {
    let [images, labels] = files();
    let plain = outcome(&images, Some(&labels)).expect("sound files");
    assert_eq!(plain.0[59], 59.0 / 255.0);
    let parts = |bytes: &[u8], at: &[usize]| {
        let mut ends = at.to_vec();
        ends.push(bytes.len());
        let mut start = 0;
        let parts = ends
            .into_iter()
            .map(|end| packed(&bytes[std::mem::replace(&mut start, end)..end]));
        parts.collect::<Vec<_>>().concat()
    };
    let whole = packed(&images);
    for (images, labels) in [
        (whole.clone(), labels.clone()),
        (images.clone(), packed(&labels)),
        // As of `cat a.gz b.gz`: cut within the header, within the pixels, and with nothing in one.
        (parts(&images, &[1, 7, 16, 40]), parts(&labels, &[5])),
        (parts(&images, &[40, 40]), labels.clone()),
        // Something after the end, which gunzip leaves alone.
        ([&whole[..], b"trailing garbage"].concat(), labels.clone()),
        ([&whole[..], &[0; 512]].concat(), labels.clone()),
        ([&whole[..], &[0x1f]].concat(), labels.clone()),
    ] {
        assert_eq!(outcome(&images, Some(&labels)).as_ref(), Ok(&plain));
    }
}

#[test]
fn broken_files_are_refused_packed_or_not() {
    let [images, labels] = files();
    let whole = packed(&images);
    let refused = |bytes: &[u8]| outcome(bytes, None).expect_err("a broken file");
    assert_eq!(refused(&images[..75]), "idx-shorter");
    assert_eq!(refused(&packed(&images[..75])), "idx-shorter");
    assert_eq!(refused(&[&images[..], &[0]].concat()), "idx-longer");
    assert_eq!(
        refused(&packed(&[&images[..], &[0]].concat())),
        "idx-longer"
    );
    assert_eq!(
        refused(&[whole.clone(), packed(&[0])].concat()),
        "idx-longer"
    );
    assert_eq!(refused(&images[..12]), "idx-too-short");
    assert_eq!(refused(&packed(&images[..12])), "idx-too-short");
    assert_eq!(refused(&packed(b"")), "idx-too-short");
    assert_eq!(refused(b""), "idx-too-short");
    assert_eq!(refused(&packed(b"<!doctype html>")), "idx-foreign");
    for end in [2, 9, 20, whole.len() - 9, whole.len() - 1] {
        assert_eq!(refused(&whole[..end]), "gzip-damaged", "{end} bytes");
    }
    let mut wrong = whole.clone();
    let checksum = whole.len() - 8;
    wrong[checksum] ^= 1;
    assert_eq!(refused(&wrong), "gzip-damaged");
    let second = [packed(&images[..40]), packed(&images[40..])[..12].to_vec()].concat();
    assert_eq!(refused(&second), "gzip-damaged");
    let labelled = |labels: &[u8]| outcome(&images, Some(labels)).expect_err("other labels");
    assert_eq!(labelled(&packed(&labels[..17])), "idx-shorter");
    assert_eq!(labelled(&images), "idx-foreign");
    let nine = [&[0, 0, 8, 1, 0, 0, 0, 9][..], &[0; 9]].concat();
    assert_eq!(labelled(&nine), "labels-mismatch");
    // A header that promises more than gzip could have packed.
    let bomb = [
        &[0, 0, 8, 3, 0, 0, 255, 0, 0, 0, 0, 32, 0, 0, 0, 32][..],
        &[0; 9],
    ]
    .concat();
    assert_eq!(refused(&packed(&bomb)), "gzip-damaged");
}
