//! Smaller forms beside each file: `.br` and `.gz`, as small as they get, because they are made once and sent often.

use std::io::Write as _;

use anyhow::{Context as _, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::Files;

/// Already as small as their format makes them.
const SMALL_ALREADY: [&str; 3] = ["png", "jpg", "woff2"];

/// The same files, and beside each its smaller forms where they are smaller.
pub(crate) fn with_small_forms(files: Files) -> Result<Files> {
    let mut all = Files::new();
    for (name, bytes) in files {
        let ending = name.rsplit('.').next().unwrap_or_default();
        if !SMALL_ALREADY.contains(&ending) {
            for (ending, small) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
                if small.len() < bytes.len() {
                    all.insert(format!("{name}.{ending}"), small);
                }
            }
        }
        all.insert(name, bytes);
    }
    Ok(all)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        // The widest that browsers read: the program is longer than a narrower window.
        lgwin: 24,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut small, &params).context("make a file smaller")?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).context("make a file smaller")?;
    encoder.finish().context("make a file smaller")
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn both_forms_unfold_to_the_file_itself() {
        let text = "what a person wrote, ".repeat(500).into_bytes();
        let files = with_small_forms(Files::from([("a.js".to_owned(), text.clone())])).unwrap();
        let mut unfolded = Vec::new();
        brotli::BrotliDecompress(&mut files["a.js.br"].as_slice(), &mut unfolded).unwrap();
        assert_eq!(unfolded, text);
        unfolded.clear();
        let mut gzip = flate2::read::GzDecoder::new(files["a.js.gz"].as_slice());
        gzip.read_to_end(&mut unfolded).unwrap();
        assert_eq!(unfolded, text);
        assert_eq!(files["a.js"], text);
    }

    #[test]
    fn a_form_that_would_be_larger_is_left_out() {
        let files = with_small_forms(Files::from([
            ("a.js".to_owned(), b"x".to_vec()),
            ("a.png".to_owned(), vec![0; 9000]),
        ]));
        assert_eq!(Vec::from_iter(files.unwrap().into_keys()), ["a.js", "a.png"]);
    }
}
