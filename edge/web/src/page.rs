//! The page: draws what the keeper answers and sends what a person does. It must never compute anything about a diary.

pub(crate) fn mount() {}
