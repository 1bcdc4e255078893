//! Files that may be packed by gzip, read as gunzip reads them: several packed ones in a row are one, and whatever else
//! follows is not looked at.

use std::io::{self, BufRead, Chain, Cursor, Read};

use flate2::bufread::GzDecoder;

const MAGIC: &[u8] = &[0x1f, 0x8b];

type Rest<'a> = &'a mut dyn BufRead;

/// A file's content.
pub(super) enum Content<'a> {
    Plain(Chain<Cursor<Vec<u8>>, Rest<'a>>),
    Packed(Box<GzDecoder<Chain<&'static [u8], Rest<'a>>>>),
    End,
}

impl<'a> Content<'a> {
    /// Looks whether the file is packed.
    pub fn open(source: Rest<'a>) -> io::Result<Self> {
        let head = head(source)?;
        Ok(if head == MAGIC {
            Self::packed(source)
        } else {
            Self::Plain(Cursor::new(head).chain(source))
        })
    }

    pub fn is_packed(&self) -> bool {
        matches!(self, Self::Packed(_))
    }

    fn packed(after_magic: Rest<'a>) -> Self {
        Self::Packed(Box::new(GzDecoder::new(MAGIC.chain(after_magic))))
    }
}

/// The next two bytes, or as many as there are.
fn head(source: &mut dyn BufRead) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    source.take(MAGIC.len() as u64).read_to_end(&mut head)?;
    Ok(head)
}

impl Read for Content<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self {
                Self::Plain(plain) => return plain.read(buffer),
                Self::End => return Ok(0),
                Self::Packed(packed) => {
                    let count = packed.read(buffer)?;
                    if count > 0 || buffer.is_empty() {
                        return Ok(count);
                    }
                }
            }
            if let Self::Packed(packed) = std::mem::replace(self, Self::End) {
                let (_, rest) = packed.into_inner().into_inner();
                if head(rest)? == MAGIC {
                    *self = Self::packed(rest);
                }
            }
        }
    }
}
