//! IDX, the file format of MNIST: `00 00 08 rank`, the sizes as big-endian 32-bit numbers, then bytes.

use std::io::Read;

use flate2::read::GzDecoder;

use crate::error::Error;

/// A megapixel a picture is far past what trains here; a header that says more is damaged.
const LARGEST_SIDE: usize = 1024;
/// What a file may unpack to, so that a damaged or hostile one cannot fill the memory.
const LARGEST_FILE: u64 = 512 << 20;

/// Grey pictures as bytes.
#[derive(Debug)]
pub struct Pictures {
    /// How many.
    pub count: usize,
    /// Rows of pixels in each.
    pub height: usize,
    /// Pixels in a row.
    pub width: usize,
    /// `[count * height * width]`, 0 black to 255 white.
    pub pixels: Vec<u8>,
}

/// Reads pictures: IDX of rank 3, gzip or not.
///
/// # Errors
/// Where the bytes are not such a file, whole, with at least one picture.
pub fn read_images(bytes: &[u8]) -> Result<Pictures, Error> {
    let ([count, height, width], pixels) = read::<3>(bytes, "pictures")?;
    if !(1..=LARGEST_SIDE).contains(&height) || !(1..=LARGEST_SIDE).contains(&width) {
        return Err(Error::new(
            format!("The pictures are {height} by {width} pixels"),
            format!("sides of 1 to {LARGEST_SIDE} pixels"),
            "Make the pictures smaller; 28 by 28 trains well here",
        ));
    }
    Ok(Pictures {
        count,
        height,
        width,
        pixels,
    })
}

/// Reads labels: IDX of rank 1, gzip or not.
///
/// # Errors
/// Where the bytes are not such a file, whole, with at least one label.
pub fn read_labels(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    read::<1>(bytes, "labels").map(|(_, labels)| labels)
}

fn read<const RANK: usize>(bytes: &[u8], what: &str) -> Result<([usize; RANK], Vec<u8>), Error> {
    let expected = format!(
        "an IDX file of {what}: 00 00 08 {RANK:02x}, {RANK} sizes, then bytes; gzip or not"
    );
    let refuse = |wrong: String| {
        Error::new(
            wrong,
            expected.clone(),
            "Choose another file, or convert it to IDX",
        )
    };

    let unpacked;
    let bytes = if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut content = Vec::new();
        GzDecoder::new(bytes)
            .take(LARGEST_FILE)
            .read_to_end(&mut content)
            .map_err(|error| refuse(format!("The gzip file of {what} is damaged ({error})")))?;
        unpacked = content;
        &unpacked[..]
    } else {
        bytes
    };

    let header = 4 + 4 * RANK;
    if bytes.len() < header {
        return Err(refuse(format!(
            "The file of {what} has only {} bytes",
            bytes.len()
        )));
    }
    if bytes[..4] != [0, 0, 8, RANK as u8] {
        return Err(refuse(format!(
            "The file of {what} begins with {:02x} {:02x} {:02x} {:02x}",
            bytes[0], bytes[1], bytes[2], bytes[3]
        )));
    }
    let sizes: [usize; RANK] = std::array::from_fn(|axis| {
        let at = 4 + 4 * axis;
        u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize
    });
    let body = &bytes[header..];
    // In u128, no header can overflow the product.
    let promised: u128 = sizes.iter().map(|&size| size as u128).product();
    if promised == 0 {
        return Err(refuse(format!("The file of {what} is empty")));
    }
    if promised != body.len() as u128 {
        return Err(refuse(format!(
            "The file of {what} promises {promised} bytes after its header and has {}",
            body.len()
        )));
    }
    Ok((sizes, body.to_vec()))
}
