//! The checksum by which data are known again: FNV-1a of 64 bits (draft-eastlake-fnv). It tells apart what was mixed up,
//! not what was forged.

#[derive(Clone, Copy, Debug)]
pub(super) struct Checksum(u64);

impl Default for Checksum {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Checksum {
    pub fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    /// Sixteen hexadecimal digits.
    pub fn text(self) -> String {
        format!("{:016x}", self.0)
    }
}

/// Whether a text is a checksum of this kind.
pub(super) fn is_checksum(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::Checksum;

    /// From the authors' own list.
    #[test]
    fn known_checksums() {
        let of = |text: &str| {
            let mut checksum = Checksum::default();
            checksum.add(text.as_bytes());
            checksum.text()
        };
        assert_eq!(of(""), "cbf29ce484222325");
        assert_eq!(of("a"), "af63dc4c8601ec8c");
        assert_eq!(of("foobar"), "85944171f73967e8");
    }
}
