//! IDX, the file format of MNIST: `00 00 08 rank`, the sizes as big-endian 32-bit numbers, then bytes. Nothing is read,
//! and no memory taken, before what the header promises has been found acceptable.

use std::io::{BufRead, ErrorKind, Read};

use super::gzip::Content;
use super::{Shape, checksum::Checksum};
use crate::error::{Error, IdxFile};

/// A megapixel a picture is far past what trains here; a header that says more is damaged.
pub(super) const LARGEST_SIDE: usize = 1024;
/// What gzip makes of a byte at most.
const BEST_PACKING: u64 = 1032;

/// A file as it comes from outside, packed or not.
pub struct Source<'a> {
    /// Its bytes.
    pub reader: &'a mut dyn BufRead,
    /// How many these are.
    pub bytes: u64,
}

impl<'a> Source<'a> {
    /// A file in memory.
    pub fn of(bytes: &'a mut &[u8]) -> Self {
        let length = bytes.len() as u64;
        Self {
            reader: bytes,
            bytes: length,
        }
    }
}

/// Grey pictures as bytes.
#[derive(Debug)]
pub struct Images {
    /// How many.
    pub count: usize,
    /// Rows of pixels in each.
    pub height: usize,
    /// Pixels in a row.
    pub width: usize,
    /// `[count * height * width]`, 0 black to 255 white.
    pub pixels: Vec<u8>,
    /// Of the whole file, unpacked.
    pub checksum: String,
}

/// Reads pictures: IDX of rank 3, gzip or not. `accept` is told of their shape and of the bytes they take before any is read.
///
/// # Errors
/// Where it is no such file, whole, with at least one picture, and where `accept` refuses it.
pub fn read_images(
    source: Source<'_>,
    accept: impl FnOnce(Shape, u64) -> Result<(), Error>,
) -> Result<Images, Error> {
    let mut file = Idx::<3>::open(source, IdxFile::Images)?;
    let [count, height, width] = file.sizes;
    let sides = 1..=LARGEST_SIDE;
    if !sides.contains(&height) || !sides.contains(&width) {
        return Err(Error::ImagesTooLarge {
            height,
            width,
            most: LARGEST_SIDE,
        });
    }
    accept(Shape::Image { height, width }, file.promised)?;
    let pixels = file.read()?;
    Ok(Images {
        count,
        height,
        width,
        pixels,
        checksum: file.checksum.text(),
    })
}

/// Reads labels: IDX of rank 1, gzip or not, for so many pictures.
///
/// # Errors
/// Where it is no such file, whole, or has another number of labels.
pub fn read_labels(source: Source<'_>, images: usize) -> Result<Vec<u8>, Error> {
    let mut file = Idx::<1>::open(source, IdxFile::Labels)?;
    let [labels] = file.sizes;
    if labels != images {
        return Err(Error::LabelsMismatch { images, labels });
    }
    file.read()
}

/// A file whose header has been read.
struct Idx<'a, const RANK: usize> {
    file: IdxFile,
    content: Content<'a>,
    /// Of the file as it came.
    bytes: u64,
    sizes: [usize; RANK],
    /// Bytes after the header.
    promised: u64,
    checksum: Checksum,
}

impl<'a, const RANK: usize> Idx<'a, RANK> {
    const HEADER: usize = 4 + 4 * RANK;

    fn open(source: Source<'a>, file: IdxFile) -> Result<Self, Error> {
        let damaged = |error| damaged(file, &error);
        let mut content = Content::open(source.reader).map_err(damaged)?;
        let mut header = Vec::new();
        let mut start = (&mut content).take(Self::HEADER as u64);
        start.read_to_end(&mut header).map_err(damaged)?;
        let magic = [0, 0, 8, RANK as u8];
        let hex = |bytes: &[u8]| {
            let bytes = bytes.iter().map(|byte| format!("{byte:02x}"));
            bytes.collect::<Vec<_>>().join(" ")
        };
        if header.len() >= magic.len() && !header.starts_with(&magic) {
            return Err(Error::IdxForeign {
                file,
                start: hex(&header[..magic.len()]),
                expected: hex(&magic),
            });
        }
        if header.len() < Self::HEADER {
            let bytes = header.len() as u64;
            return Err(Error::IdxTooShort { file, bytes });
        }
        let sizes: [usize; RANK] = std::array::from_fn(|axis| {
            let at = 4 + 4 * axis;
            u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
                as usize
        });
        // In u128, no header can overflow the product.
        let promised: u128 = sizes.iter().map(|&size| size as u128).product();
        if promised == 0 {
            return Err(Error::IdxEmpty { file });
        }
        let promised = u64::try_from(promised).unwrap_or(u64::MAX);
        let mut checksum = Checksum::default();
        checksum.add(&header);
        Ok(Self {
            file,
            content,
            bytes: source.bytes,
            sizes,
            promised,
            checksum,
        })
    }

    /// Everything after the header.
    fn read(&mut self) -> Result<Vec<u8>, Error> {
        let (file, promised) = (self.file, self.promised);
        let damaged = |error| damaged(file, &error);
        if self.content.is_packed() && self.bytes.saturating_mul(BEST_PACKING) < promised {
            return Err(damaged(ErrorKind::UnexpectedEof.into()));
        }
        let found = self.bytes.saturating_sub(Self::HEADER as u64);
        if !self.content.is_packed() && found < promised {
            return Err(Error::IdxShorter {
                file,
                promised,
                found,
            });
        }
        let mut body = Vec::new();
        let room = usize::try_from(promised).ok();
        if room.is_none_or(|room| body.try_reserve_exact(room).is_err()) {
            return Err(Error::OutOfMemory {});
        }
        let mut all = (&mut self.content).take(promised);
        all.read_to_end(&mut body).map_err(damaged)?;
        self.checksum.add(&body);
        let found = body.len() as u64;
        if found < promised {
            return Err(Error::IdxShorter {
                file,
                promised,
                found,
            });
        }
        match self.content.read(&mut [0]).map_err(damaged)? {
            0 => Ok(body),
            _ => Err(Error::IdxLonger { file, promised }),
        }
    }
}

fn damaged(file: IdxFile, error: &std::io::Error) -> Error {
    let reason = match error.kind() {
        ErrorKind::UnexpectedEof => "it was cut off".into(),
        _ => error.to_string(),
    };
    Error::GzipDamaged { file, reason }
}
