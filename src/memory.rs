//! What a session may need of a build's memory.

use crate::error::Error;

/// Bytes that a session may need.
pub const ALLOWED: u64 = 512 << 20;

/// Whole ones, rounded up.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

pub(crate) fn data_too_large(bytes: u64) -> Error {
    Error::DataTooLarge {
        needed: megabytes(bytes),
        allowed: megabytes(ALLOWED),
    }
}
