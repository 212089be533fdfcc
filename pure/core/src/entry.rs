//! The envelope of everything a person records: who it is, when it was written down, where it came from.

use crate::event::Event;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// Names one entry for ever. Made from time and random bytes given by the edge (the layout of UUID version 7), so ids
/// sort roughly by when they were written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(uuid_text::Id);

impl EntryId {
    /// No entry has this id.
    pub const NONE: Self = Self(uuid_text::Id(uuid::Uuid::nil()));

    /// An id from the time of writing and ten random bytes.
    #[must_use]
    pub fn from_parts(written_ms: i64, random: [u8; 10]) -> Self {
        let ms = u64::try_from(written_ms).unwrap_or(0);
        Self(uuid_text::Id(
            uuid::Builder::from_unix_timestamp_millis(ms, &random).into_uuid(),
        ))
    }

    /// Reads the hyphenated text form.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        uuid::Uuid::try_parse(text).ok().map(|id| Self(uuid_text::Id(id)))
    }

    /// The sixteen bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 16] {
        self.0.0.as_bytes()
    }

    /// The last eight hexadecimal digits: enough to name an entry on a screen or a command line.
    #[must_use]
    pub fn short(&self) -> String {
        let text = self.to_string();
        text[text.len() - 8..].to_owned()
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.0)
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.0)
    }
}

/// Text form of a uuid for serde, so that the `uuid` crate needs no serde feature.
mod uuid_text {
    use serde::de::{Error, Visitor};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::fmt;

    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub(super) struct Id(pub(super) uuid::Uuid);

    impl Serialize for Id {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.0.hyphenated().encode_lower(&mut uuid::Uuid::encode_buffer()))
        }
    }

    impl<'de> Deserialize<'de> for Id {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_str(Text)
        }
    }

    struct Text;

    impl Visitor<'_> for Text {
        type Value = Id;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a uuid")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Id, E> {
            let id = uuid::Uuid::try_parse(text).map_err(|_| E::custom("an id must be a uuid"))?;
            Ok(Id(id))
        }
    }
}

/// Hybrid logical clock: wall time of writing, and a counter that keeps entries of one moment in order. An entry
/// written after seeing another always has the greater clock, even if the device's own clock went back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hlc(pub i64, pub u32);

impl Hlc {
    /// Before everything.
    pub const START: Self = Self(0, 0);

    /// The clock of the next entry written at `now_ms` by someone who has seen `self`.
    #[must_use]
    pub fn next(self, now_ms: i64) -> Self {
        if now_ms > self.0 {
            Self(now_ms, 0)
        } else {
            Self(self.0, self.1.saturating_add(1))
        }
    }
}

/// Where an imported entry came from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    /// The [`crate::event::ImportBatch`] entry this belongs to; retracting it takes the whole import back.
    pub batch: EntryId,
    /// The row's own key: format and stable source id, or its content. The same key is never imported twice.
    pub key: Arc<str>,
    /// Fingerprint of the row as it was read: the same key with another fingerprint is a row changed at its source.
    pub print: Arc<str>,
}

/// One thing a person, or an import on their behalf, wrote down. Never changed after writing.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its name.
    pub id: EntryId,
    /// When it was written, for ordering.
    pub clock: Hlc,
    /// Where it came from, if imported.
    pub origin: Option<Origin>,
    /// What it says.
    pub event: Event,
}

impl Entry {
    /// The same entry saying something else.
    pub(crate) fn saying(&self, event: Event) -> Self {
        Self {
            id: self.id,
            clock: self.clock,
            origin: self.origin.clone(),
            event,
        }
    }
}

/// Hands out ids and clocks in order. The random bytes come from the edge.
#[derive(Debug, Clone)]
pub struct Pen {
    last: Hlc,
}

impl Pen {
    /// A pen that has seen every entry up to `last`.
    #[must_use]
    pub fn after(last: Hlc) -> Self {
        Self { last }
    }

    /// An entry saying `event`, written now.
    pub fn write(&mut self, now_ms: i64, random: [u8; 10], origin: Option<Origin>, event: Event) -> Entry {
        self.last = self.last.next(now_ms);
        Entry {
            id: EntryId::from_parts(now_ms, random),
            clock: self.last,
            origin,
            event,
        }
    }
}
