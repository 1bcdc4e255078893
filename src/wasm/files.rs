//! The files of a data set, read where they are.

use std::io::{BufRead, BufReader, Read};

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::input::{bytes, optional_bytes};
use crate::dataset::Source;
use crate::error::Error;

/// Bytes of a file copied at a time.
const CHUNK: usize = 1 << 16;

/// The two files of a data set.
pub(super) struct Files {
    images: Uint8Array,
    labels: Option<Uint8Array>,
}

impl Files {
    pub fn new(images: &JsValue, labels: &JsValue) -> Result<Self, Error> {
        Ok(Self {
            images: bytes("images", images)?,
            labels: optional_bytes("labels", labels)?,
        })
    }

    pub fn read(
        &self,
        work: impl FnOnce(Source<'_>, Option<Source<'_>>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut images = reader(&self.images);
        let mut labels = self.labels.as_ref().map(reader);
        let labels = labels.as_mut().zip(self.labels.as_ref());
        let labels = labels.map(|(reader, file)| Source {
            reader,
            bytes: file.length().into(),
        });
        let images = Source {
            reader: &mut images,
            bytes: self.images.length().into(),
        };
        work(images, labels)
    }
}

/// Reads a file bit by bit, so that no copy of the whole is made.
fn reader(file: &Uint8Array) -> impl BufRead + use<> {
    let file = FileReader {
        file: file.clone(),
        position: 0,
    };
    BufReader::with_capacity(CHUNK, file)
}

struct FileReader {
    file: Uint8Array,
    position: u32,
}

impl Read for FileReader {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = buffer
            .len()
            .min((self.file.length() - self.position) as usize);
        let end = self.position + count as u32;
        let next = self.file.subarray(self.position, end);
        next.copy_to(&mut buffer[..count]);
        self.position = end;
        Ok(count)
    }
}
