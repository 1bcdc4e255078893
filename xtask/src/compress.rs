//! Compression at the highest setting, which takes a minute for the large module: each result is
//! kept under a hash of its input, so that it is computed once.

use crate::files;
use crate::process::target_directory;
use anyhow::Result;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;

/// The two codings every browser of today accepts.
#[derive(Clone, Copy)]
pub enum Coding {
    /// Smaller; browsers ask for it over HTTPS and on this machine.
    Brotli,
    /// For everything else.
    Gzip,
}

impl Coding {
    /// The smaller first.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What is appended to the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }
}

/// A name for these contents.
pub fn fingerprint(contents: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    contents.hash(&mut hasher);
    format!("{:016x}-{}", hasher.finish(), contents.len())
}

/// The contents, compressed, from the cache where they are in it.
pub fn compress(contents: &[u8], coding: Coding) -> Result<Vec<u8>> {
    let folder = target_directory().join("xtask").join("compressed");
    let cached = folder.join(format!("{}.{}", fingerprint(contents), coding.ending()));
    if let Ok(compressed) = fs::read(&cached) {
        return Ok(compressed);
    }
    let compressed = match coding {
        Coding::Brotli => brotli(contents)?,
        Coding::Gzip => gzip(contents)?,
    };
    files::write(&cached, &compressed)?;
    Ok(compressed)
}

fn brotli(contents: &[u8]) -> Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: contents.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &contents[..], &mut compressed, &settings)?;
    Ok(compressed)
}

fn gzip(contents: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(contents)?;
    Ok(encoder.finish()?)
}
