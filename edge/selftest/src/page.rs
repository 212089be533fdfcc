//! What the page calls of the engine.

use crate::engine::{self, Workload};
use wasm_bindgen::prelude::wasm_bindgen;

/// What the engine answers here: [`engine::told`].
#[wasm_bindgen]
pub fn engine_answers() -> String {
    engine::told()
}

/// The names of the workloads, one a line.
#[wasm_bindgen]
pub fn workloads() -> String {
    Workload::ALL.map(Workload::name).join("\n")
}

/// Does one workload once; the answer keeps it from being left out. Its preparation is done on the first call.
#[wasm_bindgen]
#[must_use]
pub fn work(idx: usize) -> f64 {
    Workload::ALL.get(idx).map_or(0.0, |workload| workload.work())
}
