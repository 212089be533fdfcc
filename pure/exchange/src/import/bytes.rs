//! From bytes to text, or to the name of what they are instead. Never guesses an encoding: UTF-8, UTF-16 with its mark,
//! or what the person answered.

use super::error::ImportError;
use super::row::Answers;
use std::borrow::Cow;

/// No diary export comes near this; the largest one seen in years of use is a few megabytes.
pub const LIMIT_BYTES: u64 = 64 * 1024 * 1024;

/// What the bytes are.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Content<'a> {
    /// Text without marks, in any of the readable encodings.
    Text(Cow<'a, str>),
    /// A zip archive.
    Zip,
}

/// Classifies by the first bytes, then decodes.
pub(crate) fn classify<'a>(bytes: &'a [u8], answers: &Answers) -> Result<Content<'a>, ImportError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LIMIT_BYTES {
        return Err(ImportError::TooLarge {
            limit_bytes: LIMIT_BYTES,
        });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Content::Zip);
    }
    if let Some(what) = signature(bytes) {
        return Err(ImportError::NotADiary { what });
    }
    if let Some(name) = lock(bytes) {
        return Err(ImportError::Encrypted { name });
    }
    let text = decode(bytes, answers)?;
    if text
        .chars()
        .all(|c| c.is_whitespace() || c == '\u{feff}' || c == '\u{1a}')
    {
        return Err(ImportError::Empty);
    }
    Ok(Content::Text(text))
}

/// Files that start with a signature of their own.
fn signature(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 14] = [
        (b"\x89PNG", "picture"),
        (b"\xff\xd8\xff", "picture"),
        (b"GIF8", "picture"),
        (b"BM\x00", "picture"),
        (b"%PDF", "pdf"),
        (b"SQLite format 3\0", "database"),
        (b"\x1f\x8b", "archive"),
        (b"7z\xbc\xaf", "archive"),
        (b"Rar!", "archive"),
        (b"BZh", "archive"),
        (b"\xfd7zXZ", "archive"),
        (b"\x28\xb5\x2f\xfd", "archive"),
        (b"\x7fELF", "program"),
        (b"PK", "archive"),
    ];
    let riff = bytes.len() > 12 && bytes.starts_with(b"RIFF");
    let heic = bytes.get(4..8) == Some(b"ftyp");
    if riff || heic {
        return Some("picture");
    }
    // Two letters could begin a table ("PK,dose"); an archive goes on with control bytes.
    SIGNATURES
        .iter()
        .find(|(start, _)| {
            bytes.starts_with(start) && (*start != b"PK" || bytes.get(2).is_some_and(u8::is_ascii_control))
        })
        .map(|(_, what)| *what)
}

/// Containers that need a passphrase.
fn lock(bytes: &[u8]) -> Option<&'static str> {
    const LOCKS: [(&[u8], &str); 5] = [
        (b"age-encryption.org/", "age"),
        (b"-----BEGIN AGE ENCRYPTED", "age"),
        (b"-----BEGIN PGP MESSAGE", "OpenPGP"),
        (b"Salted__", "OpenSSL"),
        (b"U2FsdGVkX1", "OpenSSL"),
    ];
    LOCKS
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, name)| *name)
}

fn decode<'a>(bytes: &'a [u8], answers: &Answers) -> Result<Cow<'a, str>, ImportError> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes);
    }
    let mut rest = bytes;
    while let Some(shorter) = rest.strip_prefix(b"\xef\xbb\xbf") {
        rest = shorter;
    }
    match std::str::from_utf8(rest) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(bad) => match answers.get("encoding") {
            Some("latin1" | "iso-8859-1" | "windows-1252") => {
                Ok(Cow::Owned(rest.iter().map(|&b| windows_1252(b)).collect()))
            }
            _ => Err(first_bad_byte(rest, bad.valid_up_to())),
        },
    }
}

fn first_bad_byte(bytes: &[u8], at: usize) -> ImportError {
    let before = &bytes[..at.min(bytes.len())];
    let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1);
    let lines = before.iter().filter(|&&b| b == b'\n').count();
    ImportError::Encoding {
        line: 1 + lines as u64,
        column: 1 + (before.len() - line_start) as u64,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, ImportError> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut line = 1;
    let mut column = 1;
    for c in char::decode_utf16(pairs.iter().map(|&p| unit(p))) {
        let c = c.map_err(|_| ImportError::Encoding { line, column })?;
        (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        text.push(c);
    }
    if !odd.is_empty() {
        return Err(ImportError::Encoding { line, column });
    }
    while text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(Cow::Owned(text))
}

/// One byte of Windows-1252, which is Latin-1 with letters where Latin-1 has control codes.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> Result<String, ImportError> {
        match classify(bytes, &Answers::default())? {
            Content::Text(text) => Ok(text.into_owned()),
            Content::Zip => panic!("a zip"),
        }
    }

    #[test]
    fn marks_are_taken_off_even_twice() {
        assert_eq!(text_of(b"\xef\xbb\xbf\xef\xbb\xbf{}").unwrap(), "{}");
        assert_eq!(text_of(b"\xff\xfe{\0}\0").unwrap(), "{}");
        assert_eq!(text_of(b"\xfe\xff\0{\0}").unwrap(), "{}");
    }

    #[test]
    fn a_broken_letter_is_named_by_line_and_column() {
        assert_eq!(
            text_of(b"date,note\n1,na\xefve\n"),
            Err(ImportError::Encoding { line: 2, column: 5 })
        );
        assert_eq!(
            text_of(b"\xff\xfea\0\n\0\x00\xd8"),
            Err(ImportError::Encoding { line: 2, column: 1 })
        );
    }

    #[test]
    fn a_person_who_knows_the_encoding_may_say_so() {
        let mut answers = Answers::default();
        answers.0.insert("encoding".into(), "latin1".into());
        assert_eq!(
            classify(b"na\xefve \x80", &answers),
            Ok(Content::Text(Cow::Owned("na\u{ef}ve \u{20ac}".to_owned())))
        );
    }

    #[test]
    fn what_is_no_diary_is_named() {
        for (bytes, what) in [
            (&b"\x89PNG\r\n\x1a\n"[..], "picture"),
            (b"%PDF-1.7", "pdf"),
            (b"SQLite format 3\0", "database"),
            (b"PK\x01\x02", "archive"),
        ] {
            assert_eq!(text_of(bytes), Err(ImportError::NotADiary { what }));
        }
        assert_eq!(text_of(b"PK,dose\n1,2\n").unwrap(), "PK,dose\n1,2\n");
        assert_eq!(
            text_of(b"Salted__abcdefgh"),
            Err(ImportError::Encrypted { name: "OpenSSL" })
        );
    }

    #[test]
    fn nothing_but_blanks_is_empty() {
        for bytes in [&b""[..], b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1a"] {
            assert_eq!(text_of(bytes), Err(ImportError::Empty));
        }
    }
}
